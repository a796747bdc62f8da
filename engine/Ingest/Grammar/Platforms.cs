namespace Analytics.Ingest.Grammar;

/// <summary>New-media platforms (平台) as written.</summary>
internal static class Platforms
{
    private static readonly WordTable<string> s_table = new(
        (
            "微信公众号 微信订阅号 微信服务号 微信视频号 微信 新浪微博 腾讯微博 人民微博 微博 抖音 快手 今日头条 头条号 百度百家号 百家号 移动客户端 客户端 "
            + "APP 小程序 视频号 公众号 抖音号 快手号 微博号 今日头条号 微信小程序 支付宝小程序 抖音短视频 订阅号 服务号 头条 百度贴吧 贴吧 大鱼号 微视频 央视频 澎湃号 人民号 企鹅号 一点号 网易号 搜狐号 B站 哔哩哔哩 小红书 西瓜视频 知乎 强国号"
        )
            .Split(' ')
            .Select(word => (word, word))
    );

    /// <summary>The first platform of a text with its place; null when none is named.</summary>
    public static (string Name, int Start, int End)? FirstIn(string text) =>
        s_table.In(text) is [var first, ..] ? (first.Value, first.Start, first.End) : null;

    /// <summary>The last platform of a text with its place; null when none is named.</summary>
    public static (string Name, int Start, int End)? LastIn(string text) =>
        s_table.In(text) is [.., var last] ? (last.Value, last.Start, last.End) : null;

    /// <summary>The words with a platform out of its quotes: “今日头条”账号 is 今日头条账号.</summary>
    public static string Unquoted(string text)
    {
        var open = text.IndexOf('“', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('”', open);
        return close > open + 1 && Whole(text[(open + 1)..close]) is not null
            ? string.Concat(text.AsSpan(0, open), text.AsSpan(open + 1, close - open - 1), text.AsSpan(close + 1))
            : text;
    }

    /// <summary>The platform a text is, apart from words such as 政务, 账号 and 官方; null when it is more than that.</summary>
    public static string? Whole(string text)
    {
        var found = s_table.In(text);
        if (found.Count != 1)
        {
            return null;
        }

        var rest = text.Remove(found[0].Start, found[0].End - found[0].Start);
        return
            rest
                is ""
                    or "政务"
                    or "累计"
                    or "政务累计"
                    or "官方"
                    or "账号"
                    or "帐号"
                    or "短视频账号"
                    or "平台"
                    or "政务账号"
                    or "类"
            ? found[0].Value
            : null;
    }
}
