using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Whose number it is: a unit, a class of units, a platform.</summary>
internal readonly record struct Subject(string? Unit, string? Group, string? Platform)
{
    private static readonly string[] s_openers =
    [
        "其中",
        "包括",
        "包含",
        "涵盖",
        "此外",
        "另外",
        "另有",
        "涉及的单位有",
        "涉及单位",
        "责任单位为",
        "责任单位是",
        "分别为",
        "分别是",
        "的有",
        "的是",
        "的为",
        "依次为",
        "依次是",
        "以及",
        "和",
        "及",
        "与",
        "含",
        "对",
        "由",
        "被",
        "：",
        "，",
        "、",
        "；",
        "除",
        "仍有",
        "全市",
        "全县",
        "全旗",
        "全省",
        "全州",
        "全盟",
        "本季度",
        "本月",
        "当月",
        "当季",
        "截至目前",
        "问题分布在",
        "主要分布在",
        "分布在",
        "分布于",
        "主要集中在",
        "集中在",
        "集中于",
        "来自",
        "来源于",
        "出自",
        "如",
        "例如",
        "比如",
    ];

    // Names that begin like a conjunction or preposition.
    private static readonly string[] s_notOpeners =
    [
        "和平",
        "和田",
        "和静",
        "和硕",
        "和顺",
        "和县",
        "和政",
        "和龙",
        "和谐",
        "和林格尔",
        "和布克",
        "含山",
        "及第",
        "与时",
        "如东",
        "如皋",
    ];

    private static readonly string[] s_endings =
    [
        "共有",
        "共计",
        "共",
        "有",
        "为",
        "的",
        "开设的",
        "开设",
        "运营的",
        "账号",
        "帐号",
        "政府网站",
        "网站",
        "政务新媒体",
        "新媒体",
        "信息",
        "类",
        "全部",
        "均",
        "各",
        "综合",
    ];

    // 甲局微博一家就有28处, 乙乡仅1条: how much it is taken to be.
    private static readonly string[] s_amounts =
    [
        "一家就有",
        "一家就达",
        "一个就有",
        "就有",
        "就达",
        "一家",
        "仅有",
        "只有",
        "则有",
        "多达",
        "高达",
        "仅",
        "达",
    ];

    /// <summary>No subject.</summary>
    public static Subject None => default;

    /// <summary>The account, where it is named in quotes.</summary>
    public string? Account { get; init; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Unit is null && Group is null && Platform is null && Account is null;

    /// <summary>The subject of a noun phrase that is nothing else: 教育局, 市直部门网站, 抖音账号.</summary>
    /// <param name="phrase">The words of one item.</param>
    /// <param name="isClassOpen">Whether words that are neither unit nor platform name a class (地方政府及其部门开设的).</param>
    public static Subject OfItem(string phrase, bool isClassOpen)
    {
        var text = StripAmounts(StripOpeners(phrase));
        if (Platforms.Whole(text) is { } platform)
        {
            return new(null, null, platform);
        }

        if (UnitNames.IsName(text))
        {
            return new(text, null, null);
        }

        if (UnitNames.PrefixLength(text) is var length and > 0 && Platforms.Whole(text[length..]) is { } own)
        {
            return new(text[..length], null, own);
        }

        var bare = StripEndings(text);
        if (bare.Length == 0)
        {
            return None;
        }

        if (Platforms.Whole(bare) is { } inner)
        {
            return new(null, null, inner);
        }

        if (!isClassOpen && IsPortal(text))
        {
            return new(text, null, null);
        }

        // 市商务局网站: the site is the unit's.
        if (SiteOwner(text) is { } owner)
        {
            return new(owner, null, null);
        }

        // 市直部门网站 is a class, 区政府网站 the site of a class of governments: neither is one unit.
        return UnitNames.IsClass(bare) || isClassOpen ? new(null, bare, null) : None;
    }

    /// <summary>The subject before a verb: 司法局出现…, 部门报送…, 旗司法局抖音被市局检测到….</summary>
    public static Subject BeforeVerb(string phrase)
    {
        var text = StripOpeners(phrase);
        // 向市政府办公室报送: who receives is not who did it.
        if (text.StartsWith('向') || text.StartsWith('从'))
        {
            return None;
        }

        var length = UnitNames.PrefixLength(text);
        if (length > 0)
        {
            // 县民政局虽报送2条
            var rest = text[length..].TrimStart('虽', '只', '也', '还', '均', '已');
            if (Acts.In(rest) is [{ Start: 0, Value: Act.Inspect }, ..] && UnitNames.IsInspector(text[..length]))
            {
                return None;
            }

            if (Platforms.FirstIn(rest) is { Start: 0 } platform)
            {
                return new(text[..length], null, platform.Name);
            }

            if (
                rest.Length == 0
                || Acts.In(rest) is [{ Start: 0 }, ..]
                || rest[0] is '共' or '被' or '有' or '各' or '未' or '仅'
                // 区水利局公开的1份文件
                || IsAttribute(rest)
                // 县信访局网站首页错链21条
                || (
                    rest.StartsWith("网站", StringComparison.Ordinal)
                    && !text[..length].EndsWith("政府", StringComparison.Ordinal)
                    && Acts.First(rest) is Act.Issue or Act.Veto
                )
            )
            {
                return new(text[..length], null, null);
            }
        }

        if (Acts.In(text) is not [{ Start: > 0 } first, ..])
        {
            return None;
        }

        var head = StripEndings(text[..first.Start]);
        if (head.Length > 0 && Levels.PrefixLength(head) == head.Length)
        {
            return None;
        }

        if (Platforms.Whole(head) is { } own)
        {
            return new(null, null, own);
        }

        return UnitNames.IsName(head) ? new(head, null, null)
            : UnitNames.IsClass(head) ? new(null, head, null)
            : None;
    }

    /// <summary>Whether a phrase is the portal of a government (市政府门户网站), which is named for the unit itself.</summary>
    public static bool IsPortal(string text) =>
        text.Length is > 6 and <= 14
        && text.EndsWith("政府门户网站", StringComparison.Ordinal)
        && text[0] is not ('各' or '级' or '个')
        && !text.Contains('级', StringComparison.Ordinal)
        && text.AsSpan().IndexOfAny(Text.Marks.NotInName) < 0;

    /// <summary>The unit of which a phrase names the site (市商务局网站, 甲县人民政府网); null when it names none.</summary>
    public static string? SiteOwner(string text)
    {
        foreach (var ending in (string[])["政府门户网站", "门户网站", "政府网站", "政府网", "网站"])
        {
            if (!text.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var cut = text[..^ending.Length];
            var owner =
                ending.StartsWith("政府", StringComparison.Ordinal) && !UnitNames.IsName(cut) ? $"{cut}政府" : cut;
            return owner.Length > 3 && UnitNames.IsName(owner) ? owner : null;
        }

        return null;
    }

    private static bool IsAttribute(string words) =>
        words.EndsWith('的')
        && Array.Exists(
            (string[])["公开", "制发", "转载", "开设", "开办", "主办", "运维", "管理", "答复", "所属", "下属"],
            verb => words.StartsWith(verb, StringComparison.Ordinal)
        );

    private static string StripAmounts(string text)
    {
        var amount = Array.Find(s_amounts, word => text.EndsWith(word, StringComparison.Ordinal));
        return amount is not null && text.Length > amount.Length + 1 ? text[..^amount.Length] : text;
    }

    /// <summary>The phrase without 其中, 包括 and the like before it.</summary>
    public static string StripOpeners(string text)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            if (Array.Exists(s_notOpeners, name => text.StartsWith(name, StringComparison.Ordinal)))
            {
                break;
            }

            if (text.Length > 0 && PeriodReader.Read(text, 0) is { } period && period.End < text.Length - 1)
            {
                text = text[period.End..];
                changed = true;
            }

            foreach (var opener in s_openers)
            {
                if (text.Length > opener.Length + 1 && text.StartsWith(opener, StringComparison.Ordinal))
                {
                    text = text[opener.Length..];
                    changed = true;
                }
            }
        }

        return text.Trim(' ', '“', '”');
    }

    /// <summary>The phrase without 共, 网站, 开设的 and the like after it.</summary>
    public static string StripEndings(string text)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var ending in s_endings)
            {
                if (text.EndsWith(ending, StringComparison.Ordinal))
                {
                    text = text[..^ending.Length];
                    changed = true;
                }
            }
        }

        return text;
    }
}
