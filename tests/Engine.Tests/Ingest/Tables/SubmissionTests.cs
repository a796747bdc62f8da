using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Ingest.Tables;

public sealed class SubmissionTests
{
    [Fact]
    public void Submitted_adopted_and_rate_are_facts_and_the_rate_is_checked()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站信息报送采用情况统计表
            排名|单位|报送数|采用数|采用率|得分
            1|旗教育体育局|52|28|53.8%|140
            2|札萨克镇|3|2|66.6%|10
            3|旗公安局|10|4|50%|20
            4|旗民政局|0|0|0%|0
            |合计|65|34|52.3%|
            """
        );

        Assert.Equal(TableKind.Submissions, sheet.Kind);
        Assert.Equal(
            ["ignored", "unit", "submitted", "adopted", "adoption_rate", "ignored"],
            sheet.Columns.Select(column => column.Role)
        );
        Assert.Equal(
            [
                "submitted 52 旗教育体育局 submission 2024Q4",
                "adopted 28 旗教育体育局 submission 2024Q4",
                "adoption_rate 53.8% 旗教育体育局 submission 2024Q4",
                "submitted 3 札萨克镇 submission 2024Q4",
                "adopted 2 札萨克镇 submission 2024Q4",
                "adoption_rate 66.6% 札萨克镇 submission 2024Q4",
                "submitted 10 旗公安局 submission 2024Q4",
                "adopted 4 旗公安局 submission 2024Q4",
                "adoption_rate 50% 旗公安局 submission 2024Q4",
                // 0 of 0 has no rate.
                "submitted 0 旗民政局 submission 2024Q4",
                "adopted 0 旗民政局 submission 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
        // 2 of 3 is 66.67, 4 of 10 is 40; 28 of 52 is 53.85 and 34 of 65 is 52.31, which round as printed or within half a unit.
        Assert.Equal(
            [DiscrepancyCode.RateTruncated, DiscrepancyCode.RateMismatch],
            sheet.Discrepancies.Select(told => told.Code)
        );
        Assert.Equal((50m, 40m), (sheet.Discrepancies[1].Stated, sheet.Discrepancies[1].Computed));
        Assert.Equal("表.csv!第5行", sheet.Discrepancies[1].Location);
    }

    [Theory]
    [InlineData("市级采用", "市级")]
    [InlineData("自治区采用数（条）", "自治区")]
    [InlineData("被本级采用信息数", "本级")]
    [InlineData("采用数", null)]
    [InlineData("采用情况", null)]
    [InlineData("市级采纳条数", "市级")]
    [InlineData("自治区录用", "自治区")]
    public void The_target_is_in_the_heading(string heading, string? target)
    {
        var sheet = Given.Sheet($"单位|报送信息数|{heading}\n旗公安局|9|2\n", new() { Quarter = new(2024, 4) });

        Assert.Equal(("adopted", target), (sheet.Columns[2].Role, sheet.Columns[2].Detail));
        Assert.Equal(target, sheet.Facts.Single(fact => fact.Measure == Measure.Adopted).Target);
    }

    [Fact]
    public void Headings_above_say_what_the_columns_below_count()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "2024年第四季度",
                [
                    ["序号", "单位", "报送情况", null, "采用情况", null, null],
                    [null, null, "市级", "自治区", "市级", "自治区", "采用率"],
                    [1, "旗公安局", 10, 5, 4, 1, new Percent(0.3333, IsFine: true)],
                ]
            )
            {
                Merged = ["A1:A2", "B1:B2", "C1:D1", "E1:G1"],
            }
        );

        var sheet = TableReader.Read(TableFile.Read("报送.xlsx", bytes), new()).Sheets[0];

        Assert.Equal(
            [
                "submitted 10 旗公安局 submission 市级 2024Q4",
                "submitted 5 旗公安局 submission 自治区 2024Q4",
                "adopted 4 旗公安局 submission 市级 2024Q4",
                "adopted 1 旗公安局 submission 自治区 2024Q4",
                "adoption_rate 33.33% 旗公安局 submission 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void More_adopted_than_submitted_is_told()
    {
        var sheet = Given.Sheet("单位|报送数|采用数\n旗公安局|3|5\n", new() { Quarter = new(2024, 4) });

        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal(
            (DiscrepancyCode.PartExceedsWhole, Severity.Error, 5m, 3m),
            (told.Code, told.Severity, told.Stated, told.Computed)
        );
        Assert.Equal(2, sheet.Facts.Count);
    }

    [Theory]
    [InlineData("0.5385", "53.85")]
    [InlineData("53.85", "53.85")]
    [InlineData("53.85%", "53.85")]
    public void A_rate_may_be_a_share_or_a_percentage(string cell, string rate)
    {
        var sheet = Given.Sheet(
            $"单位|报送数|采用数|采用率\n旗公安局|52|28|{cell}\n",
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture), sheet.Facts[2].Rate);
        Assert.Empty(sheet.Discrepancies);
    }

    [Fact]
    public void One_of_a_hundred_is_one_percent_not_all()
    {
        var sheet = Given.Sheet("单位|报送数|采用数|采用率\n旗公安局|100|1|1\n", new() { Quarter = new(2024, 4) });

        Assert.Equal(1m, sheet.Facts[2].Rate);
        Assert.Empty(sheet.Discrepancies);
    }

    [Fact]
    public void Targets_may_stand_in_a_column_and_pushes_are_counted()
    {
        var sheet = Given.Sheet(
            "单位|报送对象|报送数|采用数|推送数\n旗公安局|市政府门户网站|3|2|1\n",
            new() { Quarter = new(2024, 4) }
        );

        Assert.Equal(
            [
                "submitted 3 旗公安局 submission 市政府门户网站 2024Q4",
                "adopted 2 旗公安局 submission 市政府门户网站 2024Q4",
                "pushed 1 旗公安局 submission 市政府门户网站 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }
}
