namespace Analytics.Ingest.Grammar;

/// <summary>Reads a period or a date at an offset.</summary>
internal static class PeriodReader
{
    /// <summary>The period that begins at <paramref name="start"/>; null when none does.</summary>
    public static PeriodMention? Read(string text, int start)
    {
        var at = start;
        int? year = null;
        if (
            Integer(text, at) is { } first
            && first.End - at == 4
            && Has(text, first.End, "年")
            && first.Value is >= 1900 and <= 2999
        )
        {
            year = first.Value;
            at = first.End + 1;
        }

        if (Within(text, at) is { } within)
        {
            var isDate = within.IsDay || IsCutOff(text, start) || IsPartOfMonth(text, within.End);
            return new(start, within.End, year, within.First, within.Last, isDate);
        }

        if (year is null)
        {
            return null;
        }

        var end = Has(text, at, "度") ? at + 1 : at;
        return new(start, end, year, 1, 12, IsCutOff(text, start));
    }

    private static (int First, int Last, int End, bool IsDay)? Within(string text, int at)
    {
        if (Has(text, at, "上半年"))
        {
            return (1, 6, at + 3, false);
        }

        if (Has(text, at, "下半年"))
        {
            return (7, 12, at + 3, false);
        }

        var isOrdinal = Has(text, at, "第");
        var from = isOrdinal ? at + 1 : at;
        if (SmallNumber(text, from) is not { } number)
        {
            return null;
        }

        if (Has(text, number.End, "季度") && number.Value is >= 1 and <= 4)
        {
            return ((number.Value * 3) - 2, number.Value * 3, number.End + 2, false);
        }

        return isOrdinal || number.Value is < 1 or > 12 ? null : Months(text, number.Value, number.End);
    }

    private static (int First, int Last, int End, bool IsDay)? Months(string text, int first, int end)
    {
        var afterMonth = Has(text, end, "月") ? end + 1 : end;
        var dash = afterMonth;
        while (dash < text.Length && dash - afterMonth < 2 && text[dash] is '-' or '—' or '~' or '至' or '到')
        {
            dash++;
        }

        if (
            dash > afterMonth
            && SmallNumber(text, dash) is { } last
            && Has(text, last.End, "月")
            && last.Value <= 12
            && last.Value >= first
        )
        {
            return WithDay(text, first, last.Value, last.End + 1);
        }

        return afterMonth > end ? WithDay(text, first, first, afterMonth) : null;
    }

    private static (int First, int Last, int End, bool IsDay) WithDay(string text, int first, int last, int end)
    {
        if (Has(text, end, "份"))
        {
            end++;
        }

        return SmallNumber(text, end) is { } day && (Has(text, day.End, "日") || Has(text, day.End, "号"))
            ? (first, last, day.End + 1, true)
            : (first, last, end, false);
    }

    private static bool IsCutOff(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - 3), Math.Min(3, start));
        return before.EndsWith("截至")
            || before.EndsWith("截止")
            || before.EndsWith("截至到")
            || before.EndsWith("截止到");
    }

    private static bool IsPartOfMonth(string text, int end) =>
        Has(text, end, "上旬")
        || Has(text, end, "中旬")
        || Has(text, end, "下旬")
        || Has(text, end, "底")
        || Has(text, end, "初")
        || Has(text, end, "末");

    private static bool Has(string text, int at, string word) => at <= text.Length && text.AsSpan(at).StartsWith(word);

    private static (int Value, int End)? Integer(string text, int start)
    {
        var end = start;
        var value = 0;
        while (end < text.Length && end - start < 5 && char.IsAsciiDigit(text[end]))
        {
            value = (value * 10) + (text[end] - '0');
            end++;
        }

        return end == start ? null : (value, end);
    }

    private static (int Value, int End)? SmallNumber(string text, int start)
    {
        if (Integer(text, start) is { } arabic)
        {
            return arabic.End - start <= 2 ? arabic : null;
        }

        var end = start;
        while (
            end < text.Length && end - start < 3 && "一二三四五六七八九十".Contains(text[end], StringComparison.Ordinal)
        )
        {
            end++;
        }

        return Numeral.Chinese(text.AsSpan(start, end - start)) is { } value ? ((int)value, end) : null;
    }
}
