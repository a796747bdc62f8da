using System.Text;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

public sealed class NoticeFileTests
{
    private const string Sample = "关于2024年第三季度政务新媒体情况的通报\n发现问题5条。";

    static NoticeFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

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
    [InlineData("通报.docx", ".docx")]
    [InlineData("通报.PDF", ".pdf")]
    [InlineData("通报.wps", ".wps")]
    [InlineData("通报.exe", ".exe")]
    public void Other_kinds_are_refused_by_name_with_the_cure(string name, string kind)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read(name, Encoding.UTF8.GetBytes(Sample)));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Contains(kind, fault.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_office_file_is_refused()
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read("通报.txt", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]));

        Assert.Contains("改了扩展名", fault.Message, StringComparison.Ordinal);
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
        using var endless = new CountingStream(NoticeFile.MaxBytes * 100);

        var fault = Assert.Throws<NoticeFormatException>(() => NoticeFile.Read("大.txt", endless));

        Assert.Contains("8 MB", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, endless.Position);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        var missing = Assert.Throws<NoticeFormatException>(() => NoticeFile.Read("/no/such/通报.txt"));
        var folder = Assert.Throws<NoticeFormatException>(() => NoticeFile.Read(AppContext.BaseDirectory));

        Assert.Contains("找不到", missing.Message, StringComparison.Ordinal);
        Assert.Contains("文件夹", folder.Message, StringComparison.Ordinal);
    }

    private static SourceText Read(string name, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return NoticeFile.Read(name, stream);
    }

    private sealed class CountingStream(long length) : MemoryStream
    {
        public override long Length => length;
    }
}
