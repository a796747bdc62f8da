using System.Text;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Tests.Sources;

public sealed class DocumentFormatTests
{
    static DocumentFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[], string> Formats { get; } =
        new()
        {
            { "通报.docx", SmallNotice.Docx(), "docx" },
            { "通报.html", Encoding.UTF8.GetBytes(SmallNotice.Html), "html" },
            { "通报.ofd", SmallNotice.Ofd, "ofd" },
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_notice_gives_the_same_lines_in_each_format(string name, byte[] bytes, string kind)
    {
        var source = Read(name, bytes);

        Assert.Equal(SmallNotice.Lines, LinesOf(source));
        Assert.Equal(kind, source.Encoding);
        Assert.Equal(SmallNotice.Lines.Count, source.Locations!.Count);
    }

    [Fact]
    public void A_fact_of_a_document_says_in_which_paragraph_row_or_page_it_stands()
    {
        var docx = NoticeReader.Read(Read("通报.docx", SmallNotice.Docx()));
        var ofd = NoticeReader.Read(Read("通报.ofd", SmallNotice.Ofd));

        Assert.Equal("第4段", docx.Facts.First(fact => fact.Count == 21).Location);
        Assert.Equal("表1第3行", docx.Facts.First(fact => fact.Count == 5).Location);
        Assert.Equal("第1页", ofd.Facts.First(fact => fact.Count == 21).Location);
        Assert.Equal("第2页", ofd.Facts.First(fact => fact.Count == 5).Location);
    }

    // As in files made by office programs: paths from the root, and an invoice tag that is no XML.
    [Fact]
    public void An_ofd_is_read_whose_root_is_absolute_and_whose_tags_are_damaged()
    {
        var bytes = SmallNotice.OfdOf(
            "/Doc_0/Document.xml",
            ("Doc_0/Tags/CustomTag.xml", "<:eInvoice xmlns:=\"\"><a/>")
        );

        Assert.Equal(SmallNotice.Lines, LinesOf(Read("通报.ofd", bytes)));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb2312", "gb18030")]
    [InlineData("big5", "big5")]
    [InlineData("gbk", "utf-8")]
    [InlineData("utf-8", "gb18030")]
    public void A_page_is_decoded_as_it_says_or_as_it_is(string stated, string written)
    {
        var html =
            $"<html><head><meta http-equiv=Content-Type content=\"text/html; charset={stated}\"></head><body>旗教育局中文文字5</body></html>";
        if (written == "big5")
        {
            html = html.Replace("旗教育局中文文字5", "旗教育局中文5", StringComparison.Ordinal);
        }

        var source = Read("通报.html", Encoding.GetEncoding(written).GetBytes(html));

        Assert.StartsWith("旗教育局中文", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_revisions_the_insertion_is_kept_and_the_deletion_left_out()
    {
        var paragraph = new Paragraph(
            new Run(new Text("发现问题")),
            new DeletedRun(new Run(new DeletedText("19"))),
            new InsertedRun(new Run(new Text("21"))),
            new Run(new RunProperties(new Vanish()), new Text("（待核）")),
            new Run(new Text("条"))
        );
        var joined = new Paragraph(
            new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted())),
            new Run(new Text("其中旗教育局"))
        );
        var deletedRow = new TableRow(new TableRowProperties(new Deleted()), Cell("旗财政局"), Cell("7"));
        var table = new Table(deletedRow, new TableRow(Cell("旗教育局"), Cell("6")));

        var source = Read("通报.docx", SmallNotice.DocxOf(paragraph, joined, SmallNotice.Paragraph("6条"), table));

        Assert.Equal(["发现问题21条", "其中旗教育局6条", "旗教育局 | 6"], LinesOf(source));
        Assert.Equal(["第1段", "第2段", "表1第2行"], source.Locations);
    }

    [Fact]
    public void Merged_cells_stand_once_and_nested_tables_are_flattened()
    {
        var wide = Cell("采用情况");
        wide.TableCellProperties = new TableCellProperties(new GridSpan { Val = 2 });
        var first = Cell("红庆河镇");
        first.TableCellProperties = new TableCellProperties(new VerticalMerge { Val = MergedCellValues.Restart });
        var second = Cell("红庆河镇");
        second.TableCellProperties = new TableCellProperties(new VerticalMerge());
        var nested = new TableCell(
            SmallNotice.Paragraph("共"),
            new Table(new TableRow(Cell("3"), Cell("条"))),
            SmallNotice.Paragraph("")
        );

        var source = Read(
            "表.docx",
            SmallNotice.DocxOf(
                new Table(
                    new TableRow(Cell("报送采用情况表")),
                    new TableRow(Cell("单位"), wide),
                    new TableRow(first, Cell("微信"), nested),
                    new TableRow(second, Cell("微博"), Cell("2"))
                )
            )
        );

        Assert.Equal(
            ["报送采用情况表", "| 单位 | 采用情况 |  |", "红庆河镇 | 微信 | 共 3 条", "|  | 微博 | 2 |"],
            LinesOf(source)
        );
        Assert.Equal("表1第4行", source.Locations![3]);
    }

    [Fact]
    public void The_text_of_a_text_box_stands_once_behind_its_paragraph()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>青政办发〔2024〕7号</w:t></w:r></w:p></w:txbxContent>";
        var paragraph = new Paragraph(
            "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\">"
                + "<w:r><w:t>标题</w:t></w:r><w:r><mc:AlternateContent>"
                + $"<mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
                + $"<mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        );

        var source = Read("通报.docx", SmallNotice.DocxOf(paragraph));

        Assert.Equal(["标题", "青政办发〔2024〕7号"], LinesOf(source));
    }

    [Fact]
    public void A_layout_table_of_a_page_is_read_as_text_and_merged_cells_keep_their_columns()
    {
        const string Html =
            "<table><tr><td><p>一、总体情况</p><p>发现问题21条。</p>"
            + "<table><tr><td rowspan=2>单位</td><td colspan=2>条数</td></tr><tr><td>微信</td><td>微博</td></tr>"
            + "<tr><td>红庆河镇</td><td>15</td><td></td></tr></table></td></tr></table>";

        var source = Read("页.html", Encoding.UTF8.GetBytes(Html));

        Assert.Equal(
            ["一、总体情况", "发现问题21条。", "| 单位 | 条数 |  |", "|  | 微信 | 微博 |", "| 红庆河镇 | 15 |  |"],
            LinesOf(source)
        );
    }

    [Fact]
    public void A_page_nested_without_end_is_refused()
    {
        var html = Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 2000)) + "5条");

