using Analytics.Domain;
using Analytics.Export;
using Analytics.Ingest;
using Analytics.Ingest.Reference;
using Analytics.Papers;
using Analytics.Sources;
using Analytics.Tests.Golden;

namespace Analytics.Tests.Papers;

/// <summary>The draft of a notice: read back, it gives the figures it was made of; what is doubtful is told in the margin.</summary>
public sealed class NoticeDraftTests(ShippedDataTests.Shipped shipped) : IClassFixture<ShippedDataTests.Shipped>
{
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
        var notice = Read(draft);

        Assert.Empty(notice.Discrepancies.Select(found => found.Message));
        Assert.Empty(notice.Unrecognised.Select(found => found.Words));
        Assert.Equal(
            Lines(draft.Figures.Select(figure => (figure.Channel, figure.Measure, figure.Unit, figure.Number))),
            Lines(notice.Facts.Select(fact => (fact.Channel, fact.Measure, fact.Unit, fact.Number!.Value)))
        );
        Assert.Equal(quarter, notice.Document.Quarter);
        var comparison = NoticeComparison.Of(
            notice,
            shipped.Snapshot,
            quarter,
            CategoryList.Load(Path.Combine(s_data, "reference", "categories.csv"))
        );
        Assert.Empty(comparison.Differences.Select(difference => difference.Message));
    }

    [Fact]
    public void Both_figures_of_a_total_that_never_added_up_are_told_in_a_comment()
    {
        var comments = Runs(Draft(new Quarter(2024, 4)).Document.Blocks)
            .Select(run => run.Comment)
            .OfType<string>()
            .ToList();

        Assert.Contains(
            comments,
            comment =>
                comment.Contains("198", StringComparison.Ordinal) && comment.Contains("199", StringComparison.Ordinal)
        );
        // The comparison with its own quarter concerns no figure of the draft.
        Assert.Contains(comments, comment => comment.Contains("比较的基期", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_compared_across_the_seam_of_sample_and_real_data()
    {
        var real = TextOf(Draft(new Quarter(2024, 4)));
        var sample = TextOf(Draft(new Quarter(2024, 3)));

        Assert.DoesNotContain("上季度", real, StringComparison.Ordinal);
        Assert.DoesNotContain("示例数据", real, StringComparison.Ordinal);
        Assert.Contains("比上季度", sample, StringComparison.Ordinal);
        Assert.Contains("示例数据", sample, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentences_of_2024_Q4_are_those_worked_out_by_hand()
    {
        var text = TextOf(Draft(new Quarter(2024, 4)));

        Assert.All(
            [
                "本季度政务新媒体发现问题共计199条。涉及的单位有：札萨克镇（82条）、阿勒腾席热镇（24条）、红庆河镇（18条）、苏布尔嘎镇（3条）、纳林陶亥镇（3条）、乌兰木伦镇（1条）、应急管理局（14条）、",
                "本季度政府网站发现问题共计58条，其中列明单位的问题37条，涉及的单位有：苏布尔嘎镇（1条）、",
                "；没有列明单位的问题21条。",
                "公安局抖音被检测出单否1次",
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

    private NoticeDraft Draft(Quarter quarter) =>
        NoticeDraft.Of(
            shipped.Snapshot,
            quarter,
            null,
            DraftTemplate.All(s_data).Single(template => template.Name == DraftTemplate.Standard),
            []
        );

    private static Notice Read(NoticeDraft draft)
    {
        var bytes = Document.Write(
            draft.Document,
            new FileProperties("通报", DateTime.UnixEpoch) { PageHeader = "草稿：有 3 处出入" }
        );
        return NoticeReader.Read(
            (SourceText)new SourceReader().Read("通报.docx", bytes, TestContext.Current.CancellationToken)
        );
    }

    private static string TextOf(NoticeDraft draft) =>
        string.Join(
            '\n',
            draft
                .Document.Blocks.OfType<DocumentParagraph>()
                .Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)))
        );

    private static IEnumerable<DocumentRun> Runs(IEnumerable<DocumentBlock> blocks) =>
        blocks.OfType<DocumentParagraph>().SelectMany(paragraph => paragraph.Runs);

    private static IEnumerable<string> Lines(
        IEnumerable<(string? Channel, string Measure, string? Unit, decimal Number)> figures
    ) =>
        figures
            .Select(figure => $"{figure.Measure} {figure.Channel} {figure.Unit} {figure.Number:0.######}")
            .Order(StringComparer.Ordinal);
}
