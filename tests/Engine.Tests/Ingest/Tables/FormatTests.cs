using System.Text;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Ingest.Tables;

/// <summary>One table in every format gives the same facts.</summary>
public sealed class FormatTests
{
    private const string Csv = """
        2024年第四季度政府网站问题清单,,,,,,
        序号,责任单位,问题类型,问题描述,发现时间,数量,占比
        1,旗教育体育局,错别字,首页“部署”写成“布署”,2024/12/5,2,33%
        2,旗教育体育局,错链,"机构职能栏目
        链接打不开",20241108,1,17%
        3,札萨克镇,更新不及时,动态栏目两周未更新,12月3日,3条,50%
        合计,,,,,6,
        """;

    public static TheoryData<string, byte[]> Files { get; } =
        new()
        {
            { "清单.csv", Encoding.UTF8.GetBytes(Csv) },
            { "清单.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv)] },
            { "清单.csv", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Csv) },
            { "清单.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)] },
            { "清单.csv", Encoding.UTF8.GetBytes(Csv.Replace(',', '\t')) },
            { "清单.xls", Sources.Tables.Files.Read("findings.xls") },
            { "清单.xlsx", Workbook() },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_format_gives_the_same_facts(string name, byte[] bytes)
    {
        var sheet = Assert.Single(TableReader.Read(TableFile.Read(name, bytes), new()).Sheets);

        Assert.Equal(TableKind.Findings, sheet.Kind);
        Assert.Equal("2024年第四季度政府网站问题清单", sheet.Title);
        Assert.Equal((2, 3), (sheet.HeaderRow, sheet.RowCount));
        Assert.Equal(
            [
                "issues 2 旗教育体育局 website 错别字 2024Q4 2024-12-05",
                "issues 1 旗教育体育局 website 错链 2024Q4 2024-11-08",
                "issues 3 札萨克镇 website 更新不及时 2024Q4 2024-12-03",
            ],
            Given.Shown(sheet.Facts)
        );
        Assert.Equal(
            ["首页“部署”写成“布署”", "机构职能栏目链接打不开", "动态栏目两周未更新"],
            sheet.Facts.Select(fact => fact.Words)
        );
        Assert.Equal($"{sheet.Sheet}!第3行", sheet.Facts[0].Location);
        Assert.Empty(sheet.Errors);
        Assert.Empty(sheet.Discrepancies);
        Assert.Equal((6m, 6m), (Assert.Single(sheet.Checks).Stated, sheet.Checks[0].Computed));
    }

    private static byte[] Workbook() =>
        TestWorkbook.Of(
            new TestSheet(
                "问题清单",
                [
                    ["2024年第四季度政府网站问题清单"],
                    ["序号", "责任单位", "问题类型", "问题描述", "发现时间", "数量", "占比"],
                    [1, "旗教育体育局", "错别字", "首页“部署”写成“布署”", Day(12, 5), 2, new Percent(0.333)],
                    [
                        2,
                        null,
                        "错链",
                        new RichText("机构职能栏目\n", "链接打不开"),
                        45604,
                        new Formula("1", 1),
                        new Percent(0.167),
                    ],
                    [3, "札萨克镇", "更新不及时", "动态栏目两周未更新", "12月3日", "3条", new Percent(0.5)],
                    ["合计", null, null, null, null, new Formula("SUM(F3:F5)", 6)],
                ]
            )
            {
                Merged = ["A1:G1", "B3:B4"],
            }
        );

    private static DateTime Day(int month, int day) => new(2024, month, day, 0, 0, 0, DateTimeKind.Unspecified);
}
