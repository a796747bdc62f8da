using Analytics.Domain;

namespace Analytics.Benchmarks.Demo;

/// <summary>How a unit behaves in the sample data. Invented: nothing is said of the unit that really bears the code.</summary>
/// <param name="Code">The unit's code.</param>
/// <param name="Website">How often findings on the website fall on it, against the other units.</param>
/// <param name="NewMedia">The same for new media.</param>
/// <param name="Submission">How much of what is submitted comes from it; 0 for never.</param>
/// <param name="Accounts">Its new-media accounts, one for each platform.</param>
internal sealed record DemoHabits(string Code, int Website, int NewMedia, int Submission, params DemoAccount[] Accounts)
{
    private static readonly DemoAccount s_weChat = new("微信公众号");
    private static readonly DemoAccount s_weibo = new("微博");
    private static readonly DemoAccount s_douyin = new("抖音");
    private static readonly DemoAccount s_toutiao = new("今日头条");

    /// <summary>The units that stand out; a few have most of the findings.</summary>
    public static IReadOnlyList<DemoHabits> Listed { get; } =
    [
        new("aletengxire", 5, 14, 9, s_weChat, s_weibo, s_douyin),
        new("zhasake", 4, 30, 5, s_weChat, s_douyin),
        new("hongqinghe", 3, 16, 5, s_weChat, s_douyin.From(2023, 3)),
        new("subuerga", 3, 5, 4, s_weChat),
        new("nalintaohai", 3, 6, 4, s_weChat),
        new("wulanmulun", 4, 7, 7, s_weChat, s_douyin),
        new("yijinhuoluo", 2, 4, 3, s_weChat),
        new("fagaiwei", 3, 2, 6, s_weChat),
        new("jiaotiju", 5, 5, 6, s_weChat),
        new("gongxinju", 4, 4, 5, s_weChat),
        new("minwei", 1, 2, 1, s_weChat),
        new("gonganju", 4, 6, 5, s_weChat, s_weibo, s_douyin),
        new("minzhengju", 8, 3, 3, s_weChat.From(2022, 3)),
        new("sifaju", 2, 3, 2, s_weChat, s_douyin.From(2022, 4)),
        new("rensheju", 7, 8, 4, s_weChat),
        new("ziranju", 6, 0, 1),
        new("zhujianju", 6, 2, 2, s_weChat.From(2022, 2)),
        new("jiaotongju", 3, 0, 2),
        new("shuiliju", 2, 2, 2, s_weChat),
        new("nongmuju", 5, 3, 6, s_weChat),
        new("wenlvju", 3, 5, 7, s_weChat, s_weibo, s_douyin),
        new("weijianwei", 6, 11, 4, s_weChat, s_douyin),
        new("tuiyiju", 4, 2, 2, s_weChat),
        new("yingjiju", 5, 12, 3, s_weChat, s_douyin),
        new("shijianju", 5, 5, 2, s_weChat, s_douyin.From(2023, 1)),
        new("lincaoju", 5, 3, 3, s_weChat),
        new("tongjiju", 1, 3, 1, s_weChat),
        new("yibaoju", 3, 9, 2, s_weChat),
        new("nengyuanju", 2, 0, 2),
        new("chengguanju", 4, 3, 2, s_weChat, s_douyin.From(2023, 4)),
        new("zhengshuju", 2, 1, 4, s_weChat),
        new("zhufang", 9, 0, 1),
        new("yuanlin", 4, 0, 1),
        new("budongchan", 2, 2, 0, s_weChat),
        new("xiangcun", 3, 3, 2, s_weChat),
        new("rongmeiti", 2, 2, 8, s_weChat, s_douyin, s_toutiao),
    ];

    /// <summary>Whether it is at fault in some quarters only.</summary>
    public bool IsQuiet => Website <= 2 && NewMedia <= 2;

    /// <summary>A unit that is not listed: no account, submits nothing, seldom a finding.</summary>
    public static DemoHabits Quiet(string code) => new(code, 1, 0, 0);

    /// <summary>The accounts that are open in a quarter.</summary>
    public IReadOnlyList<DemoAccount> AccountsIn(Quarter quarter) =>
        [.. Accounts.Where(account => account.Since is not { } since || since <= quarter)];
}

/// <summary>A new-media account.</summary>
/// <param name="Platform">微信公众号, 微博, 抖音 or 今日头条.</param>
/// <param name="Since">The quarter it was opened in; null for before the first.</param>
internal sealed record DemoAccount(string Platform, Quarter? Since = null)
{
    /// <summary>The same account, opened later.</summary>
    public DemoAccount From(int year, int quarter) => this with { Since = new Quarter(year, quarter) };
}
