namespace Analytics.Ingest.Grammar;

/// <summary>The measure words (量词), longest first, and what kind of quantity each makes.</summary>
internal static class MeasureWords
{
    private static readonly string[] s_durations =
    [
        "个工作日",
        "个自然日",
        "个小时",
        "个半月",
        "个季度",
        "工作日",
        "自然日",
        "个月",
        "小时",
        "分钟",
        "周年",
        "周",
        "天",
        "日",
        "年",
        "月",
        "秒",
    ];

    private static readonly string[] s_counts =
    [
        "人次",
        "条次",
        "家次",
        "个次",
        "个",
        "条",
        "家",
        "次",
        "处",
        "件",
        "篇",
        "份",
        "期",
        "封",
        "单",
        "人",
        "项",
        "名",
        "起",
        "类",
        "户",
        "批",
        "例",
        "幅",
        "张",
        "则",
        "部",
        "款",
        "种",
        "位",
        "台",
        "套",
        "所",
        "门",
        "页",
        "场",
        "字",
        "轮",
        "通",
        "宗",
        "站",
    ];

    /// <summary>The measure word at an offset, empty when none stands there.</summary>
    public static (string Word, QuantityKind Kind) At(string text, int start)
    {
        var rest = text.AsSpan(Math.Min(start, text.Length));
        if (rest.StartsWith("%"))
        {
            return ("%", QuantityKind.Percent);
        }

        if (rest.StartsWith("个百分点"))
        {
            return ("个百分点", QuantityKind.Points);
        }

        if (rest.StartsWith("百分点"))
        {
            return ("百分点", QuantityKind.Points);
        }

        foreach (var word in s_durations)
        {
            if (rest.StartsWith(word))
            {
                return (word, QuantityKind.Duration);
            }
        }

        if (rest.StartsWith("分") && !rest.StartsWith("分别") && !rest.StartsWith("分为") && !rest.StartsWith("分之"))
        {
            return ("分", QuantityKind.Score);
        }

        foreach (var word in s_counts)
        {
            if (rest.StartsWith(word))
            {
                return (word, QuantityKind.Count);
            }
        }

        return ("", QuantityKind.Bare);
    }
}
