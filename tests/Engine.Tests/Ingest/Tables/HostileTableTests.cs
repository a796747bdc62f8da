using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;
using CsCheck;

namespace Analytics.Tests.Ingest.Tables;

/// <summary>Whatever stands in the cells, reading ends, and every row is a fact, a refusal or no data.</summary>
public sealed class HostileTableTests
{
    private static readonly string[] s_headings =
    [
        "单位",
        "渠道",
        "类型",
        "问题描述",
        "问题类型",
        "数量",
        "合计",
        "发现时间",
        "账号",
        "检查结果",
        "报送数",
        "采用数",
        "采用率",
        "收到日期",
        "答复日期",
        "是否延期",
        "单否",
        "季度",
        "其中：错链",
        "",
    ];

    private static readonly string[] s_cells =
    [
        "",
        " ",
        "0",
        "-1",
        "3条",
        "99999999999999999999",
        "1e309",
        "∞",
        "٣",
        "十百千万亿亿亿亿",
        "%",
        "54%%",
        "-",
        "—",
        "#REF!",
        "=1+1",
        "合计",
        "合计：",
        "小计99999999999999999999999",
        "备注：",
        "2024-12-05",
        "9999-99-99",
        "2024年",
        "1-2-3-4-5",
        "00000",
        "是",
        "旗公安局",
        "旗公安局、旗民政局",
        "、、、",
        "（",
        "\u202E\u200B\u0301",
        "\uD83D\uDE00",
        "2024Q4",
        "2024Q9",
        "单位",
        "一、",
        "各镇",
        "T12:00",
        "12:00",
    ];

    [Fact]
    public void No_cell_ends_the_reading() =>
        Gen.Select(
                Pick(s_headings).Array[1, 8],
                Pick(s_cells).Array[1, 8].Array[1, 8],
                Pick(["", "2024年第四季度政府网站问题清单\n", "一、\n合计\n"])
            )
            .Sample(
                (headings, rows, title) =>
                {
                    var text = new StringBuilder(title).AppendJoin('\t', headings).Append('\n');
                    foreach (var row in rows)
                    {
                        text.AppendJoin('\t', row).Append('\n');
                    }

                    var bytes = Encoding.UTF8.GetBytes(text.ToString());
                    try
                    {
                        var reading = TableReader.Read(
                            TableFile.Read("表.csv", bytes),
                            new() { Quarter = new(2024, 4) }
                        );
                        return reading.Sheets.All(IsSound);
                    }
                    catch (NoticeFormatException fault)
                    {
                        return fault.Message.Contains('表', StringComparison.Ordinal);
                    }
                },
                iter: 3000
            );

    [Fact]
    public void A_thousand_columns_and_a_long_heading_are_read()
    {
        var headings = string.Join('\t', Enumerable.Range(0, 998).Select(i => $"列{i}"));
        var bytes = Encoding.UTF8.GetBytes(
            $"2024年第四季度政府网站问题清单\n单位\t问题描述\t{headings}\n旗公安局\t错链\n"
        );

        var sheet = TableReader.Read(TableFile.Read("表.csv", bytes), new()).Sheets[0];

        Assert.Equal(1000, sheet.Columns.Count);
        Assert.Single(sheet.Facts);
    }

    private static Gen<string> Pick(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static bool IsSound(SheetReading sheet) =>
        sheet.Errors.All(error => error.Message.Length > 0 && error.Cure.Length > 0)
        && sheet.Facts.All(fact => fact.Number is >= 0 && fact.Period is not null && fact.Channel is not null)
        && (sheet.Kind == TableKind.Unknown || sheet.Errors.Count <= Math.Max(1, sheet.RowCount));
}
