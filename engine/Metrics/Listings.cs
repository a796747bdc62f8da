using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Relations shown as they are: quarters, units, discrepancies, batches, rulebooks. SQL: Sql/marts.</summary>
public static class Listings
{
    /// <summary>The quarters with data, in order of time.</summary>
    public static IReadOnlyList<QuarterRow> Quarters(Snapshot snapshot) =>
        snapshot.Query(
            "from quarters order by quarter",
            row => new QuarterRow(row.Quarter("quarter"), row.TextOrNull("rulebook"), row.Flag("is_sample"))
        );

    /// <summary>The latest quarter with real data, else the latest of all; null when nothing is loaded.</summary>
    public static QuarterRow? Latest(Snapshot snapshot)
    {
        var quarters = Quarters(snapshot);
        return quarters.LastOrDefault(quarter => !quarter.IsSample) ?? (quarters is [.., var last] ? last : null);
    }

    /// <summary>The units in official order.</summary>
    public static IReadOnlyList<UnitRow> Units(Snapshot snapshot) =>
        snapshot.Query(
            """
            select u.*, (select list(a.alias order by a.alias) from unit_aliases as a where a.unit = u.unit) as aliases
            from units as u
            order by u.sort_order
            """,
            row => new UnitRow(
                row.Text("unit"),
                row.Text("unit_name"),
                row.Text("short_name"),
                row.Text("unit_group"),
                row["aliases"] is IEnumerable<string> aliases ? [.. aliases] : [],
                row.IntegerOrNull("sort_order") ?? 0
            )
        );

    /// <summary>The discrepancies of a quarter, or of all: errors first, then in the order of the text.</summary>
    public static IReadOnlyList<DiscrepancyRow> Discrepancies(Snapshot snapshot, Quarter? quarter = null) =>
        snapshot.Query(
            """
            from discrepancies
            where $1 is null or quarter = $1
            order by
                quarter desc, case severity when 'error' then 1 when 'doubtful' then 2 else 3 end, notice_id, span_start,
                discrepancy_id
            """,
            row => new DiscrepancyRow(
                row.Text("discrepancy_id"),
                row.Quarter("quarter"),
                row.Text("notice_id"),
                row.Text("code"),
                row.Text("severity"),
                row.DecimalOrNull("stated"),
                row.DecimalOrNull("computed"),
                row.Text("message"),
                row.Text("words"),
                row.Text("location")
            ),
            quarter?.ToString()
        );

    /// <summary>The files of all batches, the newest first.</summary>
    public static IReadOnlyList<BatchRow> Batches(Snapshot snapshot) =>
        snapshot.Query(
            "from batches order by batch_id desc, file_name",
            row => new BatchRow(
                row.Long("batch_id"),
                row.Text("kind"),
                row.Text("file_name"),
                row.Text("sha256"),
                row.Text("quarters").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                row.Long("fact_count"),
                row.Flag("is_sample"),
                DateTime.SpecifyKind((DateTime)row["loaded_at"], DateTimeKind.Utc),
                row.Text("loaded_by"),
                row.LongOrNull("ended_by")
            )
        );

    /// <summary>The notices of a quarter.</summary>
    public static IReadOnlyList<NoticeRow> Notices(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            "from notices where quarter = $1 order by issued_on, notice_id",
            row => new NoticeRow(
                row.Text("notice_id"),
                row.TextOrNull("number"),
                row.TextOrNull("title"),
                row.DateOrNull("issued_on"),
                row.Text("file_name"),
                row.Long("unrecognised_count")
            ),
            quarter.ToString()
        );

    /// <summary>What a notice states as totals, rates and changes in a quarter, in the order of the text.</summary>
    public static IReadOnlyList<StatedRow> Stated(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            "from stated_totals where quarter = $1 order by channel, measure, category, level, statement_id",
            row => new StatedRow(
                row.Text("channel"),
                row.Text("measure"),
                row.Text("category"),
                row.DecimalOrNull("stated_count"),
                row.DecimalOrNull("stated_rate"),
                row.DecimalOrNull("stated_change"),
                row.Text("words"),
                row.Text("location")
            ),
            quarter.ToString()
        );

