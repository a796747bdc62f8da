namespace Analytics.Ingest.Tables;

/// <summary>Whether a cell states something.</summary>
internal enum CellState
{
    /// <summary>Empty, —, /, 无: not stated, which is not zero.</summary>
    NotStated,

    /// <summary>The value is there.</summary>
    Stated,

    /// <summary>Something else stands there.</summary>
    Wrong,
}
