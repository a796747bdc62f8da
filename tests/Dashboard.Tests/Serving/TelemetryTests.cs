using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Analytics.Dashboard;
using Analytics.Dashboard.Serving;

namespace Analytics.Tests.Serving;

/// <summary>Health and telemetry.</summary>
public sealed class TelemetryTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live", "ok")]
    [InlineData("/health/ready", "Healthy")]
    public async Task Health_is_told_to_whoever_asks_and_says_nothing_else(string path, string words)
    {
        using var client = ServerFixture.ClientOf(server.Server, withKey: false);

        using var answer = await client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(words, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_collector_gets_requests_and_changes_and_no_words_that_were_searched_for()
    {
        using var collector = new Collector();
        var root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        try
        {
            var options = new ServeOptions(
                new Workspace(Path.Combine(root, "warehouse"), ServerFixture.Data, TextWriter.Null),
                Port: 0
            )
            {
                Telemetry = collector.Address,
            };
            await using (var measured = await AnalyticsServer.StartAsync(options, Cancel))
            {
                using var client = ServerFixture.ClientOf(measured);
                using var answer = await client.GetAsync("/findings?q=wordsnobodymaysee", Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                using var revert = await client.PostAsync("/api/v1/batches/1/revert?by=x&force=true", null, Cancel);
                Assert.Equal(HttpStatusCode.OK, revert.StatusCode);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        Assert.Contains("/v1/traces", collector.Received.Keys);
        Assert.Contains("/findings", collector.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("analytics.change.duration", collector.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.DoesNotContain("wordsnobodymaysee", string.Concat(collector.Received.Values), StringComparison.Ordinal);
    }

    /// <summary>Takes what an OpenTelemetry exporter sends, on 127.0.0.1.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = Task.Run(ReceiveAsync);
        }

        public Uri Address { get; }

        /// <summary>Everything sent to a path; texts in protobuf are UTF-8.</summary>
        public ConcurrentDictionary<string, string> Received { get; } = new(StringComparer.Ordinal);

        public void Dispose() => _listener.Close();

        private async Task ReceiveAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var context = await _listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    Received.AddOrUpdate(
                        context.Request.Url!.AbsolutePath,
                        _ => Encoding.UTF8.GetString(body.ToArray()),
                        (_, before) => before + Encoding.UTF8.GetString(body.ToArray())
                    );
                    context.Response.Close();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
