namespace Analytics.Warehouse;

/// <summary>One row of raw_facts, in the order of its columns: a fact with the codes it was given at load.</summary>
internal sealed record FactRow
{
    public required string FactId { get; init; }
    public required string Quarter { get; init; }
    public required string Unit { get; init; }
    public required string Category { get; init; }
    public required string Target { get; init; }
    public required string Level { get; init; }
    public required bool IsTotal { get; init; }
    public required Domain.Fact Fact { get; init; }
}

/// <summary>One row of raw_coverage.</summary>
internal sealed record CoverageRow(
    string Quarter,
    string Channel,
    string Unit,
    string Scope,
    long? AccountCount,
    string State,
    string Words
);
