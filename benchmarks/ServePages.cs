using System.Net;
using Analytics.Dashboard;
using Analytics.Dashboard.Serving;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Benchmarks;

/// <summary>What does a kept page cost behind gate, session and roles, against Kestrel sending the same bytes and nothing else?</summary>
[MemoryDiagnoser]
public class ServePages
{
    // Loading the data takes longer than all measuring: one server serves every case that runs in this process.
    private static readonly Lazy<Task<AnalyticsServer>> s_server = new(StartServerAsync);
    private WebApplication _bare = null!;
    private HttpClient _pages = null!;
    private HttpClient _bytes = null!;
    private HttpClient _known = null!;

    /// <summary>The quarter's page, a ranking's, and a chart.</summary>
    [Params("/", "/rankings/2024Q4", "/api/v1/charts/ranking.svg?quarter=2024Q4&group=department")]
    public string Address { get; set; } = "/";

    /// <summary>Starts both servers on the data in data/ and asks once, which is not measured.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        var server = await s_server.Value;
        _pages = ClientOf(server.Address, server.Key);
        using var answer = await _pages.GetAsync(Address);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        _known = ClientOf(server.Address, server.Key);
        _known.DefaultRequestHeaders.IfNoneMatch.Add(answer.Headers.ETag!);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _bare = builder.Build();
        var encoding = answer.Content.Headers.ContentEncoding.ToString();
        var type = answer.Content.Headers.ContentType!.ToString();
        _bare.Run(context =>
        {
            context.Response.ContentType = type;
            context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await _bare.StartAsync();
        _bytes = ClientOf(
            new Uri(
                _bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            ),
            key: ""
        );
    }

    /// <summary>Stops the bare one; the other ends with the process.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        _pages.Dispose();
        _bytes.Dispose();
        _known.Dispose();
        await _bare.DisposeAsync();
    }

    /// <summary>The limit: the same bytes, from a route without anything before it.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> BareKestrelAsync() => LengthAsync(_bytes);

    /// <summary>The page, kept, compressed.</summary>
    [Benchmark]
    public Task<int> KeptAsync() => LengthAsync(_pages);

    /// <summary>The same asked again by a browser that has it.</summary>
    [Benchmark]
    public Task<int> NotModifiedAsync() => LengthAsync(_known);

    private static Task<AnalyticsServer> StartServerAsync()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            s_server.Value.Result.DisposeAsync().AsTask().Wait();
            Directory.Delete(folder, recursive: true);
        };
        return AnalyticsServer.StartAsync(
            new ServeOptions(
                new Workspace(Path.Combine(folder, "warehouse"), DataFolder.Path, TextWriter.Null),
                Port: 0
            )
        );
    }

    private async Task<int> LengthAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(Address);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    // Compressed bytes are taken as they come: unpacking them would be the browser's time.
    private static HttpClient ClientOf(Uri address, string key)
    {
        var client = new HttpClient(
            new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false }
        )
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return client;
    }
}
