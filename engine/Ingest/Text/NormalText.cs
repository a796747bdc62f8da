using Analytics.Domain;

namespace Analytics.Ingest.Text;

/// <summary>The text after folding and joining, with the way back to the lines of the file.</summary>
internal sealed class NormalText
{
    private readonly List<(int Offset, int SourceLine)> _origins;
    private readonly IReadOnlyList<string>? _places;

    /// <summary>Lines must be given in the order of the text; origins by ascending offset; places by line of the file, where it has any.</summary>
    public NormalText(
        string text,
        IReadOnlyList<Line> lines,
        List<(int Offset, int SourceLine)> origins,
        IReadOnlyList<string>? places
    )
    {
        Text = text;
        Lines = lines;
        _origins = origins;
        _places = places;
    }

    /// <summary>The normalised text; lines end in one line feed.</summary>
    public string Text { get; }

    /// <summary>The logical lines (paragraphs, headings, rows of tables).</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The place in the file that an offset comes from: 第N行 of a text, from 1; 第N段, 第N页, 表N第M行 of a document.</summary>
    public string LocationOf(int offset)
    {
        var low = 0;
        var high = _origins.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _origins[middle].Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        var line = _origins.Count == 0 ? 1 : _origins[low].SourceLine;
        return _places is not null && line <= _places.Count ? _places[line - 1] : $"第{line}行";
    }
}

/// <summary>A logical line.</summary>
/// <param name="Span">Where it stands, without its line feed.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Line(Span Span, LineKind Kind);

/// <summary>What a logical line is.</summary>
internal enum LineKind
{
    /// <summary>正文</summary>
    Body,

    /// <summary>标题: a markdown heading.</summary>
    Heading,

    /// <summary>表格的一行: cells parted by <c> | </c>.</summary>
    Row,
}
