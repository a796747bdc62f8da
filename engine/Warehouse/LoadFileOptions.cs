using Analytics.Domain;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>What is known about a file besides its content.</summary>
public sealed record LoadFileOptions
{
    /// <summary>The quarter of a notice, a sheet or rows that do not say theirs; null by default, to insist that they do.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>Mappings (列对应) that a person gave for this load; none by default. They go before remembered ones.</summary>
    public IReadOnlyList<TableMapping> Mappings { get; init; } = [];

    /// <summary>Finds what is remembered for a table's shape, as JSON (<see cref="AnalyticsWarehouse.MappingFor"/>); null by default, to remember nothing.</summary>
    public Func<string, string?>? Remembered { get; init; }
}
