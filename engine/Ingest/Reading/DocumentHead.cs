using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Reading;

/// <summary>The head of a notice: number, title, issuer, date, and the period that numbers have unless they say otherwise.</summary>
internal sealed record DocumentHead(NoticeDocument Document, string? Period, int? Year, string? Channel)
{
    private const int LongestTitle = 120;

    /// <summary>Reads the head from the first lines and the signature.</summary>
    public static DocumentHead Read(NormalText source)
    {
        var title = Title(source);
        var issuedOn = IssuedOn(source);
        var period = PeriodOf(source, title);
        var year = period?.Year ?? YearOf(source, period, issuedOn);
        var quarter =
            period?.QuarterNumber is { } number && year is { } known ? new Quarter(known, number) : (Quarter?)null;
        return new(
            new(Number(source.Text), title, Issuer(source, title), issuedOn, quarter),
            period is { } named && year is { } inYear ? named.In(inYear) : null,
            year,
            title is null ? null : Context.ChannelOf(title)
        );
    }

    // 关于…情况的通报; a heading wins, and the title may stand in the text more than once.
    private static string? Title(NormalText source)
    {
        var candidates = source
            .Lines.Where(line =>
                line.Kind != LineKind.Row && line.Span.End - line.Span.Start is >= 6 and <= LongestTitle
            )
            .Take(40)
            .Select(line => (line.Kind, Text: source.Text[line.Span.Start..line.Span.End]))
            .Where(line => line.Text.AsSpan().IndexOfAny("，。；：") < 0 && !ListMark.Starts(line.Text))
            .ToList();
        return candidates.Find(line => line.Text.Contains("关于", StringComparison.Ordinal)).Text
            ?? candidates.Find(line => EndsAsTitle(line.Text)).Text;
    }

    private static bool EndsAsTitle(string text)
    {
        var bare = text.EndsWith('）') && text.LastIndexOf('（') is var open and > 0 ? text[..open] : text;
        return bare.EndsWith("通报", StringComparison.Ordinal)
            || bare.EndsWith("情况", StringComparison.Ordinal)
            || bare.EndsWith("报告", StringComparison.Ordinal)
            || bare.EndsWith("结果", StringComparison.Ordinal)
            || bare.EndsWith('函')
            || bare.EndsWith("公告", StringComparison.Ordinal)
            || bare.EndsWith("简报", StringComparison.Ordinal)
            || bare.EndsWith("统计表", StringComparison.Ordinal)
            || bare.EndsWith("一览表", StringComparison.Ordinal)
            || bare.EndsWith("排名", StringComparison.Ordinal);
    }

    private static PeriodMention? PeriodOf(NormalText source, string? title)
    {
        if (title is not null && First(title, new Span(0, title.Length)) is { } inTitle)
        {
            return inTitle;
        }

        foreach (var line in source.Lines.Take(12))
        {
            if (First(source.Text, line.Span) is { } inText)
            {
                return inText;
            }
        }

        return null;
    }

    private static PeriodMention? First(string text, Span span)
    {
        var periods = Lexer.Read(text, span with { End = Math.Min(span.End, span.Start + 400) }).Periods;
        periods.RemoveAll(period => period.IsDate);
        return periods.Count > 0 ? periods[0] : null;
    }

    // A title without a year: the year first printed in the text, else the year of signature.
    private static int? YearOf(NormalText source, PeriodMention? period, DateOnly? issuedOn)
    {
        foreach (var line in source.Lines.Take(12))
        {
            var span = line.Span with { End = Math.Min(line.Span.End, line.Span.Start + 400) };
            if (
                Lexer.Read(source.Text, span).Periods.FirstOrDefault(mention => mention.Year is not null).Year is
                { } year
            )
            {
                return year;
            }
        }

        return issuedOn is not { } day ? null
            : period?.LastMonth == 12 && day.Month <= 3 ? day.Year - 1
            : day.Year;
    }

    // The signature's date stands alone in its line; the last one counts.
    private static DateOnly? IssuedOn(NormalText source)
    {
        foreach (var line in source.Lines.Reverse().Take(12))
        {
            var text = source.Text[line.Span.Start..line.Span.End];
            if (text.Length <= 12 && Day(text) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? Day(string text)
    {
        var parts = text.Split(['年', '月', '日']);
        return
            parts is [var year, var month, var day, ""]
            && int.TryParse(year, System.Globalization.CultureInfo.InvariantCulture, out var y)
            && int.TryParse(month, System.Globalization.CultureInfo.InvariantCulture, out var m)
            && int.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var d)
            && y is >= 1900 and <= 2999
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    // 伊政数发〔2025〕1号 before the title, or in brackets behind it.
    private static string? Number(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 600));
        var open = head.IndexOfAny('〔', '[', '【');
        if (
            open <= 0
            || open + 6 >= head.Length
            || head[open + 5] is not ('〕' or ']' or '】')
            || head[(open + 6)..].IndexOf('号') is not (> 0 and <= 6)
        )
        {
            return null;
        }

        var start = open;
        while (start > 0 && CharacterFolding.IsChinese(head[start - 1]))
        {
            start--;
        }

        var end = open + 6 + head[(open + 6)..].IndexOf('号') + 1;
        return start == open
            ? null
            : string.Concat(head[start..open], "〔", head.Slice(open + 1, 4), "〕") + head[(open + 6)..end].ToString();
    }

    private static string? Issuer(NormalText source, string? title)
    {
        // Signed in the line before the date, else named before 关于 in the title.
        for (var i = source.Lines.Count - 1; i > 0 && i > source.Lines.Count - 12; i--)
        {
            var span = source.Lines[i].Span;
            if (span.End - span.Start <= 12 && Day(source.Text[span.Start..span.End]) is not null)
            {
                var before = source.Lines[i - 1].Span;
                var name = source.Text[before.Start..before.End];
                if (UnitNames.IsName(name))
                {
                    return name;
                }
            }
        }

        var about = title?.IndexOf("关于", StringComparison.Ordinal) ?? -1;
        return about > 1 ? title![..about] : null;
    }
}
