using Analytics.Ingest;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Tests.Sources.Tables;

namespace Analytics.Tests.Sources;

/// <summary>The numbers of persons in a file are in nothing that is made of it.</summary>
public sealed class MaskingEndToEndTests
{
    private const string Mobile = "13800001111";

    private static readonly string s_identity = MadeUpNumber.Identity("15062719900307123");
    private static readonly string s_card = MadeUpNumber.Card("621700001234567890");

    private static string Personal => $"联系人身份证{s_identity}，手机号{Mobile}号，卡号{s_card}";

    [Fact]
    public void A_workbook_shows_none_of_them_in_rows_facts_or_errors()
    {
        var bytes = TestWorkbook.Of(
            new TestSheet(
                "问题清单",
                [
                    ["2024年第四季度政府网站问题清单（联系电话" + Mobile + "）"],
                    ["单位", "问题类型", "问题描述", "数量", "联系电话"],
                    ["旗公安局", "个人信息泄露", Personal, 2, 13800001111.0],
                    ["旗民政局", "个人信息泄露", Personal, Personal, Mobile],
                    [Personal, "错链", s_identity, 1, s_card],
                ]
            )
        );

        var table = Assert.IsType<SourceTable>(Read("清单.xlsx", bytes));
        var sheet = Assert.Single(TableReader.Read(table, new()).Sheets);

        Assert.Equal(5, table.Sheets[0].Rows.Count());
        AssertNone(table.Sheets.SelectMany(rows => rows.Rows).SelectMany(row => row.Cells));
        Assert.Equal(3, sheet.FirstRows.Count);
        AssertNone(sheet.FirstRows.SelectMany(cells => cells));
        AssertNone([sheet.Title]);
        Assert.NotEmpty(sheet.Errors);
        AssertNone(sheet.Errors.SelectMany(error => error.Cells.Append(error.Value ?? "").Append(error.Message)));
        Assert.NotEmpty(sheet.Facts);
        AssertNone(sheet.Facts.Select(fact => $"{fact}"));
    }

    [Fact]
    public void A_word_document_shows_none_of_them_in_text_or_facts()
    {
        var bytes = SmallNotice.Docx(
            SmallNotice.Paragraph($"旗公安局发现问题3条，{Personal}。"),
            SmallNotice.Paragraph($"（{Personal}）")
        );

        var source = Assert.IsType<SourceText>(Read("通报.docx", bytes));
        var notice = NoticeReader.Read(source);

        AssertNone([source.Text, notice.Text]);
        Assert.Contains("手机号138****1111号", source.Text, StringComparison.Ordinal);
        Assert.Contains(notice.Facts, fact => fact.Count == 3);
        AssertNone(notice.Facts.Select(fact => $"{fact}"));
        AssertNone(notice.Discrepancies.Select(told => $"{told}"));
    }

    private static void AssertNone(IEnumerable<string> words) =>
        Assert.All(
            words,
            word =>
            {
                Assert.DoesNotContain(s_identity, word, StringComparison.Ordinal);
                Assert.DoesNotContain(Mobile, word, StringComparison.Ordinal);
                Assert.DoesNotContain(s_card, word, StringComparison.Ordinal);
            }
        );

    private static SourceFile Read(string name, byte[] bytes) =>
        new SourceReader().Read(name, bytes, TestContext.Current.CancellationToken);
}
