using System.IO.Compression;
using System.Xml.Linq;
using Analytics.Export;

namespace Analytics.Tests.Export.Documents;

/// <summary>The XML of a document, element by element, against a file written by hand.</summary>
public sealed class GoldenDocumentTests
{
    private static readonly OfficialDocument s_document = new(
        "情况通报",
        [
            new DocumentHeading(1, "一、存在问题"),
            new DocumentParagraph([
                new DocumentRun("共发现问题"),
                new DocumentRun("199条") { Comments = ["原文写 198。"] },
                new DocumentRun("【补充评价】") { IsPlaceholder = true },
            ]),
            new DocumentTable(
                [new DocumentColumn("单位", 3), new DocumentColumn("条数", 1, IsNumber: true)],
                [
                    ["札萨克镇", "82"],
                ]
            ),
        ]
    )
    {
        Signature = new DocumentRun("某某旗政务服务与数据管理局"),
        Date = new DocumentRun("【成文日期】") { IsPlaceholder = true },
    };

    [Theory]
    [InlineData("word/document.xml", "document.xml")]
    [InlineData("word/comments.xml", "comments.xml")]
    public void The_parts_are_those_written_by_hand(string part, string golden)
    {
        var bytes = Document.Write(
            s_document,
            new FileProperties("情况通报", new DateTime(2025, 1, 20, 2, 0, 0, DateTimeKind.Utc))
            {
                PageHeader = "草稿：排名尚未发布",
            }
        );

        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var written = zip.GetEntry(part)!.Open();
        var expected = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Golden", "Documents", golden));

        Assert.Equal(Plain(expected.Root!).ToString(), Plain(XDocument.Load(written).Root!).ToString());
    }

    // Neither the prefixes nor the white space between elements say anything.
    private static XElement Plain(XElement element) =>
        new(
            element.Name,
            element
                .Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration)
                .OrderBy(one => one.Name.ToString(), StringComparer.Ordinal),
            element.HasElements ? element.Elements().Select(Plain).ToArray<object>() : element.Value
        );
}
