using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>What is handed in for the annual assessment (考核): a quarter's ranking, and everything that it rests on.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook.</param>
/// <param name="Groups">The ranked groups in the rulebook's order, those without a unit left out.</param>
/// <param name="Lines">Every line of every score.</param>
/// <param name="FindingCount">How many rows <see cref="Findings"/> gives.</param>
/// <param name="Adoption">What was submitted and adopted.</param>
/// <param name="Trends">The measures of the whole banner up to the quarter.</param>
/// <param name="Discrepancies">What does not agree in the quarter's notices.</param>
/// <param name="Batches">The files in force, the newest first.</param>
/// <param name="Publication">The publication the ranking is, where it is one.</param>
/// <param name="Reasons">Why it is a draft (草稿), in Chinese; none where it can be signed.</param>
public sealed record Assessment(
    Quarter Quarter,
    RulebookRow Rulebook,
    IReadOnlyList<AssessmentGroup> Groups,
    IReadOnlyList<ScoreLine> Lines,
    int FindingCount,
    IReadOnlyList<AdoptionRow> Adoption,
    IReadOnlyList<TrendPoint> Trends,
    IReadOnlyList<DiscrepancyRow> Discrepancies,
    IReadOnlyList<BatchRow> Batches,
    PublicationRow? Publication,
    IReadOnlyList<string> Reasons
)
{
    private Snapshot Data { get; init; } = null!;

    /// <summary>The whole year; null where it is not asked for.</summary>
    public AssessmentYear? Year { get; private init; }

    /// <summary>The measures that are followed over time, in the order of their columns.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [
        "finding_count",
        "website_finding_count",
        "newmedia_finding_count",
        "veto_count",
        "submitted_count",
        "adopted_count",
        "adoption_rate",
        "pushed_count",
    ];

    /// <summary>Whether it cannot be signed yet.</summary>
    public bool IsDraft => Reasons.Count > 0;

    /// <summary>What stands above every page of a draft; null where it can be signed.</summary>
    public string? Header => IsDraft ? $"草稿：{string.Join("；", Reasons)}" : null;

    /// <summary>Whether the quarter is sample data (示例数据).</summary>
    public bool IsSample => Rows.Any(row => row.IsSample);

    /// <summary>The rows of all groups.</summary>
    public IEnumerable<RankingRow> Rows => Groups.SelectMany(group => group.Rows);

    /// <summary>The quarter's findings, read as they are asked for.</summary>
    public IEnumerable<FindingDetail> Findings => Metrics.Findings.Every(Data, new FindingFilter { Quarter = Quarter });

    /// <summary>A unit's findings, read as they are asked for.</summary>
    /// <param name="unit">The unit's code.</param>
    public IEnumerable<FindingDetail> FindingsOf(string unit) =>
        Metrics.Findings.Every(Data, new FindingFilter { Quarter = Quarter, Unit = unit });

    /// <summary>The time of the data, not of the export: the same data gives the same bytes.</summary>
    public DateTime CutOff =>
        Publication?.PublishedAt ?? Batches.Select(batch => batch.LoadedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max();

    /// <summary>Gathers it.</summary>
    /// <param name="snapshot">The data; findings are read from it later.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the published one, else the one in effect.</param>
    /// <param name="year">The year to show as a whole; null for none.</param>
    /// <returns>Null when no rulebook applies.</returns>
    public static Assessment? Of(Snapshot snapshot, Quarter quarter, string? rulebook, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var latest = Publications.Of(snapshot, quarter) is [var last, ..] ? last : null;
        var rows = Ranking.Rank(snapshot, quarter, rulebook ?? latest?.Rulebook);
        if (rows.Count == 0)
        {
            return null;
        }

        var used = Rulebooks.All(snapshot).Single(known => known.Id == rows[0].Rulebook);
        var published = latest?.Rulebook == used.Id ? latest : null;
        var discrepancies = Metrics.Discrepancies.All(snapshot, quarter);
        List<BatchRow> batches =
        [
            .. Metrics.Batches.All(snapshot).Where(batch => batch.EndedBy is null && batch.FileName.Length > 0),
        ];
        return new(
            quarter,
            used,
            [
                .. Rulebooks
                    .Groups(snapshot, used.Id)
                    .Select(group => new AssessmentGroup(
                        group.Code,
                        group.Title,
                        [.. rows.Where(row => row.Group == group.Code)]
                    ))
                    .Where(group => group.Rows.Count > 0),
            ],
            Score.Lines(snapshot, quarter, used.Id, withFindings: false),
            (int)Metrics.Findings.Search(snapshot, new FindingFilter { Quarter = quarter }, 1).Total,
            Metrics.Adoption.Of(snapshot, quarter),
            [.. Measures.SelectMany(measure => Trend.Of(snapshot, measure, to: quarter))],
            discrepancies,
            batches,
            published,
            [.. ReasonsOf(snapshot, quarter, used, published, discrepancies, batches)]
        )
        {
            Data = snapshot,
            Year = year is { } whole ? AssessmentYear.Of(snapshot, whole, used.Id) : null,
        };
    }

    private static IEnumerable<string> ReasonsOf(
        Snapshot snapshot,
        Quarter quarter,
        RulebookRow rulebook,
        PublicationRow? published,
        IReadOnlyList<DiscrepancyRow> discrepancies,
        IReadOnlyList<BatchRow> batches
    )
    {
        if (rulebook.Gaps.Count > 0)
        {
            yield return $"评分规则还有 {rulebook.Gaps.Count} 处分值未确认";
        }

        if (published is null)
        {
            yield return "排名尚未发布";
        }
        else if (Publications.Changes(snapshot, quarter) is { Count: > 0 } changes)
        {
            yield return $"第 {published.Number} 次发布之后有 {changes.Count} 个单位的结果变了，需要重新发布";
        }

        // Wording (文字) changes no figure, so it may stay open.
        var open = discrepancies.Count(one => one.IsOpen && one.Severity != "style");
        if (open > 0)
        {
            yield return $"有 {open} 处出入未了结";
        }

        // Rows of units nobody knows, and rows that are wrong otherwise, which somebody left out knowingly.
        var refused = batches
            .Where(batch => batch.Quarters.Contains(quarter.ToString(), StringComparer.Ordinal))
            .Sum(batch => batch.RefusedCount);
        if (refused > 0)
        {
            yield return $"有 {refused} 行因单位不明或内容有误没有载入";
        }
    }
}

/// <summary>Units ranked together.</summary>
/// <param name="Code">The group's code.</param>
/// <param name="Title">Its Chinese title.</param>
/// <param name="Rows">Ranked units by rank and official order, the others last.</param>
public sealed record AssessmentGroup(string Code, string Title, IReadOnlyList<RankingRow> Rows);
