using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Tests.Importing;

/// <summary>What an office sends, made by code.</summary>
internal static class Given
{
    public const string Title = "2025年第一季度政务新媒体问题清单";

    /// <summary>A list of three findings; the second has a day that does not exist.</summary>
    public static string OneBadRow { get; } =
        $"""
            {Title},,
            责任单位,问题描述,发现日期
            旗公安局,错别字,2025-02-05
            札萨克镇,更新不及时,2025-13-40
            红庆河镇,链接打不开,2025-03-01

            """;

    public static string Finding(string unit) =>
        $"""
            {Title},,
            责任单位,问题描述,发现日期
            {unit},错别字,2025-02-05

            """;

    /// <summary>A table in our own columns.</summary>
    public static string Facts(int count, string quarter = "2025Q1") =>
        $"channel,measure,period,unit,level,count\nnewmedia,issues,{quarter},旗公安局,旗,{count}\n";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Docx(params string[] paragraphs)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new W.Document(
                new W.Body(paragraphs.Select(text => new W.Paragraph(new W.Run(new W.Text(text)))))
            );
        }

        return file.ToArray();
    }

    public static byte[] Xlsx(string sheet, params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            part.Worksheet = new S.Worksheet(
                new S.SheetData(
                    rows.Select(row => new S.Row(
                        row.Select(cell => new S.Cell(new S.InlineString(new S.Text(cell)))
                        {
                            DataType = S.CellValues.InlineString,
                        })
                    ))
                )
            );
            book.Workbook = new S.Workbook(
                new S.Sheets(
                    new S.Sheet
                    {
                        Name = sheet,
                        SheetId = 1,
                        Id = book.GetIdOfPart(part),
                    }
                )
            );
        }

        return file.ToArray();
    }
}
