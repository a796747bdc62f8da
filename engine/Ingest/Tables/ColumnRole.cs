namespace Analytics.Ingest.Tables;

/// <summary>A role that a column can have.</summary>
/// <param name="Code">The code in <see cref="ColumnMapping.Role"/> and in mapping files.</param>
/// <param name="Title">Its Chinese name.</param>
/// <param name="Kinds">The kinds of tables that use it, codes of <see cref="TableKind"/>.</param>
/// <param name="Detail">What <see cref="ColumnMapping.Detail"/> holds, in Chinese; null when it holds nothing.</param>
public sealed record ColumnRole(string Code, string Title, IReadOnlyList<string> Kinds, string? Detail = null);
