using System.IO.Compression;

namespace Analytics.Tests.Sources;

/// <summary>Office files from their parts, so that a test can put anything into one of them.</summary>
internal static class OfficeParts
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>A part by its text.</summary>
    public static (string Name, Action<Stream> Write) Part(string name, string content) =>
        (name, to => to.Write(HostileFile.Utf8(content)));

    /// <summary>A Word document with that body.</summary>
    public static byte[] Docx(string body, params (string Name, Action<Stream> Write)[] more) =>
        Docx(to => to.Write(HostileFile.Utf8(body)), "", more);

    /// <summary>A Word document; what stands before its first element too.</summary>
    public static byte[] Docx(
        Action<Stream> body,
        string prolog = "",
        params (string Name, Action<Stream> Write)[] more
    ) =>
        TestArchive.Of(
            CompressionLevel.Optimal,
            [
                Part("[Content_Types].xml", WordTypes),
                Part("_rels/.rels", Relations(("officeDocument", "word/document.xml"))),
                (
                    "word/document.xml",
                    to =>
                    {
                        to.Write(
                            HostileFile.Utf8($"{prolog}<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Links}\"><w:body>")
                        );
                        body(to);
                        to.Write("</w:body></w:document>"u8);
                    }
                ),
                .. more,
            ]
        );

    /// <summary>A paragraph of Word.</summary>
    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A workbook with one sheet of those elements (sheetData and what stands beside it).</summary>
    public static byte[] Xlsx(string sheet, params (string Name, Action<Stream> Write)[] more) =>
        Xlsx(to => to.Write(HostileFile.Utf8(sheet)), more);

    /// <summary>A workbook with one sheet.</summary>
    public static byte[] Xlsx(Action<Stream> sheet, params (string Name, Action<Stream> Write)[] more) =>
        XlsxOf("<sheet name=\"表\" sheetId=\"1\" r:id=\"r0\"/>", sheet, more);

    /// <summary>A workbook with those entries in its list of sheets.</summary>
    public static byte[] XlsxOf(
        string sheets,
        Action<Stream> sheet,
        params (string Name, Action<Stream> Write)[] more
    ) =>
        TestArchive.Of(
            CompressionLevel.Optimal,
            [
                Part("[Content_Types].xml", SheetTypes),
                Part("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml"))),
                Part(
                    "xl/workbook.xml",
                    $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Links}\"><sheets>{sheets}</sheets></workbook>"
                ),
                Part(
                    "xl/_rels/workbook.xml.rels",
                    Relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
                ),
                (
                    "xl/worksheets/sheet1.xml",
                    to =>
                    {
                        to.Write(HostileFile.Utf8($"<worksheet xmlns=\"{Sheet}\">"));
                        sheet(to);
                        to.Write("</worksheet>"u8);
                    }
                ),
                .. more,
            ]
        );

    /// <summary>The shared strings of a workbook.</summary>
    public static (string Name, Action<Stream> Write) Strings(Action<Stream> items, string attributes = "") =>
        (
            "xl/sharedStrings.xml",
            to =>
            {
                to.Write(HostileFile.Utf8($"<sst xmlns=\"{Sheet}\" {attributes}>"));
                items(to);
                to.Write("</sst>"u8);
            }
        );

    /// <summary>A cell of text.</summary>
    public static string Cell(string place, string text) =>
        $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    /// <summary>A sheet of a heading, and what comes below.</summary>
    public static string Rows(string more) =>
        $"<sheetData><row r=\"1\">{Cell("A1", "单位")}{Cell("B1", "条数")}</row>{more}</sheetData>";

    /// <summary>An OFD document whose list of pages and pages are given.</summary>
    public static byte[] Ofd(string pages, params (string Name, Action<Stream> Write)[] parts) =>
        TestArchive.Of(
            CompressionLevel.Optimal,
            [
                Part("OFD.xml", "<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"),
                Part("Doc_0/Document.xml", $"<Document><Pages>{pages}</Pages></Document>"),
                .. parts,
            ]
        );

    /// <summary>A page of OFD with one line.</summary>
    public static string OfdPage(string text) =>
        "<Page><Content><Layer><TextObject Boundary=\"30 30 150 6\" Size=\"5\">"
        + $"<TextCode X=\"0\" Y=\"5\">{text}</TextCode></TextObject></Layer></Content></Page>";

    /// <summary>Relationships of a package, r0, r1 ….</summary>
    public static string Relations(params (string Type, string Target)[] targets) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            targets.Select(
                (to, i) =>
                    $"<Relationship Id=\"r{i}\" Type=\"{Links}/{to.Type}\" Target=\"{to.Target}\""
                    + $"{(to.Target.StartsWith("http", StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"
            )
        )
        + "</Relationships>";

    private static string WordTypes { get; } =
        Types("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");

    private static string SheetTypes { get; } =
        Types("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");

    private static string Types(string part, string type) =>
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" "
        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
        + $"ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>";
}
