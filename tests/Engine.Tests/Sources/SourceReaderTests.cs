using System.Text;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

public sealed class SourceReaderTests
{
    private const string Sample = "关于2024年第三季度政务新媒体情况的通报\n发现问题5条。";

    static SourceReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("gb18030", "GB18030")]
    [InlineData("utf-16", "UTF-16LE")]
    [InlineData("utf-16BE", "UTF-16BE")]
    public void A_text_is_decoded_from_the_encodings_of_office_programs(string encoding, string found)
    {
        var source = Read("通报.txt", Encoding.GetEncoding(encoding).GetBytes(Sample));

        Assert.Equal(Sample, source.Text);
        Assert.Equal(found, source.Encoding);
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        var source = Read("通报.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)]);

        Assert.Equal(Sample, source.Text);
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes()
    {
        var source = Read("a.md", "abc"u8.ToArray());

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", source.Sha256);
    }

    [Theory]
    [InlineData("通报.doc", ".doc", ".docx")]
    [InlineData("通报.WPS", ".wps", ".docx")]
    [InlineData("台账.et", ".et", ".xlsx")]
    [InlineData("汇报.dps", ".dps", ".docx")]
    [InlineData("通报.rtf", ".rtf", ".docx")]
    [InlineData("通报.docm", ".docm", ".docx")]
    [InlineData("台账.xlsm", ".xlsm", ".xlsx")]
    [InlineData("打包.rar", "压缩包", "解压")]
    [InlineData("拍照.jpg", "图片", "OCR")]
    [InlineData("通报.exe", ".exe", ".txt")]
    [InlineData("通报.docx", "纯文本", ".txt")]
    [InlineData("通报.pdf", "纯文本", ".txt")]
    [InlineData("台账.xlsx", "纯文本", ".csv")]
    public void Other_kinds_are_refused_by_name_with_the_cure(string name, string kind, string cure)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read(name, Encoding.UTF8.GetBytes(Sample)));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(kind, fault.Message, StringComparison.Ordinal);
        Assert.Contains(cure, fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string, string> Disguised { get; } =
        new()
        {
            { "台账.xls", Encoding.UTF8.GetBytes("<html><table><tr><td>1</td></tr></table></html>"), "网页", ".xlsx" },
            { "台账.csv", Encoding.Unicode.GetBytes("\uFEFF<table><tr><td>1</td></tr></table>"), "网页", ".xlsx" },
            { "台账.xls", SmallZip("[Content_Types].xml", "xl/workbook.xml"), "Excel 表格（.xlsx）", "改为 .xlsx" },
            { "通报.txt", SmallZip("[Content_Types].xml", "word/document.xml"), "Word 文档（.docx）", "改为 .docx" },
            { "通报", SmallZip("[Content_Types].xml", "word/document.xml"), "Word 文档（.docx）", "改为 .docx" },
            { "通报.docx", SmallZip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "宏", ".docx" },
            { "通报.docx", SmallZip("照片/1.jpg"), "压缩包", "解压" },
            { "台账.xlsx", SmallZip("[Content_Types].xml", "xl/workbook.bin"), ".xlsb", ".xlsx" },
            { "通报.docx", Ole("EncryptedPackage"), "密码", "去掉密码" },
            { "台账.xlsx", Ole("EncryptedPackage"), "密码", "去掉密码" },
            { "通报.docx", Ole("WordDocument"), "旧版 Word", ".docx" },
            { "通报.wps", Ole("WordDocument"), "WPS", ".docx" },
            { "台账.et", Ole("Workbook\0"), ".et", ".xlsx" },
            { "台账.csv", Ole("Workbook\0"), "旧版 Excel", ".xls" },
            { "通报.docx", [.. "{\\rtf1 x}"u8], "RTF", ".docx" },
            { "通报.pdf", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "图片", "OCR" },
            { "通报.txt", [.. "%PDF-1.7"u8], "PDF", "改为 .pdf" },
            { "通报.docx", [.. "Rar!\u001a\u0007"u8], "压缩包", "解压" },
            { "通报.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "损坏", "重新获取" },
            { "通报.html", [.. "MIME-Version: 1.0\r\n"u8], "网页存档", ".docx" },
        };

    [Theory]
    [MemberData(nameof(Disguised))]
    public void A_file_under_a_wrong_extension_is_named_as_what_it_is(
        string name,
        byte[] bytes,
        string kind,
        string cure
    )
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read(name, bytes));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(kind, fault.Message, StringComparison.Ordinal);
        Assert.Contains(cure, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Personal_data_is_masked_in_the_text_and_stays_in_the_bytes()
    {
        var source = Read("通报.txt", Encoding.UTF8.GetBytes("联系人13800001111"));

        Assert.Equal("联系人138****1111", source.Text);
        Assert.Contains("13800001111", Encoding.UTF8.GetString(source.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x20, 0x0A })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 0 })]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })]
    public void Empty_and_binary_content_is_refused(byte[] bytes)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read("坏.txt", bytes));

        Assert.Contains("坏.txt", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".txt");
        using (
            var large = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None)
        )
        {
            RandomAccess.SetLength(large, SourceLimits.MaxTextBytes + 1);
        }

        var fault = Assert.Throws<NoticeFormatException>(() => ReadFile(path, new NeverAsked()));

        Assert.Contains("8 MB", fault.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Theory]
    [InlineData("a.txt", 8)]
    [InlineData("a.htm", 8)]
    [InlineData("a.DOCX", 50)]
    [InlineData("a.pdf", 50)]
    [InlineData("a.xlsx", 60)]
    [InlineData("a.csv", 200)]
    public void Each_kind_has_its_limit(string name, int megabytes) =>
        Assert.Equal(megabytes * 1048576L, SourceLimits.For(name));

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        var missing = Assert.Throws<NoticeFormatException>(() => ReadFile("/no/such/通报.txt"));
        var folder = Assert.Throws<NoticeFormatException>(() => ReadFile(AppContext.BaseDirectory));

        Assert.Contains("找不到", missing.Message, StringComparison.Ordinal);
        Assert.Contains("文件夹", folder.Message, StringComparison.Ordinal);
    }

    private static SourceText Read(string name, byte[] bytes) =>
        Assert.IsType<SourceText>(new SourceReader().Read(name, bytes, TestContext.Current.CancellationToken));

    private static SourceFile ReadFile(string path, ISourceReader? reader = null) =>
        SourceReader.ReadFile(path, reader, TestContext.Current.CancellationToken);

    private static byte[] SmallZip(params string[] names) => TestArchive.Of([.. names.Select(name => (name, "<x/>"))]);

    // The head of an OLE file and the name of one of its streams.
    private static byte[] Ole(string stream) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream)];

    private sealed class NeverAsked : ISourceReader
    {
        public SourceFile Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
            throw new InvalidOperationException("The content was read.");
    }
}
