using System.Net;
using System.Text;
using System.Text.Json;

namespace Analytics.Tests.Api;

public sealed class ImportsTests : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
    private Analytics.Dashboard.Serving.AnalyticsServer _server = null!;
    private HttpClient _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_previewed_then_confirmed_and_seen_at_once()
    {
        var (status, preview) = await PostAsync(
            "/api/v1/imports",
            "sheet.csv",
            "channel,measure,period,unit,level,count\nnewmedia,issues,2025Q1,旗公安局,旗,7\n"
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(preview.GetProperty("report").GetProperty("isDryRun").GetBoolean());
        Assert.DoesNotContain("2025Q1", await QuartersAsync());

        using var confirmed = await _client.PostAsync(
            $"/api/v1/imports/{preview.GetProperty("id")}/confirm",
            null,
            Cancel
        );
        using var again = await _client.PostAsync($"/api/v1/imports/{preview.GetProperty("id")}/confirm", null, Cancel);

        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("2025Q1", await QuartersAsync());
    }

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.txt", "今天天气很好。")]
    [InlineData("a.csv", "channel,measure,period,unit,count\nnewmedia,issues,2025Q1,旗火星局,7\n")]
    [InlineData("a.csv", "channel,measure,period,unit,count\nnewmedia,issues,2025Q1,旗公安局,-7\n")]
    [InlineData("a.csv", "channel,measure,period,unit,count\nnewmedia,issues,2025Q1,旗公安局,九\n")]
    [InlineData("a.csv", "what,is,this\n1,2,3\n")]
    [InlineData("a.docx", "PK")]
    public async Task What_cannot_be_loaded_is_refused_in_Chinese_and_changes_nothing(string name, string content)
    {
        var before = await QuartersAsync();

        var (status, problem) = await PostAsync("/api/v1/imports", name, content);
        if (status == HttpStatusCode.OK)
        {
            // It can be read, and something in it can be decided or mended; as it is, it cannot be loaded.
            Assert.True(problem.GetProperty("report").GetProperty("isRefused").GetBoolean());
            using var confirmed = await _client.PostAsync(
                $"/api/v1/imports/{problem.GetProperty("id")}/confirm",
                null,
                Cancel
            );
            (status, problem) = (confirmed.StatusCode, await ReadAsync(confirmed));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("/problems/refused", problem.GetProperty("type").GetString());
        Assert.Contains(problem.GetProperty("detail").GetString()!, character => character >= 0x4E00);
        Assert.Equal(before, await QuartersAsync());
    }

    [Fact]
    public async Task An_upload_without_files_or_of_another_type_is_a_problem()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var none = await _client.PostAsync("/api/v1/imports", form, Cancel);
        using var json = await _client.PostAsync(
            "/api/v1/imports",
            new StringContent("{}", Encoding.UTF8, "application/json"),
            Cancel
        );

        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Readers_are_answered_while_loads_go_on()
    {
        var reading = Enumerable.Range(0, 40).Select(_ => _client.GetAsync("/api/v1/rankings/2024Q4", Cancel)).ToList();
        for (var quarter = 1; quarter <= 3; quarter++)
        {
            var (_, preview) = await PostAsync(
                "/api/v1/imports",
                $"q{quarter}.csv",
                $"channel,measure,period,unit,level,count\nnewmedia,issues,2026Q{quarter},旗公安局,旗,1\n"
            );
            using var confirmed = await _client.PostAsync(
                $"/api/v1/imports/{preview.GetProperty("id")}/confirm",
                null,
                Cancel
            );
            Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        }

        foreach (var response in await Task.WhenAll(reading))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            response.Dispose();
        }
    }

    public async ValueTask InitializeAsync()
    {
        _server = await ServerFixture.StartAsync(Path.Combine(_root, "warehouse"));
        _client = ServerFixture.ClientOf(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string name, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "files", name },
        };
        using var response = await _client.PostAsync(path, form, Cancel);
        return (response.StatusCode, await ReadAsync(response));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

    private async Task<string> QuartersAsync() => await _client.GetStringAsync("/api/v1/quarters", Cancel);
}
