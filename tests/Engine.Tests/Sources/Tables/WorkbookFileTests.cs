using Analytics.Domain;
using Analytics.Sources.Tables;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Sources.Tables;

public sealed class WorkbookFileTests
{
    [Fact]
    public void Cells_become_canonical_text()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "表",
                [
                    [
                        0.1 + 0.2,
                        1234567.0,
                        1e-7,
                        1e16,
                        new Percent(0.54),
                        new Percent(0.5384615384615384, IsFine: true),
                        new Percent(0.54, IsFine: true),
                        new DateTime(2024, 12, 5, 0, 0, 0, DateTimeKind.Unspecified),
                        new DateTime(2024, 12, 5, 10, 30, 0, DateTimeKind.Unspecified),
                        new ChineseDay(new(2024, 12, 5, 0, 0, 0, DateTimeKind.Unspecified)),
                        new ChineseDay(new(2024, 12, 5, 0, 0, 0, DateTimeKind.Unspecified), IsBuiltIn: true),
                        true,
                        new Formula("SUM(A1:A2)", 27),
                        new Fault("#REF!"),
                        new RichText("错", "别字"),
                        "两行\r\n文字",
                    ],
                ]
            )
        );

        var row = Assert.Single(Assert.Single(TableFile.Read("表.xlsx", bytes).Sheets).Rows);

        Assert.Equal(
            [
                "0.3",
                "1234567",
                "0.0000001",
                "10000000000000000",
                "54%",
                "53.85%",
                "54%",
                "2024-12-05",
                "2024-12-05 10:30",
                "2024-12-05",
                "2024-12-05",
                "TRUE",
                "27",
                "#REF!",
                "错别字",
                "两行\n文字",
            ],
            row.Cells
        );
    }

    [Fact]
    public void A_merged_cell_has_its_text_in_each_row_and_only_in_its_first_column()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "表",
                [
                    ["标题", null, null],
                    ["甲局", null, "一"],
                    [null, null, "二"],
                    ["乙局", null, "三"],
                ]
            )
            {
                Merged = ["A1:C1", "A2:B3"],
            }
        );

        var rows = TableFile.Read("表.xlsx", bytes).Sheets[0].Rows.ToList();

        Assert.Equal(["标题"], rows[0].Cells);
        Assert.Equal(["甲局", "", "一"], rows[1].Cells);
        Assert.Equal(["甲局", "", "二"], rows[2].Cells);
        Assert.Equal(["乙局", "", "三"], rows[3].Cells);
    }

    [Fact]
    public void Empty_rows_are_left_out_and_numbers_are_those_of_the_sheet()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "表",
                [
                    ["一"],
                    [],
                    ["  "],
                    ["四", null, ""],
                ]
            )
        );

        var rows = TableFile.Read("表.xlsx", bytes).Sheets[0].Rows.ToList();

        Assert.Equal([1, 4], rows.Select(row => row.Number));
        Assert.Equal(["四"], rows[1].Cells);
    }

    [Fact]
    public void Hidden_sheets_and_rows_are_read_very_hidden_sheets_are_not()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "明",
                [
                    ["一"],
                    ["二"],
                ]
            )
            {
                HiddenRows = [2],
            },
            new TestSheet("空", []),
            new TestSheet(
                "暗",
                [
                    ["三"],
                ]
            )
            {
                State = SheetStateValues.Hidden,
            },
            new TestSheet(
                "深",
                [
                    ["四"],
                ]
            )
            {
                State = SheetStateValues.VeryHidden,
            }
        );

        var table = TableFile.Read("表.xlsx", bytes);

        Assert.Equal(["明", "暗"], table.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(2, table.Sheets[0].Rows.Count());
        Assert.Equal(["三"], table.Sheets[1].Rows.Single().Cells);
        Assert.Equal("xlsx", table.Encoding);
    }

    [Fact]
    public void Rows_can_be_read_again_and_while_they_are_read()
    {
        var sheet = TableFile
            .Read(
                "表.xlsx",
                TestWorkbook.Of(
                    new TestSheet(
                        "表",
                        [
                            ["一"],
                            ["二"],
                        ]
                    )
                )
            )
            .Sheets[0];

        var pairs = from left in sheet.Rows from right in sheet.Rows select left.Cells[0] + right.Cells[0];

        Assert.Equal(["一一", "一二", "二一", "二二"], pairs);
    }

    [Fact]
    public void A_cell_too_far_right_is_refused_with_its_place()
    {
        var row = new object?[1001];
        row[1000] = "远";

        var fault = Refusal(
            "宽.xlsx",
            TestWorkbook.Of(
                new TestSheet(
                    "宽表",
                    [
                        ["近"],
                        row,
                    ]
                )
            )
        );

        Assert.Contains("“宽表”第2行第1001列有内容“远”，超过上限 1000 列", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_cell_that_is_allowed_is_read()
    {
        var row = new object?[1000];
        row[999] = new string('字', 32767);

        var read = TableFile.Read("宽.xlsx", TestWorkbook.Of(new TestSheet("表", [row]))).Sheets[0].Rows.Single();

        Assert.Equal(1000, read.Cells.Length);
        Assert.Equal(32767, read.Cells[999].Length);
    }

    [Fact]
    public void A_cell_at_the_far_corner_is_refused_at_once()
    {
        // 17 thousand million cells lie between; nothing may be made of them.
        var rows = Enumerable.Range(0, 1_048_575).Select(_ => Array.Empty<object?>()).ToList();
        var far = new object?[16_384];
        far[^1] = "远";
        rows.Add(far);

        var fault = Refusal("角.xlsx", TestWorkbook.Of(new TestSheet("角", rows)));

        Assert.Contains("占到第1048576行、第16384列", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_workbook_is_refused_in_words()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "表",
                [
                    ["一"],
                ]
            )
        );

        Assert.Contains("已损坏或不完整", Refusal("半.xlsx", bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains(
            "已损坏或不完整",
            Refusal("半.xls", Files.Read("findings.xls")[..700]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_no_workbook_says_what_it_is()
    {
        Assert.Contains(
            "网页（HTML）",
            Refusal("导出.xls", "<html><table></table></html>"u8.ToArray()),
            StringComparison.Ordinal
        );
        Assert.Contains("扩展名改成 .csv", Refusal("表.xlsx", "a,b\n1,2\n"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("是 PDF", Refusal("表.xlsx", "%PDF-1.7"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("是空的", Refusal("表.xlsx", []), StringComparison.Ordinal);
        Assert.Contains("扩展名“.docx”不是表格", Refusal("表.docx", "x"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains(
            "没有任何有内容的单元格",
            Refusal("空.xlsx", TestWorkbook.Of(new TestSheet("表", []))),
            StringComparison.Ordinal
        );
    }

    private static string Refusal(string name, byte[] bytes) =>
        Assert
            .Throws<NoticeFormatException>(() => TableFile.Read(name, bytes).Sheets.Sum(sheet => sheet.Rows.Count()))
            .Message;
}
