using Analytics.Domain;

namespace Analytics.Ingest.Tables;

/// <summary>What is known about a table besides the file.</summary>
public sealed record TableOptions
{
    /// <summary>The quarter of rows and sheets that do not say theirs (<c>--quarter</c>); null by default.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>Mappings decided by people; the first that fits a sheet overrides what the reader would guess. None by default.</summary>
    public IReadOnlyList<TableMapping> Mappings { get; init; } = [];
}
