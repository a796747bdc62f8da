using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The rulebooks (评分规则) and the groups they rank. SQL: Sql/marts/rulebooks.sql, rulebook_groups.sql.</summary>
public static class Rulebooks
{
    /// <summary>The rulebooks by id.</summary>
    public static IReadOnlyList<RulebookRow> All(Snapshot snapshot) =>
        snapshot.Query(
            "from rulebooks order by rulebook",
            row => new RulebookRow(
                row.Text("rulebook"),
                row.Text("title"),
                row.Text("source"),
                row.Flag("is_confirmed"),
                row.Text("sha256"),
                row.Text("kind"),
                row.DateOrNull("effective_from") ?? DateOnly.MinValue,
                row.DateOrNull("effective_to"),
                row.Flag("is_default"),
                row["gaps"] is IEnumerable<string> gaps ? [.. gaps] : [],
                row["notes"] is IEnumerable<string> notes ? [.. notes] : [],
                DateTime.SpecifyKind((DateTime)row["published_at"], DateTimeKind.Utc),
                row.Text("published_by")
            )
        );

    /// <summary>The file of a rulebook as it was published; null when there is none of that id.</summary>
    public static string? Content(Snapshot snapshot, string rulebook) =>
        snapshot.Query("select content from rulebooks where rulebook = $1", row => row.GetString(0), rulebook)
            is [var content]
            ? content
            : null;

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
}

/// <summary>A rulebook (评分规则).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="Confirmed">Whether a public text confirms its points.</param>
/// <param name="Sha256">The hash of its file.</param>
/// <param name="Kind">deduction or additive.</param>
/// <param name="EffectiveFrom">The first day it is in effect.</param>
/// <param name="EffectiveTo">The last day; null while it is.</param>
/// <param name="IsDefault">Whether quarters use it when nobody names one.</param>
/// <param name="Gaps">What is not confirmed yet; with any of these it cannot rank.</param>
/// <param name="Notes">Sentences shown with it.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="PublishedBy">By whom.</param>
public sealed record RulebookRow(
    string Id,
    string Title,
    string Source,
    bool Confirmed,
    string Sha256,
    string Kind,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    bool IsDefault,
    IReadOnlyList<string> Gaps,
    IReadOnlyList<string> Notes,
    DateTime PublishedAt,
    string PublishedBy
)
{
    /// <summary>What stands behind the title wherever scores are shown: nothing, or that the points are not confirmed.</summary>
    public string Caveat =>
        Gaps.Count > 0 ? $"，还有 {Gaps.Count} 处分值未确认，不能排名"
        : Confirmed ? ""
        : "，分值未经公开文件确认";
}
