using System.Globalization;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Tables;
using Analytics.Papers;
using Analytics.Tests.Ingest;
using Analytics.Tests.Warehouse;
using Analytics.Warehouse;

namespace Analytics.Tests.Papers;

/// <summary>What a draft says of a quarter made by hand, and when it says nothing.</summary>
public sealed class DraftSentenceTests
{
    private const string City = "市人民政府网站";

    private static readonly Quarter s_quarter = new(2024, 4);

    private static readonly Fact[] s_third =
    [
        TestWarehouse.Finding("公安局", 20, Channel.Website, period: "2024Q3"),
        TestWarehouse.Finding("公安局", 17, period: "2024Q3"),
        TestWarehouse.Finding("公安局", 1, Channel.Openness, period: "2024Q3"),
        TestWarehouse.Of(Measure.Submitted, Channel.Submission, 10, target: City, period: "2024Q3"),
        TestWarehouse.Of(Measure.Adopted, Channel.Submission, 3, target: City, period: "2024Q3"),
    ];

    private static readonly Fact[] s_fourth =
    [
        TestWarehouse.Finding("札萨克镇", 1, Channel.Website, level: "自治区"),
        TestWarehouse.Of(Measure.Issues, Channel.Website, 2) with
        {
            Level = "自治区",
        },
        TestWarehouse.Finding("公安局", 3, Channel.Website, level: "市"),
        TestWarehouse.Finding("红庆河镇", 3, Channel.Website, level: "市"),
        TestWarehouse.Finding("园林绿化中心", 4, Channel.Website, level: null),
        TestWarehouse.Finding("人社局", 5),
        TestWarehouse.Finding("札萨克镇", 5),
        TestWarehouse.Finding("红庆河镇", 7),
        TestWarehouse.Of(Measure.Veto, Channel.NewMedia, 2, "公安局", platform: "抖音"),
        TestWarehouse.Of(Measure.Issues, Channel.Openness, 4),
        TestWarehouse.Finding("公安局", 2, Channel.Request, level: null),
        TestWarehouse.Of(Measure.Issues, Channel.Request, 1),
        TestWarehouse.Of(Measure.Submitted, Channel.Submission, 20, target: City),
        TestWarehouse.Of(Measure.Adopted, Channel.Submission, 9, target: City),
        TestWarehouse.Of(Measure.Pushed, Channel.Submission, 30, target: "旗人民政府网站"),
    ];

    // 1 + 2 + 3 + 3 + 4 = 13 of the website against 20; 5 + 5 + 7 = 17 of new media against 17; 4 against 1; requests without a base;
    // 9 ÷ 20 = 45% against 3 ÷ 10 = 30%. Towns before departments, the most first, then in official order.
    private const string ByHand = """
        现将2024年第四季度政务公开、政府网站和政务新媒体的情况通报如下。
        与上季度相比，法定主动公开发现的问题增加，政府网站发现的问题减少，政务新媒体发现的问题持平。【补充总体评价】
        本季度法定主动公开发现问题共计4条，均没有列明单位。
        法定主动公开方面，发现的问题比上季度增加3条。
        本季度依申请公开发现问题共计3条。其中，列明单位的问题2条，涉及的单位有：公安局（2条）；没有列明单位的问题1条。
        本季度政府网站发现问题共计13条。其中，自治区检查发现问题1条，涉及的单位有：札萨克镇（1条）；自治区检查发现没有列明单位的问题2条；市本级检查发现问题6条，涉及的单位有：红庆河镇（3条）、公安局（3条）；没有注明检查层级的问题4条，涉及的单位有：园林绿化中心（4条）。
        政府网站方面，发现的问题比上季度减少7条。
        本季度旗本级检查发现政务新媒体问题共计17条。涉及的单位有：红庆河镇（7条）、札萨克镇（5条）、人力资源和社会保障局（5条）。
        单项否决方面，公安局抖音被检测出单项否决2次（不在上述单位之列）。
        政务新媒体方面，发现的问题与上季度持平。
        全旗向市人民政府网站报送信息20条，被采用9条，采用率为45%，比上季度提高15个百分点。
        全旗向旗人民政府网站推送信息30条。
        请整改。
        """;

