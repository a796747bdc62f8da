using System.Text;
using Analytics.Export;
using Analytics.Sources;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Document = Analytics.Export.Document;

namespace Analytics.Tests.Export.Documents;

/// <summary>An official document: the measures of GB/T 9704-2012, placeholders, comments, tables, pictures.</summary>
public sealed class DocumentTests : IDisposable
{
    private static readonly FileProperties s_properties = new(
        "通报",
        new DateTime(2025, 1, 20, 2, 0, 0, DateTimeKind.Utc)
    );

    // A picture of one white point.
    private static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg=="
    );

    private static readonly OfficialDocument s_notice = new(
        "关于2024年第四季度情况的通报",
        [
            new DocumentHeading(1, "一、总体情况"),
            new DocumentParagraph([
                new DocumentRun("共发现问题"),
                new DocumentRun("199条") { Comments = ["原文写 198，逐项相加为 199。"] },
                new DocumentRun("，"),
                new DocumentRun("【补充评价】") { IsPlaceholder = true },
            ]),
            new DocumentHeading(2, "（一）政府网站"),
            new DocumentTable(
                [new DocumentColumn("单位", 3), new DocumentColumn("条数", 1, IsNumber: true)],
                [
                    ["札萨克镇", "82"],
                    ["红庆河镇", "18"],
                ]
            ),
            new DocumentPicture(s_png, "一条线"),
        ]
    )
    {
        RedHead = new DocumentRun("某某旗政务服务与数据管理局文件"),
        Number = new DocumentRun("【文号】") { IsPlaceholder = true },
        Addressees = new DocumentRun("各镇人民政府："),
        Signature = new DocumentRun("某某旗政务服务与数据管理局"),
        Date = new DocumentRun("【成文日期】") { IsPlaceholder = true },
        Attachments =
        [
            new("各单位排名", [new DocumentParagraph("甲表")]),
            new("趋势图", [new DocumentParagraph("乙图")]),
        ],
    };

    private readonly WordprocessingDocument _document = Open(Document.Write(s_notice, s_properties));

    private Body Body => _document.MainDocumentPart!.Document.Body!;

    public void Dispose() => _document.Dispose();

    [Fact]
    public void It_has_no_faults() =>
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(_document, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Path?.XPath}: {fault.Description}")
        );

    [Fact]
    public void The_page_is_A4_with_the_margins_of_the_standard()
    {
        var size = Body.Descendants<PageSize>().Single();
        var margin = Body.Descendants<PageMargin>().Single();

        Assert.Equal((210, 297), (Millimetres(size.Width!), Millimetres(size.Height!)));
        Assert.Equal(
            (37, 35, 28, 26),
            (
                Millimetres(margin.Top!),
                Millimetres(margin.Bottom!),
                Millimetres(margin.Left!),
                Millimetres(margin.Right!)
            )
        );
    }

    [Fact]
    public void Twenty_two_lines_of_twenty_eight_characters_fill_the_text()
    {
        var normal = StyleOf("Normal");
        var line = int.Parse(
            normal.StyleParagraphProperties!.SpacingBetweenLines!.Line!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var closer = normal.StyleRunProperties!.Spacing!.Val!.Value;
        var size = Body.Descendants<PageSize>().Single();
        var margin = Body.Descendants<PageMargin>().Single();
        var width = (int)(size.Width!.Value - margin.Left!.Value - margin.Right!.Value);
        var height = (int)size.Height!.Value - margin.Top!.Value - margin.Bottom!.Value;

        // In twentieths of a point; a character of 3号 is 16 points wide.
        Assert.InRange(22 * line, height - line, height);
        Assert.InRange(28 * (320 + closer), width - 320, width);
        Assert.Equal(LineSpacingRuleValues.Exact, normal.StyleParagraphProperties.SpacingBetweenLines.LineRule!.Value);
    }

    [Fact]
    public void Odd_pages_are_numbered_at_the_right_even_ones_at_the_left()
    {
        var footers = Body.Descendants<FooterReference>()
            .ToDictionary(
                reference => reference.Type!.Value,
                reference => ((FooterPart)_document.MainDocumentPart!.GetPartById(reference.Id!)).Footer
            );

        Assert.NotNull(_document.MainDocumentPart!.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal(JustificationValues.Right, SideOf(footers[HeaderFooterValues.Default]));
        Assert.Equal(JustificationValues.Left, SideOf(footers[HeaderFooterValues.Even]));
        Assert.All(footers.Values, footer => Assert.Equal("—  PAGE 1 —", footer.InnerText));
    }

    [Fact]
    public void Headings_keep_to_what_follows_in_the_fonts_of_the_standard()
    {
        Assert.Equal(
            ("黑体", "楷体_GB2312"),
            (
                StyleOf("Heading1").StyleRunProperties!.RunFonts!.EastAsia!.Value,
                StyleOf("Heading2").StyleRunProperties!.RunFonts!.EastAsia!.Value
            )
        );
        Assert.NotNull(StyleOf("Heading1").StyleParagraphProperties!.KeepNext);
        var title = Body.Descendants<Run>().Single(run => run.InnerText == s_notice.Title).RunProperties!;
        Assert.Equal(("方正小标宋简体", "44"), (title.RunFonts!.EastAsia!.Value, title.FontSize!.Val!.Value));
    }

    [Fact]
    public void The_name_in_the_red_head_stands_on_one_line()
    {
        var head = Body.Descendants<Run>().Single(run => run.InnerText == s_notice.RedHead!.Text).RunProperties!;

        // 15 letters of 42 points would be 630 of 442 points wide.
        Assert.Equal("FF0000", head.Color!.Val!.Value);
        Assert.InRange(s_notice.RedHead!.Text.Length * 42 * (int)head.CharacterScale!.Val!.Value / 100, 380, 442);
    }

    [Fact]
    public void Placeholders_are_marked_and_nothing_else_is() =>
        Assert.Equal(
            ["【文号】", "【补充评价】", "【成文日期】"],
            Body.Descendants<Run>().Where(run => run.RunProperties?.Highlight is not null).Select(run => run.InnerText)
        );

    [Fact]
    public void A_comment_tells_the_editor_and_is_no_part_of_the_text()
    {
        var comment = Assert.Single(
            _document.MainDocumentPart!.WordprocessingCommentsPart!.Comments.Elements<Comment>()
        );
        var text = (
            (SourceText)
                new SourceReader().Read(
                    "通报.docx",
                    Document.Write(s_notice, s_properties),
                    TestContext.Current.CancellationToken
                )
        ).Text;

        Assert.Equal("原文写 198，逐项相加为 199。", comment.InnerText);
        Assert.Equal("199条", Between());
        Assert.DoesNotContain("198", text, StringComparison.Ordinal);
        Assert.Contains("共发现问题199条", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_as_wide_as_the_text_repeats_its_head_and_splits_no_row()
    {
        var table = Body.Descendants<Table>().Single();
        var widths = table
            .Descendants<GridColumn>()
            .Select(column => int.Parse(column.Width!, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();

        Assert.Equal(156, Millimetres((uint)widths.Sum()));
        Assert.Equal(3, widths[0] / (double)widths[1], 1);
        Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(
            table.Elements<TableRow>(),
            row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>())
        );
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_and_a_seal_holds()
    {
        var first = Document.Write(s_notice, s_properties, content => "made of " + content);
        var second = Document.Write(s_notice, s_properties, content => "made of " + content);
        var seal = Seal.Read(new MemoryStream(first));

        Assert.Equal(first, second);
        Assert.Equal("made of " + seal.ContentSha256, seal.Manifest);
        using var sealedFile = Open(first);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
                sealedFile,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public void Attachments_are_listed_above_the_signature_and_begin_on_new_pages()
    {
        var paragraphs = Body.Elements<Paragraph>().ToList();
        var texts = paragraphs.ConvertAll(paragraph => paragraph.InnerText);
        var pages = paragraphs.Where(paragraph => paragraph.ParagraphProperties?.PageBreakBefore is not null);

        Assert.Equal(
            ["附件：1.各单位排名", "2.趋势图"],
            texts.SkipWhile(text => !text.StartsWith("附件：", StringComparison.Ordinal)).Take(2)
        );
        Assert.True(texts.IndexOf("2.趋势图") < texts.LastIndexOf(s_notice.Signature!.Text));
        Assert.Equal(["附件1", "附件2"], pages.Select(page => page.InnerText));
    }

    [Fact]
    public void One_attachment_has_no_number()
    {
        using var document = Open(
            Document.Write(s_notice with { Attachments = [s_notice.Attachments[0]] }, s_properties)
        );
        var texts = document
            .MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(one => one.InnerText)
            .ToList();

        Assert.Contains("附件：各单位排名", texts);
        Assert.Contains("附件", texts);
    }

    [Fact]
    public void The_signature_never_stands_alone_on_a_page()
    {
        using var document = Open(
            Document.Write(
                s_notice with
                {
                    Blocks = [new DocumentParagraph("最后一段。")],
                    Attachments = [],
                },
                s_properties
            )
        );

        Assert.All(
            document
                .MainDocumentPart!.Document.Body!.Elements<Paragraph>()
                .SkipWhile(paragraph => paragraph.InnerText != "最后一段。")
                .TakeWhile(paragraph => paragraph.InnerText != "【成文日期】"),
            paragraph => Assert.NotNull(paragraph.ParagraphProperties?.KeepNext)
        );
    }

    [Fact]
    public void A_placeholder_is_marked_in_the_red_head_too_and_each_comment_stands_by_itself()
    {
        var runs = new DocumentRun("28条") { Comments = ["第一条", "第二条"] };
        using var document = Open(
            Document.Write(
                s_notice with
                {
                    RedHead = new DocumentRun("【发文单位】文件") { IsPlaceholder = true },
                    Blocks = [new DocumentParagraph([runs])],
                },
                s_properties
            )
        );
        var main = document.MainDocumentPart!;

        Assert.NotNull(
            main.Document.Descendants<Run>().Single(run => run.InnerText == "【发文单位】文件").RunProperties!.Highlight
        );
        Assert.Equal(
            ["第一条", "第二条"],
            main.WordprocessingCommentsPart!.Comments.Elements<Comment>().Select(comment => comment.InnerText)
        );
        Assert.Equal(2, main.Document.Descendants<CommentReference>().Count());
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
                document,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public void A_draft_says_so_above_odd_and_even_pages()
    {
        using var draft = Open(Document.Write(s_notice, s_properties with { PageHeader = "草稿：未发布" }));

        Assert.Equal(
            ["草稿：未发布", "草稿：未发布"],
            draft
                .MainDocumentPart!.Document.Descendants<HeaderReference>()
                .Select(reference => ((HeaderPart)draft.MainDocumentPart.GetPartById(reference.Id!)).Header.InnerText)
        );
    }

    private string Between()
    {
        var text = new StringBuilder();
        foreach (
            var element in Body.Descendants<CommentRangeStart>()
                .Single()
                .ElementsAfter()
                .TakeWhile(element => element is not CommentRangeEnd)
        )
        {
            text.Append(element.InnerText);
        }

        return text.ToString();
    }

    private Style StyleOf(string id) =>
        _document
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
            .Single(style => style.StyleId == id);

    private static JustificationValues SideOf(Footer footer) => footer.Descendants<Justification>().Single().Val!.Value;

    private static int Millimetres(double twentieths) =>
        (int)Math.Round(twentieths / 1440 * 25.4, MidpointRounding.AwayFromZero);

    private static WordprocessingDocument Open(byte[] bytes) =>
        WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
