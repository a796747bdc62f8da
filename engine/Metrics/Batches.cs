using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The loads so far (批次). SQL: Sql/marts/batches.sql.</summary>
public static class Batches
{
    /// <summary>Whether a file of that code was ever loaded.</summary>
    public static bool HasDocument(Snapshot snapshot, string document)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query("from batches where document = $1 limit 1", row => row.Text("document"), document).Count
            > 0;
    }

    /// <summary>The files of all batches, the newest first.</summary>
    public static IReadOnlyList<BatchRow> All(Snapshot snapshot) =>
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
            {
                RowCount = row.Long("row_count"),
                RefusedCount = row.Long("refused_count"),
                RequestCount = row.Long("request_count"),
                AccountCount = row.Long("account_count"),
                Mapping = row.TextOrNull("mapping"),
                Reverts = row.LongOrNull("reverts"),
                RevertedBy = row.LongOrNull("reverted_by"),
            }
        );
}

/// <summary>A file of a batch (批次).</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Kind">notice, facts, findings, counts, submissions, accounts, requests, or several joined by +; revert (撤销) for a batch that undid another.</param>
/// <param name="FileName">The file; empty for a revert.</param>
/// <param name="Sha256">The hash of its content.</param>
/// <param name="Quarters">The quarters it has facts of.</param>
/// <param name="FactCount">How many facts.</param>
/// <param name="IsSample">Whether it is sample data (示例数据).</param>
/// <param name="LoadedAt">When, UTC.</param>
/// <param name="LoadedBy">By whom.</param>
/// <param name="EndedBy">The batch that replaced or undid it; null while it is in force.</param>
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
)
{
    /// <summary>Rows of a table, refused ones included.</summary>
    public long RowCount { get; init; }

    /// <summary>Rows that were refused.</summary>
    public long RefusedCount { get; init; }

    /// <summary>Requests for disclosure (依申请公开).</summary>
    public long RequestCount { get; init; }

    /// <summary>Accounts with their units.</summary>
    public long AccountCount { get; init; }

    /// <summary>What the columns were taken for (列对应), as JSON; null for a notice.</summary>
    public string? Mapping { get; init; }

    /// <summary>The batch this one undid; null for a load.</summary>
    public long? Reverts { get; init; }

    /// <summary>The batch that undid this one; null when none did.</summary>
    public long? RevertedBy { get; init; }
}
