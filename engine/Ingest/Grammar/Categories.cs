using Analytics.Domain;

namespace Analytics.Ingest.Grammar;

/// <summary>The kind of problem (问题类别) in the words before a number: what is left when finders, verbs and totals are taken away.</summary>
internal static class Categories
{
    private static readonly string[] s_finding =
    [
        "存在的",
        "存在",
        "发现的",
        "发现",
        "查出",
        "抽查出",
        "抽查的",
        "检查出",
        "检出",
        "检测出",
        "检测到",
        "监测到",
        "监测出",
        "排查出",
        "通报的",
        "出现",
        "发生",
        "涉及",
        "巡查出",
        "反馈的",
        "转办的",
        "检测的",
        "监测的",
        "检查的",
        "扫描出",
        "扫描到",
        "核实确认",
        "确认",
        "核实",
        "认定",
        "遗留的",
        "遗留",
        "通报我旗",
        "通报我县",
        "通报我市",
        "通报我区",
    ];

    private static readonly string[] s_trailing =
    [
        "共计",
        "合计",
        "累计",
        "总计",
        "分别",
        "的有",
        "为",
        "共",
        "有",
        "达",
        "等",
        "约",
        "的",
        "：",
        "问题",
        "线索",
        "情况",
        "情形",
        "现象",
        "账号",
        "类",
        "个案",
        "各",
        "数量",
        "政务新媒体",
        "政府网站",
        "单位",
    ];

    private static readonly string[] s_leading =
    [
        "其中",
        "主要是",
        "主要为",
        "原因为",
        "原因是",
        "此外",
        "另外",
        "另",
        "、",
        "，",
        "：",
        "和",
        "及",
        "以及",
        "与",
        "共",
        "仍",
        "还",
        "各类",
        "有",
        "一是",
        "二是",
        "的",
        "上季度",
        "上一季度",
        "上月",
        "去年末",
        "去年底",
        "上年末",
    ];

    /// <summary>The category of a noun phrase; null when nothing is left.</summary>
    public static string? Of(string phrase)
    {
        var text = phrase;
        var cut = 0;
        foreach (var verb in s_finding)
        {
            var at = text.LastIndexOf(verb, StringComparison.Ordinal);
            cut = at >= 0 ? Math.Max(cut, at + verb.Length) : cut;
        }

        text = Strip(text[cut..]);
        text = Strip(text[Levels.PrefixLength(text)..]);
        var isWord = text.Length is >= 2 and <= 40 && text.AsSpan().IndexOfAny("。；：，|") < 0;
        // 发现依申请公开问题: where it was found, and no kind.
        isWord = isWord && !UnitNames.SaysWhetherNamed(text) && !Channel.All.Any(channel => channel.Name == text);
        return isWord && text is not ("信息" or "网站" or "政府网站" or "政务新媒体" or "突出" or "严重") ? text
            : isWord && text == "突出" ? "突出问题"
            : null;
    }

    private static string Strip(string text)
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var word in s_leading)
            {
                if (text.StartsWith(word, StringComparison.Ordinal))
                {
                    text = text[word.Length..];
                    changed = true;
                }
            }

            foreach (var word in s_trailing)
            {
                if (text.EndsWith(word, StringComparison.Ordinal))
                {
                    text = text[..^word.Length];
                    changed = true;
                }
            }
        }

        return text.Trim();
    }
}
