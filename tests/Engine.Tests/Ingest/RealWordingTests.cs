using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>Ways of wording that notices of many places share; the sentences and figures are our own.</summary>
public sealed class RealWordingTests
{
    [Fact]
    public void Every_platform_of_a_list_may_split_its_number_in_a_bracket()
    {
        Assert.Equal(
            [
                "newmedia inspected 9",
                "newmedia inspected 4 百度贴吧",
                "newmedia inspected 4 市直单位百度贴吧",
                "newmedia inspected 5 大鱼号",
                "newmedia inspected 2 市直单位大鱼号",
                "newmedia inspected 3 县（市）区大鱼号",
            ],
            Sample.Facts(
                "本次检查政务新媒体9个，其中百度贴吧4个（市直单位4个）；大鱼号5个（市直单位2个，县（市）区3个）。"
            )
        );
    }

    [Theory]
    [InlineData("甲县、市乙局、市丙局等6家部门网站运行良好。", "website other 6")]
    [InlineData("本月提醒各单位更新网站栏目共计85次。", "website other 85")]
    [InlineData("我县登记在《全国政务新媒体信息报送系统》的政务新媒体共31个。", "newmedia accounts 31")]
    [InlineData("纳入《全国政务新媒体信息报送系统》的政务新媒体共31个。", "newmedia accounts 31")]
    [InlineData("网民通过监督举报平台反映的我市网站问题共计77条。", "interaction messages 77")]
    [InlineData("各单位报送信息后，采纳发布62条。", "submission adopted 62")]
    [InlineData("如县民政局虽上报3条信息，但未录用。", "submission submitted 3 县民政局")]
    [InlineData("其他县直单位和街道被采用信息41条。", "submission adopted 41 其他县直单位和街道")]
    public void What_is_said_beside_a_number_decides_what_it_counts(string body, string expected) =>
        Assert.Equal([expected], Sample.Facts(body));

    [Fact]
    public void Outstanding_problems_beside_a_pass_rate_are_failures()
    {
        Assert.Equal(
            ["website inspected 50", "website failed 2", "website pass_rate 96"],
            Sample.Facts("对全市50个政府网站进行抽查，发现存在突出问题的政府网站2个，抽查合格率96%。")
        );
    }

    [Fact]
    public void A_sample_is_taken_of_what_exists()
    {
        Assert.Equal(
            ["newmedia accounts 820", "newmedia inspected 90"],
            Sample.Facts("对全市正在运行的820个政务新媒体中的90个进行了抽查。")
        );
    }

    [Theory]
    [InlineData("复查发现3个政务新媒体仍未整改合格。", "newmedia unrectified 3")]
    [InlineData("正在运行的政务新媒体200个，检查发现8个存在问题。", "newmedia accounts_with_issue 8")]
    [InlineData("随机抽查的40个“今日头条”账号中，12个超过2周未更新。", "newmedia accounts_with_issue 12")]
    public void The_last_number_counts_accounts(string body, string expected) =>
        Assert.Equal(expected, Sample.Facts(body)[^1]);

    [Theory]
    [InlineData(
        "对全市40家网站进行检查，37家合格，3家不合格。截至目前，3家不合格政府网站的整改工作已全部完成。",
        "website rectified 3"
    )]
    [InlineData(
        "经对全市在运行的60家政府网站进行安全问题、内容更新等五项“单项否决”指标全覆盖检查。",
        "website inspected 60|website other 5"
    )]
    [InlineData(
        "除甲、乙市外，其他9个地级以上市的政府网站合格率达100%。",
        "website other 9|website pass_rate 100 地级以上市"
    )]
    [InlineData(
        "全市抽查合格率95%，甲市等7个地区政府网站抽查合格率为100%。",
        "website other 7|website pass_rate 100 地区"
    )]
    [InlineData("空白栏目数超过5个的网站较多。", "website other 5")]
    [InlineData(
        "抽查政府网站120家，占总数的40%（含政务服务网站群网站50家）。",
        "website inspected 120|website inspected 50 政务服务网站群"
    )]
    [InlineData("抽查包括上季度不合格的6家部门网站在内的90家政府网站，其中8家网站不合格。", "website failed 8")]
    [InlineData(
        "运行的政府门户网站有3家，其中：市人民政府1家，区政府2家。",
        "website sites 1 市人民政府|website sites 2 区政府"
    )]
    [InlineData(
        "甲阳、乙州两市网站合格率分别只有82.1%、80.5%。",
        "website pass_rate 82.1 甲阳|website pass_rate 80.5 乙州"
    )]
    [InlineData("丙市网站合格率由上季度的100%下降至85%。", "website pass_rate 100 丙市|website pass_rate 85 丙市")]
    public void Places_rates_and_bounds_are_not_mistaken_for_sites(string body, string expected)
    {
        var facts = Sample.Facts(body);

        Assert.Equal(expected.Split('|'), facts[^expected.Split('|').Length..]);
    }

