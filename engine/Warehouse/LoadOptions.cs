namespace Analytics.Warehouse;

/// <summary>How to load. By default: for good, and a table with a row that cannot be taken is refused as a whole.</summary>
public sealed record LoadOptions
{
    /// <summary>True to try only: the report is the same, nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>True to load the good rows of a table and leave out the others, which are counted and reported. A notice is always whole.</summary>
    public bool AcceptGoodRows { get; init; }
}
