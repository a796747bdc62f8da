using Analytics.Domain;

namespace Analytics.Ingest.Grammar;

/// <summary>Finds the numbers of a paragraph and says which of them count: not dates, ordinals, list marks, document numbers, idioms.</summary>
internal static class Lexer
{
    /// <summary>The quantities and periods of a range of the text, in order; one pass.</summary>
    public static (List<Quantity> Quantities, List<PeriodMention> Periods) Read(string text, Span span)
    {
        var quantities = new List<Quantity>();
        var periods = new List<PeriodMention>();
        for (var at = span.Start; at < span.End; )
        {
            at = Step(text, at, quantities, periods);
        }

        return (quantities, periods);
    }

    private static int Step(string text, int at, List<Quantity> quantities, List<PeriodMention> periods)
    {
        var c = text[at];
        var isDigit = char.IsAsciiDigit(c);
        if (!isDigit && !Numeral.IsChinese(c) && c is not ('第' or '前' or '后' or '末' or '上' or '下' or '百'))
        {
            return at + 1;
        }

        // 武定交警50622, IPv6: digits of a name.
        if (isDigit && at > 0 && (Ingest.Text.CharacterFolding.IsLetter(text[at - 1]) || text[at - 1] == '.'))
        {
            return SkipNumber(text, at);
        }

        if (PeriodReader.Read(text, at) is { } period)
        {
            periods.Add(period);
            return period.End;
        }

        if (c is '第' or '前' or '后' or '末')
        {
            return c is '第' or '前' ? Ordinal(text, at, quantities) : AfterLast(text, at);
        }

        if (text.AsSpan(at).StartsWith("百分之") && Number(text, at + 3) is { } share)
        {
            quantities.Add(new(at + 3, share.End, share.End, share.Value, QuantityKind.Percent, "%"));
            return share.End;
        }

        if (isDigit && IsLevels(text, at, out var level))
        {
            return level;
        }

        if (!isDigit && ListMark(text, at) is { } markEnd)
        {
            return markEnd;
        }

        if (Number(text, at) is not { } number)
        {
            return SkipNumber(text, at);
        }

        if (InTenths(text, number) is { } tenths)
        {
            quantities.Add(new(at, number.End, tenths.End, tenths.Value, QuantityKind.Percent, "成"));
            return tenths.End;
        }

        return isDigit ? Arabic(text, at, number, quantities) : Chinese(text, at, number, quantities);
    }

    // 排名后两位的依次为…
    private static int AfterLast(string text, int at) =>
        Number(text, at + 1) is { } last && MeasureWords.At(text, last.End).Word is "名" or "位"
            ? last.End + 1
            : at + 1;

    // 不足八成, 七成五: tenths of the whole, as percent.
    private static (decimal Value, int End)? InTenths(string text, (decimal Value, int End) number)
    {
        var end = number.End + 1;
        if (number.Value is < 1 or > 10 || number.End >= text.Length || text[number.End] != '成')
        {
            return null;
        }

        var isWord = end < text.Length && text[end] is '不' or '立' or '员' or '为' or '本' or '果' or '效' or '熟';
        var half = end < text.Length && Numeral.Chinese(text.AsSpan(end, 1)) is { } digit and < 10 ? digit : 0;
        return isWord ? null : ((number.Value * 10) + half, half > 0 ? end + 1 : end);
    }

    private static int Arabic(string text, int at, (decimal Value, int End) number, List<Quantity> quantities)
    {
        if (
            IsMasked(text, at, number.End)
            || IsDocumentNumber(text, at, number.End)
            || IsHotline(text, at, number.End)
            || IsEndOfName(text, at, number.End)
        )
        {
            return number.End;
        }

        var more = number.End < text.Length && text[number.End] is '余' or '多' ? 1 : 0;
        var (word, kind) = MeasureWords.At(text, number.End + more);
        // 粉丝总数86.5万 counts something even without a measure word.
        kind = kind == QuantityKind.Bare && text[number.End - 1] is '万' or '亿' ? QuantityKind.Count : kind;
        quantities.Add(new(at, number.End, number.End + more + word.Length, number.Value, kind, word, more == 1));
        return number.End + more + word.Length;
    }

    // In prose 一个 is an article, and 三审三校 or 双提升 have no measure word; grades (一类、二类) name a group.
    private static int Chinese(string text, int at, (decimal Value, int End) number, List<Quantity> quantities)
    {
        var (word, kind) = MeasureWords.At(text, number.End);
        var isPhrase =
            word is "" or "类" or "期" or "批"
            || IsPlaceName(text, at, number.End + word.Length, word)
            // 二次通报: again; two times are 两次.
            || (text[at] == '二' && word == "次")
            || text.AsSpan(number.End).StartsWith("个方面")
            || text.AsSpan(number.End).StartsWith("个不");
        var isArticle = number.Value <= 1 && !CountsBefore(text, at);
        if (!isPhrase && !isArticle && kind != QuantityKind.Bare)
        {
            quantities.Add(new(at, number.End, number.End + word.Length, number.Value, kind, word));
        }

        return Math.Max(number.End, at + 1);
    }

