namespace Analytics.Ingest.Grammar;

/// <summary>Names of units (单位) by their endings: 旗应急管理局, 札萨克镇人民政府, 卫健委, 残联.</summary>
internal static class UnitNames
{
    private const int LongestName = 40;

    // Endings that end a name wherever they stand.
    private static readonly string[] s_strong =
    [
        "镇人民政府",
        "乡人民政府",
        "苏木人民政府",
        "街道办事处",
        "人民政府办公室",
        "人民政府",
        "镇政府",
        "乡政府",
        "县政府",
        "区政府",
        "市政府",
        "旗政府",
        "委员会办公室",
        "委员会",
        "管委会",
        "政府办公室",
        "办公室",
        "办事处",
        "服务中心",
        "发展中心",
        "中心",
        "苏木",
        "街道",
        "联合会",
        "公司",
        "集团",
        "人民法院",
        "检察院",
        "医院",
        "学院",
        "大学",
        "管理站",
        "事务所",
        "支队",
        "大队",
        "总队",
        "电视台",
        "总工会",
        "残联",
        "妇联",
        "科协",
        "文联",
        "侨联",
        "社科联",
        "工商联",
        "贸促会",
        "银行",
        "小学",
        "中学",
        "幼儿园",
        "局",
        "厅",
    ];

    // Endings that also occur inside words (乡村, 办理, 部分): only before the end of the name.
    private static readonly string[] s_weak =
    [
        "镇",
        "乡",
        "委",
        "办",
        "部",
        "室",
        "院",
        "处",
        "所",
        "会",
        "校",
        "队",
        "馆",
        "社",
        "场",
        "县",
        "市",
        "区",
        "旗",
        "州",
        "盟",
        "科",
    ];

    // Short names without anything before the ending.
    private static readonly string[] s_whole = ["残联", "妇联", "工商联", "总工会", "贸促会", "法院", "检察院", "党校"];

    private static readonly string[] s_not = ["没有", "尚未", "未", "均未"];

    private static readonly string[] s_naming = ["列明", "注明", "写明", "点名", "标明"];

    private static readonly string[] s_classWords =
    [
        "部门",
        "单位",
        "乡镇",
        "镇",
        "街道",
        "苏木",
        "各镇",
        "各乡镇",
        "县区",
        "区县",
        "市区",
        "旗区",
        "地区",
        "市直",
        "县直",
        "旗直",
        "区直",
        "州直",
        "市县",
        "县市区",
        "县（市）区",
        "县（市、区）",
        "市（县）区",
        "县（市）",
        "市州",
        "州市",
        "盟市",
        "市（州）",
        "旗县",
        "旗县区",
        "区县级",
        "乡镇（街道）",
        "苏木镇",
        "镇街",
        "乡镇街道",
        "企业",
        "学校",
        "部委",
        "地级以上市",
        "地级市",
        "设区市",
        "省辖市",
        "地市",
    ];

    private static readonly string[] s_sentenceWords =
    [
        "的",
        "季度",
        "月份",
        "半年",
        "反馈",
        "收到",
        "发现",
        "通报",
        "较多",
        "较好",
        "靠前",
        "靠后",
        "我县",
        "我市",
        "我区",
        "我旗",
        "全县",
        "全市",
        "全区",
        "全旗",
        "单位为",
        "分别",
        "召开",
        "退回",
        "转办",
        "举办",
    ];

    // Places whose names begin like 全县 or 本市.
    private static readonly string[] s_notPlaces = ["全州", "全椒", "全南", "本溪"];

    private static readonly string[] s_townEndings =
    [
        "镇",
        "乡",
        "苏木",
        "街道",
        "镇人民政府",
        "乡人民政府",
        "苏木人民政府",
        "街道办事处",
        "镇政府",
        "乡政府",
        "办事处",
    ];

    /// <summary>Whether the whole text is the name of one unit.</summary>
    public static bool IsName(string text) =>
        text.Length is >= 2 and <= LongestName
        && !IsPlace(text)
        && !IsClass(text)
        && text.AsSpan().IndexOfAny(Text.Marks.NotInName) < 0
        && !HasSentenceWords(text)
        && (
            s_whole.Contains(text, StringComparer.Ordinal)
            || s_strong.Any(ending => EndsIn(text, ending))
            || s_weak.Any(ending => EndsIn(text, ending))
        )
        && !text.EndsWith("情况", StringComparison.Ordinal)
        && !text.EndsWith("错敏词", StringComparison.Ordinal);

    /// <summary>Whether the text names a class of units (市直部门, 乡镇（街道）).</summary>
    public static bool IsClass(string text) =>
        !SaysWhetherNamed(text)
        && (
            s_classWords.Contains(text, StringComparer.Ordinal)
            || text.EndsWith("部门", StringComparison.Ordinal)
            || text.EndsWith("单位", StringComparison.Ordinal)
            || text.EndsWith('级')
            || text.StartsWith('各')
            || text.StartsWith("其他", StringComparison.Ordinal)
            || text.StartsWith("其余", StringComparison.Ordinal)
        );

    /// <summary>Whether words only say that something is named or not (列明单位, 没有注明检查层级): they name neither a class nor a kind.</summary>
    public static bool SaysWhetherNamed(string text)
    {
        var words = s_not.FirstOrDefault(not => text.StartsWith(not, StringComparison.Ordinal)) is { } not
            ? text[not.Length..]
            : text;
        return s_naming.Any(verb => words.StartsWith(verb, StringComparison.Ordinal));
    }

