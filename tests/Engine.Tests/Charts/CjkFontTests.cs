using System.Buffers.Binary;
using Analytics.Charts;
using CsCheck;
using SkiaSharp;

namespace Analytics.Tests.Charts;

public sealed class CjkFontTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("analytics-fonts-");

    public void Dispose() => _folder.Delete(recursive: true);

    private FontOptions OnlyHere(string? file = null) =>
        new()
        {
            File = file,
            BundledFolder = _folder.FullName,
            SystemFolders = [],
        };

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    [Fact]
    public void Without_a_font_the_search_says_what_to_install_and_throws_nothing()
    {
        var search = CjkFont.Find(OnlyHere());

        Assert.Null(search.Font);
        Assert.Contains("apt-get install fonts-noto-cjk", search.Problem, StringComparison.Ordinal);
        Assert.Contains("ANALYTICS_FONT", search.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Folders_that_do_not_exist_are_no_fault()
    {
        var options = OnlyHere() with { BundledFolder = "/no/such", SystemFolders = ["/nor/this", ""] };

        Assert.NotNull(CjkFont.Find(options).Problem);
    }

    [Fact]
    public void A_setting_that_names_no_file_is_named_as_the_reason()
    {
        var search = CjkFont.Find(OnlyHere("/no/such/font.ttf"));

        Assert.Equal("/no/such/font.ttf", Assert.Single(search.Skipped).File);
        Assert.Contains("/no/such/font.ttf", search.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_font_is_skipped_and_the_next_one_taken()
    {
        var good = SampleCharts.Font.File;
        var bad = Write("bad.ttf", "这不是字体"u8.ToArray());

        var search = CjkFont.Find(OnlyHere(bad) with { SystemFolders = [Path.GetDirectoryName(good)!] });

        Assert.NotNull(search.Font);
        Assert.Contains(search.Skipped, font => font.File == bad && font.Reason == "不是完好的字体文件");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public void A_font_file_that_was_cut_off_is_skipped(int length)
    {
        var whole = File.ReadAllBytes(SampleCharts.Font.File);

        var search = CjkFont.Find(OnlyHere(Write("cut.ttf", whole[..Math.Min(length, whole.Length / 2)])));

        Assert.Null(search.Font);
        Assert.NotEmpty(search.Skipped);
    }

    [Fact]
    public void A_font_file_with_damaged_tables_never_ends_the_program()
    {
        var whole = File.ReadAllBytes(SampleCharts.Font.File);
        var random = new Random(20241231);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var damaged = (byte[])whole.Clone();
            for (var place = 0; place < 40; place++)
            {
                damaged[random.Next(attempt % 2 == 0 ? 600 : damaged.Length)] = (byte)random.Next(256);
            }

            var search = CjkFont.Find(OnlyHere(Write("damaged.ttf", damaged)));

            Assert.True(search.Font is not null || search.Skipped.Count > 0);
        }
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception() =>
        Gen.Byte.Array[0, 200].Sample(bytes => FontTables.LevelHeights([0, 1, 0, 0, .. bytes]) is null or 1);

    [Fact]
    public void A_font_without_Chinese_is_skipped_with_the_missing_characters()
    {
        const string Latin = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
        Assert.SkipUnless(File.Exists(Latin), "DejaVu Sans is not installed.");

        var search = CjkFont.Find(OnlyHere(Latin));

        Assert.Null(search.Font);
        Assert.Contains("个字", search.Skipped[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Heights_are_levelled_so_that_text_is_not_set_too_high()
    {
        using var font = new SKFont(SampleCharts.Font.Regular, 100);

        // Noto Sans SC states 105 before.
        Assert.InRange(font.Metrics.Bottom, 0, 45);
    }

    [Fact]
    public void A_collection_of_fonts_is_read_and_levelled_like_a_single_one()
    {
        var single = File.ReadAllBytes(SampleCharts.Font.File);
        Assert.SkipWhen(single[0] == 't', "The font of this machine is a collection itself.");

        var search = CjkFont.Find(OnlyHere(Write("collection.ttc", CollectionOf(single))));

        Assert.NotNull(search.Font);
        using var font = new SKFont(search.Font.Regular, 100);
        Assert.InRange(font.Metrics.Bottom, 0, 45);
    }

    [Fact]
    public void Bold_is_a_face_of_its_own_with_broader_strokes()
    {
        var font = SampleCharts.Font;
        Assert.SkipUnless(font.HasBold, "The font of this machine has one weight.");

        Assert.True(InkOf(font.Bold) > InkOf(font.Regular) * 1.15);
    }

    [Fact]
    public void A_character_the_font_lacks_becomes_a_mark_and_no_box()
    {
        var font = SampleCharts.Font;

        Assert.Equal("札萨克〓镇", font.Drawable("札萨克\uE123镇"));
    }

    /// <summary>A collection with one font in it: places of tables count from the start of the file.</summary>
    private static byte[] CollectionOf(byte[] font)
    {
        const int Header = 16;
        var file = new byte[Header + font.Length];
        "ttcf"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 0x00010000);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(12), Header);
        font.CopyTo(file, Header);
        var tables = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4));
        for (var table = 0; table < tables; table++)
        {
            var place = file.AsSpan(Header + 12 + (16 * table) + 8, 4);
            BinaryPrimitives.WriteUInt32BigEndian(place, BinaryPrimitives.ReadUInt32BigEndian(place) + Header);
        }

        return file;
    }

    private static long InkOf(SKTypeface face)
    {
        using var bitmap = new SKBitmap(220, 80);
        using var canvas = new SKCanvas(bitmap);
        using var font = new SKFont(face, 50);
        using var paint = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.Clear(SKColors.White);
        canvas.DrawText("政务公开", 5, 60, font, paint);
        return bitmap.Pixels.Sum(pixel => 255L - pixel.Green);
    }
}
