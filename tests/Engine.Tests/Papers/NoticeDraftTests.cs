using Analytics.Domain;
using Analytics.Export;
using Analytics.Ingest;
using Analytics.Ingest.Reference;
using Analytics.Papers;
using Analytics.Tests.Golden;

namespace Analytics.Tests.Papers;

/// <summary>The draft of a notice: read back, it gives the figures it was made of; what is doubtful is told in the margin.</summary>
public sealed class NoticeDraftTests(ShippedDataTests.Shipped shipped) : IClassFixture<ShippedDataTests.Shipped>
{
    // A picture of one white point.
    private static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg=="
    );

    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "data");

    public static TheoryData<string> Quarters =>
        [
            .. Enumerable
                .Range(2022, 3)
                .SelectMany(year => Enumerable.Range(1, 4).Select(quarter => $"{year}Q{quarter}")),
        ];

    [Theory]
    [MemberData(nameof(Quarters))]
    public void Read_back_it_gives_the_figures_it_was_made_of_and_nothing_disagrees(string text)
    {
        Assert.True(Quarter.TryParse(text, out var quarter));
        var draft = Draft(quarter);
        var notice = DraftReading.Read(draft);

        Assert.Empty(notice.Discrepancies.Select(found => found.Message));
        Assert.Empty(notice.Unrecognised.Select(found => found.Words));
        Assert.Equal(
            draft.Figures.Select(DraftReading.Line).Order(StringComparer.Ordinal),
            notice.Facts.Select(DraftReading.Line).Order(StringComparer.Ordinal)
        );
        Assert.Equal(quarter, notice.Document.Quarter);
        var comparison = Compare(notice, quarter);
        Assert.Empty(comparison.Differences.Select(difference => difference.Message));
        // Every figure is held against the data; parts of a total that nothing tells apart only against their total.
        Assert.All(
            comparison.NotCompared,
            fact => Assert.StartsWith("没有注明检查层级", fact.Words, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("政务新媒体账号47个", "政务新媒体账号46个", 46.0, 47.0)]
    [InlineData("比上季度增加4条", "比上季度增加5条", 5.0, 4.0)]
    [InlineData("比上季度下降3.3个百分点", "比上季度下降3.4个百分点", -3.4, -3.3)]
    [InlineData("| 红庆河镇 | 93.89 |", "| 红庆河镇 | 94.89 |", 94.89, 93.89)]
    [InlineData("2 | 红庆河镇 | 93.89 |", "1 | 红庆河镇 | 93.89 |", 1.0, 2.0)]
    [InlineData("2 | 红庆河镇 | 93.89 | 合格\n", "", null, 93.888889)]
    public void An_edit_of_any_figure_is_found(string old, string now, double? stated, double computed)
    {
        var source = DraftReading.Source(Draft(new Quarter(2024, 3)));
        Assert.Contains(old, source.Text, StringComparison.Ordinal);

        var comparison = Compare(
            NoticeReader.Read(
                source with
                {
                    Text = source.Text.Replace(old, now, StringComparison.Ordinal),
                    Locations = null,
                }
            ),
            new Quarter(2024, 3)
        );

        var only = Assert.Single(comparison.Differences);
        Assert.Equal(((decimal?)stated, (decimal)computed), (only.Stated, only.Now));
    }

    [Fact]
    public void Each_discrepancy_is_told_once_beside_the_figure_it_is_about()
    {
        var told = Runs(Draft(new Quarter(2024, 4)).Document.Blocks)
            .SelectMany(run => run.Comments.Select(comment => (run.Text, Comment: comment)))
            .ToList();

        // In the order of the draft: twice the same ordinal is about no figure; a comparison with the notice's own quarter and a rise
        // by 6% are about the rate, which the draft gives without a change.
        Assert.Equal(
            [
                ("【补充总体评价】", "“二是”"),
                ("21条", "没有列明涉及的单位"),
                ("199条", "原文写的是 198，计算得出 199，草稿用的是计算得出的数。"),
                ("1次", "公安局"),
                ("53.8%", "比较的基期"),
                ("53.8%", "是不是百分点"),
            ],
            told.Zip(
                [
                    "“二是”",
                    "没有列明涉及的单位",
                    "原文写的是 198，计算得出 199，草稿用的是计算得出的数。",
                    "公安局",
                    "比较的基期",
                    "是不是百分点",
                ],
                (comment, words) =>
                    (comment.Text, comment.Comment.Contains(words, StringComparison.Ordinal) ? words : comment.Comment)
            )
        );
        Assert.Equal(6, told.Count);
        Assert.All(told, comment => Assert.Contains("伊政数发〔2025〕1号", comment.Comment, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_beside_the_text_is_not_read_as_text()
    {
        var draft = Draft(new Quarter(2024, 4), new DocumentPicture(s_png, "图示：发现问题777条"));
        var text = DraftReading.Source(draft).Text;

        Assert.All(
            ["777", "198", "草稿", "有 3 处出入"],
            words => Assert.DoesNotContain(words, text, StringComparison.Ordinal)
        );
        Assert.Contains("附件2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_shows_no_trend_over_the_seam_of_sample_and_real_data()
    {
        Assert.Null(NoticeDraft.TrendFrom(shipped.Snapshot, new Quarter(2024, 4)));
        Assert.Equal(new Quarter(2022, 1), NoticeDraft.TrendFrom(shipped.Snapshot, new Quarter(2024, 3)));
        Assert.Null(NoticeDraft.TrendFrom(shipped.Snapshot, new Quarter(2022, 1)));
    }

    [Fact]
    public void Above_every_page_stands_why_it_cannot_be_sent()
    {
        var real = Draft(new Quarter(2024, 4));
        var sample = Draft(new Quarter(2024, 3));

        Assert.Null(real.PageHeader([]));
        Assert.Equal("草稿：甲；乙", real.PageHeader(["甲", "乙"]));
        Assert.Equal("示例数据，不是真实情况", sample.PageHeader([]));
        Assert.Equal("示例数据，不是真实情况　草稿：甲", sample.PageHeader(["甲"]));
        Assert.EndsWith("（示例数据）", sample.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_compared_across_the_seam_of_sample_and_real_data()
    {
        var real = DraftReading.TextOf(Draft(new Quarter(2024, 4)));
        var sample = DraftReading.TextOf(Draft(new Quarter(2024, 3)));

        Assert.DoesNotContain("上季度", real, StringComparison.Ordinal);
        Assert.DoesNotContain("示例数据", real, StringComparison.Ordinal);
        Assert.Contains("比上季度", sample, StringComparison.Ordinal);
        Assert.Contains("示例数据", sample, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentences_of_2024_Q4_are_those_worked_out_by_hand()
    {
        var text = DraftReading.TextOf(Draft(new Quarter(2024, 4)));

        Assert.All(
            [
                "本季度旗本级检查发现政务新媒体问题共计199条。涉及的单位有：札萨克镇（82条）、阿勒腾席热镇（24条）、红庆河镇（18条）、苏布尔嘎镇（3条）、纳林陶亥镇（3条）、乌兰木伦镇（1条）、应急管理局（14条）、",
                "本季度政府网站发现问题共计58条。其中，自治区检查发现问题3条，涉及的单位有：",
                "；市本级检查发现问题11条，涉及的单位有：苏布尔嘎镇（1条）、园林绿化中心（3条）、林业和草原局（2条）、",
                "；没有注明检查层级的问题23条，涉及的单位有：住房保障综合服务中心（23条）；没有注明检查层级和单位的问题21条。",
                "公安局抖音被市局检测出单项否决1次（不在上述单位之列），",
                "报送信息52条，被采用28条，采用率为53.8%。",
                "推送信息275条。",
            ],
            sentence => Assert.Contains(sentence, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_only_a_person_can_write_is_marked()
    {
        var document = Draft(new Quarter(2024, 4)).Document;

        Assert.True(document.Number!.IsPlaceholder);
        Assert.True(document.Date!.IsPlaceholder);
        Assert.True(document.Addressees!.IsPlaceholder);
        Assert.False(document.RedHead!.IsPlaceholder);
        Assert.Contains(Runs(document.Blocks), run => run is { IsPlaceholder: true, Text: "【补充总体评价】" });
        Assert.Contains(Runs(document.Blocks), run => run is { IsPlaceholder: true, Text: "【整改期限】" });
    }

    [Theory]
    [InlineData("正文没有标题")]
    [InlineData("# 只有标题")]
    [InlineData("")]
    public void A_template_without_title_or_words_is_refused(string text) =>
        Assert.Contains(
            "模板 x.md",
            Assert.Throws<NoticeFormatException>(() => DraftTemplate.Parse("x", text)).Message,
            StringComparison.Ordinal
        );

    private NoticeDraft Draft(Quarter quarter, params DocumentPicture[] pictures) =>
        NoticeDraft.Of(
            shipped.Snapshot,
            quarter,
            null,
            DraftTemplate.All(s_data).Single(template => template.Name == DraftTemplate.Standard),
            pictures
        );

    private NoticeComparison Compare(Notice notice, Quarter quarter) =>
        NoticeComparison.Of(
            notice,
            shipped.Snapshot,
            quarter,
            CategoryList.Load(Path.Combine(s_data, "reference", "categories.csv"))
        );

    private static IEnumerable<DocumentRun> Runs(IEnumerable<DocumentBlock> blocks) =>
        blocks.OfType<DocumentParagraph>().SelectMany(paragraph => paragraph.Runs);
}
