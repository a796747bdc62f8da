using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Ingest.Tables;

public sealed class CountTests
{
    [Fact]
    public void A_count_column_gives_one_fact_a_row_and_the_total_is_checked()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政务新媒体问题统计表
            责任单位|问题类别|条数
            旗公安局|错别字|3条
            旗民政局|更新不及时|２
            旗水利局|错别字|十二
            旗财政局|错别字|1,234
            旗审计局|错别字|—
            旗统计局|错别字|/
            旗林草局|错别字|无
            合 计||1251
            """
        );

        Assert.Equal(TableKind.Counts, sheet.Kind);
        Assert.Equal(
            [
                "issues 3 旗公安局 newmedia 错别字 2024Q4",
                "issues 2 旗民政局 newmedia 更新不及时 2024Q4",
                "issues 12 旗水利局 newmedia 错别字 2024Q4",
                "issues 1234 旗财政局 newmedia 错别字 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
        Assert.Equal((7, 0), (sheet.RowCount, sheet.Errors.Count));
        Assert.Equal(1251m, Assert.Single(sheet.Checks).Stated);
    }

    [Fact]
    public void A_cross_table_has_a_category_in_each_heading()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题统计
            序号|单位|错别字（条）|链接错误|栏目更新不及时数|合计
            1|旗公安局|2|0|1|3
            2|札萨克镇|1|4||5
            合计||3|4|1|8
            """
        );

        Assert.Equal(
            ["ignored", "unit", "category_count", "category_count", "category_count", "total"],
            sheet.Columns.Select(column => column.Role)
        );
        Assert.Equal(
            [
                "issues 2 旗公安局 website 错别字 2024Q4",
                "issues 0 旗公安局 website 链接错误 2024Q4",
                "issues 1 旗公安局 website 栏目更新不及时 2024Q4",
                "issues 1 札萨克镇 website 错别字 2024Q4",
                "issues 4 札萨克镇 website 链接错误 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
        Assert.Empty(sheet.Discrepancies);
        // Four columns of the last row, and the totals of the rows together: 3 + 5.
        Assert.Equal([3m, 4m, 1m, 8m, 8m], sheet.Checks.Select(check => check.Stated));
    }

    [Fact]
    public void A_row_whose_total_is_not_its_sum_is_told()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题统计
            单位|错别字|错链|合计
            旗公安局|2|5|8
            """
        );

        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal(
            (DiscrepancyCode.SumMismatch, Severity.Error, 8m, 7m),
            (told.Code, told.Severity, told.Stated, told.Computed)
        );
    }

    [Fact]
    public void Kinds_that_are_only_some_of_a_total_leave_the_rest_told()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题统计
            单位|问题总数|其中：错别字|其中：错链
            旗公安局|9|2|5
            """
        );

        Assert.Equal(["错别字", "错链"], sheet.Facts.Select(fact => fact.Category));
        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal((Severity.Doubtful, 9m, 7m), (told.Severity, told.Stated, told.Computed));
        Assert.Contains("其余 2", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rows_of_headings_name_channel_and_kind()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "统计",
                [
                    ["2024年第四季度问题统计表"],
                    ["单位", "政府网站", null, "政务新媒体", null, "备注"],
                    [null, "错别字", "错链", "错别字", "未更新", null],
                    ["旗公安局", 1, 2, 3, 4, null],
                    ["札萨克镇", null, 0, null, 5, "略"],
                ]
            )
            {
                Merged = ["A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3"],
            }
        );

        var sheet = TableReader.Read(TableFile.Read("统计.xlsx", bytes), new()).Sheets[0];

        Assert.Equal(
            ["单位", "政府网站/错别字", "政府网站/错链", "政务新媒体/错别字", "政务新媒体/未更新", "备注"],
            sheet.Columns.Select(column => column.Heading)
        );
        Assert.Equal(3, sheet.HeaderRow);
        Assert.Equal(
            [
                "issues 1 旗公安局 website 错别字 2024Q4",
                "issues 2 旗公安局 website 错链 2024Q4",
                "issues 3 旗公安局 newmedia 错别字 2024Q4",
                "issues 4 旗公安局 newmedia 未更新 2024Q4",
                "issues 0 札萨克镇 website 错链 2024Q4",
                "issues 5 札萨克镇 newmedia 未更新 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void Two_rows_of_headings_in_a_csv_mean_the_same()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度问题统计表|||
            单位|政府网站||政务新媒体
            |错别字|错链|错别字
            旗公安局|1|2|3
            """
        );

        Assert.Equal(
            [
                "issues 1 旗公安局 website 错别字 2024Q4",
                "issues 2 旗公安局 website 错链 2024Q4",
                "issues 3 旗公安局 newmedia 错别字 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void One_column_a_channel_platform_or_level()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度问题统计
            单位|政府网站问题数|微信公众号|抖音|合计
            旗公安局|1|2|3|6
            """
        );

        Assert.Equal(
            [
                "issues 1 旗公安局 website 2024Q4",
                "issues 2 旗公安局 newmedia 微信公众号 2024Q4",
                "issues 3 旗公安局 newmedia 抖音 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
    }

    [Fact]
    public void What_was_checked_is_counted_apart_and_its_rate_checked()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政务新媒体检查情况
            单位|抽查数|合格数|不合格数|合格率
            旗公安局|3|2|1|66.6%
            """
        );

        Assert.Equal(
            [
                "inspected 3 旗公安局 newmedia 2024Q4",
                "passed 2 旗公安局 newmedia 2024Q4",
                "failed 1 旗公安局 newmedia 2024Q4",
                "pass_rate 66.6% 旗公安局 newmedia 2024Q4",
            ],
            Given.Shown(sheet.Facts)
        );
        Assert.Equal(DiscrepancyCode.RateTruncated, Assert.Single(sheet.Discrepancies).Code);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_is_told_with_both_figures()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题统计
            单位|数量
            旗公安局|20
            旗民政局|6
            合计：|27
            """
        );

        var told = Assert.Single(sheet.Discrepancies);
        Assert.Equal(
            (DiscrepancyCode.SumMismatch, Severity.Error, 27m, 26m, "表.csv!第5行"),
            (told.Code, told.Severity, told.Stated, told.Computed, told.Location)
        );
        Assert.Contains("写为 27", told.Message, StringComparison.Ordinal);
        Assert.Contains("相加为 26，少 1", told.Message, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Facts.Count);
    }

    [Fact]
    public void Subtotals_are_of_their_part_and_totals_of_all()
    {
        var sheet = Given.Sheet(
            """
            2024年第四季度政府网站问题统计
            单位|数量
            旗公安局|2
            旗民政局|3
            小计|5
            札萨克镇|7
            小计|7
            总计|12
            """
        );

        Assert.Equal([5m, 7m, 12m], sheet.Checks.Select(check => check.Stated));
        Assert.Empty(sheet.Discrepancies);
        Assert.Equal(3, sheet.RowCount);
    }

    [Theory]
    [InlineData("合计：3条", 3)]
    [InlineData("共计 3 条，其中错链1条", 3)]
    [InlineData("合计（3）", 3)]
    public void A_total_in_one_cell_is_the_number_of_findings(string total, int stated)
    {
        var sheet = Given.Sheet(
            $"2024年第四季度政府网站问题清单\n单位|问题描述\n旗公安局|错链\n旗公安局|错字\n旗民政局|错字\n{total}\n"
        );

        Assert.Equal(stated, Assert.Single(sheet.Checks).Stated);
        Assert.Equal((3, 3), (sheet.RowCount, sheet.Facts.Count));
    }

    [Fact]
    public void A_total_against_rows_with_a_refused_one_says_so()
    {
        var sheet = Given.Sheet(
            "2024年第四季度政府网站问题统计\n单位|数量\n旗公安局|2\n旗民政局|-3\n札萨克镇|4\n旗财政局|1\n旗审计局|1\n合计|11\n"
        );

        Assert.Contains(
            "另有 1 行因有误没有计入",
            Assert.Single(sheet.Discrepancies).Message,
            StringComparison.Ordinal
        );
    }
}