    [Theory]
    [InlineData("本次检查覆盖全市现有的33家政府网站。", "website inspected 33")]
    [InlineData("随机抽查全区正在运行的政府网站88家，抽查比例为40%。", "website inspected 88")]
    [InlineData("注销关停无力运维保障的账号12个。", "newmedia other 12")]
    [InlineData(
        "按照确定的检查指标对我省70家政府网站和30家政务新媒体进行抽查。",
        "website inspected 70|newmedia inspected 30"
    )]
    [InlineData(
        "对44个政府网站进行了全面抽查，包含市政府门户网站、8个县级政府门户网站和35个部门网站。",
        "website inspected 44|website inspected 8 县级政府门户|website inspected 35"
    )]
    [InlineData("从检查结果来看，合格网站30家，问题网站2家。", "website passed 30|website sites_with_issue 2")]
    [InlineData("其中9家网站做到了当日回复。", "website other 9")]
    [InlineData("共有12家政府网站实现对简单咨询问题1个工作日内答复。", "website other 12")]
    [InlineData(
        "6个账号长期不更新，9个账号超过两周未更新，这15个账号判定为不合格。",
        "newmedia accounts_with_issue 6|newmedia accounts_with_issue 9|newmedia failed 15"
    )]
    [InlineData("检查发现21个网站出现503个错别字。", "website sites_with_issue 21|website issues 503")]
    [InlineData(
        "如甲市商务局网站有11个应更新但长期未更新栏目；乙县人民政府门户网站有7个空白栏目，3个栏目未更新。",
        "website issues 11 甲市商务局|website issues 7 乙县人民政府|website issues 3 乙县人民政府"
    )]
    [InlineData("“甲县教育局”网应更新但未更新的栏目达6个。", "website issues 6 甲县教育局")]
    public void The_verb_that_governs_a_number_decides(string body, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            Sample
                .Read("一、政府网站和政务新媒体\n" + body)
                .Facts.Where(fact => !fact.CountImplied)
                .Select(Sample.Brief)
        );

