namespace Analytics.Warehouse;

/// <summary>Something that rests on a batch.</summary>
/// <param name="Kind">batch (a later copy of one of its documents), publication (of one of its quarters), account (a later batch whose rows got their unit through its accounts), alias (a decision its names were resolved by).</param>
/// <param name="Number">The number of the batch, publication or decision.</param>
/// <param name="Name">The file, the quarter or the alias.</param>
public sealed record Dependent(string Kind, long Number, string Name);
