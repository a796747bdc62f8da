namespace Analytics.Domain;

/// <summary>A versioned set of scoring rules (评分规则) as in <c>data/rulebooks/&lt;id&gt;.json</c>.</summary>
/// <remarks>The format and the way a score comes about are told field by field in <c>data/rulebooks/README.md</c>.</remarks>
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

    /// <summary><see cref="RulebookKind.Deduction"/> or <see cref="RulebookKind.Additive"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The points a unit has with no finding at all; 0 when points are added up.</summary>
    public required decimal Base { get; init; }

    /// <summary>Points of the base that no indicator holds.</summary>
    public decimal Unallocated { get; init; }

    /// <summary>Sentences shown with the rulebook.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What findings take away.</summary>
    public IReadOnlyList<RulebookIndicator> Indicators { get; init; } = [];

    /// <summary>单项否决</summary>
    public IReadOnlyList<RulebookVeto> Vetoes { get; init; } = [];

    /// <summary>What submissions earn; null when nothing.</summary>
    public RulebookBonus? Bonus { get; init; }

    /// <summary>What becomes of indicators that do not apply to a unit: a value of <see cref="RulebookRebase"/>.</summary>
    public string Rebase { get; init; } = RulebookRebase.None;

    /// <summary>Names of score ranges, each from a score on.</summary>
    public IReadOnlyList<RulebookBand> Bands { get; init; } = [];

    /// <summary>How the quarters of a year are combined; null when that is not laid down.</summary>
    public RulebookYear? Year { get; init; }

    /// <summary>Who is ranked with whom, and how.</summary>
    public required RulebookRanking Ranking { get; init; }

    /// <summary>The JSON Schema for editors; not used by the program.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>What keeps the rulebook from ranking: points that no public text confirms and points that nothing holds, as Chinese words with JSON paths.</summary>
    public IReadOnlyList<string> Gaps() =>
        [
            .. Unallocated > 0 ? [$"$.unallocated：{Unallocated:0.######} 分没有分给任何指标"] : Array.Empty<string>(),
            .. Indicators.SelectMany((indicator, at) => GapsOf(indicator, at)),
            .. Bonus is { Unallocated: > 0 } bonus
                ? [$"$.bonus.unallocated：{bonus.Unallocated:0.######} 分没有分给任何加分项"]
                : Array.Empty<string>(),
            .. (Bonus?.Items ?? []).SelectMany(
                (item, at) =>
                    item
                        .Points.Where(points => points.Value is null)
                        .Select(points => $"$.bonus.items[{at}].points.{points.Key}：{item.Title}的分值未确认")
            ),
        ];

    private static IEnumerable<string> GapsOf(RulebookIndicator indicator, int at) =>
        indicator
            .Hits.Select((hit, index) => (hit.Points, Path: $"hits[{index}]"))
            .Concat(indicator.Quotas.Select((quota, index) => (quota.Points, Path: $"quotas[{index}]")))
            .Where(rule => rule.Points is null)
            .Select(rule => $"$.indicators[{at}].{rule.Path}.points：{indicator.Title}的分值未确认");
}

/// <summary>How the quarters of a year are combined (全年合计).</summary>
/// <param name="Combine"><see cref="Mean"/> or <see cref="Sum"/>.</param>
/// <param name="AtLeast">How many quarters must count for a unit to be ranked, 1 to 4.</param>
/// <param name="Vetoed"><see cref="Fail"/>: a vetoed quarter makes the year 不合格; <see cref="Zero"/>: it counts with 0 points.</param>
public sealed record RulebookYear(string Combine, int AtLeast = 4, string Vetoed = RulebookYear.Fail)
{
    /// <summary>The mean of the quarters that count.</summary>
    public const string Mean = "mean";

    /// <summary>Their sum.</summary>
    public const string Sum = "sum";

    /// <summary>One vetoed quarter is enough.</summary>
    public const string Fail = "fail";

    /// <summary>A vetoed quarter has 0 points.</summary>
    public const string Zero = "zero";
}

/// <summary>How points come together.</summary>
public static class RulebookKind
{
    /// <summary>From a base down.</summary>
    public const string Deduction = "deduction";

    /// <summary>From 0 up, without an upper bound.</summary>
    public const string Additive = "additive";
}

/// <summary>What becomes of the full points of indicators that do not apply to a unit.</summary>
public static class RulebookRebase
{
    /// <summary>The unit has no score.</summary>
    public const string None = "none";

    /// <summary>The points of the others are converted to the base (× 4/3 of 75).</summary>
    public const string Scale = "scale";

    /// <summary>They are spread evenly over the others.</summary>
    public const string Spread = "spread";
}

/// <summary>One indicator (指标) of a rulebook.</summary>
/// <param name="Code">A short code.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Channel">A code of <see cref="Domain.Channel"/>.</param>
/// <param name="FullPoints">The points a unit has with no finding; null when points are added up.</param>
/// <param name="Cap">The most that can be taken away; null without a bound, when points are added up.</param>
public sealed record RulebookIndicator(
    string Code,
    string Title,
    string Channel,
    decimal? FullPoints = null,
    decimal? Cap = null
)
{
    /// <summary>A function (职能) that units may be without; null when the indicator applies to all.</summary>
    public string? Function { get; init; }

    /// <summary>Whether a public text confirms the full points.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The text, where it differs from the rulebook's.</summary>
    public string? Source { get; init; }

    /// <summary>Points for findings; the most specific entry of a channel counts.</summary>
    public IReadOnlyList<RulebookHit> Hits { get; init; } = [];

    /// <summary>Points for too few submissions.</summary>
    public IReadOnlyList<RulebookQuota> Quotas { get; init; } = [];
}