    // 三门县, 九台区, 五十家子镇, 红十字会: the numeral belongs to a name. 十二个县区 and 三家市直单位 do not.
    private static bool IsPlaceName(string text, int start, int end, string word)
    {
        if (start > 0 && text[start - 1] == '红')
        {
            return true;
        }

        if (word is not ("家" or "门" or "台" or "通" or "场" or "站" or "所" or "户" or "位" or "名" or "单" or "部"))
        {
            return false;
        }

        var from = word == "家" ? end + 1 : end;
        for (var i = from; i < Math.Min(text.Length, end + 2); i++)
        {
            if (text[i] is '县' or '镇' or '乡' or '区' or '旗' && text[i - 1] is not ('市' or '级' or '各' or '个'))
            {
                return true;
            }
        }

        return false;
    }

    // “平安甲县110”: digits that end a quoted name.
    private static bool IsEndOfName(string text, int start, int end) =>
        end < text.Length && text[end] == '”' && start > 0 && Ingest.Text.CharacterFolding.IsChinese(text[start - 1]);

    private static bool CountsBefore(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 4), Math.Min(4, at));
        return before.EndsWith("单否")
            || before.EndsWith("单项否决")
            || before.EndsWith("不合格")
            || before.EndsWith("共计")
            || before.EndsWith("合计");
    }

    private static int Ordinal(string text, int at, List<Quantity> quantities)
    {
        if (Number(text, at + 1) is not { } number)
        {
            return at + 1;
        }

        var (word, kind) = MeasureWords.At(text, number.End);
        if (text[at] == '第' && word is "个工作日" or "工作日" or "日" or "天")
        {
            quantities.Add(
                new(at + 1, number.End, number.End + word.Length, number.Value, QuantityKind.WorkingDay, word)
            );
        }
        else if (text[at] == '第' && word is "名" or "位")
        {
            quantities.Add(new(at + 1, number.End, number.End + word.Length, number.Value, QuantityKind.Rank, word));
        }
        else if (text[at] == '前' && kind == QuantityKind.Count && word is not ("名" or "位"))
        {
            return at + 1;
        }

        return number.End + word.Length;
    }

    // What masking left of a number of a person counts nothing (138****1111).
    private static bool IsMasked(string text, int start, int end) =>
        (start > 1 && text.AsSpan(start - 2, 2) is "**") || text.AsSpan(end).StartsWith("**");

    // 12345热线: a number to call.
    private static bool IsHotline(string text, int start, int end) =>
        end - start is >= 5 and <= 6
        && (
            text.AsSpan(end).StartsWith("热线")
            || text.AsSpan(end).StartsWith("政务服务")
            || text.AsSpan(end).StartsWith("便民")
            || text.AsSpan(end).StartsWith("市民")
            || text.AsSpan(end).StartsWith("平台")
        );

    private static bool IsDocumentNumber(string text, int start, int end) =>
        (start > 0 && text[start - 1] is '〔' or '[' or '【')
        || (end < text.Length && text[end] is '号' or '〕' or ']' or ':' or '/' or '.')
        || (start > 1 && text.AsSpan(start - 2, 2).SequenceEqual("附件"))
        || (start > 0 && text[start - 1] is ':' or '/' or '〕');

    private static (decimal Value, int End)? Number(string text, int start)
    {
        if (start >= text.Length)
        {
            return null;
        }

        if (char.IsAsciiDigit(text[start]))
        {
            return Numeral.Arabic(text, start);
        }

        // 百家号 and 万一 are words: a number begins with a digit or ten.
        if (text[start] is '百' or '千' or '万' or '亿')
        {
            return null;
        }

        var end = start;
        while (end < text.Length && end - start <= 12 && Numeral.IsChinese(text[end]))
        {
            end++;
        }

        return Numeral.Chinese(text.AsSpan(start, end - start)) is { } value ? WithDecimals(text, value, end) : null;
    }

    // 百分之九十四点七: digit by digit behind the point; 三点 with nothing behind is a time or a list.
    private static (decimal Value, int End) WithDecimals(string text, decimal value, int end)
    {
        if (end >= text.Length || text[end] != '点')
        {
            return (value, end);
        }

        var (decimals, scale, at) = (0m, 1m, end + 1);
        while (at < text.Length && at - end <= 6 && Numeral.Chinese(text.AsSpan(at, 1)) is { } digit and < 10)
        {
            (decimals, scale, at) = ((decimals * 10) + digit, scale * 10, at + 1);
        }

        return at == end + 1 ? (value, end) : (value + (decimals / scale), at);
    }

    // 1.2 政务新媒体: the number of a heading.
    private static bool IsLevels(string text, int at, out int end)
    {
        var mark = at == 0 || text[at - 1] == '\n' ? Ingest.Text.ListMark.Read(text, at) : null;
        end = mark?.End ?? at;
        // 1、栏目更新: the same with another mark.
        return mark is { Kind: '·' or '•' }
            || (mark is { Kind: '.' } && text[end - 1] == '、' && end < text.Length && !char.IsAsciiDigit(text[end]));
    }

    private static int? ListMark(string text, int at)
    {
        var isStart = at == 0 || text[at - 1] is '\n' or '。' or '；' or '：' or '，' or '（' or '”' or '）';
        return isStart && Ingest.Text.ListMark.Read(text, at) is { } mark ? mark.End : null;
    }

    private static int SkipNumber(string text, int at)
    {
        var start = at;
        var isDigit = char.IsAsciiDigit(text[at]);
        while (
            at < text.Length && (isDigit ? char.IsAsciiDigit(text[at]) || text[at] == '.' : Numeral.IsChinese(text[at]))
        )
        {
            at++;
        }

        return Math.Max(at, start + 1);
    }
}
