using Analytics.Domain;

namespace Analytics.Benchmarks.Demo;

/// <summary>A kind of problem in the sample data.</summary>
/// <param name="Category">A code of <c>categories.csv</c>.</param>
/// <param name="Weight">How often it comes up, against the other kinds of its channel.</param>
/// <param name="Texts">Invented findings; <c>{0}</c> stands for the platform.</param>
internal sealed record DemoKind(string Category, int Weight, params string[] Texts)
{
    /// <summary>The kinds of the website.</summary>
    public static IReadOnlyList<DemoKind> Website { get; } =
    [
        new("W-TYPO", 34, "工作动态稿件有错别字", "转载稿件漏字", "会议报道职务表述不规范", "通知公告标题有错字"),
        new("W-LINK", 22, "栏目页有失效链接", "附件下载链接打不开", "页脚外链指向已停用网站"),
        new("W-STALE", 14, "工作动态栏目应更新未更新", "政策文件栏目超期未更新", "专题子栏目长期未更新"),
        new("W-GUIDE", 8, "办事指南缺少办理时限", "办事指南材料份数没有写明", "办事指南收费标准与实际不符"),
        new("W-FORM", 7, "文件放错栏目", "正文排版格式不统一", "索引号没有按规范录入"),
        new("W-PRIV", 6, "公示名单没有隐去身份证号", "附件表格带有手机号码"),
        new("W-EMPTY", 4, "栏目没有内容", "二级栏目为空白页"),
        new("W-MARK", 2, "页面缺少网站标识", "站内搜索没有结果"),
        new("W-REPLY", 2, "咨询留言超过期限未答复", "留言答复没有实质内容"),
        new("W-DOWN", 1, "业务子站一度无法访问"),
    ];

    /// <summary>The kinds of new media.</summary>
    public static IReadOnlyList<DemoKind> NewMedia { get; } =
    [
        new("N-STALE", 34, "{0}超过两周未更新", "{0}月内仅更新一次", "{0}节日前后停更"),
        new("N-TYPO", 28, "{0}推文有错别字", "{0}视频字幕有错字", "{0}推文表述不规范", "{0}转发内容有错敏词"),
        new("N-INTER", 14, "{0}没有有效互动功能", "{0}留言长期无人回复"),
        new("N-FUNC", 8, "{0}菜单点击后没有内容", "{0}菜单链接失效"),
        new("N-REPOST", 7, "{0}没有按要求转载权威信息", "{0}转载不及时"),
        new("N-OFF", 4, "{0}推文夹带商业广告", "{0}发布与职能无关的内容"),
        new("N-ACCT", 3, "{0}认证主体与备案信息不符", "{0}名称变更没有备案"),
        new("N-PRIV", 2, "{0}推文图片露出个人信息"),
    ];

    /// <summary>The kinds of openness.</summary>
    public static IReadOnlyList<DemoKind> Openness { get; } =
    [
        new("P-POLICY", 40, "政策文件印发后未及时公开", "规范性文件公开超过规定时限"),
        new("P-EXPL", 35, "政策解读滞后于文件", "解读只有文字一种形式", "解读稿没有关联原文"),
        new("P-FIELD", 25, "补贴政策公开不全面", "重点领域信息公开不及时"),
    ];

    /// <summary>The kinds of disclosure on request.</summary>
    public static IReadOnlyList<DemoKind> Request { get; } =
    [
        new("R-LATE", 45, "临近法定期限才答复", "答复超过法定期限"),
        new("R-FORM", 30, "告知书没有使用规定格式", "答复文书缺少救济途径"),
        new("R-CONTENT", 25, "答复内容与申请事项不对应", "答复没有说明依据"),
    ];

    /// <summary>Who finds problems of a channel, with weights.</summary>
    public static IReadOnlyList<(string Level, int Weight)> LevelsOf(string channel) =>
        channel switch
        {
            Channel.NewMedia => [("旗", 88), ("市", 10), ("自治区", 2)],
            Channel.Website => [("旗", 70), ("市", 22), ("自治区", 8)],
            _ => [("旗", 60), ("市", 40)],
        };
}
