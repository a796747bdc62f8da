using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Reading;

/// <summary>A logical line with its numbers, periods, channel words and bracket pairs, found in one pass each.</summary>
internal sealed class Paragraph
{
    private const int FarthestBack = 240;
    private const int FarthestOn = 160;

    private readonly int[] _partner;
    private readonly int[] _open;

    /// <summary>Prepares a line of the text.</summary>
    public Paragraph(string text, Line line, int index)
    {
        Text = text;
        Span = line.Span;
        Kind = line.Kind;
        Index = index;
        (Quantities, Periods) = Lexer.Read(text, line.Span);
        // A length of time (两周内, 5个工作日) is a condition: it neither counts nor parts the words around it.
        Quantities.RemoveAll(quantity => quantity.Kind == QuantityKind.Duration);
        Channels = Nouns
            .Channels(text.AsSpan(Span.Start, Span.End - Span.Start))
            .ConvertAll(found => (found.Value, found.Start + Span.Start));
        BodyStart = ListMark.Read(text, Span.Start) is { } mark && mark.End < Span.End ? mark.End : Span.Start;
        (_partner, _open) = Brackets();
    }

    /// <summary>The whole normalised text.</summary>
    public string Text { get; }

    /// <summary>Where the line stands.</summary>
    public Span Span { get; }

    /// <summary>Where the words begin, behind a list mark.</summary>
    public int BodyStart { get; }

    /// <summary>What the line is.</summary>
    public LineKind Kind { get; }

    /// <summary>Its index among the lines.</summary>
    public int Index { get; }

    /// <summary>Its numbers.</summary>
    public List<Quantity> Quantities { get; }

    /// <summary>Its periods and dates.</summary>
    public List<PeriodMention> Periods { get; }

    /// <summary>Its channel words.</summary>
    public List<(string Channel, int Start)> Channels { get; }

    /// <summary>How many items of an ordered list begin before an offset.</summary>
    public static int CountBefore<T>(List<T> items, Func<T, int> startOf, int at)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = startOf(items[middle]) < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The offset of the bracket that encloses an offset, −1 for none.</summary>
    public int OpenBracketOf(int at) => _open[at - Span.Start];

    /// <summary>The offset of the other bracket of a pair, −1 when it has none.</summary>
    public int PartnerOf(int at) => _partner[at - Span.Start];

    /// <summary>Where the clause around an offset begins: after the last ，；。： outside brackets that close before.</summary>
    public int ClauseStart(int at, string marks)
    {
        var limit = Math.Max(at > BodyStart ? BodyStart : Span.Start, at - FarthestBack);
        for (var i = at - 1; i >= limit; i--)
        {
            if (Text[i] == '）' && PartnerOf(i) >= 0)
            {
                i = Math.Max(PartnerOf(i), limit);
            }
            else if (Text[i] == '（' || marks.Contains(Text[i], StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return limit;
    }

    /// <summary>Where the clause around an offset ends.</summary>
    public int ClauseEnd(int at, string marks)
    {
        var limit = Math.Min(Span.End, at + FarthestOn);
        for (var i = at; i < limit; i++)
        {
            if (Text[i] == '（' && PartnerOf(i) > 0 && marks.Contains('（', StringComparison.Ordinal) is false)
            {
                i = Math.Min(PartnerOf(i), limit - 1);
            }
            else if (Text[i] == '）' || marks.Contains(Text[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return limit;
    }

    private (int[] Partner, int[] Open) Brackets()
    {
        var length = Span.End - Span.Start;
        var partner = new int[length];
        var open = new int[length];
        Array.Fill(partner, -1);
        var stack = new Stack<int>();
        for (var i = 0; i < length; i++)
        {
            var c = Text[Span.Start + i];
            if (c == '）' && stack.Count > 0)
            {
                partner[i] = stack.Peek() + Span.Start;
                partner[stack.Pop()] = i + Span.Start;
            }

            open[i] = stack.Count > 0 ? stack.Peek() + Span.Start : -1;
            if (c == '（')
            {
                stack.Push(i);
            }
        }

        // A bracket that never closes must not swallow the rest of the paragraph.
        for (var i = 0; i < length; i++)
        {
            while (open[i] >= 0 && partner[open[i] - Span.Start] < 0)
            {
                open[i] = open[open[i] - Span.Start];
            }
        }

        return (partner, open);
    }
}