/// <summary>Points taken for findings.</summary>
/// <param name="Points">Points, 0 or more; null when no public text confirms them.</param>
/// <param name="Category">A code of the taxonomy, <c>NONE</c> for findings whose category is not said; left out: any category.</param>
/// <param name="Level">A code of <see cref="InspectionLevel"/>; left out: any level.</param>
/// <param name="Platform">A platform (抖音); left out: any.</param>
/// <param name="Per">Points are taken for every so many findings or part of them.</param>
public sealed record RulebookHit(
    decimal? Points,
    string? Category = null,
    string? Level = null,
    string? Platform = null,
    int Per = 1
)
{
    /// <summary>Categories that go before: a column or account that has one of these is not counted here.</summary>
    public IReadOnlyList<string> UnlessAlso { get; init; } = [];

    /// <summary>Whether a public text confirms these points.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>Points taken once for too few submissions.</summary>
/// <param name="Code">A short code.</param>
/// <param name="Title">The Chinese title, for example 零报送.</param>
/// <param name="Measure">submitted, adopted or pushed.</param>
/// <param name="AtLeast">The number that takes nothing.</param>
/// <param name="Points">Points; null when no public text confirms them.</param>
/// <param name="Target">Where to; left out: all together.</param>
public sealed record RulebookQuota(
    string Code,
    string Title,
    string Measure,
    long AtLeast,
    decimal? Points,
    string? Target = null
)
{
    /// <summary>Whether a public text confirms these points.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>A 单项否决: an event a source reports, or a number of findings.</summary>
/// <param name="Code">A short code.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Outcome"><see cref="Fail"/> or <see cref="AtMost"/>.</param>
/// <param name="Score">The most a unit keeps, with <see cref="AtMost"/>.</param>
public sealed record RulebookVeto(string Code, string Title, string Outcome, decimal? Score = null)
{
    /// <summary>不合格, nothing else is scored.</summary>
    public const string Fail = "fail";

    /// <summary>The score is at most a fixed one, such as 59.</summary>
    public const string AtMost = "atMost";

    /// <summary>Only this channel; null for any.</summary>
    public string? Channel { get; init; }

    /// <summary>Only found by this level; null for any.</summary>
    public string? Level { get; init; }

    /// <summary>Only on this platform; null for any.</summary>
    public string? Platform { get; init; }

    /// <summary>The findings that count towards <see cref="Threshold"/>; empty when a reported 单项否决 is meant.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>So many findings of <see cref="Categories"/> are a veto.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("atLeast")]
    public int? Threshold { get; init; }

    /// <summary>Whether a public text confirms it.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The text, where it differs from the rulebook's.</summary>
    public string? Source { get; init; }
}

/// <summary>What submissions earn (加分, or the points themselves when points are added up).</summary>
/// <param name="Items">What earns.</param>
/// <param name="Above">Only a score above this earns anything; null for always.</param>
/// <param name="Cap">The most that all items earn; null without a bound.</param>
/// <param name="Unallocated">Points of the cap that no item holds yet.</param>
public sealed record RulebookBonus(
    IReadOnlyList<RulebookAward> Items,
    decimal? Above = null,
    decimal? Cap = null,
    decimal Unallocated = 0
);

/// <summary>Points for each item submitted, adopted or pushed.</summary>
/// <param name="Code">A short code.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Measure">submitted, adopted or pushed.</param>
/// <param name="Points">Points for each by target (banner, city, region, state); null when no public text confirms them.</param>
/// <param name="Count"><see cref="Each"/> or <see cref="Highest"/>.</param>
/// <param name="Cap">The most this earns; null without a bound.</param>
public sealed record RulebookAward(
    string Code,
    string Title,
    string Measure,
    IReadOnlyDictionary<string, decimal?> Points,
    string Count = RulebookAward.Each,
    decimal? Cap = null
)
{
    /// <summary>Every target counts.</summary>
    public const string Each = "each";

    /// <summary>An item counts once, at its highest target.</summary>
    public const string Highest = "highest";

    /// <summary>Whether a public text confirms these points.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The text, where it differs from the rulebook's.</summary>
    public string? Source { get; init; }
}

/// <summary>A band (等次).</summary>
/// <param name="Name">合格, 不合格 …</param>
/// <param name="From">The lowest score of the band.</param>
public sealed record RulebookBand(string Name, decimal From);

/// <summary>Who is ranked with whom, and how.</summary>
/// <param name="Groups">Which units are ranked together.</param>
/// <param name="Order">desc: the highest score first; asc: the lowest.</param>
public sealed record RulebookRanking(IReadOnlyList<RulebookGroup> Groups, string Order = "desc")
{
    /// <summary>What decides between equal scores, one after the other: vetoes, findings, submitted, adopted.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];
}

/// <summary>A group that is ranked together.</summary>
/// <param name="Code">The group's code in ranking, for example town.</param>
/// <param name="Title">The Chinese title.</param>
/// <param name="Units">The codes of <see cref="UnitGroup"/> in it.</param>
public sealed record RulebookGroup(string Code, string Title, IReadOnlyList<string> Units);