    [Fact]
    public void A_quarter_is_told_in_the_sentences_worked_out_by_hand()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("三季度.csv", s_third);
        warehouse.Load("四季度.csv", s_fourth);

        Assert.Equal(ByHand.ReplaceLineEndings("\n"), DraftReading.TextOf(Draft(warehouse)));
    }

    [Fact]
    public void Loaded_again_it_gives_the_same_findings_vetoes_and_submissions()
    {
        using var first = new TestWarehouse();
        first.Load("三季度.csv", s_third);
        first.Load("四季度.csv", s_fourth);
        using var second = new TestWarehouse();
        second.Live.Load([LoadFile.Of(DraftReading.Source(Draft(first)))], "测试");

        Assert.Equal(State(first), State(second));
    }

    // 公安局 has 3 of the city and 4 of nobody: two lists name it, each with its own number.
    [Fact]
    public void A_unit_in_the_lists_of_several_levels_agrees_with_the_warehouse()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("四季度.csv", [.. s_fourth, TestWarehouse.Finding("公安局", 4, Channel.Website, level: null)]);
        var draft = Draft(warehouse);
        using var snapshot = warehouse.Open();

        var comparison = NoticeComparison.Of(
            DraftReading.Read(draft),
            snapshot,
            s_quarter,
            CategoryList.Load(Path.Combine(warehouse.Data, "reference", "categories.csv"))
        );

        Assert.Contains(
            "没有注明检查层级的问题8条，涉及的单位有：公安局（4条）、园林绿化中心（4条）。",
            DraftReading.TextOf(draft),
            StringComparison.Ordinal
        );
        Assert.Empty(comparison.Differences.Select(difference => difference.Message));
    }

    [Fact]
    public void A_wrong_number_in_the_list_of_a_level_is_told()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("四季度.csv", [.. s_fourth, TestWarehouse.Finding("公安局", 4, Channel.Website, level: null)]);
        var text = DraftReading
            .TextOf(Draft(warehouse))
            .Replace("公安局（4条）", "公安局（7条）", StringComparison.Ordinal)
            .ReplaceLineEndings("\n\n");
        using var snapshot = warehouse.Open();

        var comparison = NoticeComparison.Of(
            Sample.ReadWhole("甲旗政务服务与数据管理局关于2024年第四季度政府网站情况的通报\n\n" + text),
            snapshot,
            s_quarter,
            CategoryList.Load(Path.Combine(warehouse.Data, "reference", "categories.csv"))
        );

        // 7 is what 公安局 has of all levels together.
        Assert.Equal([(7m, 4m)], comparison.Differences.Select(one => (one.Stated!.Value, one.Now!.Value)));
    }

    [Fact]
    public void Nothing_is_compared_without_a_base_or_with_sample_data()
    {
        using var alone = new TestWarehouse();
        alone.Load("四季度.csv", s_fourth);
        using var seam = new TestWarehouse();
        seam.Live.Load([TestWarehouse.Table("三季度.csv", isSample: true, s_third)], "测试");
        seam.Load("四季度.csv", s_fourth);

        Assert.All(
            [alone, seam],
            warehouse =>
            {
                var text = DraftReading.TextOf(Draft(warehouse));
                Assert.DoesNotContain("上季度", text, StringComparison.Ordinal);
                Assert.DoesNotContain("百分点", text, StringComparison.Ordinal);
                Assert.Contains("采用率为45%。", text, StringComparison.Ordinal);
                Assert.Contains("本季度的检查情况分述如下。", text, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(true, 9, 8, 7, 6, 5)]
    [InlineData(false, 9, 8, 8, 6, 5)]
    [InlineData(false, 9, 8, 9, 6, 5)]
    [InlineData(false, 5, 6, 7, 8, 9)]
    public void Falling_quarter_by_quarter_is_said_only_where_it_is_true(bool isSaid, params int[] counts)
    {
        using var warehouse = new TestWarehouse();
        var quarter = s_quarter.YearBefore;
        foreach (var count in counts)
        {
            warehouse.Load($"{quarter}.csv", TestWarehouse.Finding("公安局", count, period: quarter.ToString()));
            quarter = quarter.Next;
        }

        Assert.Equal(
            isSaid,
            DraftReading
                .TextOf(Draft(warehouse))
                .Contains("政务新媒体发现的问题自去年同期以来逐季减少。", StringComparison.Ordinal)
        );
    }

    // Received on Friday 27 September 2024, 29 October is the 19th working day, 31 October the 21st, 8 October the third.
    [Theory]
    [InlineData(
        "本季度办理依申请公开申请4件，已答复3件，其中逾期答复1件、临近期限才答复1件，尚在办理1件。",
        "2024-10-08",
        "2024-10-29",
        "2024-10-31",
        null
    )]
    [InlineData("本季度办理依申请公开申请1件，已答复1件。", "2024-10-08")]
    [InlineData("本季度办理依申请公开申请2件，已答复2件，其中逾期答复2件。", "2024-10-31", "2024-11-01")]
    [InlineData("本季度办理依申请公开申请2件，尚在办理2件。", null, null)]
    public void Requests_are_told_as_the_register_has_them(string expected, params string?[] answers)
    {
        using var warehouse = new TestWarehouse();
        warehouse.Write("data/reference/calendar/2024.csv", RequestTests.Calendar2024);
        warehouse.Reopen();
        warehouse.Load("四季度.csv", TestWarehouse.Finding("公安局", 1));
        warehouse.Live.Load(
            [
                Sheets.File(
                    "台账.xlsx",
                    Sheets.OfRequests([
                        .. answers.Select(
                            (answer, index) =>
                                new RequestRow(
                                    $"{index}号",
                                    "公安局",
                                    answer is null ? new(2024, 10, 8) : new(2024, 9, 27),
                                    answer is null ? null : DateOnly.Parse(answer, CultureInfo.InvariantCulture),
                                    0,
                                    null,
                                    null,
                                    $"台账!第{index + 2}行"
                                )
                        ),
                    ])
                ),
            ],
            "测试"
        );

        var draft = Draft(warehouse);

        Assert.Contains(expected, DraftReading.TextOf(draft).Split('\n'));
        AgreesWhenReadBack(warehouse, draft);
    }

    [Fact]
    public void What_nobody_submitted_has_no_rate_and_a_channel_without_data_is_not_named()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load(
            "四季度.csv",
            TestWarehouse.Of(Measure.Submitted, Channel.Submission, 0, target: City),
            TestWarehouse.Of(Measure.Adopted, Channel.Submission, 0, target: City)
        );

        var text = DraftReading.TextOf(Draft(warehouse));

        Assert.Contains("报送信息0条，被采用0条。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("采用率", text, StringComparison.Ordinal);
        Assert.DoesNotContain("发现问题共计", text, StringComparison.Ordinal);
    }

    // 45 of 47 are 95.74…%.
    [Theory]
    [InlineData(null, "本季度共检查政务新媒体账号47个。")]
    [InlineData(45, "本季度共检查政务新媒体账号47个，其中合格45个，合格率为95.7%。")]
    public void What_was_checked_is_told_with_how_much_of_it_passed(int? passed, string expected)
    {
        using var warehouse = new TestWarehouse();
        List<Fact> facts = [TestWarehouse.Of(Measure.Inspected, Channel.NewMedia, 47)];
        if (passed is { } count)
        {
            facts.Add(TestWarehouse.Of(Measure.Passed, Channel.NewMedia, count));
        }

        warehouse.Load("四季度.csv", [.. facts]);

        var draft = Draft(warehouse);

        Assert.Contains(expected, DraftReading.TextOf(draft).Split('\n'));
        AgreesWhenReadBack(warehouse, draft);
    }

    [Fact]
    public void What_the_draft_has_no_sentence_for_is_told_in_a_comment()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("四季度.csv", [.. s_fourth, TestWarehouse.Of(Measure.Veto, Channel.NewMedia, 3)]);

        var evaluation = Draft(warehouse)
            .Document.Blocks.OfType<DocumentParagraph>()
            .SelectMany(paragraph => paragraph.Runs)
            .Single(run => run.Text == "【补充总体评价】");

        Assert.Contains("没有列明单位的单项否决3次", Assert.Single(evaluation.Comments), StringComparison.Ordinal);
    }

    // The notice has 公安局 5 and 札镇 3, the detail table 4 and 3, and 红庆河镇 2 whom the notice does not name.
    [Fact]
    public void Where_notice_and_detail_table_differ_each_figure_has_its_comment()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.Load(
            [Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5), TestWarehouse.Finding("札镇", 3))],
            "测试"
        );
        warehouse.Live.Load(
            [
                Sheets.File(
                    "问题清单.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        TestWarehouse.Finding("公安局", 4),
                        TestWarehouse.Finding("札镇", 3),
                        TestWarehouse.Finding("红庆河镇", 2)
                    )
                ),
            ],
            "测试"
        );

        var draft = Draft(warehouse);
        var told = draft
            .Document.Blocks.OfType<DocumentParagraph>()
            .SelectMany(paragraph => paragraph.Runs)
            .SelectMany(run => run.Comments.Select(comment => (run.Text, Comment: comment)))
            .ToList();

        Assert.Contains(
            "共计9条。涉及的单位有：札萨克镇（3条）、红庆河镇（2条）、公安局（4条）。",
            DraftReading.TextOf(draft),
            StringComparison.Ordinal
        );
        Assert.Equal(["9条", "2条", "4条"], told.Select(comment => comment.Text));
        Assert.Contains("原文写的是 8，计算得出 9", told[0].Comment, StringComparison.Ordinal);
        Assert.Contains("红庆河镇：通报没有点名，明细表为 2", told[1].Comment, StringComparison.Ordinal);
        Assert.Contains("原文写的是 5，计算得出 4", told[2].Comment, StringComparison.Ordinal);
        Assert.All(told, comment => Assert.Contains("出处：1号", comment.Comment, StringComparison.Ordinal));
    }

    [Fact]
    public void An_office_that_is_not_known_is_left_to_a_person()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Load("四季度.csv", s_fourth);

        var document = Draft(warehouse).Document;

        Assert.Equal(
            (new DocumentRun("【发文单位】文件"), new DocumentRun("【发文单位】")),
            (document.RedHead! with { IsPlaceholder = false }, document.Signature! with { IsPlaceholder = false })
        );
        Assert.True(document.RedHead.IsPlaceholder && document.Signature.IsPlaceholder);
        Assert.Equal("关于2024年第四季度政务公开、政府网站、政务新媒体情况的通报", document.Title);
    }

    private static NoticeDraft Draft(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return NoticeDraft.Of(snapshot, s_quarter, null, DraftTemplate.Parse("test", "# 测试\n请整改。"), []);
    }

    // Its figures and no others come back, and each is one of the warehouse's.
    private static void AgreesWhenReadBack(TestWarehouse warehouse, NoticeDraft draft)
    {
        var notice = DraftReading.Read(draft);
        Assert.Equal(
            draft.Figures.Select(DraftReading.Line).Order(StringComparer.Ordinal),
            notice.Facts.Select(DraftReading.Line).Order(StringComparer.Ordinal)
        );
        using var snapshot = warehouse.Open();
        var comparison = NoticeComparison.Of(
            notice,
            snapshot,
            s_quarter,
            CategoryList.Load(Path.Combine(warehouse.Data, "reference", "categories.csv"))
        );
        Assert.Empty(comparison.NotCompared.Select(fact => fact.Words));
        Assert.Empty(comparison.Differences.Select(difference => difference.Message));
    }

    private static List<string> State(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return
        [
            .. snapshot.Query(
                """
                select concat_ws(' ', 'finding', unit, channel, level, sum(finding_count)) as line
                from finding_cube where quarter = '2024Q4' group by unit, channel, level
                union all
                select concat_ws(' ', 'veto', unit, channel, platform, level, veto_count) from vetoes where quarter = '2024Q4'
                union all
                select concat_ws(' ', 'submission', target, submitted_count, adopted_count, pushed_count, adoption_rate)
                from adoption_rate('2024Q4')
                order by line
                """,
                row => row.GetString(0)
            ),
        ];
    }
}
