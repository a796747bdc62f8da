using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>An account of a list: 甲司法（微信）, 乙县“乙县交警”微博, 市供销社今日头条号, “丙残联”.</summary>
/// <param name="Unit">Whose it is, where the list says so.</param>
/// <param name="Name">Its name; null where only its unit and platform are given.</param>
/// <param name="Platform">Its platform; null where the list does not say.</param>
/// <param name="At">Where the words begin.</param>
/// <param name="Length">How long they are.</param>
internal readonly record struct AccountItem(string? Unit, string? Name, string? Platform, int At, int Length)
{
    private const int LongestName = 30;

    /// <summary>Whether its name stands in quotes.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether nothing but its platform stands behind its quotes.</summary>
    public bool IsBare { get; init; }

    /// <summary>Whether a fact is of this account.</summary>
    public bool IsOf(Fact fact) => Name is null ? fact.Unit == Unit && fact.Platform == Platform : fact.Account == Name;

    /// <summary>The accounts of a list; behind a comma it goes on only with another account.</summary>
    public static List<AccountItem> In(string words, int start, int end)
    {
        var items = new List<AccountItem>();
        var isOver = false;
        while (start < end && !isOver)
        {
            var stop = start + LengthOf(words.AsSpan(start, end - start));
            var item = Read(words[start..stop], start);
            var isBehindComma = items.Count > 0 && words[start - 1] is '，' or '；';
            isOver =
                isBehindComma
                && item is not ({ Platform: not null } or { Unit: not null, IsQuoted: true, IsBare: true });
            if (item is { } found && !isOver)
            {
                items.Add(found);
            }

            // （……）等5个: what follows is no list any more.
            start = stop < end && words[stop] == '“' ? stop : stop + 1;
        }

        Share(items, words);
        return items;
    }

    // “甲”“乙”“丙”微信公众号: the platform is of them all.
    private static void Share(List<AccountItem> items, string words)
    {
        for (var i = items.Count - 2; i >= 0; i--)
        {
            var (own, next) = (items[i], items[i + 1]);
            var between = words.AsSpan(own.At + own.Length, Math.Max(0, next.At - own.At - own.Length));
            // 甲局“甲”、乙局“乙”微信公众号: the owners may stand between.
            var isListed =
                between is "”“" or "”、“"
                || (
                    between.Length > 3
                    && between.StartsWith("”、")
                    && next.Unit is { } unit
                    && between[2..^1].SequenceEqual(unit)
                );
            if (own is { IsQuoted: true, Platform: null } && next.IsQuoted && isListed)
            {
                items[i] = own with { Platform = next.Platform };
            }
        }
    }

    private static AccountItem? Read(string words, int start)
    {
        var text = words.TrimEnd('等', '。');
        var etc = text.LastIndexOf('等');
        text = etc > 0 && text[etc - 1] is '”' or '）' ? text[..etc] : text;
        var open = text.LastIndexOf('（');
        // 甲司法（微信，连续15天未更新）: the reason may stand behind the platform.
        var inBracket =
            open > 0 && text.EndsWith('）') ? Platforms.Whole(text[(open + 1)..^1].Split('，', '、')[0]) : null;
        if (open >= 0 && inBracket is null)
        {
            return null;
        }

        // 甲发布（微信，38.2万）: it has a number of its own.
        if (inBracket is not null && text[(open + 1)..^1].Split('，', '、').Skip(1).Any(IsNumber))
        {
            return null;
        }

        text = inBracket is null ? text : text[..open];
        return Quoted(text, inBracket, words, start) ?? Plain(text, inBracket, words, start);
    }

    // 红河谷县“红河谷旅游”: the account stands in the quotes, its owner before them, its platform behind.
    private static AccountItem? Quoted(string text, string? platform, string words, int start)
    {
        var open = text.IndexOf('“', StringComparison.Ordinal);
        var close = text.LastIndexOf('”');
        if (open < 0 || close <= open + 1)
        {
            return null;
        }

        var owner = Subject.StripOpeners(text[..open].TrimEnd('的'));
        return
            Of(
                UnitNames.IsName(owner) ? owner : null,
                text[(open + 1)..close],
                platform ?? Platforms.Whole(text[(close + 1)..]),
                words,
                start
            )
                is { } found
            ? found with
            {
                At = start + open + 1,
                IsQuoted = true,
                IsBare = close == text.Length - 1 || Platforms.Whole(text[(close + 1)..]) is not null,
            }
            : null;
    }

    private static bool IsNumber(string text) =>
        Numeral.Arabic(text, 0) is { } number
        && text.Length - number.End <= 2
        && !text.EndsWith('天')
        && !text.EndsWith('周');

    // 市供销社今日头条号 has no name but its unit's; 甲县发布微博 has one.
    private static AccountItem? Plain(string text, string? platform, string words, int start)
    {
        var name = text.Trim('“', '”', ' ');
        if (platform is not null || Platforms.LastIn(name) is not { Start: >= 2 } behind || behind.End != name.Length)
        {
            return Of(null, name, platform, words, start);
        }

        var owner = Subject.StripOpeners(name[..behind.Start]);
        return UnitNames.IsName(owner)
            ? Of(owner, null, behind.Name, words, start)
            : Of(null, owner, behind.Name, words, start);
    }

    private static AccountItem? Of(string? unit, string? name, string? platform, string words, int start)
    {
        var shown = name ?? unit!;
        return shown.Length is >= 2 and <= LongestName
            ? new AccountItem(
                unit,
                name,
                platform,
                start + Math.Max(0, words.IndexOf(shown, StringComparison.Ordinal)),
                shown.Length
            )
            : null;
    }

    // An item ends at a mark outside brackets, or where the next quotes open (“甲”“乙”).
    private static int LengthOf(ReadOnlySpan<char> words)
    {
        var depth = 0;
        for (var i = 0; i < words.Length; i++)
        {
            depth += words[i] switch
            {
                '（' => 1,
                '）' => -1,
                _ => 0,
            };
            if (depth <= 0 && i > 0 && (words[i] is '、' or '，' or '；' || (words[i] == '“' && words[i - 1] == '”')))
            {
                return i;
            }
        }

        return words.Length;
    }
}
