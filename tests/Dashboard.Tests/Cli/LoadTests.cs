using System.Text;
using Analytics.Dashboard.Cli;

namespace Analytics.Tests.Cli;

public sealed class LoadTests : IDisposable
{
    private const string Notice = """
        关于2025年第一季度政务公开、政府网站、政务新媒体情况的通报

        各镇人民政府、旗直各有关部门：

        二、存在问题

        （一）政务新媒体管理不严。第一季度，旗政务服务与数据管理局对全旗政务新媒体进行检查，发现问题共计9条。涉及的单位有：旗公安局（4条）、旗札萨克镇人民政府（5条）。
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public LoadTests() => ServerFixture.Begin(Path.Combine(_root, "warehouse"));

    [Fact]
    public async Task A_notice_is_loaded_and_ranked_and_loading_it_again_changes_nothing()
    {
        var file = Write("q1.txt", Encoding.UTF8.GetBytes(Notice));

        var first = await RunAsync("load", file, "--by", "张");
        var second = await RunAsync("load", file);
        var rank = await RunAsync("rank", "2025Q1", "--format", "csv");

        Assert.Equal((CommandLine.Done, CommandLine.Done), (first.Code, second.Code));
        Assert.Contains("已写入第 2 批", first.Output, StringComparison.Ordinal);
        Assert.Contains("未作改动", second.Output, StringComparison.Ordinal);
        // 5 × 0.5 leaves 37.5 of 40.
        Assert.Contains("札萨克镇,93.75,", rank.Output, StringComparison.Ordinal);
        Assert.Contains("公安局,95,", rank.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_real_notice_and_the_retold_one_are_the_same_document()
    {
        var corrected = File.ReadAllText(Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt"))
            .Replace("共发现问题198条", "共发现问题199条", StringComparison.Ordinal);

        var load = await RunAsync("load", Write("corrected.txt", Encoding.UTF8.GetBytes(corrected)));

        Assert.Contains("替换第 1 批的同一文件", load.Output, StringComparison.Ordinal);
        Assert.Contains("改动 1 个", load.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("共计 198", load.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_is_no_notice_is_refused_in_Chinese_with_nothing_loaded(string name, byte[] content)
    {
        await RunAsync("rank", "2024Q4");
        var before = await RunAsync("batches", "--format", "csv");

        var load = await RunAsync("load", Write(name, content));

        Assert.Equal(CommandLine.Refused, load.Code);
        Assert.Contains(load.Messages, letter => letter >= 0x4E00);
        Assert.Contains(Path.GetFileNameWithoutExtension(name), load.Messages, StringComparison.Ordinal);
        Assert.Equal(before.Output, (await RunAsync("batches", "--format", "csv")).Output);
    }

    public static TheoryData<string, byte[]> Unusable { get; } =
        new()
        {
            { "empty.txt", [] },
            { "binary.txt", [0, 1, 2, 3, 0, 255, 254, 0, 0, 7] },
            { "poem.txt", Encoding.UTF8.GetBytes("床前明月光，疑是地上霜。") },
            { "word.docx", Encoding.UTF8.GetBytes("PK") },
            {
                "mars.txt",
                Encoding.UTF8.GetBytes(Notice.Replace("旗公安局", "旗火星开发局", StringComparison.Ordinal))
            },
            { "table.csv", Encoding.UTF8.GetBytes("a,b\n1,2\n") },
        };

    [Fact]
    public async Task A_hundred_megabytes_are_refused_before_they_are_read()
    {
        var path = Path.Combine(_root, "huge.txt");
        using (var file = File.Create(path))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        var load = await RunAsync("load", path);

        Assert.Equal(CommandLine.Refused, load.Code);
        Assert.Contains("huge.txt", load.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        var load = await RunAsync("load", Path.Combine(_root, "nowhere.txt"));

        Assert.Equal(CommandLine.Refused, load.Code);
        Assert.Contains("nowhere.txt", load.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_file_keeps_the_good_one_out_too()
    {
        var good = Write("good.txt", Encoding.UTF8.GetBytes(Notice));

        var load = await RunAsync("load", good, Write("empty.txt", []));

        Assert.Equal(CommandLine.Refused, load.Code);
        Assert.Equal(CommandLine.Refused, (await RunAsync("rank", "2025Q1")).Code);
    }

    [Fact]
    public async Task Beside_a_running_server_reading_and_loading_go_on_and_a_second_server_is_told()
    {
        await using var server = await ServerFixture.StartAsync(Path.Combine(_root, "warehouse"));
        var file = Write("q1.txt", Encoding.UTF8.GetBytes(Notice));

        var trial = await RunAsync("load", file, "--dry-run");
        var load = await RunAsync("load", file);
        var rank = await RunAsync("rank", "2025Q1", "--format", "csv");
        var second = await RunAsync("serve", "--port", "0");

        Assert.Contains("试运行", trial.Output, StringComparison.Ordinal);
        Assert.Contains("已写入第 2 批", load.Output, StringComparison.Ordinal);
        Assert.Contains("公安局,95,", rank.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, second.Code);
        Assert.Contains(server.Address.ToString(), second.Messages, StringComparison.Ordinal);

        var refused = await RunAsync(
            "load",
            Write(
                "mars.csv",
                Encoding.UTF8.GetBytes("channel,measure,period,unit,count\nnewmedia,issues,2025Q1,火星局,1\n")
            )
        );
        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("火星局", refused.Messages, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync([
            .. arguments,
            "--warehouse",
            Path.Combine(_root, "warehouse"),
            "--data",
            ServerFixture.Data,
        ]);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_root, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
