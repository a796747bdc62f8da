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
}

/// <summary>A rulebook (评分规则).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="Confirmed">Whether a public text confirms its points.</param>
/// <param name="Sha256">The hash of its file.</param>
public sealed record RulebookRow(string Id, string Title, string Source, bool Confirmed, string Sha256);
