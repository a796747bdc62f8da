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
    private static readonly string[] s_achievements =
    [
        "实现",
        "做到",
        "能按",
        "能够",
        "均能",
        "得分",
        "阅读量",
        "浏览量",
        "粉丝",
    ];
    private static readonly string[] s_public = ["网民", "群众", "网友", "公众"];

    /// <summary>Whether units are named as examples of a good state: 甲局、乙局等9家网站运行良好.</summary>
    public static bool IsPraise(Scene scene) =>
        scene.Left.EndsWith('等')
        && !scene.Quantity.CountsItems
        && Acts.Last(scene.Right) is not Act.Issue
        && Array.Exists(s_praise, word => scene.Right.EndsWith(word, StringComparison.Ordinal));

    /// <summary>Whether it is said what so many achieve: 其中16家网站做到了当日回复.</summary>
    public static bool IsAchievement(Scene scene)
    {
        var at = s_achievements.Select(word => scene.Tail.IndexOf(word, StringComparison.Ordinal)).Max();
        return at >= 0
            && !scene.Quantity.CountsItems
            && at < 24
            && Acts.In(scene.Tail[..at]).TrueForAll(act => act.Value is Act.RateName)
            && scene.Tail.AsSpan(0, at).IndexOfAny('未', '不', '没') < 0
            && scene.Tail.AsSpan(0, at).IndexOfAnyInRange('0', '9') < 0;
    }

    /// <summary>Whether the public put so many questions, or got so many answered: 网民提出的4项问题只回答了其中两项.</summary>
    public static bool IsQuestion(Scene scene) =>
        scene.Quantity.Word == "项"
        && (
            scene.Left.EndsWith("提出的", StringComparison.Ordinal)
            || scene.Left.Contains("回答", StringComparison.Ordinal)
        );

    /// <summary>Whether kinds are counted, or sides of a thing: 五个类型的占比是.</summary>
    public static bool IsKinds(Scene scene) =>
        scene.Quantity.Word == "个"
        && Array.Exists(
            (string[])["类型", "类别", "方面", "环节", "层面"],
            word => scene.Right.StartsWith(word, StringComparison.Ordinal)
        );

    /// <summary>The number that 这25个账号 means: the last of as many of the same.</summary>
    public static Draft? Meant(ReadingState reading, Scene scene) =>
        scene.Left.EndsWith('这') || scene.Left.EndsWith("上述", StringComparison.Ordinal)
            ? reading.FindAbove(
                scene.Paragraph.Index,
                draft =>
                    draft.Fact is { CountImplied: false, Count: not null }
                    && draft.Fact.Count == scene.Quantity.Value
                    && draft.CountsItems == scene.Quantity.CountsItems
            )
            : null;

    /// <summary>Whether somebody was reminded so many times: 提醒各单位更新栏目共计80次.</summary>
    public static bool IsReminder(Scene scene)
    {
        var words = Subject.StripOpeners(scene.Left);
        return scene.Quantity.CountsItems
            && (
                Array.Exists(s_reminders, word => words.StartsWith(word, StringComparison.Ordinal))
                // 2次提醒仍未整改, 季度内被通报3次
                || (
                    scene.Quantity.Word == "次"
                    && (
                        Array.Exists(s_reminders, word => scene.Right.StartsWith(word, StringComparison.Ordinal))
                        || scene.Left.EndsWith("通报", StringComparison.Ordinal)
                        || Array.Exists(s_reminders, word => scene.Left.EndsWith(word, StringComparison.Ordinal))
                    )
                )
            );
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
