using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Numbers that are said in passing: who does well, how often somebody was reminded, what the public reported.</summary>
internal static class Remarks
{
    private static readonly string[] s_praise =
    [
        "良好",
        "较好",
        "优秀",
        "靠前",
        "平稳",
        "稳定",
        "正常",
        "突出",
        "有序",
    ];
    private static readonly string[] s_reminders = ["提醒", "督促", "催办", "提示", "预警"];
    private static readonly string[] s_public = ["网民", "群众", "网友", "公众"];

    /// <summary>Whether units are named as examples of a good state: 甲局、乙局等9家网站运行良好.</summary>
    public static bool IsPraise(Scene scene) =>
        scene.Left.EndsWith('等')
        && !scene.Quantity.CountsItems
        && Acts.Last(scene.Right) is not Act.Issue
        && Array.Exists(s_praise, word => scene.Right.EndsWith(word, StringComparison.Ordinal));

    /// <summary>Whether somebody was reminded so many times: 提醒各单位更新栏目共计80次.</summary>
    public static bool IsReminder(Scene scene)
    {
        var words = Subject.StripOpeners(scene.Left);
        return scene.Quantity.CountsItems
            && Array.Exists(s_reminders, word => words.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Whether the problems are what the public wrote: 网民通过“找错”平台反映的网站问题40条.</summary>
    public static bool IsReported(Scene scene)
    {
        var text = scene.SentenceBefore;
        var told = text.LastIndexOf("反映", StringComparison.Ordinal);
        return told > 0
            && text.AsSpan(told).IndexOfAnyInRange('0', '9') < 0
            && text.AsSpan(told).IndexOfAny("；。") < 0
            && Array.Exists(
                s_public,
                word => text.LastIndexOf(word, told, StringComparison.Ordinal) is var at and >= 0 && told - at < 60
            );
    }
}