    /// <summary>Problems listed in a quarter, by channel, units and units that are not named together.</summary>
    public static IReadOnlyList<ChannelRow> Channels(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            """
            select
                channel,
                cast(sum(finding_count) as bigint) as finding_count,
                cast(coalesce(sum(finding_count) filter (where unit = 'NONE'), 0) as bigint) as unattributed_count,
                count(distinct unit) filter (where unit <> 'NONE') as unit_count,
            from finding_cube
            where quarter = $1
            group by channel
            order by channel
            """,
            row => new ChannelRow(
                row.Text("channel"),
                row.Long("finding_count"),
                row.Long("unattributed_count"),
                row.Long("unit_count")
            ),
            quarter.ToString()
        );

    /// <summary>The findings of a unit in a quarter with the words they come from.</summary>
    public static IReadOnlyList<FindingRow> Findings(Snapshot snapshot, Quarter quarter, string unit) =>
        snapshot.Query(
            """
            select f.*, coalesce(c.category_name, '未注明类别') as category_name
            from findings as f
            left join categories as c on c.category = f.category
            where f.quarter = $1 and f.unit = $2
            order by f.channel, f.category, f.level, f.finding_id
            """,
            row => new FindingRow(
                row.Text("finding_id"),
                row.Text("channel"),
                row.Text("platform"),
                row.Text("category_name"),
                row.Text("level"),
                row.Long("finding_count"),
                row.Text("words"),
                row.Text("location")
            ),
            quarter.ToString(),
            unit
        );

    /// <summary>The rulebooks by id.</summary>
    public static IReadOnlyList<RulebookRow> Rulebooks(Snapshot snapshot) =>
        snapshot.Query(
            "from rulebooks order by rulebook",
            row => new RulebookRow(
                row.Text("rulebook"),
                row.Text("title"),
                row.Text("source"),
                row.Flag("is_confirmed"),
                row.Text("sha256")
            )
        );

    /// <summary>The Chinese titles of a rulebook's ranked groups, in its order.</summary>
    public static IReadOnlyList<(string Code, string Title)> Groups(Snapshot snapshot, string rulebook) =>
        snapshot.Query(
            """
            select ranked_group, any_value(group_title) as title
            from rulebook_groups
            where rulebook = $1
            group by ranked_group
            order by min(group_order)
            """,
            row => (row.GetString(0), row.GetString(1)),
            rulebook
        );

    /// <summary>What was checked in a quarter, by channel.</summary>
    public static IReadOnlyList<CoverageRow> Coverage(Snapshot snapshot, Quarter quarter) =>
        snapshot.Query(
            """
            select
                u.channel,
                count(*) filter (where u.status = 'found') as found_count,
                count(*) filter (where u.status = 'covered') as covered_count,
                count(*) filter (where u.status = 'unchecked') as unchecked_count,
                any_value(c.scope) as proposed_scope,
            from unit_quarter as u
            left join coverage as c
                on c.quarter = u.quarter and c.channel = u.channel and c.state = 'proposed'
            where u.quarter = $1
            group by u.channel
            order by u.channel
            """,
            row => new CoverageRow(
                row.Text("channel"),
                row.Long("found_count"),
                row.Long("covered_count"),
                row.Long("unchecked_count"),
                row.TextOrNull("proposed_scope")
            ),
            quarter.ToString()
        );
}

/// <summary>A quarter with data.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Rulebook">The rulebook in effect; null when there is none.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
public sealed record QuarterRow(Quarter Quarter, string? Rulebook, bool IsSample);

/// <summary>A unit.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">The full name.</param>
/// <param name="ShortName">The name on charts.</param>
/// <param name="Group">town, department or institution.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="SortOrder">The official order.</param>
public sealed record UnitRow(
    string Code,
    string Name,
    string ShortName,
    string Group,
    IReadOnlyList<string> Aliases,
    int SortOrder
);

