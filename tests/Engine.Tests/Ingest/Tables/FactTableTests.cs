using System.Text;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Ingest.Tables;

public sealed class FactTableTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        Fact[] facts =
        [
            new()
            {
                Channel = "newmedia",
                Measure = "issues",
                Period = "2024Q4",
                Unit = "旗公安局",
                Category = "错链、外链",
                Count = 3,
                FoundOn = new(2024, 12, 5),
                Location = "第2行",
                Words = "他说“好”, \"是\"",
            },
            new()
            {
                Channel = "submission",
                Measure = "adoption_rate",
                Period = "2024Q4",
                Rate = 53.8m,
                Location = "第3行",
            },
        ];
        using var text = new StringWriter();
        FactCsv.Write(facts, text);

        var table = FactTable.Read("表.csv", Encoding.UTF8.GetBytes(text.ToString()));

        Assert.Equal(facts, table.Facts);
        Assert.False(table.IsSample);
    }

    [Fact]
    public void Our_own_columns_are_known_in_a_workbook_too()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "事实",
                [
                    ["sample", "channel", "measure", "period", "unit", "count", "foundOn", "自加列"],
                    [
                        true,
                        "website",
                        "issues",
                        "2024Q4",
                        "旗公安局",
                        3,
                        new DateTime(2024, 12, 5, 0, 0, 0, DateTimeKind.Unspecified),
                    ],
                ]
            )
        );

        var reading = TableReader.Read(TableFile.Read("表.xlsx", bytes), new());

        var sheet = reading.Sheets[0];
        Assert.True(reading.IsSample);
        Assert.Equal(TableKind.Facts, sheet.Kind);
        Assert.Equal(["issues 3 旗公安局 website 2024Q4 2024-12-05"], Given.Shown(sheet.Facts));
        Assert.Equal("第2行", sheet.Facts[0].Location);
        Assert.Equal(("count", "ignored"), (sheet.Columns[5].Role, sheet.Columns[7].Role));
    }

    [Theory]
    [InlineData("channel,measure\nwebsite,issues\n", "缺少列 period")]
    [InlineData("channel,measure,period,count\n", "只有列名，没有数据行")]
    [InlineData("channel,measure,period,count\nweb,issues,2024Q4,1\n", "第 2 行 channel 列 “web”")]
    [InlineData("channel,measure,period,count\nwebsite,issues,,1\n", "第 2 行 period 列 “”")]
    [InlineData("channel,measure,period,count\nwebsite,issues,2024Q4,三\n", "第 2 行 count 列 “三”")]
    [InlineData("channel,measure,period,count\nwebsite,issues,2024Q4,\n", "应有一个数字")]
    [InlineData(
        "sample,channel,measure,period,count\ntrue,website,issues,2024Q4,1\n,website,issues,2024Q4,1\n",
        "有的行是 true，有的不是"
    )]
    public void Its_faults_refuse_the_file_with_the_place(string text, string message)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => FactTable.Read("表.csv", Encoding.UTF8.GetBytes(text)));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("表.csv", fault.Message, StringComparison.Ordinal);
    }
}
