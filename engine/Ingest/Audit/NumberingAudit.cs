using Analytics.Domain;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Audit;

/// <summary>Ordinals of enumerations (一是二是三是, 一、二、, （一）（二）): none twice, none left out.</summary>
internal static class NumberingAudit
{
    /// <summary>Checks the enumerations inside paragraphs and the marks that open paragraphs.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        var opening = new Dictionary<char, (int Number, Span Span)>();
        foreach (var line in reading.Source.Lines)
        {
            if (line.Kind == LineKind.Row)
            {
                continue;
            }

            if (ListMark.Read(reading.Source.Text, line.Span.Start) is { } mark && mark.Kind != '是')
            {
                // A new heading of the upper level begins the numbers of the lower ones anew.
                if (mark.Kind == '、')
                {
                    opening.Remove('（');
                }

                Step(result, reading.Source.Text, opening, mark, new(line.Span.Start, mark.End));
            }

            Inside(reading, result, line.Span);
        }
    }

    private static void Inside(ReadingState reading, AuditResult result, Span line)
    {
        var last = new Dictionary<char, (int Number, Span Span)>();
        var text = reading.Source.Text;
        for (var at = line.Start; at < line.End; at++)
        {
            var isStart = at == line.Start || text[at - 1] is '。' or '；' or '：' or '，' or '）';
            if (isStart && ListMark.Read(text, at) is { Kind: '是' } mark)
            {
                Step(result, text, last, mark, new(at, mark.End));
            }
        }
    }

    private static void Step(
        AuditResult result,
        string text,
        Dictionary<char, (int Number, Span Span)> last,
        (char Kind, int Number, int End) mark,
        Span span
    )
    {
        if (last.TryGetValue(mark.Kind, out var before) && mark.Number != 1)
        {
            if (mark.Number == before.Number)
            {
                Add(
                    result,
                    $"“{text[span.Start..span.End]}”在同一组列举中出现了两次，后一处序号应为第 {mark.Number + 1} 项。",
                    mark.Number,
                    before.Number + 1,
                    [span, before.Span]
                );
            }
            else if (mark.Number > before.Number + 1)
            {
                Add(
                    result,
                    $"“{text[before.Span.Start..before.Span.End]}”之后直接是“{text[span.Start..span.End]}”，中间缺少序号。",
                    mark.Number,
                    before.Number + 1,
                    [span, before.Span]
                );
            }
        }

        last[mark.Kind] = (mark.Number, span);
    }

    private static void Add(
        AuditResult result,
        string message,
        decimal stated,
        decimal computed,
        IReadOnlyList<Span> spans
    ) => result.Add(DiscrepancyCode.Numbering, Severity.Style, stated, computed, message, spans);
}