/// <summary>A discrepancy of a loaded notice (出入).</summary>
/// <param name="Id">The code of this discrepancy.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Notice">The notice's id.</param>
/// <param name="Code">The kind.</param>
/// <param name="Severity">error, doubtful or style.</param>
/// <param name="Stated">The printed figure.</param>
/// <param name="Computed">The figure that follows from the others.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Words">The sentence it comes from.</param>
/// <param name="Location">Its place in the file.</param>
public sealed record DiscrepancyRow(
    string Id,
    Quarter Quarter,
    string Notice,
    string Code,
    string Severity,
    decimal? Stated,
    decimal? Computed,
    string Message,
    string Words,
    string Location
);

/// <summary>A file of a batch (批次).</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Kind">notice or facts.</param>
/// <param name="FileName">The file.</param>
/// <param name="Sha256">The hash of its content.</param>
/// <param name="Quarters">The quarters it has facts of.</param>
/// <param name="FactCount">How many facts.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
/// <param name="LoadedAt">When, UTC.</param>
/// <param name="LoadedBy">By whom.</param>
/// <param name="EndedBy">The batch that replaced it; null while it is in force.</param>
public sealed record BatchRow(
    long Batch,
    string Kind,
    string FileName,
    string Sha256,
    IReadOnlyList<string> Quarters,
    long FactCount,
    bool IsSample,
    DateTime LoadedAt,
    string LoadedBy,
    long? EndedBy
);

/// <summary>A rulebook (评分规则).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="Confirmed">Whether a public text confirms its points.</param>
/// <param name="Sha256">The hash of its file.</param>
public sealed record RulebookRow(string Id, string Title, string Source, bool Confirmed, string Sha256);

/// <summary>A notice (通报).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">文号</param>
/// <param name="Title">The title.</param>
/// <param name="IssuedOn">The date of signature.</param>
/// <param name="FileName">The file it came from.</param>
/// <param name="UnrecognisedCount">Clauses with a number that was not understood.</param>
public sealed record NoticeRow(
    string Id,
    string? Number,
    string? Title,
    DateOnly? IssuedOn,
    string FileName,
    long UnrecognisedCount
);

/// <summary>A total, rate or change as printed.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Category">The category, or NONE.</param>
/// <param name="Count">The printed number.</param>
/// <param name="Rate">The printed rate in percent.</param>
/// <param name="Change">The printed change.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Its place in the file.</param>
public sealed record StatedRow(
    string Channel,
    string Measure,
    string Category,
    decimal? Count,
    decimal? Rate,
    decimal? Change,
    string Words,
    string Location
);

/// <summary>Problems of one channel in a quarter.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="FindingCount">All that are listed.</param>
/// <param name="UnattributedCount">Those without a unit.</param>
/// <param name="UnitCount">Units named.</param>
public sealed record ChannelRow(string Channel, long FindingCount, long UnattributedCount, long UnitCount);

/// <summary>A finding (问题条目) of a unit.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Platform">The platform, or NONE.</param>
/// <param name="CategoryName">The category in Chinese.</param>
/// <param name="Level">Who found it.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">The words it comes from.</param>
/// <param name="Location">Their place in the file.</param>
public sealed record FindingRow(
    string Id,
    string Channel,
    string Platform,
    string CategoryName,
    string Level,
    long Count,
    string Words,
    string Location
);

/// <summary>How much of a channel was checked in a quarter.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Found">Units named with findings or vetoes.</param>
/// <param name="Covered">Units checked without findings (推定为零).</param>
/// <param name="Unchecked">Units not checked as far as is known.</param>
/// <param name="ProposedScope">What the notice says was checked, not yet confirmed; null when it says nothing.</param>
public sealed record CoverageRow(string Channel, long Found, long Covered, long Unchecked, string? ProposedScope);
