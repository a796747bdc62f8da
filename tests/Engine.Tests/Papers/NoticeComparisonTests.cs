using System.Text;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Ingest.Reference;
using Analytics.Papers;
using Analytics.Sources;
using Analytics.Tests.Golden;

namespace Analytics.Tests.Papers;

/// <summary>The 2024 Q4 notice as somebody might have edited it, held against the data it was loaded from.</summary>
public sealed class NoticeComparisonTests(ShippedDataTests.Shipped shipped) : IClassFixture<ShippedDataTests.Shipped>
{
    private static readonly string s_notice = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "data", "notices", "2024Q4", "notice.txt")
    );

    [Fact]
    public void As_it_was_loaded_only_the_total_differs_that_never_added_up()
    {
        var comparison = Compare(s_notice);

        var only = Assert.Single(comparison.Differences);
        Assert.Equal((NoticeDifferenceKind.Differs, 198m, 199m), (only.Kind, only.Stated, only.Now));
        // On the website 21; 23 and its unit; 14; 3 and its three units; 11 and its eight units. On new media the total and 21 units.
        // Three vetoes; 52, 28, 54 % and 275.
        Assert.Equal(17 + 22 + 3 + 4, comparison.ComparedCount);
    }

    [Theory]
    [InlineData("旗红庆河镇人民政府（18条）", "旗红庆河镇人民政府（19条）", NoticeDifferenceKind.Differs, 19, 18)]
    [InlineData("报送信息52条", "报送信息53条", NoticeDifferenceKind.Differs, 53, 52)]
    [InlineData("采用率为54%", "采用率为53%", NoticeDifferenceKind.Differs, 53, 54)]
    [InlineData("推送信息275条", "推送信息257条", NoticeDifferenceKind.Differs, 257, 275)]
    [InlineData("错链、外链问题21条", "错链、外链问题12条", NoticeDifferenceKind.Differs, 12, 21)]
    [InlineData("旗园林绿化中心（3条）", "旗园林绿化中心（2条）", NoticeDifferenceKind.Differs, 2, 3)]
    [InlineData("旗统计局（3条）、", "", NoticeDifferenceKind.MissingUnit, null, 3)]
    [InlineData("旗司法局（2条）", "旗水利局（2条）", NoticeDifferenceKind.AddedUnit, 2, null)]
    [InlineData("旗司法局（2条）", "旗火星局（2条）", NoticeDifferenceKind.UnknownUnit, 2, null)]
    public void An_edit_is_found(string old, string now, NoticeDifferenceKind kind, int? stated, int? computed)
    {
        Assert.Contains(old, s_notice, StringComparison.Ordinal);

        var comparison = Compare(s_notice.Replace(old, now, StringComparison.Ordinal));

        var found = comparison
            .Differences.Where(difference => difference.Kind == kind && difference.Stated != 198)
            .ToList();
        var only = Assert.Single(found);
        Assert.Equal(((decimal?)stated, (decimal?)computed), (only.Stated, only.Now));
    }

    [Fact]
    public void A_veto_that_is_left_out_is_missed()
    {
        var comparison = Compare(s_notice.Replace("旗公安局抖音被市局检测出单否1次，", "", StringComparison.Ordinal));

        var missing = Assert.Single(comparison.Differences, one => one.Kind == NoticeDifferenceKind.MissingUnit);
        Assert.Contains("公安局", missing.Message, StringComparison.Ordinal);
        Assert.Equal(1, missing.Now);
    }

    [Fact]
    public void A_notice_of_another_quarter_is_told_first()
    {
        var comparison = Compare(s_notice, new Quarter(2024, 3));

        Assert.Equal(NoticeDifferenceKind.Quarter, comparison.Differences[0].Kind);
        // Nothing of 2024 Q4 is held against the figures of another quarter.
        Assert.Equal(0, comparison.ComparedCount);
    }

    private NoticeComparison Compare(string text, Quarter? quarter = null)
    {
        var source = new SourceReader().Read(
            "notice.txt",
            Encoding.UTF8.GetBytes(text),
            TestContext.Current.CancellationToken
        );
        return NoticeComparison.Of(
            NoticeReader.Read((SourceText)source),
            shipped.Snapshot,
            quarter ?? new Quarter(2024, 4),
            CategoryList.Load(Path.Combine(AppContext.BaseDirectory, "data", "reference", "categories.csv"))
        );
    }
}
