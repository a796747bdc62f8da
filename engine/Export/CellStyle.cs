namespace Analytics.Export;

/// <summary>Every look a cell can have; the order is that of the stylesheet.</summary>
internal enum CellStyle
{
    Default,
    Title,
    Head,
    Text,
    TextWrapped,

    /// <summary>Text that begins like a formula; stays text when someone edits the cell.</summary>
    Quoted,
    QuotedWrapped,
    Integer,
    Score,

    /// <summary>A Plain number without places.</summary>
    Whole,

    /// <summary>A Plain number with places.</summary>
    Fraction,
    Percent,
    Points,
    Date,
    DateTime,
}
