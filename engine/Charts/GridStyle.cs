namespace Analytics.Charts;

/// <summary>How a grid shows its counts.</summary>
internal enum GridStyle
{
    /// <summary>A darker square for more (热力图).</summary>
    Shades,

    /// <summary>A higher column for more, all rows on one scale.</summary>
    Columns,
}