    [Fact]
    public void What_was_inspected_says_whose_the_numbers_and_rates_behind_it_are()
    {
        var notice = Sample.Read(
            "对全市运行的90个政府网站随机抽查了60个，合格网站48个，合格率为80%。"
                + "其中，抽查市直部门网站20个，合格18个，合格率90%；抽查甲水县政府网站25个，合格20个，合格率80%；乙地区政府网站15个，合格10个，合格率66.7%。"
                + "政务新媒体抽查30个。其中，政务微信公众号20个，不合格2个，合格率90%；抖音短视频10个，不合格1个，合格率90%。"
        );

        Assert.Equal(
            [
                "website sites 90",
                "website inspected 60",
                "website passed 48",
                "website pass_rate 80",
                "website inspected 20 市直部门",
                "website passed 18 市直部门",
                "website pass_rate 90 市直部门",
                "website inspected 25 甲水县",
                "website passed 20 甲水县",
                "website pass_rate 80 甲水县",
                "website inspected 15 乙地区",
                "website passed 10 乙地区",
                "website pass_rate 66.7 乙地区",
                "newmedia inspected 30",
                "newmedia inspected 20 微信公众号",
                "newmedia failed 2 微信公众号",
                "newmedia pass_rate 90 微信公众号",
                "newmedia inspected 10 抖音短视频",
                "newmedia failed 1 抖音短视频",
                "newmedia pass_rate 90 抖音短视频",
            ],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void What_failed_is_split_by_platforms_with_wholes_of_their_own()
    {
        var notice = Sample.Read(
            "共抽查全市在运行政务新媒体80个，发现不合格：9个（判定为不合格），总体合格率为88.75%。"
                + "其中，政务微信公众号60个，发现不合格9个，合格率85%；政务微博20个，合格率100%。"
        );

        Assert.Equal(
            [
                "newmedia inspected 80",
                "newmedia failed 9",
                "newmedia pass_rate 88.75",
                "newmedia inspected 60 微信公众号",
                "newmedia failed 9 微信公众号",
                "newmedia pass_rate 85 微信公众号",
                "newmedia inspected 20 微博",
                "newmedia pass_rate 100 微博",
            ],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [InlineData("全市一共清理注销问题新媒体150多家。", "newmedia other 150")]
    [InlineData("信用甲县网站2次提醒仍未整改。", "website other 2")]
    [InlineData("政府网站检查栏目更新不及时在10个以上。", "website other 10")]
    [InlineData("政务新媒体协同60多个融媒体客户端。", "newmedia other 60")]
    [InlineData("全市共有33个微信公众号阅读量超百万。", "newmedia other 33")]
    [InlineData(
        "采用信息800条，其中各县区500条、市直部门300条；上报省政府办公厅信息被采用40条。",
        "submission adopted 800|submission adopted 500 各县区|submission adopted 300 市直部门|submission adopted 40"
    )]
    public void What_is_said_in_passing_is_no_stock_and_no_part(string body, string expected)
    {
        var notice = Sample.Read(body);

        Assert.Equal(expected.Split('|'), notice.Facts.Select(Sample.Brief));
        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [InlineData(
        "共检查市直部门开设的50个政府网站及80个政务新媒体，总体合格率分别为100%和90%。",
        "website inspected 50|newmedia inspected 80|website pass_rate 100|newmedia pass_rate 90"
    )]
    [InlineData(
        "对全市在运行的20个部门网站、9个镇街网站和50个政务新媒体开展了日常监测。从网站检查结果看，多数符合指标要求，总体合格率97%。从政务新媒体检查结果看，多数符合指标要求，总体合格率100%。",
        "website inspected 20|website inspected 9|newmedia inspected 50|website pass_rate 97|newmedia pass_rate 100"
    )]
    [InlineData(
        "运行的政府网站12家。其中，设区市政府门户网站2家，县级政府门户网站10家。",
        "website sites 12|website sites 2 设区市政府|website sites 10 县级政府门户"
    )]
    [InlineData("共检查纳入报送系统的政府网站40个（含9个门户网站）。", "website inspected 40|website inspected 9 门户")]
    [InlineData(
        "网站抽查合格率90%，甲厅、乙厅等8个部门网站得分90分以上。",
        "website pass_rate 90|website other 8|website other 90"
    )]
    [InlineData("政府网站动态栏目每周更新1条以上。", "website other 1")]
    [InlineData(
        "全市政务新媒体50个（包括微信公众号30个，微博8个，其他12个）。",
        "newmedia accounts 50|newmedia accounts 30 微信公众号|newmedia accounts 8 微博|newmedia accounts 12 其他其他"
    )]
    public void Numbers_keep_the_channel_and_the_whole_they_are_of(string body, string expected)
    {
        var notice = Sample.Read(body);

        Assert.Equal(expected.Split('|'), notice.Facts.Select(Sample.Brief));
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void Messages_of_the_month_are_split_by_kind_in_a_sentence_of_their_own()
    {
        var notice = Sample.Read(
            "“市长信箱”共收到群众来信60件。\n一、办理情况\n本月来信中，反映公共服务类16件，文体科教类21件，市场管理类20件，表扬感谢3件。\n"
                + "信件办理情况统计表\n| 承办单位 | 承办件数 | 办结数 | 超时未办数 |\n| 甲县人民政府 | 46 | 45 | 1 |\n| 市公安局 | 14 | 14 | 0 |\n"
        );

        Assert.Equal(
            [60, 16, 21, 20, 3, 46, 14],
            notice.Facts.Where(fact => fact.Measure == Measure.Messages).Select(fact => fact.Count!.Value)
        );
        Assert.DoesNotContain(notice.Facts, fact => fact.Measure == Measure.Issues);
    }

    [Fact]
    public void Accounts_behind_their_owners_share_the_platform_behind_the_last()
    {
        var notice = Sample.Read(
            "抽查账号40个，不合格4个。不合格政务新媒体分别为：甲市卫健委“健康甲市”微信服务号，甲市信访局“甲市信访”、甲市生态局“生态甲市”、丙县公安局“丙县公安”微信订阅号。"
        );

        Assert.Equal(
            [
                ("甲市卫健委", "健康甲市", "微信服务号"),
                ("甲市信访局", "甲市信访", "微信订阅号"),
                ("甲市生态局", "生态甲市", "微信订阅号"),
                ("丙县公安局", "丙县公安", "微信订阅号"),
            ],
            notice.Facts.Where(fact => fact.CountImplied).Select(fact => (fact.Unit!, fact.Account!, fact.Platform!))
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void What_units_submitted_may_stand_between_them_and_their_fault()
    {
        Assert.Equal(
            ["website units_with_issue 1 区财政局", "website units_with_issue 1 甲水街道"],
            Sample.Facts("政府网站方面，区财政局、甲水街道报送信息存在严重表述错误。")
        );
    }

    [Fact]
    public void None_of_either_channel_failed()
    {
        Assert.Equal(
            ["website failed 0", "newmedia failed 0"],
            Sample.Facts("进行全覆盖检查，未发现不合格的政府网站和政务新媒体。")
        );
    }

    [Fact]
    public void Two_tables_may_stand_side_by_side()
    {
        Assert.Equal(
            [
                "openness published 58 政府办公室",
                "openness published 30 财政局",
                "openness published 19 教育局",
                "openness published 8 水利局",
            ],
            Sample
                .ReadWhole(
                    "关于2024年3月份政务公开工作情况的通报\n\n信息公开情况一览表\n"
                        + "| 单位 | 信息数 | 单位 | 信息数 |\n| 政府办公室 | 58 | 财政局 | 30 |\n| 教育局 | 19 | 水利局 | 8 |\n"
                )
                .Facts.Select(Sample.Brief)
        );
    }

    [Theory]
    [InlineData(
        "收到网民留言500条，其中涉及办事流程及进展200条，投诉、信息核查300条。",
        "interaction messages 500|interaction messages 200|interaction messages 300"
    )]
    [InlineData(
        "“政府信箱”收到网民留言90条，市直部门收到60条，各县收到30条，其中咨询类留言70条、建议类留言20条，各级答复88条。",
        "interaction messages 90|interaction messages 60|interaction messages 30|interaction messages 70|interaction messages 20|interaction other 88"
    )]
    [InlineData(
        "县政府网站发布信息700条，其中动态类信息300条，公开栏目信息400条；办理信箱来信留言25条。",
        "website published 700|website published 300|website published 400|interaction messages 25"
    )]
    [InlineData(
        "受理群众诉求300件，派单80件，按时结案79件，按时结案率99%。其中热线派单50件，网上派单30件。",
        "interaction messages 300|interaction other 80|interaction messages_on_time 79|interaction on_time_rate 99|interaction other 50|interaction other 30"
    )]
    [InlineData(
        "共收到书记信箱、县长信箱30件，其中书记信箱10件，县长信箱20件。\n其中按目的分类：举报12件、求助18件。\n按内容分类：城建16件、教育14件。",
        "interaction messages 30|interaction messages 10|interaction messages 20|interaction messages 12|interaction messages 18|interaction messages 16|interaction messages 14"
    )]
    public void Messages_are_split_by_kind_and_replies_are_none(string body, string expected)
    {
        var notice = Sample.Read("一、互动交流\n" + body);

        Assert.Equal(
            expected.Split('|'),
            notice.Facts.Select(fact => string.Join(' ', Sample.Brief(fact).Split(' ')[..3]))
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void Units_listed_behind_a_fault_have_it_once_each()
    {
        Assert.Equal(
            ["interaction units_with_issue 1 卫健委", "interaction units_with_issue 1 甲水镇"],
            Sample.Facts("留言办理超期的单位：卫健委、甲水镇。办理及时的单位：教育局、乙山镇。")
        );
    }

    [Theory]
    [InlineData("“甲城建”“乙高坪”政务新媒体账号未按要求更新。", "甲城建|乙高坪")]
    [InlineData("个别单位存在更新较少问题，如“甲交通”“乙司法”等微信公众号更新次数少于每周3次。", "甲交通|乙司法")]
    [InlineData("个别单位存在私开公众号现象，如“丙民政”“丁疾控”等。", "丙民政|丁疾控")]
    public void Accounts_in_quotes_need_no_platform_where_the_words_say_that_they_are_accounts(
        string body,
        string expected
    ) =>
        Assert.Equal(
            expected.Split('|'),
            Sample.Read("二、存在问题\n" + body).Facts.Where(fact => fact.CountImplied).Select(fact => fact.Account)
        );

    [Fact]
    public void Units_with_a_fault_and_no_number_have_it_once_each()
    {
        Assert.Equal(
            [
                "website units_with_issue 1 公安局",
                "website units_with_issue 1 财政局",
                "website units_with_issue 1 甲水镇",
            ],
            Sample.Facts("政府网站方面，公安局、财政局、甲水镇存在个别栏目更新不够及时问题。")
        );
        // The number says how many.
        Assert.Equal(
            ["website issues 4"],
            Sample.Facts("政府网站方面，公安局、财政局存在错别字4处。").Select(fact => fact[..16])
        );
    }

    [Fact]
    public void Accounts_in_quotes_have_the_fault_that_stands_behind_or_before_them()
    {
        Assert.Equal(
            [
                "newmedia accounts_with_issue 1 甲县微信公众号",
                "newmedia accounts_with_issue 1 甲县微信公众号",
                "newmedia accounts_with_issue 1 丙水发布微博",
            ],
            Sample.Facts(
                "二、存在问题\n"
                    + "一是违规开设账号。甲县微信公众号“甲县一线、甲县二线”等政务新媒体未进行填报登记。"
                    + "二是长期内容不更新问题依然存在。如微博“丙水发布”。"
            )
        );
        Assert.Empty(Sample.Facts("“丁水发布”微信公众号运行良好，未发现问题。"));
    }

    [Fact]
    public void Zeros_that_fill_up_a_rounded_rate_are_no_mistake()
    {
        var notice = Sample.Read("各单位报送信息28条，采用16条，采用率57.10%。");

        Assert.Empty(notice.Discrepancies);
    }
}
