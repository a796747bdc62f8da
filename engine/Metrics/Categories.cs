using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The taxonomy (问题类别). SQL: Sql/marts/categories.sql.</summary>
public static class Categories
{
    /// <summary>The categories in order, without the words that stand for them.</summary>
    public static CategoryList List(Snapshot snapshot) =>
        CategoryList.Of(
            snapshot.Query(
                "from categories order by sort_order",
                row => new IssueCategory(row.Text("category"), row.Text("channel"), row.Text("category_name"), [])
            )
        );
}
