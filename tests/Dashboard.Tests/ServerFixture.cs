using System.Net.Http.Headers;
using Analytics.Dashboard;
using Analytics.Dashboard.Serving;
using Analytics.Tests;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace Analytics.Tests;

/// <summary>One server over everything in data/, for the tests that only read.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public static string Data { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    public AnalyticsServer Server { get; private set; } = null!;

    /// <summary>A client with the API key.</summary>
    public HttpClient Client { get; private set; } = null!;

    public string Warehouse => Path.Combine(_root, "warehouse");

    public static Task<AnalyticsServer> StartAsync(string warehouse) =>
        AnalyticsServer.StartAsync(new ServeOptions(new Workspace(warehouse, Data, TextWriter.Null), Port: 0));

    public static HttpClient ClientOf(AnalyticsServer server, bool withKey = true)
    {
        ArgumentNullException.ThrowIfNull(server);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = server.Address,
        };
        if (withKey)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        }

        return client;
    }

    public async ValueTask InitializeAsync()
    {
        Server = await StartAsync(Warehouse);
        Client = ClientOf(Server);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
