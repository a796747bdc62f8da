namespace Analytics.Warehouse;

/// <summary>What a revert (撤销) did.</summary>
/// <param name="BatchId">The batch that the revert is.</param>
/// <param name="Reverts">The batch that was undone.</param>
/// <param name="Ended">Files that are no longer in force.</param>
/// <param name="Restored">Files that are in force again: earlier copies, and sample data where no real data is left.</param>
/// <param name="Quarters">The quarters whose numbers may have changed.</param>
public sealed record RevertReport(
    long BatchId,
    long Reverts,
    IReadOnlyList<string> Ended,
    IReadOnlyList<string> Restored,
    IReadOnlyList<string> Quarters
);
