namespace Analytics.Export;

/// <summary>Sizes and distances of a document: letters in half points, everything else in twentieths of a point.</summary>
internal sealed record DocumentLook
{
    private const int PageWidth = 11906;

    /// <summary>GB/T 9704-2012: margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters.</summary>
    public static DocumentLook Official { get; } = new();

    /// <summary>A page of tables: 12-point text, tables of 10.5 points, margins of 20 mm.</summary>
    public static DocumentLook Form { get; } =
        new()
        {
            Size = 24,
            Line = 400,
            Closer = 0,
            TitleSize = 32,
            TitleLine = 480,
            TableSize = 21,
            TableLine = 300,
            Top = 1134,
            Bottom = 1134,
            Side = 1134,
            OtherSide = 1134,
            Header = 567,
            Footer = 567,
        };

    /// <summary>Of the text: 3号.</summary>
    public int Size { get; private init; } = DocumentStyles.Size3;

    /// <summary>From line to line: 22 in 225 mm.</summary>
    public int Line { get; private init; } = 578;

    /// <summary>How much closer than their size letters stand: 156 mm hold 27.6 characters of 16 points, a quarter point closer 28.</summary>
    public int Closer { get; private init; } = -5;

    /// <summary>Of the title: 2号.</summary>
    public int TitleSize { get; private init; } = DocumentStyles.Size2;

    /// <summary>Between the lines of the title.</summary>
    public int TitleLine { get; private init; } = 660;

    /// <summary>In tables: 小四.</summary>
    public int TableSize { get; private init; } = DocumentStyles.SizeSmall4;

    /// <summary>Between lines in tables.</summary>
    public int TableLine { get; private init; } = 400;

    /// <summary>The margin above the text.</summary>
    public int Top { get; private init; } = 2098;

    /// <summary>The margin below the text.</summary>
    public int Bottom { get; private init; } = 1984;

    /// <summary>The margin at the left, where a document is bound.</summary>
    public int Side { get; private init; } = 1588;

    /// <summary>The margin at the right.</summary>
    public int OtherSide { get; private init; } = 1474;

    /// <summary>From the edge of the paper to the words above the text.</summary>
    public int Header { get; private init; } = 851;

    /// <summary>From the edge of the paper to the page number, 7 mm below the text.</summary>
    public int Footer { get; private init; } = 1361;

    /// <summary>The width of the text; 156 mm of an official document.</summary>
    public int TextWidth => PageWidth - Side - OtherSide;
}
