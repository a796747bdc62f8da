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

    // Loading all of data/ takes seconds: it is done once, and each new warehouse begins as a copy.
    private static readonly Lazy<string> s_loaded = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-made-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        new Workspace(folder, Data, TextWriter.Null).OpenLive().Dispose();
        return folder;
    });

    /// <summary>Makes a folder a warehouse over everything in data/, unless it is there.</summary>
    public static void Begin(string warehouse)
    {
        if (!Directory.Exists(warehouse))
        {
            Copy(s_loaded.Value, warehouse);
        }
    }

    public static Task<AnalyticsServer> StartAsync(string warehouse)
    {
        Begin(warehouse);
        return AnalyticsServer.StartAsync(new ServeOptions(new Workspace(warehouse, Data, TextWriter.Null), Port: 0));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

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
