using Analytics.Ingest.Text;

namespace Analytics.Ingest.Reading;

/// <summary>Goes through the text number by number and offers each to the phrase families, in a fixed order.</summary>
internal static class Interpreter
{
    private const int LongestSection = 60;
    private const int LongestShort = 20;

    /// <summary>The families, special before general; the first that claims a number has it.</summary>
    private static readonly Func<ReadingState, Scene, bool>[] s_families =
    [
        RankPhrases.TryRead,
        WorkingDayPhrases.TryRead,
        ChangePhrases.TryRead,
        RatePhrases.TryRead,
        ScorePhrases.TryRead,
        ConditionPhrases.TryRead,
        SumPhrases.TryRead,
        ParallelCounts.TryRead,
        ListPhrases.TryRead,
        CountPhrases.TryRead,
    ];

    /// <summary>Reads every line.</summary>
    public static void Read(ReadingState reading)
    {
        var sentence = 0;
        for (var i = 0; i < reading.Source.Lines.Count && !reading.IsOverfull; i++)
        {
            var line = reading.Source.Lines[i];
            var paragraph = new Paragraph(reading.Source.Text, line, i);
            if (line.Kind == LineKind.Row)
            {
                i = TableReader.Read(reading, i);
                continue;
            }

            NoteSection(reading, paragraph);
            reading.Frames.Clear();
            sentence = ReadParagraph(reading, paragraph, sentence + 1);
        }
    }

    private static int ReadParagraph(ReadingState reading, Paragraph paragraph, int sentence)
    {
        var at = paragraph.Span.Start;
        var sentenceStart = at;
        for (var index = 0; index < paragraph.Quantities.Count && !reading.IsOverfull; index++)
        {
            var quantity = paragraph.Quantities[index];
            for (; at < quantity.Start; at++)
            {
                if (paragraph.Text[at] is '。' or '！' or '？')
                {
                    ImpliedPhrases.Read(reading, paragraph, sentence, sentenceStart, at);
                    sentence++;
                    sentenceStart = at + 1;
                }
            }

            var scene = new Scene(paragraph, index, sentence, sentenceStart);
            var split = reading.SplitBefore(scene);
            var isAdjacent =
                split is null || split.Sentence == scene.Sentence || ReferenceEquals(split, reading.LastIn(paragraph));
            reading.Frames.Advance(scene, split, isAdjacent);
            if (!Array.Exists(s_families, family => family(reading, scene)))
            {
                reading.AddUnrecognised(scene);
            }
        }

        for (; at < paragraph.Span.End; at++)
        {
            if (paragraph.Text[at] is '。' or '！' or '？' || at == paragraph.Span.End - 1)
            {
                ImpliedPhrases.Read(reading, paragraph, sentence, sentenceStart, Math.Min(at + 1, paragraph.Span.End));
                sentence++;
                sentenceStart = at + 1;
            }
        }

        return sentence;
    }

    // A heading, or the first sentence of an item with a list mark, says what the section is about.
    private static void NoteSection(ReadingState reading, Paragraph paragraph)
    {
        var text = paragraph.Text.AsSpan(paragraph.Span.Start, paragraph.Span.End - paragraph.Span.Start);
        var kind = ListMark.Read(paragraph.Text, paragraph.Span.Start)?.Kind ?? ' ';
        if (text.Length is > 3 and <= LongestShort && text[^1] == '：' && text.IndexOfAny('，', '、') < 0)
        {
            reading.Label = (paragraph.Index, text[..^1].ToString());
        }

        var isItem = kind is '、' or '（' or '·';
        if (!isItem && kind != '.' && paragraph.Kind != LineKind.Heading)
        {
            return;
        }

        var end = text.IndexOfAny('。', '：');
        var length = end < 0 ? text.Length : end;
        // 1.监测概况 may be a heading; 1.甲局网站错别字3处 is one of several items.
        if (length <= (kind == '.' ? LongestShort : LongestSection) && (kind != '.' || end < 0))
        {
            reading.Sections.Enter(kind, text[..length].ToString());
            reading.SectionLine = paragraph.Index;
        }
    }
}
