using Analytics.Domain;

namespace Analytics.Ingest.Grammar;

/// <summary>What a number counts, and the channel words of a text.</summary>
internal static class Nouns
{
    private static readonly WordTable<Thing> s_things = new([
        (Thing.Site, "网站 政府网站 门户网站 政府门户网站 信息公开网站 网站群 政府门户 政务网站"),
        (
            Thing.Account,
            "政务新媒体 新媒体 新媒体账号 账号 帐号 公众号 微信公众号 订阅号 服务号 微信订阅号 政务微信 政务微博 微信 微博 新浪微博 抖音 政务抖音 快手 "
                + "今日头条 头条号 移动客户端 客户端 APP 政务APP 小程序 百家号 视频号 短视频账号 抖音短视频账号"
        ),
        (Thing.Unit, "单位 部门 乡镇 街道 苏木 区县 旗县 局委 家单位 部门单位 县直单位 市直单位 旗直单位"),
        (Thing.Column, "栏目"),
        (Thing.Message, "留言 来信 咨询 信件 网民留言 投诉 建议 诉求 工单 咨询件 来件"),
        (
            Thing.Paper,
            "报告 稿件 约稿 文件 指标 业务人员 平台 页面 文章 事项 粉丝 用户 网页 网页数 建议提案 代表建议 人大建议 提案建议 提案"
        ),
        // These name a place or a channel of information, not the sites that are counted.
        (Thing.Nothing, "网站信息 新媒体信息 网站上 网站工作 网站报送 网站推送"),
    ]);

    private static readonly WordTable<string> s_channels = new([
        (Channel.Website, "网站 门户网站 政府网站"),
        (Channel.NewMedia, "新媒体 微信 微博 抖音 公众号 账号 帐号 头条 客户端 小程序"),
        (
            Channel.Request,
            "依申请公开 申请公开 公开申请 申请人 政府信息公开申请 信息公开申请 公开依申请 依申请办理 依申请情况 予以公开 不予公开 行政复议 行政诉讼"
        ),
        (Channel.Openness, "主动公开 政策文件 政策解读 重点领域 办事指南 公开专栏 公开目录 公开指南"),
        (
            Channel.Submission,
            "信息报送 报送信息 采用信息 政务信息 信息采用 采用率 信息采编 约稿 投稿 党政信息 采用数 采用条数 采用量 采用篇数 录用数 录用量 报送数 报送量 上报信息"
        ),
        (Channel.Interaction, "留言 咨询 来信 信箱 互动交流"),
    ]);

    /// <summary>The last thing named in a noun phrase; the head of a Chinese phrase stands last.</summary>
    public static Thing LastThing(string text) => s_things.In(text).LastOrDefault().Value;

    /// <summary>Whether a text is the name of a thing and nothing more.</summary>
    public static bool IsThing(string text) =>
        text.Length > 0 && s_things.At(text, 0) is { } hit && hit.Length == text.Length;

    /// <summary>Whether a text begins with a thing of this kind.</summary>
    public static bool IsThingAt(string text, Thing thing) =>
        text.Length > 0 && s_things.At(text, 0) is { } hit && hit.Value == thing;

    /// <summary>Whether a thing of this kind is named anywhere in a text.</summary>
    public static bool Names(string text, Thing thing) => s_things.In(text).Exists(found => found.Value == thing);

    /// <summary>The first thing named after a number.</summary>
    public static Thing FirstThing(string text) => s_things.In(text).FirstOrDefault().Value;

    /// <summary>The channel words of a text with their places.</summary>
    public static List<(string Value, int Start, int End)> Channels(ReadOnlySpan<char> text) => s_channels.In(text);

    /// <summary>The channel of a kind of thing; null when it tells none.</summary>
    public static string? ChannelOf(Thing thing) =>
        thing switch
        {
            Thing.Site => Channel.Website,
            Thing.Account => Channel.NewMedia,
            Thing.Message => Channel.Interaction,
            _ => null,
        };
}

/// <summary>Kinds of things that notices count.</summary>
internal enum Thing
{
    /// <summary>Not said.</summary>
    Nothing,

    /// <summary>网站</summary>
    Site,

    /// <summary>政务新媒体账号</summary>
    Account,

    /// <summary>单位</summary>
    Unit,

    /// <summary>栏目</summary>
    Column,

    /// <summary>留言</summary>
    Message,

    /// <summary>Papers, people and other things that have no measure of their own.</summary>
    Paper,
}