        var fault = Assert.Throws<NoticeFormatException>(() => Read("页.html", html));

        Assert.Contains("256 层", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("空.html", "<html><body><script>1</script></body></html>")]
    public void A_document_without_text_is_refused(string name, string content) =>
        Assert.Contains(
            "没有文字",
            Assert.Throws<NoticeFormatException>(() => Read(name, Encoding.UTF8.GetBytes(content))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_damaged_word_document_is_refused_with_the_cure()
    {
        var bytes = TestArchive.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"));

        var fault = Assert.Throws<NoticeFormatException>(() => Read("坏.docx", bytes));

        Assert.Contains("坏.docx", fault.Message, StringComparison.Ordinal);
        Assert.Contains("另存为", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_of_a_document_is_masked()
    {
        var bytes = SmallNotice.Docx(SmallNotice.Paragraph("联系人：王某，13800001111"));

        Assert.EndsWith("王某，138****1111", Read("通报.docx", bytes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_masking_leaves_of_a_number_is_no_fact_and_bold_figures_are()
    {
        var text = Encoding.UTF8.GetBytes(
            "关于2024年第三季度政务新媒体检查情况的通报\n发现问题**21**条。联系电话13800001111，***请各单位整改***。\n"
        );

        var notice = NoticeReader.Read(Read("通报.md", text));

        Assert.Equal(21, Assert.Single(notice.Facts).Count);
        Assert.Empty(notice.Unrecognised);
        Assert.Contains("发现问题21条。联系电话138****1111，请各单位整改。", notice.Text, StringComparison.Ordinal);
    }

    private static TableCell Cell(string text) => new(SmallNotice.Paragraph(text));

    private static string[] LinesOf(SourceText source) => source.Text.Split('\n');

    private static SourceText Read(string name, byte[] bytes) =>
        Assert.IsType<SourceText>(new SourceReader().Read(name, bytes, TestContext.Current.CancellationToken));
}
