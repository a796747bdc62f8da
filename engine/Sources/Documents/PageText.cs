using System.Text.RegularExpressions;

namespace Analytics.Sources.Documents;

/// <summary>Lines of print back to paragraphs (版面还原), over page ends too.</summary>
internal static partial class PageText
{
    // In letters; where all lines are shorter, none is a full one.
    private const int NarrowestColumn = 15;
    private const string SentenceEnds = "。；：！？";
    private const string Closers = "）)》”」";

    /// <summary>Joins pages to paragraphs and rows.</summary>
    /// <returns>Each paragraph with the page on which it begins, from 1.</returns>
    public static List<(string Text, int Page)> Join(IReadOnlyList<PageContent> pages)
    {
        var lines = pages.Select((page, index) => PageLine.Of(page, index + 1)).ToList();
        PageFurniture.Strip(lines);
        var all = lines.SelectMany(page => page).ToList();
        var style = PageStyle.Of(all);
        var paragraphs = new List<(string Text, int Page)>();
        PageLine? last = null;
        var columns = style;
        foreach (var line in all)
        {
            if (last is null || last.Page != line.Page)
            {
                columns = style.ForPage(lines[line.Page - 1]);
            }

            if (last is not null && Continues(last, line, style.ForPage(lines[last.Page - 1]), columns))
            {
                var (text, page) = paragraphs[^1];
                paragraphs[^1] = (text + Seam(text, line.Text) + line.Text, page);
            }
            else
            {
                paragraphs.Add((line.Text, line.Page));
            }

            last = line;
        }

        return paragraphs;
    }

    private static bool Continues(PageLine before, PageLine next, PageStyle styleBefore, PageStyle styleNext)
    {
        if (
            before.HasColumns
            || next.HasColumns
            || styleBefore.Right - styleBefore.Left < NarrowestColumn * before.Size
            || Math.Abs(before.Size - next.Size) > 0.15 * before.Size
            // Indented or centred: a paragraph of its own.
            || next.Left - styleNext.Left > 0.8 * next.Size
            || (before.Page == next.Page && next.Baseline - before.Baseline > 1.6 * styleNext.Spacing)
        )
        {
            return false;
        }

        var missing = (styleBefore.Right - before.Right) / before.Size;
        var isEnded = SentenceEnds.Contains(before.Text[^1], StringComparison.Ordinal);
        if (missing <= 1.5)
        {
            if (
                (isEnded || Closers.Contains(before.Text[^1], StringComparison.Ordinal))
                && ItemStart().IsMatch(next.Text)
            )
            {
                return false;
            }

            // Without indents a full line that ends a sentence may end its paragraph; to part two sentences does no harm.
            return styleBefore.IsIndented || !isEnded;
        }

        // A number or Latin word that did not fit leaves a line short.
        return styleBefore.IsIndented && missing <= 4 && !isEnded && before.Text.AsSpan().IndexOfAny("，、；。") >= 0;
    }

    [GeneratedRegex(
        @"^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}(、|[.．](?![0-9])))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ItemStart();

    private static string Seam(string before, string next) =>
        char.IsAsciiLetter(before[^1]) && char.IsAsciiLetter(next[0]) ? " " : "";
}
