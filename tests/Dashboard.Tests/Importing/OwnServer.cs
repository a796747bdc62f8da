using System.Net;
using System.Text.Json;
using Analytics.Dashboard.Serving;

namespace Analytics.Tests.Importing;

/// <summary>A server of a test's own, for tests that change data.</summary>
public abstract class OwnServer : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
    private AnalyticsServer _server = null!;

    protected HttpClient Client { get; private set; } = null!;

    protected string Warehouse => Path.Combine(_root, "warehouse");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await ServerFixture.StartAsync(Warehouse);
        Client = ServerFixture.ClientOf(_server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
        GC.SuppressFinalize(this);
    }

    internal static MultipartFormDataContent Form(string name, byte[] content) =>
        new() { { new ByteArrayContent(content), "files", Uri.EscapeDataString(name) } };

    internal async Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(string name, byte[] content)
    {
        using var form = Form(name, content);
        return await SendAsync(HttpMethod.Post, "/api/v1/imports?by=张三", form);
    }

    internal async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await Client.SendAsync(request, Cancel);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement);
    }

    internal Task<(HttpStatusCode Status, JsonElement Body)> ConfirmAsync(JsonElement preview, bool goodRows = false) =>
        SendAsync(
            HttpMethod.Post,
            $"/api/v1/imports/{preview.GetProperty("id")}/confirm?acceptGoodRows={(goodRows ? "true" : "false")}"
        );

    /// <summary>The number of findings that a unit has in a quarter.</summary>
    internal async Task<int> FindingsAsync(string quarter, string unit)
    {
        var (_, ranking) = await SendAsync(HttpMethod.Get, $"/api/v1/rankings/{quarter}");
        return ranking
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("unit").GetString() == unit)
            .GetProperty("findingCount")
            .GetInt32();
    }
}