    // 我旗, 自治区, 市政府门户网站: a place or a site, not a unit that answers for something.
    private static bool IsPlace(string text) =>
        (
            text[0] is '我' or '全' or '本' or '各'
            && !Array.Exists(s_notPlaces, name => text.StartsWith(name, StringComparison.Ordinal))
        )
        || Levels.PrefixLength(text) == text.Length
        || text.EndsWith("网站", StringComparison.Ordinal);

    /// <summary>The length of the unit name a text begins with; 0 when it begins with none.</summary>
    /// <remarks>Used where a name is followed by other words: 旗司法局抖音被市局…, 司法局出现….</remarks>
    public static int PrefixLength(string text)
    {
        var length = PrefixOf(text);
        var isClass =
            text.StartsWith('各')
            || text.StartsWith("其他", StringComparison.Ordinal)
            || text.StartsWith("其余", StringComparison.Ordinal);
        return length > 0 && (isClass || HasSentenceWords(text[..length])) ? 0 : length;
    }

    private static int PrefixOf(string text)
    {
        var limit = Math.Min(text.Length, LongestName);
        for (var at = 2; at < limit + 1; at++)
        {
            if (text[at - 1] is '，' or '。' or '；' or '：' or '、' or '（' or '“' or '”')
            {
                return 0;
            }

            foreach (var ending in s_strong)
            {
                // A longer ending may begin here too: 镇人民政府 before 局 of 镇人民政府安监局 is not met in notices.
                if (at - 1 + ending.Length <= text.Length && at > 1 && text.AsSpan(at - 1).StartsWith(ending))
                {
                    var end = at - 1 + ending.Length;
                    return IsContinued(text, end) ? PrefixAfter(text, end) : end;
                }
            }

            if (Array.Exists(s_weak, ending => text[at - 1] == ending[0]) && EndsName(text, at))
            {
                return IsClass(text[..at]) || IsPlace(text[..at]) ? 0 : at;
            }
        }

        return 0;
    }

    /// <summary>Whether the unit is one that inspects others (政数局, 政府办, 网信办), so that what it finds is not its own.</summary>
    public static bool IsInspector(string name) =>
        Array.Exists(
            (string[])
                [
                    "政务服务",
                    "政数局",
                    "数据局",
                    "办公室",
                    "办公厅",
                    "政府办",
                    "网信办",
                    "公开办",
                    "营商局",
                    "电子政务",
                    "信息中心",
                ],
            word => name.Contains(word, StringComparison.Ordinal)
        );

    /// <summary>Whether a name is that of a government without saying of which place (市人民政府, 区政府).</summary>
    public static bool IsKindOfGovernment(string name) =>
        (
            name.EndsWith("市政府", StringComparison.Ordinal)
            && (IsClass(name[..^2]) || IsClass(name.Replace("人民政府", "", StringComparison.Ordinal)))
        )
        || name.Length is 3 or 5
            && name[0] is '省' or '市' or '县' or '区' or '旗' or '州' or '盟' or '镇' or '乡'
            && name[1..] is "政府" or "人民政府";

    /// <summary>镇 for towns, 苏木 and sub-districts, 部门 for every other unit.</summary>
    public static string GroupOf(string unit) => s_townEndings.Any(ending => EndsIn(unit, ending)) ? "镇" : "部门";

    private static int PrefixAfter(string text, int end)
    {
        var rest = PrefixLength(text[end..]);
        return rest == 0 ? end : end + rest;
    }

    private static bool IsContinued(string text, int end) =>
        end + 1 < text.Length
        && (
            text.AsSpan(end).StartsWith("和")
            || text.AsSpan(end).StartsWith("服务")
            || text.AsSpan(end).StartsWith("办公室")
        );

    private static bool EndsName(string text, int at)
    {
        if (at >= text.Length || text[at] is '（' || char.IsAsciiDigit(text[at]))
        {
            return at > 2 || (at == 2 && text.Length == 2);
        }

        var rest = text[at..];
        return Acts.In(rest) is [{ Start: 0 }, ..]
            || Platforms.FirstIn(rest) is { Start: 0 }
            || rest[0] is '被' or '有' or '共' or '各' or '未' or '仅'
            || rest.StartsWith("在第", StringComparison.Ordinal);
    }

    // 三季度市政府反馈我县, 报送省政府办公厅, 问题较多的单位为县教育局: words of a sentence that end like a name.
    private static bool HasSentenceWords(string text) =>
        // 在街道微信公众号推送
        text[0] == '在'
        ||
        // 县医保局各1处
        (
            text.IndexOf('各', StringComparison.Ordinal) is > 0 and var each
            && text.AsSpan(each).IndexOfAnyInRange('0', '9') > 0
        )
        || Array.Exists(s_sentenceWords, word => text.Contains(word, StringComparison.Ordinal))
        || Acts.In(text)
            is [{ Start: 0, Value: Act.Submit or Act.Adopt or Act.Push or Act.Receive or Act.Publish }, ..];

    private static bool EndsIn(string text, string ending) =>
        text.Length > ending.Length && text.EndsWith(ending, StringComparison.Ordinal);
}
