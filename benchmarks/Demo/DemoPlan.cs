using Analytics.Domain;

namespace Analytics.Benchmarks.Demo;

/// <summary>The totals of a sample quarter; which unit has how much of them is drawn.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Website">Findings on the website.</param>
/// <param name="NewMedia">Findings of new media.</param>
/// <param name="Openness">Findings of openness (法定主动公开).</param>
/// <param name="Request">Findings of disclosure on request (依申请公开).</param>
/// <param name="Vetoes">Vetoes (单项否决) of new media.</param>
/// <param name="Submitted">Items submitted to the city's site.</param>
/// <param name="Adopted">Items of these that were adopted.</param>
/// <param name="Pushed">Items pushed to the banner's own site.</param>
internal sealed record DemoPlan(
    Quarter Quarter,
    int Website,
    int NewMedia,
    int Openness,
    int Request,
    int Vetoes,
    int Submitted,
    int Adopted,
    int Pushed
)
{
    /// <summary>Every quarter before the notice of 2024Q4: findings fall in a zigzag, adoption rises.</summary>
    /// <remarks>
    /// The notice says that its rate rose by 6% and not from what; its base would be about 48 % or 50.8 %. The rate of 2024Q3, which stands next to
    /// it on a chart, and that of 2023Q4 keep well away from both, so that no reader takes a sample for the base.
    /// </remarks>
    public static IReadOnlyList<DemoPlan> All { get; } =
    [
        new(new(2022, 1), 96, 178, 9, 5, 3, 41, 15, 212),
        new(new(2022, 2), 84, 162, 8, 4, 2, 46, 19, 228),
        new(new(2022, 3), 91, 171, 7, 5, 3, 44, 17, 205),
        new(new(2022, 4), 78, 149, 8, 3, 1, 52, 24, 241),
        new(new(2023, 1), 83, 157, 6, 4, 2, 48, 21, 219),
        new(new(2023, 2), 70, 131, 7, 3, 1, 55, 27, 246) { Unchecked = ["shuiliju", "xinfangju"] },
        new(new(2023, 3), 74, 142, 5, 3, 2, 51, 23, 238),
        new(new(2023, 4), 62, 118, 6, 2, 0, 60, 34, 263),
        new(new(2024, 1), 66, 124, 5, 3, 1, 54, 27, 251),
        new(new(2024, 2), 53, 101, 4, 2, 0, 63, 39, 284),
        new(new(2024, 3), 57, 109, 5, 2, 1, 58, 34, 268),
    ];

    /// <summary>Codes of units that nobody checked in this quarter (未检查).</summary>
    public IReadOnlyList<string> Unchecked { get; init; } = [];
}
