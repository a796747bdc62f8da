using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>What a number inherits from the words before it: period, channel, level.</summary>
internal static class Context
{
    /// <summary>The period of a number: the last one named in its sentence, else the document's.</summary>
    public static string? PeriodAt(ReadingState reading, Paragraph paragraph, int sentenceStart, int at)
    {
        string? found = null;
        foreach (var period in paragraph.Periods)
        {
            if (period.Start >= at)
            {
                break;
            }

            if (period.Start < sentenceStart || period.IsDate || IsBasis(paragraph.Text, period))
            {
                continue;
            }

            if ((period.Year ?? reading.Head.Year) is { } year)
            {
                found = period.In(year);
            }
        }

        return found ?? reading.Head.Period;
    }

    /// <summary>The channel of a number that its own words do not tell.</summary>
    public static string? ChannelAt(ReadingState reading, Paragraph paragraph, int sentenceStart, int at)
    {
        string? inSentence = null;
        string? inParagraph = null;
        var isRequest = false;
        var isOpenness = false;
        foreach (var (channel, start) in paragraph.Channels)
        {
            if (start >= at)
            {
                break;
            }

            inParagraph = channel;
            if (start >= sentenceStart)
            {
                inSentence = channel;
                isRequest |= channel == Channel.Request;
                isOpenness |= channel == Channel.Openness;
            }
        }

        // 主动公开、依申请公开等指标: a list of both speaks of openness as a whole.
        if (inSentence == Channel.Request && isRequest && isOpenness)
        {
            return Channel.Openness;
        }

        return inSentence
            ?? inParagraph
            ?? ChannelOf(reading.Section)
            ?? reading.LastIn(paragraph)?.Fact.Channel
            ?? reading.Head.Channel;
    }

    /// <summary>The one channel a heading names; null when it names none or several.</summary>
    public static string? ChannelOf(string words)
    {
        var channels = Nouns.Channels(words).ConvertAll(found => found.Value);
        return channels.Count > 0 && channels.TrueForAll(channel => channel == channels[0]) ? channels[0] : null;
    }

    /// <summary>Who found it, by the words before the number, else by the office that inspects in this sentence.</summary>
    public static string? LevelAt(Scene scene)
    {
        if (Levels.In(scene.Left) is { } own)
        {
            return own;
        }

        var text = scene.SentenceBefore;
        foreach (var clause in text.Split('，', '；', '。'))
        {
            if (Levels.In(clause) is { } level)
            {
                return level;
            }
        }

        return null;
    }

    // 比第四季度上升: the base of a comparison is not the period of the number.
    private static bool IsBasis(string text, PeriodMention period) =>
        period.Start > 0 && text[period.Start - 1] is '比' or '较' or '与' or '同';
}
