using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Golden;

/// <summary>The rulebooks in data/rulebooks/ score the examples that the README beside them works out by hand.</summary>
public sealed class ShippedRulebookTests : IDisposable
{
    private readonly TestWarehouse _warehouse = new(
        TestWarehouse.Rules.Replace("\"default\": true,", "", StringComparison.Ordinal)
    );

    public ShippedRulebookTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Shipped, "rulebooks"), "*.json"))
        {
            if (!file.EndsWith(".schema.json", StringComparison.Ordinal))
            {
                _warehouse.Write("data/rulebooks/" + Path.GetFileName(file), File.ReadAllText(file));
            }
        }

        _warehouse.Write(
            "data/reference/categories.csv",
            File.ReadAllText(Path.Combine(Shipped, "reference", "categories.csv"))
        );
    }

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "data");

    public void Dispose() => _warehouse.Dispose();

    [Theory]
    [InlineData(18, "77.5", "合格")]
    [InlineData(82, "0", "不合格")]
    public void Banner_quarterly(int findings, string score, string band)
    {
        var row = Ranked("banner-quarterly", "hongqinghe", TestWarehouse.Finding("红庆河镇", findings));

        Assert.Equal((Ranking.Scored, score, band), (row.Outcome, Plain(row.Score), row.Band));
    }

    [Theory]
    [InlineData(5, Ranking.Vetoed)]
    [InlineData(4, Ranking.Incomplete)]
    public void Gov_2019_19(int blankColumns, string outcome)
    {
        var row = Ranked(
            "gov-2019-19",
            "hongqinghe",
            TestWarehouse.Finding("红庆河镇", blankColumns, Channel.Website, "空白栏目")
        );

        Assert.Equal((outcome, (decimal?)null), (row.Outcome, row.Score));
    }

    [Fact]
    public void Submission_5_10()
    {
        var row = Ranked(
            "submission-5-10",
            "hongqinghe",
            TestWarehouse.Of(Measure.Adopted, Channel.Submission, 35, "红庆河镇", "旗"),
            TestWarehouse.Of(Measure.Adopted, Channel.Submission, 3, "红庆河镇", "市")
        );

        Assert.Equal((Ranking.Scored, "205", 1), (row.Outcome, Plain(row.Score), row.Rank));
    }

    [Theory]
    [InlineData(0, 0, "88", "合格")]
    [InlineData(9, 0, "106", "优秀")]
    [InlineData(9, 1, "59", "不合格")]
    public void Zhaoqing_2019(int adopted, int vetoes, string score, string band)
    {
        Fact[] facts =
        [
            TestWarehouse.Finding("园林绿化中心", 12, Channel.Website, "办事大厅"),
            TestWarehouse.Of(Measure.Inspected, Channel.NewMedia, 1, "园林绿化中心"),
            TestWarehouse.Of(Measure.Inspected, Channel.Openness, 1, "园林绿化中心"),
            TestWarehouse.Of(Measure.Adopted, Channel.Submission, adopted, "园林绿化中心", "市"),
            .. Enumerable.Repeat(TestWarehouse.Of(Measure.Veto, Channel.NewMedia, 1, "园林绿化中心"), vetoes),
        ];

        var row = Ranked("zhaoqing-2019", "yuanlin", facts);

        Assert.Equal((Ranking.Scored, score, band), (row.Outcome, Plain(row.Score), row.Band));
        Assert.Equal(vetoes > 0, row.IsHeldDown);
    }

    private RankingRow Ranked(string rulebook, string unit, params Fact[] facts)
    {
        _warehouse.Reopen();
        _warehouse.Load("example.csv", facts);
        using var snapshot = _warehouse.Open();
        var row = Ranking.Rank(snapshot, new Quarter(2024, 4), rulebook).Single(ranked => ranked.Unit == unit);
        var lines = Score.Lines(snapshot, new Quarter(2024, 4), rulebook, unit);
        Assert.Equal(row.Score ?? 0, lines.Sum(line => line.Points ?? 0));
        return row;
    }

    private static string? Plain(decimal? score) =>
        score?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
