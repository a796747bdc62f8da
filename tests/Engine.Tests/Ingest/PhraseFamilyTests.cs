using Analytics.Domain;

namespace Analytics.Tests.Ingest;

public sealed class PhraseFamilyTests
{
    [Fact]
    public void A_list_of_units_splits_the_total_before_it()
    {
        var notice = Sample.Read(
            "本季度检查政务新媒体，发现问题共计6条。涉及的单位有：旗甲山镇人民政府（4条）、旗教育局（2条）。"
        );

        Assert.Equal(
            ["newmedia issues 6", "newmedia issues 4 旗甲山镇人民政府", "newmedia issues 2 旗教育局"],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Equal("镇", notice.Facts[1].Group);
        Assert.Equal("部门", notice.Facts[2].Group);
        Assert.Equal([1, 2], Assert.Single(notice.Breakdowns).Parts);
    }

    [Fact]
    public void Splits_inside_splits_keep_category_and_level()
    {
        var notice = Sample.Read(
            "政府网站存在断链问题5条，其中被自治区抽查出问题2条，涉及的单位有：旗民政局（2条）；市本级抽查的问题有3条，涉及的单位有：旗司法局（1条）、旗乙河镇人民政府（2条）。"
        );

        Assert.Equal([5, 2, 2, 3, 1, 2], notice.Facts.Select(fact => fact.Number!.Value));
        Assert.All(notice.Facts, fact => Assert.Equal("断链", fact.Category));
        Assert.Equal([null, "自治区", "自治区", "市", "市", "市"], notice.Facts.Select(fact => fact.Level));
        Assert.Equal(3, notice.Checks.Count);
        Assert.Equal(
            [
                [1, 3],
                [2],
                [4, 5],
            ],
            notice.Breakdowns.Select(breakdown => breakdown.Parts)
        );
    }

    [Fact]
    public void Whether_a_unit_is_named_is_neither_a_class_nor_a_kind()
    {
        var notice = Sample.Read(
            "政府网站发现问题共计9条。其中，市本级检查发现问题4条，涉及的单位有：旗民政局（4条）；没有注明检查层级的问题3条，涉及的单位有：旗司法局（3条）；未列明单位的问题2条。"
        );

        Assert.Equal([9, 4, 4, 3, 3, 2], notice.Facts.Select(fact => fact.Number!.Value));
        Assert.All(notice.Facts, fact => Assert.Null(fact.Category));
        Assert.Equal([null, null, "部门", null, "部门", null], notice.Facts.Select(fact => fact.Group));
        Assert.Equal([null, "市", "市", null, null, null], notice.Facts.Select(fact => fact.Level));
        Assert.Equal([1, 3, 5], notice.Breakdowns[0].Parts);
        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [InlineData("旗本级检查发现依申请公开问题共计2条。", "request")]
    [InlineData("旗本级检查发现法定主动公开问题共计2条。", "openness")]
    [InlineData("旗本级检查发现互动交流问题共计2条。", "interaction")]
    [InlineData("旗本级检查发现政务新媒体问题共计2条。", "newmedia")]
    public void The_name_of_a_channel_is_no_kind_of_problem(string body, string channel)
    {
        var fact = Assert.Single(Sample.Read(body).Facts);

        Assert.Equal((channel, "issues", null, "旗"), (fact.Channel, fact.Measure, fact.Category, fact.Level));
    }

    [Theory]
    [InlineData("全县备案政务新媒体共120个。", "newmedia accounts 120")]
    [InlineData("正常运行政府网站30家。", "website sites 30")]
    [InlineData("共抽查政府网站12个。", "website inspected 12")]
    [InlineData("对全市80家政务新媒体进行了全面检查。", "newmedia inspected 80")]
    [InlineData("另有7家政务新媒体超过两周未更新。", "newmedia accounts_with_issue 7")]
    [InlineData("政务新媒体方面，查出错敏词15处。", "newmedia issues 15")]
    [InlineData("收到网民留言9条。", "interaction messages 9")]
    [InlineData("县政府网站发布信息260条。", "website published 260")]
    [InlineData("本季度关停政务新媒体4个。", "newmedia other 4")]
    [InlineData("旗司法局抖音被市局检测到单否2次。", "newmedia veto 2 旗司法局抖音")]
    public void A_number_is_measured_by_its_verb_and_noun(string body, string expected) =>
        Assert.Equal([expected], Sample.Facts(body));

    [Fact]
    public void Passed_failed_and_rate_follow_what_was_inspected()
    {
        var notice = Sample.Read("抽查政府网站40个，合格38个，不合格2个，合格率95%。");

        Assert.Equal(
            ["website inspected 40", "website passed 38", "website failed 2", "website pass_rate 95"],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Equal((38m, 40m), (notice.Facts[3].Numerator, notice.Facts[3].Denominator));
    }

    [Fact]
    public void Submissions_have_a_target_and_their_rate_its_fraction()
    {
        var notice = Sample.Read(
            "我旗共向市人民政府网站报送信息40条，被采用30条，采用率为75%，较上季度提升5个百分点，向旗人民政府网站推送信息90条。"
        );

        Assert.Equal(
            [Measure.Submitted, Measure.Adopted, Measure.AdoptionRate, "adoption_rate_change", Measure.Pushed],
            notice.Facts.Select(fact => fact.Measure)
        );
        Assert.Equal("市人民政府网站", notice.Facts[1].Target);
        Assert.Equal("旗人民政府网站", notice.Facts[4].Target);
        Assert.Equal((30m, 40m), (notice.Facts[2].Numerator, notice.Facts[2].Denominator));
        Assert.Equal(
            (5m, "个百分点", "上季度"),
            (notice.Facts[3].Value!.Value, notice.Facts[3].StatedUnit, notice.Facts[3].Basis)
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_decrease_is_negative()
    {
        var notice = Sample.Read("抽查政务新媒体50个，合格率90%，比上季度下降2.5个百分点。");

        Assert.Equal(-2.5m, notice.Facts[^1].Value);
        Assert.Equal("pass_rate_change", notice.Facts[^1].Measure);
    }

    [Fact]
    public void Numbers_before_platforms_split_the_stock() =>
        Assert.Equal(
            ["newmedia accounts 9", "newmedia accounts 5 微信公众号", "newmedia accounts 4 新浪微博"],
            Sample.Facts("全旗共有政务新媒体9个，包括5个微信公众号、4个新浪微博。")
        );

    [Fact]
    public void Parallel_lists_pair_names_and_rates() =>
        Assert.Equal(
            ["website pass_rate 98.5", "newmedia pass_rate 97"],
            Sample.Facts("政府网站、政务新媒体合格率分别为98.5%、97%。")
        );

    [Fact]
    public void A_joined_number_has_the_verb_of_the_one_before() =>
        Assert.Equal(
            ["website inspected 12", "newmedia inspected 34", "newmedia issues 5", "newmedia issues 6"],
            Sample.Facts("共监测政府网站12个、政务新媒体34个，发现错敏词5处、语句6处。")
        );

    [Fact]
    public void Units_that_submitted_nothing_are_named() =>
        Assert.Equal(
            ["submission submitted 0 县水利局", "submission submitted 0 戊镇"],
            Sample.Facts("未报送信息的单位有：县水利局、戊镇。")
        );

    [Fact]
    public void A_second_kind_of_problem_keeps_the_unit_named_before() =>
        Assert.Equal(
            ["website issues 3 县教育局", "website issues 1 县教育局", "website issues 2 县卫健委"],
            Sample.Facts("政府网站方面，县教育局出现错别字3处、错链1个，县卫健委出现错别字2处。")
        );

    [Fact]
    public void All_in_time_is_as_many_as_came() =>
        Assert.Equal(
            ["interaction messages 15", "interaction messages_on_time 15"],
            Sample.Facts("平台共转办网民留言15件，均按期办结。")
        );

    [Fact]
    public void Each_gives_the_number_to_every_name() =>
        Assert.Equal(
            [
                "submission adopted 5",
                "submission adopted 3 教育局",
                "submission adopted 1 民政局",
                "submission adopted 1 丙川街道",
            ],
            Sample.Facts("被市政府采用信息5条，其中教育局3条，民政局、丙川街道各1条。")
        );

    [Fact]
    public void A_bracket_with_points_is_a_score_and_not_a_count() =>
        Assert.Equal(
            ["unit_score 88.5 教育局"],
            Sample.Facts("部门前1名：教育局（88.5分）。").Select(brief => brief.Trim())
        );

    [Fact]
    public void A_platform_in_brackets_is_no_count()
    {
        var notice = Sample.Read("政务新媒体内容更新不及时（2个）：甲地发布（微信）、乙地警方（新浪微博）");

        Assert.Equal(
            [
                "newmedia accounts_with_issue 2",
                "newmedia accounts_with_issue 1 甲地发布微信",
                "newmedia accounts_with_issue 1 乙地警方新浪微博",
            ],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.True(notice.Facts[1].CountImplied);
    }

    [Fact]
    public void Words_stand_for_zero()
    {
        var notice = Sample.Read("抽查政府网站8个，未发现不合格政府网站。");

        Assert.Equal(
            (Measure.Failed, 0m, true),
            (notice.Facts[1].Measure, notice.Facts[1].Count, notice.Facts[1].CountImplied)
        );
    }

    [Fact]
    public void A_table_row_is_one_fact_per_number()
    {
        var notice = Sample.Read(
            "附件 信息报送情况\n排名\t单位\t报送条数\t采用条数\t得分\n1\t教育局\t12\t9\t45\n2\t丁镇\t8\t4\t20\n合计\t\t20\t13\t65\n"
        );

        Assert.Equal(9, notice.Facts.Count);
        Assert.Equal(
            ["submission submitted 12 教育局", "submission adopted 9 教育局", "submission unit_score 45 教育局"],
            notice.Facts.Take(3).Select(Sample.Brief)
        );
        Assert.Equal(1, notice.Facts[2].Rank);
        Assert.Equal(2, notice.Checks.Count);
    }

    [Fact]
    public void Periods_of_the_sentence_win_over_the_period_of_the_title()
    {
        var notice = Sample.Read("7月专项检查有3个政务新媒体不合格，8月有1个不合格；三季度全面检查共有2个不合格。");

        Assert.Equal(["2024-07", "2024-08", "2024Q3"], notice.Facts.Select(fact => fact.Period));
    }

    [Theory]
    [InlineData("确保一个单位在一个平台只开设一个账号，做到举一反三、三审三校。")]
    [InlineData("按照《条例》第二十条和丙办发〔2020〕6号文件，于10月17日前报送。")]
    [InlineData("一要抓好整改，二要加强学习。")]
    [InlineData("超过两周未更新、5个工作日内未答复的予以通报。")]
    public void Prose_articles_and_dates_are_not_counts(string body)
    {
        var notice = Sample.Read(body);

        Assert.Empty(notice.Facts);
        Assert.Empty(notice.Unrecognised);
    }

    [Fact]
    public void A_day_of_a_deadline_is_kept_with_its_unit()
    {
        var fact = Assert.Single(Sample.Read("依申请公开方面，个别单位在第20个工作日才答复。").Facts);

        Assert.Equal(
            (Channel.Request, Measure.Other, 20m, "个工作日"),
            (fact.Channel!, fact.Measure, fact.Count!.Value, fact.StatedUnit!)
        );
    }

    [Fact]
    public void A_stock_stated_again_is_one_fact()
    {
        var notice = Sample.Read(
            "政务新媒体（系统内31个）情况如下。\n对系统内31个政务新媒体更新情况进行检测，发现问题2条。"
        );

        Assert.Equal(
            ["newmedia accounts 31", "newmedia inspected 31", "newmedia issues 2"],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Contains(notice.Checks, check => check.What.Contains("2 次", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_without_measure_word_is_reported_and_not_guessed()
    {
        var notice = Sample.Read("编号77的事项正在办理。");

        Assert.Empty(notice.Facts);
        Assert.Contains("77", Assert.Single(notice.Unrecognised).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "录用较多的部门：市财政局（18篇）、市商务局（17篇）。",
        "submission adopted 18 市财政局|submission adopted 17 市商务局"
    )]
    [InlineData(
        "政务新媒体问题较多的单位为县卫健局（5条）、双河镇（3条）。",
        "newmedia issues 5 县卫健局|newmedia issues 3 双河镇"
    )]
    [InlineData(
        "政务新媒体更新量前两名：平安甲县（微博，612条）、美丽甲县（微信，433篇）。",
        "newmedia posts 612 平安甲县微博|newmedia posts 433 美丽甲县微信"
    )]
    public void A_list_measures_what_its_head_says(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Fact]
    public void A_selected_list_need_not_add_up() =>
        Assert.Empty(Sample.Read("共报送信息90条。报送较多的单位：甲局（20条）、乙局（10条）。").Discrepancies);

    [Fact]
    public void The_head_of_a_split_names_its_total() =>
        Assert.Equal(
            ["newmedia failed 9", "newmedia failed 6 微信公众号", "newmedia failed 3 抖音"],
            Sample.Facts("不合格政务新媒体9个。不合格政务新媒体中，微信公众号6个、抖音3个。")
        );

    [Theory]
    [InlineData("政务新媒体方面，“甲县发布”发布213条。", "newmedia posts 213 甲县发布")]
    [InlineData("政务新媒体问题未整改1条（杏树乡）。", "newmedia unrectified 1 杏树乡")]
    [InlineData("旗政府办公室共收到各部门上报信息86条。", "submission submitted 86")]
    [InlineData("区审计局报送信息12条，采用3条。", "submission submitted 12 区审计局|submission adopted 3 区审计局")]
    [InlineData("报送省政府办公厅信息45条。", "submission submitted 45")]
    [InlineData("和平街道报送信息10条。", "submission submitted 10 和平街道")]
    [InlineData("县红十字会等5个单位零报送。", "submission zero_units 5|submission submitted 0 县红十字会")]
    public void The_owner_is_found_around_the_number(string sentence, string facts) =>
        Assert.Equivalent(facts.Split('|'), Sample.Facts(sentence), strict: true);

    [Theory]
    [InlineData("甲市、乙市政府网站合格率均为100%。", "website pass_rate 100 甲市|website pass_rate 100 乙市")]
    [InlineData("政府网站和政务新媒体合格率均为100%。", "website pass_rate 100|newmedia pass_rate 100")]
    [InlineData("抖音号合格率为98.5%。", "newmedia pass_rate 98.5 抖音号")]
    [InlineData("采用率较高的单位：县公安局（85%）。", "submission adoption_rate 85 县公安局")]
    [InlineData("政府网站合格率不足八成。", "website pass_rate 80")]
    public void A_rate_has_owners(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Theory]
    [InlineData("抽查政务新媒体40个，内容不更新3个。", "newmedia inspected 40|newmedia accounts_with_issue 3")]
    [InlineData("抽查政务新媒体40个，错别字3个。", "newmedia inspected 40|newmedia issues 3")]
    [InlineData("政务新媒体错敏表述57处，涉及31个账号。", "newmedia issues 57|newmedia accounts_with_issue 31")]
    public void States_count_things_and_occurrences_count_problems(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Theory]
    [InlineData("报送信息500条以上的单位有6家。")]
    [InlineData("每月报送信息3—5条。")]
    [InlineData("报送信息不足5条。")]
    public void A_bound_is_no_count_of_its_own(string sentence) =>
        Assert.All(Sample.Read(sentence).Facts, fact => Assert.Equal(Measure.Other, fact.Measure));

    [Fact]
    public void What_decreased_is_counted_twice_and_now_is_now()
    {
        var facts = Sample.Read("零报送单位由2023年的12家减少到5家。").Facts;

        Assert.Equal([("2023", 12m), ("2024Q3", 5m)], facts.Select(fact => (fact.Period, fact.Count!.Value)));
        Assert.All(facts, fact => Assert.Equal(Measure.ZeroUnits, fact.Measure));
    }

    [Fact]
    public void A_change_names_what_changed() =>
        Assert.Equal(
            ["website failed_change -2", "newmedia failed_change 3"],
            Sample.Facts("与二季度相比，不合格网站减少2家，不合格新媒体增加3个。")
        );

    [Fact]
    public void A_total_of_both_channels_has_none() =>
        Assert.Equal(
            [" issues 23", "website issues 9", "newmedia issues 14"],
            Sample.Facts("市政府办公室反馈问题线索23条，其中网站9条、政务新媒体14条。")
        );

    [Fact]
    public void A_table_may_speak_of_both_channels() =>
        Assert.Equal(
            ["website sites 4 甲县", "newmedia inspected 12 甲县", "newmedia failed 1 甲县"],
            Sample.Facts("| 区县 | 网站数 | 抽查新媒体 | 不合格新媒体 |\n| 甲县 | 4 | 12 | 1 |")
        );

    [Fact]
    public void Single_spaces_part_a_heading_when_rows_follow() =>
        Assert.Equal(
            ["submission submitted 88 县农牧局", "submission unit_score 260 县农牧局"],
            Sample.Facts("单位 报送条数 得分\n县农牧局 88 260")
        );

    [Theory]
    [InlineData("检查政务新媒体60个次。", "newmedia inspected 60")]
    [InlineData("从二季度不合格的9个政务新媒体复查情况看，均已达标。", "newmedia failed 9")]
    [InlineData("6个账号发布与政府职能无关的信息。", "newmedia accounts_with_issue 6")]
    [InlineData("县民政局“情暖甲县”微信公众号链接失效2个。", "newmedia issues 2 县民政局微信公众号")]
    [InlineData("政府网站监测发现空白栏目4个。", "website issues 4")]
    [InlineData("政府网站方面，二季度通报的50个问题已整改48个。", "website issues 50|website rectified 48")]
    [InlineData("政府网站回复网民留言74条。", "interaction other 74")]
    [InlineData("上半年，全州主动公开政府信息900条。", "openness published 900")]
    [InlineData("政府网站独立用户访问量3万个。", "website other 30000")]
    [InlineData("关停账号5个，其中微博3个、抖音2个。", "newmedia other 5|newmedia other 3 微博|newmedia other 2 抖音")]
    public void A_number_is_measured_by_the_words_that_govern_it(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Theory]
    [InlineData(
        "政务新媒体不合格14个。不合格账号名单：“甲河旅”（微博）、“乙林业”（微信公众号）等14个。",
        "newmedia failed 14|newmedia failed 1 甲河旅微博|newmedia failed 1 乙林业微信公众号"
    )]
    [InlineData(
        "“甲城管”“乙120急救”等5个政务新媒体账号超过2周未更新。",
        "newmedia accounts_with_issue 1 甲城管|newmedia accounts_with_issue 1 乙120急救|newmedia accounts_with_issue 5"
    )]
    [InlineData(
        "“甲残联”“乙科协”2个账号更新不及时。",
        "newmedia accounts_with_issue 1 甲残联|newmedia accounts_with_issue 1 乙科协|newmedia accounts_with_issue 2"
    )]
    [InlineData(
        "政务新媒体未达标2个，分别为：甲司法（微信，连续15天未更新）、乙气象（微博，互动功能缺失）。",
        "newmedia failed 2|newmedia failed 1 甲司法微信|newmedia failed 1 乙气象微博"
    )]
    [InlineData("“某省在线”微博因两周未更新被判定不合格。", "newmedia failed 1 某省在线微博")]
    [InlineData("“甲旗文旅”微信公众号认证主体不符。", "newmedia accounts_with_issue 1 甲旗文旅微信公众号")]
    [InlineData(
        "检查政府网站8个，合格7个，不合格的为甲研究所网站。",
        "website inspected 8|website passed 7|website failed 1 甲研究所"
    )]
    [InlineData("甲局、乙局本季度未报送信息。", "submission submitted 0 甲局|submission submitted 0 乙局")]
    public void Whoever_is_named_is_one(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Theory]
    [InlineData(
        "政务新媒体各县区合格率：甲县100%，乙县96.7%。",
        "newmedia pass_rate 100 甲县|newmedia pass_rate 96.7 乙县"
    )]
    [InlineData(
        "政务新媒体合格率低于90%的有市水务局（66.7%）、市卫健委（85.7%）。",
        "newmedia pass_rate 90|newmedia pass_rate 66.7 市水务局|newmedia pass_rate 85.7 市卫健委"
    )]
    [InlineData(
        "对不合格政务新媒体较多的甲县（13个）、乙市（11个）予以通报批评。",
        "newmedia failed 13 甲县|newmedia failed 11 乙市"
    )]
    [InlineData(
        "县文旅局、白沙镇各1个政务新媒体问题未整改。",
        "newmedia unrectified 1 县文旅局|newmedia unrectified 1 白沙镇"
    )]
    public void A_list_of_units_needs_no_opener(string sentence, string facts) =>
        Assert.Equal(facts.Split('|'), Sample.Facts(sentence));

    [Fact]
    public void Why_something_failed_is_no_part_of_who_failed() =>
        Assert.Equal(
            [
                "newmedia failed 53",
                "newmedia failed 19 市州",
                "newmedia failed 34 县市区",
                "newmedia accounts_with_issue 41",
                "newmedia accounts_with_issue 12",
            ],
            Sample.Facts(
                "不合格政务新媒体53个，其中市州19个、县市区34个，主要是内容不更新（41个）、互动回应差（12个）。"
            )
        );

    [Theory]
    [InlineData(
        "网站共发现各类问题52个。其中错别字40个；互动回应不及时12个。",
        "website issues 52|website issues 40|website issues 12"
    )]
    [InlineData(
        "信息报送排名前三位的县区是临河县（23条）、东岭区（20条）、沙湾县（18条）。",
        "submission submitted 23 临河县|submission submitted 20 东岭区|submission submitted 18 沙湾县"
    )]
    [InlineData(
        "采用率低于30%的有柳河乡（28.6%，报送35条、采用10条）。",
        "submission adoption_rate 30|submission adoption_rate 28.6 柳河乡|submission submitted 35 柳河乡|submission adopted 10 柳河乡"
    )]
    [InlineData(
        "问题账号15个，占比16.3%，比8月份减少4个。",
        "newmedia accounts_with_issue 15|newmedia other 16.3|newmedia accounts_with_issue_change -4"
    )]
    [InlineData(
        "内容差错账号8个，差错较多的是区商务局（4处）。",
        "newmedia accounts_with_issue 8|newmedia issues 4 区商务局"
    )]
    [InlineData("政务新媒体整改完成率为百分之九十四点七。", "newmedia other 94.7")]
    [InlineData(
        "发现断链43条（州民政局17条、州水利局21条、其余5个单位共5条）。",
        " issues 43| issues 17 州民政局| issues 21 州水利局| other 5| issues 5"
    )]
    [InlineData("留言按时办结率由92%提升至97.3%。", "interaction on_time_rate 92|interaction on_time_rate 97.3")]
    [InlineData("确认错误91条，涉及网站19条、新媒体72条。", " issues 91|website issues 19|newmedia issues 72")]
    [InlineData(
        "通报问题143个，已整改139个。未整改的4个问题为：州林业局2个、白河县2个。",
        " issues 143| rectified 139| unrectified 4| unrectified 2 州林业局| unrectified 2 白河县"
    )]
    [InlineData(
        "未完成报送任务（每月不少于4条）的单位11个：区统计局3条、区审计局2条。",
        " other 4|submission below_quota 11|submission submitted 3 区统计局|submission submitted 2 区审计局"
    )]
    [InlineData(
        "报送信息405条，在未采用的263条信息中，因内容空泛未采用的142条。",
        "submission submitted 405|submission other 263|submission other 142"
    )]
    [InlineData(
        "乡镇报送信息347条、县直部门报送信息502条，合计849条，分别被采用151条、203条。",
        "submission submitted 347 乡镇|submission submitted 502 县直部门|submission submitted 849|submission adopted 151 乡镇|submission adopted 203 县直部门"
    )]
    [InlineData(
        "县民政局、县财政局考核得分居前两位，分别为96分、95.5分。",
        " unit_score 96 县民政局| unit_score 95.5 县财政局"
    )]
    [InlineData("对全省16个市和41个部门运行的政府网站进行了检查。", "website other 16|website other 41")]
    [InlineData("乙市、丙市不合格账号分别达7个、5个。", "newmedia failed 7 乙市|newmedia failed 5 丙市")]
    [InlineData(
        "县住建局、县人力资源和社会保障局各有2条留言超期。",
        "interaction issues 2 县住建局|interaction issues 2 县人力资源和社会保障局"
    )]
    [InlineData("存在问题26个，已整改24个，剩余2个由县民政局负责。", " issues 26| rectified 24| unrectified 2")]
    [InlineData("回复网民留言74条。", "interaction other 74")]
    public void General_language_puts_a_number_in_many_ways(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Fact]
    public void A_number_behind_and_so_on_is_of_all_that_are_listed()
    {
        var facts = Sample.Read("白云县“白云林草”微信公众号、金水县“金水红十字”抖音号等3个账号超过14天未更新。").Facts;

        Assert.Equal("newmedia accounts_with_issue 3", Sample.Brief(Assert.Single(facts, fact => !fact.CountImplied)));
    }

    [Fact]
    public void A_heading_without_channel_does_not_go_on_with_the_channel_above()
    {
        var notice = Sample.Read("全县政务微博3个。\n一、检查情况\n检查单位52个，发现问题31条。");

        Assert.Equal("newmedia accounts 3 微博", Sample.Brief(notice.Facts[0]));
        Assert.Equal(" issues 31", Sample.Brief(notice.Facts[^1]));
    }

    [Fact]
    public void The_names_of_a_list_do_not_take_the_number_behind_a_semicolon_into_it()
    {
        var notice = Sample.Read("不合格账号9个，其中两周未更新的7个，分别是“甲教育”“乙文旅”；存在严重错敏词的2个。");

        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_rate_of_one_platform_is_not_compared_with_the_counts_of_all()
    {
        var notice = Sample.Read("抽查政务新媒体610个，合格583个，合格率95.6%，其中微信合格率96.9%、微博合格率93.2%。");

        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [InlineData("县直部门考核中，优秀12家、良好20家、合格5家。", " other 12| other 20| other 5")]
    [InlineData("评估结果：优秀单位8个，合格单位9个，不合格单位1个。", " other 8| other 9| other 1")]
    [InlineData("信息报送方面，达标单位18个，未达标单位4个。", "submission other 18|submission below_quota 4")]
    [InlineData("抽查网站20个，合格19个，不合格1个。", "website inspected 20|website passed 19|website failed 1")]
    public void Grades_of_units_pass_no_site(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Theory]
    [InlineData(
        "发现不规范表述19处，其中分布在微信公众号14处、抖音5处。",
        "newmedia issues 19|newmedia issues 14 微信公众号|newmedia issues 5 抖音"
    )]
    [InlineData(
        "政务新媒体发现问题19条，其中问题分布在微信公众号14条、抖音5条。",
        "newmedia issues 19|newmedia issues 14 微信公众号|newmedia issues 5 抖音"
    )]
    [InlineData(
        "发现网站问题3条，涉及甲局1条、乙局2条。",
        "website issues 3|website issues 1 甲局|website issues 2 乙局"
    )]
    public void Words_of_place_open_the_items_of_a_split(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Fact]
    public void A_sum_behind_several_kinds_measures_what_they_do()
    {
        var notice = Sample.Read("网站存在错别字12条、断链15条、空白栏目5个，合计32条。");

        Assert.Equal(
            ["website issues 12", "website issues 15", "website issues 5", "website issues 32"],
            notice.Facts.Select(Sample.Brief)
        );
        Assert.Single(notice.Checks);
    }

    [Fact]
    public void A_sum_that_does_not_add_up_is_reported() =>
        Assert.Equal(
            DiscrepancyCode.SumMismatch,
            Assert.Single(Sample.Read("发现错别字12条、断链15条，合计28条。").Discrepancies).Code
        );

    [Fact]
    public void A_finder_ends_with_its_clause()
    {
        var notice = Sample.Read("自治区检查发现网站问题3条，涉及甲局1条；我旗自查发现问题8条；新媒体问题5条。");

        Assert.Equal(["自治区", "自治区", "旗", null], notice.Facts.Select(fact => fact.Level));
    }

    [Theory]
    [InlineData(
        "检查政务新媒体102个。月发文不足4条的账号41个。",
        "newmedia inspected 102|newmedia other 4|newmedia accounts_with_issue 41"
    )]
    [InlineData("政务新媒体中，月更新少于2次的有7个。", "newmedia other 2|newmedia accounts_with_issue 7")]
    public void Things_that_miss_a_bound_are_no_stock(string body, string expected)
    {
        var notice = Sample.Read(body);

        Assert.Equal(expected.Split('|'), notice.Facts.Select(Sample.Brief));
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_list_of_accounts_ends_where_something_else_is_said()
    {
        var notice = Sample.Read(
            "政务新媒体不合格2个：市供销社今日头条号、南川县“南川交警”微博，不合格率3.9%，较上季度下降1.2个百分点。"
        );

        Assert.Equal(
            [("市供销社", null, "今日头条号"), ("南川县", "南川交警", "微博")],
            notice
                .Facts.Where(fact => fact.CountImplied)
                .Select(fact => (fact.Unit, (string?)fact.Account, fact.Platform))
        );
        Assert.Contains(notice.Facts, fact => fact.Rate == 3.9m);
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_table_of_kinds_by_quarter_counts_problems()
    {
        var notice = Sample.Read(
            "二、政府网站检查问题\n| 问题类别 | 二季度 | 三季度 | 合计 |\n| 错别字 | 8 | 5 | 13 |\n| 断链 | 4 | 2 | 6 |\n| 合计 | 12 | 7 | 19 |\n"
        );

        Assert.All(notice.Facts, fact => Assert.Equal("website issues", $"{fact.Channel} {fact.Measure}"));
        Assert.Equal(["2024Q2", "2024Q3", "2024Q3"], notice.Facts.Take(3).Select(fact => fact.Period));
        Assert.Equal(["错别字", "断链", null], notice.Facts.Chunk(3).Select(row => row[0].Category));
        Assert.Empty(notice.Discrepancies);
    }

    [Theory]
    [InlineData(
        "一、信息报送情况\n各单位报送信息120条。上季度的9条问题已整改7条。",
        "submission submitted 120| issues 9| rectified 7"
    )]
    [InlineData("去年末遗留的网站问题3个。", "website issues 3")]
    public void What_was_left_from_before_is_no_submission(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Theory]
    [InlineData(
        "政务新媒体方面，“甲水利”“乙审计”2个微信公众号超过2周未更新。",
        "newmedia accounts_with_issue 1 甲水利微信公众号|newmedia accounts_with_issue 1 乙审计微信公众号|newmedia accounts_with_issue 2 微信公众号"
    )]
    [InlineData(
        "甲县、乙局各有2件留言超期办结，丙局有1件留言尚未办结。",
        "interaction other 2 甲县|interaction other 2 乙局|interaction other 1 丙局"
    )]
    [InlineData(
        "政务新媒体整改方面，甲县、乙局各有2个账号未按要求完成整改。",
        "newmedia unrectified 2 甲县|newmedia unrectified 2 乙局"
    )]
    [InlineData(
        "未被采用信息的单位有：甲镇、乙镇、丙局等3家单位。",
        "submission adopted 0 甲镇|submission adopted 0 乙镇|submission adopted 0 丙局|submission other 3"
    )]
    [InlineData("甲局、乙乡3月份未报送信息。", "submission submitted 0 甲局|submission submitted 0 乙乡")]
    [InlineData("下达约稿24篇，按时完成19篇。", "submission other 24|submission other 19")]
    [InlineData(
        "信息报送得分排名后两位的依次为甲镇32分、乙镇30.5分。",
        "submission unit_score 32 甲镇|submission unit_score 30.5 乙镇"
    )]
    [InlineData("各镇街道共报送信息272条。", "submission submitted 272")]
    [InlineData("因更新不及时扣分的账号有11个。", "newmedia accounts_with_issue 11")]
    [InlineData("对8个县、31个州直部门的政府网站进行检查。", "website other 8|website other 31")]
    public void More_ways_of_saying_who_and_what(string body, string expected) =>
        Assert.Equivalent(expected.Split('|'), Sample.Facts(body), strict: true);

    [Fact]
    public void A_selected_list_is_not_of_the_kind_before_it() =>
        Assert.Empty(
            Sample
                .Read(
                    "网站发现各类问题线索167条。其中，错别字94条，断链73条。问题数量居前两位的是：甲县（81条）、乙县（77条）。"
                )
                .Discrepancies
        );

    [Fact]
    public void The_heading_above_a_list_says_what_is_counted() =>
        Assert.Equal(
            ["newmedia issues 7 微信公众号", "newmedia issues 4 微博"],
            Sample
                .Facts("（二）错误较多的账号\n“甲应急”微信公众号7处、“乙气象”微博4处。")
                .Select(brief =>
                    brief
                        .Replace("甲应急", "", StringComparison.Ordinal)
                        .Replace("乙气象", "", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Accounts_may_stand_in_a_paragraph_below_their_number() =>
        Assert.Equal(
            [
                "newmedia accounts_with_issue 12",
                "newmedia accounts_with_issue 1 甲局微博",
                "newmedia accounts_with_issue 1 乙会抖音号",
            ],
            Sample
                .Facts("（一）连续14天以上未更新的账号（12个）\n甲局“甲水”微博、乙会“乙会之声”抖音号等。")
                .Where(brief => !brief.Contains("other", StringComparison.Ordinal))
        );

    [Fact]
    public void Numbers_of_headings_count_nothing()
    {
        var notice = Sample.Read(
            "1.概况\n1.1 政府网站。检查网站26家。\n1.2 政务新媒体。检查账号40个。\n2.问题\n2.1 网站方面。发现问题5条。"
        );

        Assert.Empty(notice.Unrecognised);
        Assert.Empty(notice.Discrepancies);
        Assert.Equal(
            ["website inspected 26", "newmedia inspected 40", "website issues 5"],
            notice.Facts.Select(Sample.Brief)
        );
    }

    [Fact]
    public void Units_may_stand_in_the_heading_of_a_table_of_kinds() =>
        Assert.Equal(
            ["website issues 12 甲县", "website issues 5 乙市", "website issues 17"],
            Sample.Facts("政府网站问题统计\n问题类型\t甲县\t乙市\t合计\n断链\t12\t5\t17")
        );

    [Theory]
    [InlineData(
        "投稿超过50条的单位2个：甲局（112条）、乙镇（64条）；投稿为零的单位3个：甲会、乙馆、丙苏木。",
        "submission other 50|submission other 2|submission submitted 112 甲局|submission submitted 64 乙镇|submission zero_units 3"
    )]
    [InlineData("对13个设区市和35个省直部门的政府网站进行抽查。", "website other 13|website other 35")]
    [InlineData(
        "甲市、乙市政府网站合格率分别为92.3%和90.9%。",
        "website pass_rate 92.3 甲市|website pass_rate 90.9 乙市"
    )]
    [InlineData("要素缺失的网站6个，附件无法下载的5个。", "website sites_with_issue 6|website sites_with_issue 5")]
    [InlineData(
        "各地报送“找错”平台留言共1204条，超时办结8条，其中甲市6条，乙市2条。",
        "interaction messages 1204|interaction other 8|interaction other 6 甲市|interaction other 2 乙市"
    )]
    [InlineData("政务新媒体零更新账号2个。", "newmedia accounts_with_issue 2")]
    [InlineData(
        "政务新媒体93处错误已改正91处；甲镇、乙局各1处未改正。",
        "newmedia issues 93|newmedia rectified 91|newmedia unrectified 1 甲镇|newmedia unrectified 1 乙局"
    )]
    [InlineData("依申请公开方面，区住建局在第20个工作日答复2件。", "request other 20|request other 2 区住建局")]
    [InlineData(
        "网站自查出错别字17处，失效链接26条，共43项，已整改41项，其余2项（甲局、乙街道各1项）正在整改。",
        "website issues 17|website issues 26|website issues 43|website rectified 41|website unrectified 2|website unrectified 1 甲局|website unrectified 1 乙街道"
    )]
    [InlineData(
        "甲局、乙街道报送数居前两位，分别为61条和52条；录用数分别为33条、25条。",
        "submission submitted 61 甲局|submission submitted 52 乙街道|submission adopted 33 甲局|submission adopted 25 乙街道"
    )]
    [InlineData(
        "乙街道录用率最高（68.4%），甲局录用率最低，仅为8.3%。",
        "submission adoption_rate 68.4 乙街道|submission adoption_rate 8.3 甲局"
    )]
    [InlineData(
        "政府网站考核中，甲局扣2分，乙社、丙会各扣1分。",
        "website other 2 甲局|website other 1 乙社|website other 1 丙会"
    )]
    [InlineData(
        "政务新媒体阅读量前两名：甲发布（微信，38.2万）、乙警方（抖音，29.7万）。",
        "newmedia other 382000|newmedia other 297000"
    )]
    public void What_is_said_in_other_words_is_read_the_same(string body, string expected)
    {
        var notice = Sample.Read(body);

        Assert.Equal(
            expected.Split('|'),
            notice
                .Facts.Where(fact => fact.Count != 0)
                .Select(fact => Sample.Brief(fact).Replace("甲发布微信", "", StringComparison.Ordinal))
        );
        Assert.Empty(notice.Discrepancies);
    }

    [Fact]
    public void A_total_may_be_split_twice() =>
        Assert.Empty(Sample.Read("不合格账号14个。不合格账号中，微信8个、微博6个；甲市9个、乙市5个。").Discrepancies);

    [Fact]
    public void A_list_of_units_may_be_of_two_kinds_together() =>
        Assert.Empty(Sample.Read("网站发现错别字4处、死链2处，涉及甲局3处、乙局1处、丙局2处。").Discrepancies);

    [Fact]
    public void One_list_of_units_asks_for_no_others() =>
        Assert.Empty(
            Sample
                .Read(
                    "巡检政务新媒体发现疑似差错128处，人工确认错敏93处，其中严重错误6处。严重错误分布为：甲公司3处、乙街道3处。"
                )
                .Discrepancies
        );

    [Theory]
    [InlineData("随机抽取网站30家，合格28家。", "website inspected 30|website passed 28")]
    [InlineData(
        "抽取政务新媒体61个，涵盖微信公众号40个、抖音号21个。",
        "newmedia inspected 61|newmedia inspected 40 微信公众号|newmedia inspected 21 抖音号"
    )]
    [InlineData("共检测网站链接3.2万个、网站页面8000个。", "website other 32000|website other 8000")]
    [InlineData(
        "检查网站9个，其中甲局网站1个；检查栏目310个，页面6200个。",
        "website inspected 9|website inspected 1 甲局|website other 310|website other 6200"
    )]
    public void What_is_drawn_for_a_check_is_inspected_and_its_content_is_not(string body, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            Sample.Facts(body).Select(fact => fact.Replace("检查栏目", "", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData(
        "新媒体错别字41处，其中甲县公安局微博一家就有17处。",
        "newmedia issues 41|newmedia issues 17 甲县公安局微博"
    )]
    [InlineData("乙县仅采用6条，得分18分。", "submission adopted 6 乙县|submission unit_score 18 乙县")]
    [InlineData(
        "网站死链60条，集中在乙市水务局网站（33条）、丙县人民政府网（20条）。",
        "website issues 60|website issues 33 乙市水务局|website issues 20 丙县人民政府"
    )]
    [InlineData("县水利局公开的2份文件泄露个人隐私。", " issues 2 县水利局")]
    [InlineData(
        "严重错误5条：县林业局3条、县司法局和县统计局各1条。",
        " issues 5| issues 3 县林业局| issues 1 县司法局| issues 1 县统计局"
    )]
    [InlineData(
        "从网站得分看，县政府门户网站95分，县审计局网站88.5分。",
        "website unit_score 95 县政府门户网站|website unit_score 88.5 县审计局"
    )]
    public void Whose_number_it_is_may_be_said_in_passing(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Theory]
    [InlineData("采用信息80条，同比多采用12条。", "submission adopted 80|submission adopted_change 12")]
    [InlineData("与去年同期相比，报送量增长8.5%。", "submission submitted_change 8.5")]
    [InlineData(
        "信息报送方面，有2个镇、5个县直部门未达到进度要求。",
        "submission below_quota 2|submission below_quota 5"
    )]
    [InlineData(
        "甲社区报送30篇，区级采用12篇，市级采用3篇，得分75分。",
        "submission submitted 30 甲社区|submission adopted 12 甲社区|submission adopted 3 甲社区|submission unit_score 75 甲社区"
    )]
    [InlineData("各科室采用情况：\n甲办18篇、乙科9篇。", "submission adopted 18 甲办|submission adopted 9 乙科")]
    [InlineData(
        "发布量居前的是甲街道90条、乙镇80条；居后的是丙镇9条、丁乡7条。",
        "website published 90 甲街道|website published 80 乙镇|website published 9 丙镇|website published 7 丁乡"
    )]
    [InlineData("网站收到意见建议50条，采纳13条。", "interaction messages 50|interaction other 13")]
    [InlineData("模拟咨询20次，在规定时间内答复18次。", "interaction other 20|interaction messages_on_time 18")]
    [InlineData("20个以上栏目未更新的网站有2个。", "website other 20|website sites_with_issue 2")]
    public void A_clause_goes_on_with_what_the_one_before_says(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Fact]
    public void What_the_last_notice_found_is_of_its_quarter()
    {
        var facts = Sample.Read("上季度被通报的9个账号，8个已完成整改，1个逾期未改。本季度检查账号40个。").Facts;

        Assert.Equal(
            ["accounts_with_issue 2024Q2", "rectified 2024Q2", "unrectified 2024Q2", "inspected 2024Q3"],
            facts.Select(fact => $"{fact.Measure} {fact.Period}")
        );
    }

    [Fact]
    public void A_notice_on_requests_is_of_requests_throughout()
    {
        var facts = Sample
            .ReadWhole(
                "甲区2023年度信息公开依申请办理情况通报\n新收申请60件，加上2022年结转的4件，共办理64件。\n二、答复情况\n"
                    + "答复62件，其中予以公开40件、不予公开22件。甲局、乙街道答复书分别被纠正2件、1件。"
            )
            .Facts;

        Assert.All(facts, fact => Assert.Equal("request", fact.Channel));
        Assert.Equal(["2023", "2022", "2023"], facts.Take(3).Select(fact => fact.Period));
        Assert.Equal(["甲局", "乙街道"], facts.TakeLast(2).Select(fact => fact.Unit));
    }

    [Fact]
    public void What_a_census_of_sites_finds_in_guides_is_of_the_sites() =>
        Assert.Equal(
            ["website issues 12", "website issues 5", "website issues 3"],
            Sample
                .ReadWhole(
                    "关于甲县2021年政府网站普查情况的通报\n办事指南要素缺失的事项12项，不准确的事项5项，附件无法下载的3处。"
                )
                .Facts.Select(Sample.Brief)
        );

    [Theory]
    [InlineData("有3家单位栏目未更新。", " units_with_issue 3")]
    [InlineData("网站死链45个。", "website issues 45")]
    [InlineData("县直120个账号合格117个。", "newmedia inspected 120|newmedia passed 117")]
    [InlineData("“县长信箱”共有80件来信。", "interaction messages 80")]
    [InlineData(
        "“僵尸”账号6个，其中市直部门4个。",
        "newmedia accounts_with_issue 6|newmedia accounts_with_issue 4 市直部门"
    )]
    [InlineData(
        "网站上内容有误的信息19条，主要分布在甲局8条、乙镇6条。",
        "website issues 19|website issues 8 甲局|website issues 6 乙镇"
    )]
    [InlineData(
        "检查反馈问题30个，已整改22个，正在推进整改8个。其中网站类17个、公开类13个。",
        " issues 30| rectified 22| unrectified 8|website issues 17| issues 13"
    )]
    [InlineData(
        "二、年终考评\n对40个政务新媒体进行年终考评。丙中心“丙地融媒”发布300篇。",
        "newmedia inspected 40|newmedia posts 300 丙中心"
    )]
    [InlineData("现有账号50个，较整治前减少12个。", "newmedia accounts 50|newmedia accounts_change -12")]
    [InlineData("微信公众号推送信息90条，总阅读量2.1万次。", "newmedia posts 90 微信公众号|newmedia other 21000")]
    [InlineData("设置公开专栏9处。", "openness other 9")]
    public void What_has_a_problem_and_what_has_not(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Theory]
    [InlineData(
        "甲局、乙局、丙局采用数列前三，依次为50条、40条、30条。",
        "submission adopted 50 甲局|submission adopted 40 乙局|submission adopted 30 丙局"
    )]
    [InlineData(
        "四、约稿完成情况\n应报约稿60篇。其中：按时报送52篇，逾期报送5篇。",
        "submission other 60|submission other 52|submission other 5"
    )]
    [InlineData(
        "报送信息70条，采用20条。其中，社区报送情况为：甲社区15条、乙社区9条。",
        "submission submitted 70|submission adopted 20|submission submitted 15 甲社区|submission submitted 9 乙社区"
    )]
    [InlineData(
        "通过门户网站公开各类信息900条（其中各部门640条、各街道260条）。",
        "website published 900|website published 640 各部门|website published 260 各街道"
    )]
    [InlineData(
        "收到政府信息公开申请20件，已全部答复，其中甲局12件、乙局8件。",
        "request other 20|request other 12 甲局|request other 8 乙局"
    )]
    [InlineData("公开申请答复4件，其中信息不存在2件。", "request other 4|request other 2")]
    [InlineData(
        "更新量前三位为市政府门户网站210条、甲县180条、乙区90条。",
        "website published 210 市政府门户网站|website published 180 甲县|website published 90 乙区"
    )]
    public void Lists_say_what_they_count_in_their_own_words(string body, string expected) =>
        Assert.Equal(expected.Split('|'), Sample.Facts(body));

    [Theory]
    [InlineData(
        "公开政府信息900条（其中各部门640条、各街道260条），同比增加110条。",
        "website published 900|website published 640 各部门|website published 260 各街道|website published_change 110"
    )]
    [InlineData(
        "12个不合格账号中，因不更新的8个，因互动失效的4个；按地区分，甲市7个、乙市5个。",
        "newmedia failed 12|newmedia accounts_with_issue 8|newmedia accounts_with_issue 4|newmedia failed 7 甲市|newmedia failed 5 乙市"
    )]
    [InlineData("未完成季度任务的单位（2个）：甲街道、乙局。", "submission below_quota 2")]
    [InlineData(
        "门户网站上，甲局、乙镇更新最多，分别达50条、40条。",
        "website published 50 甲局|website published 40 乙镇"
    )]
    [InlineData(
        "收到来信30封，超期未答复2封，责任单位为甲局、乙局各1封。",
        "interaction messages 30|interaction other 2|interaction other 1 甲局|interaction other 1 乙局"
    )]
    [InlineData("网站检查发现断链80条、咨询留言未回复6条。", "website issues 80|interaction issues 6")]
    [InlineData("乙县信访局网站首页错链9条。", "website issues 9 乙县信访局")]
    [InlineData(
        "甲县：市采用40条，省采用7条，得分215分。",
        "submission adopted 40 甲县|submission adopted 7 甲县|submission unit_score 215 甲县"
    )]
    [InlineData(
        "账号共发布120篇，甲中心“丙地融媒”发布60篇，占50%。",
        "newmedia posts 120|newmedia posts 60 甲中心|newmedia other 50"
    )]
    public void A_number_belongs_to_what_is_named_nearest(string body, string expected) =>
        Assert.Equal(
            expected.Split('|'),
            Sample.Read(body).Facts.Where(fact => !fact.CountImplied).Select(Sample.Brief)
        );
}
