using System.Text;

namespace Analytics.Ingest.Text;

/// <summary>Whether a line break stands inside a sentence (软回车): pages and scans break paragraphs, even words.</summary>
internal static class LineBreaks
{
    private const int ShortestBody = 20;

    /// <summary>Whether <paramref name="next"/> continues what was collected since <paramref name="start"/>.</summary>
    public static bool IsSoft(PhysicalLine before, PhysicalLine next, StringBuilder text, int start)
    {
        if (before.Kind == LineKind.Row || next.Kind != LineKind.Body || ListMark.Starts(next.Text))
        {
            return false;
        }

        if (IsTitleHead(before.Text))
        {
            return IsTitleTail(next.Text) && next.Number == before.Number + 1;
        }

        if (before.Kind == LineKind.Heading)
        {
            return false;
        }

        if (IsTitle(before.Text))
        {
            return false;
        }

        if (before.Text[^1] is '，' or '、')
        {
            return true;
        }

        return IsBody(before.Text, text.Length - start) && !EndsSentence(before.Text);
    }

    private static bool IsTitleHead(string text) =>
        text.Contains("关于", StringComparison.Ordinal)
        && !IsTitleTail(text)
        && text.AsSpan().IndexOfAny("，。；：") < 0;

    private static bool IsTitle(string text) => IsTitleTail(text) && text.AsSpan().IndexOfAny("，。；：") < 0;

    private static bool IsTitleTail(string text) =>
        text.Length <= 60
        && (
            text.EndsWith("通报", StringComparison.Ordinal)
            || text.EndsWith("报告", StringComparison.Ordinal)
            || text.EndsWith("情况", StringComparison.Ordinal)
        );

    // A short line without a sentence is a title, a signature or a date.
    private static bool IsBody(string text, int collected) =>
        collected >= ShortestBody && (text.AsSpan().IndexOfAny("，。；、") >= 0 || collected > text.Length);

    private static bool EndsSentence(string text)
    {
        var last = text.Length - 1;
        if (text[last] is '）')
        {
            return true;
        }

        while (last > 0 && text[last] is '”' or '’' or '》' or '】' or '"')
        {
            last--;
        }

        return text[last] is '。' or '！' or '？' or '；' or '：';
    }
}
