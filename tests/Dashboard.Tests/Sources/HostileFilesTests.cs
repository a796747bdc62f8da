using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>No file stops, fills or leads astray the program that reads it: each through the real worker, with its clock and its memory watched.</summary>
public sealed class HostileFilesTests
{
    // Where a worker's own deadline must end the reading: the rest is for a machine that does other things as well.
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(7);

    // Elsewhere its processor time is looked at, which other programs do not lengthen much.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private const long MostMemory = 512L * 1024 * 1024;

    private static readonly Dictionary<string, HostileFile> s_all = new[]
    {
        HostileArchives.All,
        HostileTables.All,
        HostileDocuments.All,
        HostilePdfs.All,
    }
        .SelectMany(some => some)
        .ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, Func<byte[]>> s_small = new(StringComparer.Ordinal)
    {
        ["txt"] = () => SmallNotice.Text,
        ["csv"] = () => "单位,条数\n旗教育局,5\n"u8.ToArray(),
        ["html"] = () => Encoding.UTF8.GetBytes(SmallNotice.Html),
        ["docx"] = () => SmallNotice.Docx(),
        ["pdf"] = () => new TinyPdf().Page().Line(81, 700, 16, "发现问题5条。").ToBytes(),
        ["ofd"] = () => SmallNotice.Ofd,
        ["xlsx"] = () => OfficeParts.Xlsx(OfficeParts.Rows("")),
        ["xls"] = () => Tables.Files.Read("findings.xls"),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names { get; } = [.. s_all.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_file_is_refused_in_words_and_an_odd_one_read(string name)
    {
        var hostile = s_all[name];

        var watched = await WatchedAsync(hostile.FileName, hostile.Make(), hostile.IsEndless ? null : s_patience);

        if (hostile.IsRead)
        {
            var printed = Printed(watched);
            Assert.All(hostile.Words, word => Assert.Contains(word, printed, StringComparison.Ordinal));
        }
        else
        {
            AssertRefused(hostile.FileName, watched, hostile.Words);
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("ofd")]
    [InlineData("pdf")]
    public async Task A_file_cut_off_anywhere_is_refused_as_damaged(string kind)
    {
        var whole = s_small[kind]();

        foreach (var share in new[] { 0.1, 0.4, 0.7, 0.97 })
        {
            var watched = await WatchedAsync("半份." + kind, whole[..(int)(whole.Length * share)], s_patience);

            AssertRefused("半份." + kind, watched, "传完整|损坏");
        }
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("csv")]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("ofd")]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_file_under_any_other_extension_is_named_as_what_it_is(string kind)
    {
        // Texts have no mark: a table of commas is a text too, and a page may begin with words.
        string[] alike = kind is "txt" or "csv" ? ["txt", "csv", "html"] : [];
        foreach (var extension in s_small.Keys.Where(other => other != kind && !alike.Contains(other)))
        {
            var watched = await WatchedAsync("改名." + extension, s_small[kind](), s_patience);

            AssertRefused("改名." + extension, watched, "扩展名");
        }
    }

    [Fact]
    public async Task Nothing_is_fetched_from_the_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var there = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
        var docx = OfficeParts.Docx(
            "<w:p><w:r><w:t>发现问题5条。</w:t></w:r></w:p><w:altChunk r:id=\"r1\"/>",
            OfficeParts.Part(
                "word/_rels/document.xml.rels",
                OfficeParts.Relations(("attachedTemplate", there), ("aFChunk", there), ("image", there))
            )
        );
        var xlsx = OfficeParts.Xlsx(
            OfficeParts.Rows("<row r=\"2\"><c r=\"A2\"><f>WEBSERVICE(\"" + there + "\")</f><v>7</v></c></row>"),
            OfficeParts.Part(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                OfficeParts.Relations(("externalLinkPath", there))
            )
        );
        var html = Encoding.UTF8.GetBytes(
            $"<html><head><base href='{there}'><link rel=stylesheet href='{there}'><script src='{there}'></script></head>"
                + $"<body><img src='{there}'><iframe src='{there}'></iframe><object data='{there}'></object><p>发现问题5条。"
        );

        foreach (
            var (name, bytes, text) in new[]
            {
                ("外.docx", docx, "发现问题5条。"),
                ("外.xlsx", xlsx, "7"),
                ("外.html", html, "发现问题5条。"),
            }
        )
        {
            Assert.Contains(text, Printed(await WatchedAsync(name, bytes, s_patience)), StringComparison.Ordinal);
        }

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_server_lives_on_and_nothing_is_loaded()
    {
        var root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        await using (var server = await ServerFixture.StartAsync(Path.Combine(root, "warehouse")))
        {
            using var client = ServerFixture.ClientOf(server);
            var before = await client.GetStringAsync("/api/v1/quarters", Cancel);
            string[] posted =
            [
                "a page of 2 GB packed twice",
                "a page of 7 MB of nested boxes",
                "200,000 nested arrays",
                "30,000 nested tables in docx",
                "one cell in the last corner",
                "csv of quotes only",
                "xls of noise behind its head",
            ];

            foreach (var hostile in posted.Select(name => s_all[name]))
            {
                using var form = new MultipartFormDataContent
                {
                    { new ByteArrayContent(hostile.Make()), "files", hostile.FileName },
                };
                using var response = await client.PostAsync("/api/v1/imports", form, Cancel);
                var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

                Assert.InRange((int)response.StatusCode, 400, 499);
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
                Assert.Contains(hostile.FileName, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
            }

            Assert.Equal(before, await client.GetStringAsync("/api/v1/quarters", Cancel));
        }

        Directory.Delete(root, recursive: true);
    }

    private static async Task<Watched> WatchedAsync(string name, byte[] bytes, TimeSpan? deadline)
    {
        var watched = await WatchedReader.ReadAsync(name, bytes, deadline, Cancel);

        var most = SourceWorkerCommand.Options().DeadlineFor(bytes.Length);
        Assert.True(watched.Busy < most + TimeSpan.FromSeconds(2), $"{name}: {watched.Busy} of processor time");
        Assert.True(watched.Elapsed < (deadline ?? most) + s_margin, $"{name}: {watched.Elapsed}");
        Assert.True(watched.Peak < MostMemory + (2L * bytes.Length), $"{name}: {watched.Peak / 1048576} MB");
        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} {watched.Elapsed.TotalSeconds:0.0} s {watched.Busy.TotalSeconds:0.0} s {watched.Peak / 1048576} MB {watched.Refusal}"
            )
        );
        return watched;
    }

    private static void AssertRefused(string fileName, Watched watched, params string[] words)
    {
        var message = watched.Refusal;
        Assert.NotNull(message);
        Assert.Contains(fileName, message, StringComparison.Ordinal);
        Assert.Contains("请", message, StringComparison.Ordinal);
        Assert.All(
            words,
            word => Assert.Contains(word.Split('|'), one => message.Contains(one, StringComparison.Ordinal))
        );
    }

    private static string Printed(Watched watched)
    {
        Assert.Null(watched.Refusal);
        return watched.File switch
        {
            SourceText text => text.Text,
            SourceTable table => string.Join(
                '\n',
                table.Sheets.SelectMany(sheet => sheet.Rows).Select(row => string.Join('|', row.Cells))
            ),
            _ => "",
        };
    }
}
