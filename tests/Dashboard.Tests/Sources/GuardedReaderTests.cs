using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Analytics.Dashboard;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>The real program as the worker.</summary>
public sealed class GuardedReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_reads_the_same_in_the_worker_as_in_this_process()
    {
        var bytes = File.ReadAllBytes(Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt"));

        var direct = Assert.IsType<SourceText>(new SourceReader().Read("通报.txt", bytes, Cancel));
        var guarded = Assert.IsType<SourceText>(SourceWorkerCommand.MakeReader().Read("通报.txt", bytes, Cancel));

        Assert.Equal(direct.Text, guarded.Text);
        Assert.Equal((direct.Sha256, direct.Encoding), (guarded.Sha256, guarded.Encoding));
    }

    [Fact]
    public void A_refusal_is_the_same_in_the_worker_as_in_this_process()
    {
        var direct = Assert.Throws<NoticeFormatException>(() =>
            new SourceReader().Read("照片.docx", new byte[] { 0xFF, 0xD8, 0xFF }, Cancel)
        );
        var guarded = Assert.Throws<NoticeFormatException>(() =>
            SourceWorkerCommand.MakeReader().Read("照片.docx", new byte[] { 0xFF, 0xD8, 0xFF }, Cancel)
        );

        Assert.Equal(direct.Message, guarded.Message);
    }

    [Fact]
    public void A_worker_over_its_deadline_is_killed_with_its_children()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        var stuck = new GuardedReader(
            new("/bin/sh", ["-c", "cat > /dev/null; sleep 61 & sleep 62"]) { Deadline = TimeSpan.FromSeconds(1) }
        );
        var clock = Stopwatch.StartNew();

        var fault = Assert.Throws<NoticeFormatException>(() => stuck.Read("慢.pdf", "%PDF-"u8.ToArray(), Cancel));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Contains("慢.pdf", fault.Message, StringComparison.Ordinal);
        Assert.Contains("超时", fault.Message, StringComparison.Ordinal);
        Assert.Contains("另存为", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_reading_ends_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var stuck = new GuardedReader(new("/bin/sh", ["-c", "cat > /dev/null; sleep 60"]));
        var clock = Stopwatch.StartNew();

        Assert.ThrowsAny<OperationCanceledException>(() => stuck.Read("慢.pdf", "%PDF-"u8.ToArray(), soon.Token));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(6), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("cat > /dev/null; exit 134")]
    [InlineData("cat > /dev/null; printf 'not an answer'")]
    public void A_worker_that_dies_or_babbles_is_a_refusal_of_the_file(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        var broken = new GuardedReader(new("/bin/sh", ["-c", script]));

        var fault = Assert.Throws<NoticeFormatException>(() => broken.Read("坏.pdf", new byte[300_000], Cancel));

        Assert.Contains("坏.pdf", fault.Message, StringComparison.Ordinal);
        Assert.Contains("太复杂", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_needs_more_memory_than_a_worker_has_is_refused()
    {
        var small = new GuardedReader(
            SourceWorkerCommand.Options() with
            {
                HeapBytes = 48 * 1024 * 1024,
                Deadline = TimeSpan.FromMinutes(2),
            }
        );

        var fault = Assert.Throws<NoticeFormatException>(() => small.Read("很大.docx", ManyParagraphs(), Cancel));

        Assert.Contains("很大.docx", fault.Message, StringComparison.Ordinal);
        Assert.Contains("内存", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_bomb_is_refused_and_this_process_stays_small()
    {
        var bomb = InflateBomb();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var fault = Assert.Throws<NoticeFormatException>(() =>
            SourceWorkerCommand.MakeReader().Read("炸弹.pdf", bomb, Cancel)
        );

        Assert.Contains("炸弹.pdf", fault.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 50_000_000);
    }

    [Fact]
    public void The_worker_has_limits_of_memory_and_makes_no_core_dumps()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits of the process are set on Linux only.");
        var folder = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        var seen = Path.Combine(folder, "seen");
        var telling = new GuardedReader(
            new("/bin/sh", ["-c", $"cat > /dev/null; (ulimit -c; ulimit -d; echo $DOTNET_GCHeapHardLimit) > {seen}"])
        );

        Assert.Throws<NoticeFormatException>(() => telling.Read("小.txt", new byte[1024], Cancel));

        // 384 MB of heap and twice the file's kilobyte; 512 MB more for the rest.
        Assert.Equal(["0", "917506", "0x18000800"], File.ReadAllLines(seen));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_worker_is_started_however_this_program_was_and_no_help_names_it()
    {
        var options = SourceWorkerCommand.Options();

        Assert.True(File.Exists(options.Command.Program), options.Command.Program);
        Assert.Equal(SourceWorkerCommand.Verb, options.Command.Arguments[^1]);
        Assert.DoesNotContain(
            Analytics.Dashboard.Cli.CommandLine.MakeRoot().Subcommands,
            verb => verb.Name == SourceWorkerCommand.Verb
        );
    }

    // Half a million short paragraphs, all different: 20 MB of XML, which no guard has a reason to refuse.
    private static byte[] ManyParagraphs()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            );
            Add(
                archive,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            var paragraphs = Enumerable
                .Range(0, 500_000)
                .Select(i => $"<w:p><w:r><w:t>{i * 7919 % 65536:x4}</w:t></w:r></w:p>");
            Add(
                archive,
                "word/document.xml",
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + string.Concat(paragraphs)
                    + "</w:body></w:document>"
            );
        }

        return file.ToArray();

        static void Add(ZipArchive archive, string name, string content)
        {
            using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }
    }

    // A page whose content is 2 GB of blanks, packed twice to a few kilobytes.
    private static byte[] InflateBomb()
    {
        var packed = Pack(
            Pack(to =>
            {
                var blanks = new byte[1 << 20];
                Array.Fill(blanks, (byte)' ');
                for (var i = 0; i < 2048; i++)
                {
                    to.Write(blanks);
                }
            })
        );
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Begin("<</Type/Catalog/Pages 2 0 R>>endobj\n");
        Begin("<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n");
        Begin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n");
        Begin($"<</Length {packed.Length}/Filter[/FlateDecode/FlateDecode]>>stream\n");
        file.Write(packed);
        Write("\nendstream endobj\n");
        var table = file.Length;
        Write("xref\n0 5\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n")));
        Write($"trailer<</Size 5/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin(string text)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj" + text);
        }
    }

    private static byte[] Pack(byte[] content) => Pack(to => to.Write(content));

    private static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            write(deflate);
        }

        return packed.ToArray();
    }
}
