using Analytics.Classify;

namespace Analytics.Tests.Classify;

/// <summary>Small made-up sets of labelled texts.</summary>
internal static class Fruit
{
    private static readonly string[] s_places =
    [
        "首页",
        "要闻栏目",
        "专题页面",
        "办事大厅",
        "通知公告",
        "政策库",
        "互动页面",
    ];

    /// <summary>Seven texts for each of three classes.</summary>
    public static IReadOnlyList<LabelledText> Three { get; } =
    [
        .. s_places.Select(place => new LabelledText($"{place}超过三周没有更新内容", "STALE")),
        .. s_places.Select(place => new LabelledText($"{place}的链接点击后打不开", "LINK")),
        .. s_places.Select(place => new LabelledText($"{place}把“的”写成“地”属于错别字", "TYPO")),
    ];

    /// <summary>The same sentence is another class in another channel.</summary>
    public static IReadOnlyList<LabelledText> TwoChannels { get; } =
    [
        .. Three.Select(row => row with { Label = "W-" + row.Label, Channel = "website" }),
        .. Three.Select(row => row with { Label = "N-" + row.Label, Channel = "newmedia" }),
        .. s_places.Select(place => new LabelledText($"{place}的问题通报后仍未整改", "X-RECT", "any")),
    ];

    /// <summary>Trains a model; a test that is stopped stops it.</summary>
    public static TextModel Train(IReadOnlyList<LabelledText> rows, TrainingOptions? options = null) =>
        ModelTrainer.Train(rows, options, TestContext.Current.CancellationToken);
}
