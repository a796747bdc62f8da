using System.Text.Json;
using Analytics.Dashboard.Cli;
using Analytics.Tests.Importing;

namespace Analytics.Tests.Cli;

public sealed class LoadTableTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public LoadTableTests() => ServerFixture.Begin(Path.Combine(_root, "warehouse"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Good_rows_are_loaded_when_asked_for_and_the_others_once_they_are_mended(bool withServer)
    {
        await using var server = withServer ? await ServerFixture.StartAsync(Path.Combine(_root, "warehouse")) : null;
        var file = Write("清单.csv", Given.OneBadRow);
        var out1 = Path.Combine(_root, "被拒.csv");

        var refused = await RunAsync("load", file);
        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("清单.csv!第4行的发现日期列", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("责任单位→单位（推测）", refused.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, (await RunAsync("rank", "2025Q1")).Code);

        var accepted = await RunAsync("load", file, "--accept-good-rows", "--refused-out", out1);
        Assert.Equal(CommandLine.Done, accepted.Code);
        Assert.Contains("3 行中 1 行被拒", accepted.Output, StringComparison.Ordinal);

        var csv = await File.ReadAllTextAsync(out1, TestContext.Current.CancellationToken);
        Assert.Contains("\n札萨克镇,更新不及时,2025-13-40,", csv, StringComparison.Ordinal);
        Write("被拒.csv", csv.Replace("2025-13-40", "2025-03-04", StringComparison.Ordinal));
        var rest = await RunAsync("load", out1);
        Assert.Equal(CommandLine.Done, rest.Code);
        Assert.Contains("1 个数字", rest.Output, StringComparison.Ordinal);
        Assert.Contains("已写入第 3 批", rest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_shows_the_first_rows_and_as_json_the_whole_report()
    {
        var file = Write("清单.csv", Given.Finding("旗公安局"));

        var table = await RunAsync("load", file, "--dry-run");
        var json = await RunAsync("load", file, "--dry-run", "--format", "json");

        Assert.Contains("| 旗公安局 | 错别字 | 2025-02-05", table.Output, StringComparison.Ordinal);
        Assert.Contains("表头在第 2 行", table.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json.Output);
        Assert.True(report.RootElement.GetProperty("report").GetProperty("isDryRun").GetBoolean());
        Assert.Equal(
            "findings",
            report.RootElement.GetProperty("files")[0].GetProperty("sheets")[0].GetProperty("kind").GetString()
        );
        Assert.Equal(CommandLine.Refused, (await RunAsync("rank", "2025Q1")).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unknown_unit_is_decided_and_the_batch_undone_from_the_command_line(bool withServer)
    {
        await using var server = withServer ? await ServerFixture.StartAsync(Path.Combine(_root, "warehouse")) : null;
        var file = Write("清单.csv", Given.Finding("旗火星局"));

        var refused = await RunAsync("load", file);
        var decided = await RunAsync("units", "alias", "旗火星局", "教育体育局", "--from", "2025Q1", "--by", "张三");
        var loaded = await RunAsync("load", file);
        var shown = await RunAsync("revert", "2", "--dry-run");
        var reverted = await RunAsync("revert", "2");
        var again = await RunAsync("revert", "2");

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("analytics units alias 旗火星局 jiaotiju", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("张三", decided.Output, StringComparison.Ordinal);
        Assert.Contains("已写入第 2 批", loaded.Output, StringComparison.Ordinal);
        Assert.Contains("第 1 号认定（旗火星局）", shown.Messages, StringComparison.Ordinal);
        Assert.Contains("没有撤销", shown.Output, StringComparison.Ordinal);
        Assert.Contains("已撤销第 2 批", reverted.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, again.Code);
        Assert.Equal(CommandLine.Refused, (await RunAsync("rank", "2025Q1")).Code);
    }

    [Fact]
    public async Task A_batch_that_a_later_copy_rests_on_is_undone_only_with_force()
    {
        var file = Write("表.csv", Given.Facts(7));
        await RunAsync("load", file);
        Write("表.csv", Given.Facts(8));
        await RunAsync("load", file);

        var refused = await RunAsync("revert", "2");
        var forced = await RunAsync("revert", "2", "--force");

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("第 3 批的 表.csv", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, forced.Code);
    }

    [Fact]
    public async Task A_mapping_file_says_what_the_columns_are_and_names_a_heading_that_is_not_there()
    {
        var file = Write("清单.csv", "责任单位,问题描述,备注数\n旗公安局,错别字,3\n");
        var mapping = Write(
            "列对应.json",
            """{"kind":"findings","channel":"newmedia","period":"2025Q1","columns":[{"heading":"备注数","role":"count"}]}"""
        );
        var wrong = Write("错.json", """{"columns":[{"heading":"没有的列","role":"count"}]}""");

        var refused = await RunAsync("load", file, "--mapping", wrong, "--quarter", "2025Q1");
        var loaded = await RunAsync("load", file, "--mapping", mapping);
        var rank = await RunAsync("rank", "2025Q1", "--format", "csv");

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("没有的列", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, loaded.Code);
        // The model takes 错别字 for N-TYPO, a point each: 3 × 1 from 40 leaves 37: 92.5.
        Assert.Contains("公安局,92.5,", rank.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_loads_at_once_are_done_one_after_the_other()
    {
        var files = new[] { Write("一.csv", Given.Facts(7)), Write("二.csv", Given.Facts(8, "2025Q2")) };
        await RunAsync("rank", "2024Q4");

        var runs = await Task.WhenAll(files.Select(file => Task.Run(() => RunAsync("load", file))));

        Assert.All(runs, run => Assert.Equal((CommandLine.Done, ""), (run.Code, run.Messages)));
        var batches = (await RunAsync("batches", "--format", "csv")).Output;
        Assert.Contains("一.csv", batches, StringComparison.Ordinal);
        Assert.Contains("二.csv", batches, StringComparison.Ordinal);
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

    private string Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        File.WriteAllText(path, text);
        return path;
    }
}
