using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>The mart finding_sums is made of combinations; the second way reads the findings one by one.</summary>
internal static class FindingSums
{
    private const string Grain =
        "quarter, unit, channel, platform, subject, category, category_source, level, is_sample";

    /// <summary>Fails unless both ways give the same rows, and there are some.</summary>
    public static void AreThoseOf(Snapshot snapshot)
    {
        var sums = Rows(snapshot, $"select {Grain}, finding_count, row_count from finding_sums order by all");
        Assert.NotEmpty(sums);
        Assert.Equal(
            Rows(
                snapshot,
                $"select {Grain}, cast(sum(finding_count) as bigint), count(*) from findings group by {Grain} order by all"
            ),
            sums
        );
    }

    private static IReadOnlyList<string> Rows(Snapshot snapshot, string sql) =>
        snapshot.Query(sql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row[column])));
}
