using System.Text;
using Analytics.Domain;

namespace Analytics.Ingest.Text;

/// <summary>A file's text to the text that is read: folded, without odd spaces, soft line breaks joined.</summary>
internal static class Normaliser
{
    /// <summary>Normalises; linear in the length of the text.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="places">The place of each of its lines; null for 第N行.</param>
    public static NormalText Normalise(string text, IReadOnlyList<string>? places = null)
    {
        var result = new StringBuilder(text.Length);
        var lines = new List<Line>();
        var origins = new List<(int Offset, int SourceLine)>();
        var start = 0;
        PhysicalLine? last = null;
        foreach (var line in WithHeads(Split(text)))
        {
            if (last is { } before && LineBreaks.IsSoft(before, line, result, start))
            {
                if (CharacterFolding.IsLetter(result[^1]) && CharacterFolding.IsLetter(line.Text[0]))
                {
                    result.Append(' ');
                }
            }
            else
            {
                Close();
            }

            origins.Add((result.Length, line.Number));
            result.Append(line.Text);
            last = line;
        }

        Close();
        return new(result.ToString(), lines, origins, places);

        void Close()
        {
            if (last is { } line)
            {
                PairQuotes(result, start);
                lines.Add(new(new Span(start, result.Length), line.Kind));
                result.Append('\n');
                start = result.Length;
            }
        }
    }

    // A heading of single words is known by the rows below it.
    private static IEnumerable<PhysicalLine> WithHeads(IEnumerable<PhysicalLine> lines)
    {
        PhysicalLine? held = null;
        foreach (var line in lines)
        {
            if (held is { } before)
            {
                yield return before.Heads(line) ? before.AsRow() : before;
            }

            held = line;
        }

        if (held is { } last)
        {
            yield return last;
        }
    }

    // "甲县发布" is written with straight quotes too; they open and close in turn.
    private static void PairQuotes(StringBuilder text, int start)
    {
        var isOpen = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isOpen = !isOpen;
                text[i] = isOpen ? '“' : '”';
            }
        }
    }

    private static IEnumerable<PhysicalLine> Split(string text)
    {
        var number = 0;
        for (var start = 0; start <= text.Length; )
        {
            var length = text.AsSpan(start).IndexOfAny(Marks.LineEnds);
            var end = length < 0 ? text.Length : start + length;
            number++;
            if (PhysicalLine.From(text.AsSpan(start, end - start), number) is { } line)
            {
                yield return line;
            }

            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }
}
