namespace Analytics.Ingest.Grammar;

/// <summary>Kinds of problem that a site or account is in once (内容不更新) against those that occur many times in it (错别字).</summary>
internal static class States
{
    private static readonly string[] s_occurrences =
    [
        "错",
        "链",
        "表述",
        "敏感",
        "隐私",
        "附件",
        "字",
        "词",
        "信息泄",
        "问题",
        "泄露",
        "不规范",
        "栏目",
        "页面",
        "信息不准",
    ];

    private static readonly string[] s_states =
    [
        "更新",
        "互动",
        "功能",
        "首页",
        "僵尸",
        "无法访问",
        "无法使用",
        "不能正常",
        "服务不实用",
        "未开设",
        "未备案",
        "未注销",
        "未认证",
        "渠道",
        "下载",
        "打不开",
        "回应差",
        "空壳",
        "休眠",
    ];

    /// <summary>Whether words in quotes say what an account is like (“僵尸”账号), not what it is called.</summary>
    public static bool IsEpithet(string words) =>
        words
            is "僵尸"
                or "睡眠"
                or "休眠"
                or "空壳"
                or "三无"
                or "零更新"
                or "娱乐化"
                or "四不像"
                or "冬眠"
                or "沉睡"
                or "开天窗";

    /// <summary>Whether a phrase names a state, so that 个 counts the things that are in it.</summary>
    public static bool IsState(string phrase) =>
        Array.Exists(s_states, word => phrase.Contains(word, StringComparison.Ordinal))
        && !phrase.EndsWith("栏目", StringComparison.Ordinal)
        && (
            phrase.Contains("不更新", StringComparison.Ordinal)
            || !Array.Exists(s_occurrences, word => phrase.Contains(word, StringComparison.Ordinal))
        );
}
