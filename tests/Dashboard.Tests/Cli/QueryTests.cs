using System.Text.Json;
using Analytics.Dashboard.Serving;

namespace Analytics.Tests.Cli;

/// <summary><c>query</c>, with and without a server on the warehouse.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
    private AnalyticsServer? _server;

    private string Warehouse => Path.Combine(_root, "warehouse");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The warehouse begins as a copy of the loaded data; the server then lets it go.
    public async ValueTask InitializeAsync() => await (await ServerFixture.StartAsync(Warehouse)).DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_query_answers_the_same_with_and_without_a_server(bool withServer)
    {
        await ServeAsync(withServer);

        var (code, output, messages) = await RunAsync(
            "select unit_name, unit_rank from ranking($q, null) where unit_group = 'town' and unit_rank = 1",
            "--parameter",
            "q=2024Q4",
            "--format",
            "csv",
            "--no-bom"
        );

        Assert.Equal((0, ""), (code, messages));
        Assert.Equal("unit_name,unit_rank\n乌兰木伦镇,1\n", output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_ends_with_1_and_says_where(bool withServer)
    {
        await ServeAsync(withServer);

        var (code, output, messages) = await RunAsync("select read_text('/etc/passwd')");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("第 1 行第 8 个字符：不能使用函数 read_text", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_whole_or_not_at_all()
    {
        var file = Path.Combine(_root, "result.parquet");

        var (code, _, messages) = await RunAsync("select 1 as a", "--format", "parquet", "--out", file);
        var (again, _, refused) = await RunAsync("select 1 as a", "--format", "parquet", "--out", file);
        var (noFile, _, why) = await RunAsync("select 1 as a", "--format", "arrow");

        Assert.Equal((0, 1, 1), (code, again, noFile));
        Assert.Equal("PAR1"u8.ToArray(), (await File.ReadAllBytesAsync(file, Cancel)).Take(4));
        Assert.Contains("已写入", messages, StringComparison.Ordinal);
        Assert.Contains("--force", refused, StringComparison.Ordinal);
        Assert.Contains("--out", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_says_when_it_is_cut_off()
    {
        var (code, output, _) = await RunAsync("select i from range(10) t(i)", "--rows", "3");
        var (_, json, _) = await RunAsync("select i from range(10) t(i)", "--rows", "3", "--format", "json");

        Assert.Equal(0, code);
        Assert.Contains("只显示前 3 行，结果不完整", output, StringComparison.Ordinal);
        Assert.Equal("rows", JsonDocument.Parse(json).RootElement.GetProperty("truncated").GetString());
    }

    [Theory]
    [InlineData("--rows", "0", "--rows 是 0")]
    [InlineData("--seconds", "61", "--seconds 是 61")]
    [InlineData("--parameter", "quarter", "名称=值")]
    public async Task What_cannot_be_meant_is_refused(string option, string value, string words)
    {
        var (code, _, messages) = await RunAsync("select 1", option, value);

        Assert.Equal(1, code);
        Assert.Contains(words, messages, StringComparison.Ordinal);
    }

    private async Task ServeAsync(bool withServer)
    {
        if (withServer)
        {
            _server = await ServerFixture.StartAsync(Warehouse);
        }
    }

    private async Task<(int Code, string Output, string Messages)> RunAsync(string sql, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var messages = new StringWriter { NewLine = "\n" };
        var code = await Dashboard.Cli.CommandLine.RunAsync(
            ["query", sql, "--warehouse", Warehouse, "--data", ServerFixture.Data, .. options],
            output,
            messages,
            Cancel
        );
        return (code, output.ToString(), messages.ToString());
    }
}
