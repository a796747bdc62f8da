namespace Analytics.Domain;

/// <summary>A versioned set of scoring rules (评分规则) as in <c>data/rulebooks/&lt;id&gt;.json</c>.</summary>
/// <remarks>The format is told field by field in <c>data/rulebooks/README.md</c>.</remarks>
public sealed record Rulebook
{
    /// <summary>The code of the rulebook, which is the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>The document and clause the rules come from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether a public text confirms every point.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Whether quarters use this rulebook when nobody names one.</summary>
    public bool Default { get; init; }

    /// <summary>The first day it is in effect.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The last day it is in effect; null while it is.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary><c>deduction</c>: points are taken from the base.</summary>
    public required string Kind { get; init; }

    /// <summary>The points a unit has with no finding at all.</summary>
    public required decimal Base { get; init; }

    /// <summary>Points of the base that no indicator holds.</summary>
    public decimal Unallocated { get; init; }

    /// <summary>What is scored.</summary>
    public required IReadOnlyList<RulebookIndicator> Indicators { get; init; }

    /// <summary>What follows a 单项否决.</summary>
    public required RulebookVeto Veto { get; init; }

    /// <summary>What becomes of channels that were not checked: <c>rebase</c> converts the points of the checked ones to the base.</summary>
    public required string Unchecked { get; init; }

    /// <summary>Names of score ranges, each from a score on.</summary>
    public required IReadOnlyList<RulebookBand> Bands { get; init; }

    /// <summary>Which units are ranked together.</summary>
    public required IReadOnlyList<RulebookGroup> Groups { get; init; }
}

/// <summary>One indicator (指标) of a rulebook.</summary>
/// <param name="Code">A short code.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Channel">A code of <see cref="Domain.Channel"/>.</param>
/// <param name="FullPoints">The points a unit has with no finding.</param>
/// <param name="Cap">The most that findings can take away; not above <paramref name="FullPoints"/>.</param>
/// <param name="Hits">Points for each finding; the most specific entry counts.</param>
public sealed record RulebookIndicator(
    string Code,
    string Title,
    string Channel,
    decimal FullPoints,
    decimal Cap,
    IReadOnlyList<RulebookHit> Hits
);

/// <summary>Points taken for one finding.</summary>
/// <param name="Points">Points per finding, 0 or more.</param>
/// <param name="Category">A code of the taxonomy, <c>NONE</c> for findings whose category is not said; left out: any category.</param>
/// <param name="Level">A code of <see cref="InspectionLevel"/>; left out: any level.</param>
/// <param name="Confirmed">Whether a public text confirms these points.</param>
public sealed record RulebookHit(decimal Points, string? Category = null, string? Level = null, bool Confirmed = false);

/// <summary>What follows a 单项否决.</summary>
/// <param name="Outcome"><c>fail</c>: 不合格, nothing else is scored.</param>
public sealed record RulebookVeto(string Outcome);

/// <summary>A band (等次).</summary>
/// <param name="Name">合格, 不合格 …</param>
/// <param name="From">The lowest score of the band.</param>
public sealed record RulebookBand(string Name, decimal From);

/// <summary>A group that is ranked together.</summary>
/// <param name="Code">The group's code in ranking, for example town.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Units">The codes of <see cref="UnitGroup"/> in it.</param>
public sealed record RulebookGroup(string Code, string Title, IReadOnlyList<string> Units);
