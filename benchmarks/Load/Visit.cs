using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Analytics.Benchmarks.Load;

/// <summary>What clients ask for, again and again.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Address">Without the host.</param>
/// <param name="Body">What is posted; null to get.</param>
internal sealed record Visit(string Name, string Address, string? Body = null)
{
    /// <summary>Asks once.</summary>
    public async Task<byte[]> AskAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Address)
        {
            Content = Body is null ? null : new StringContent(Body, Encoding.UTF8, "application/json"),
        };
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            var said = await answer.Content.ReadAsStringAsync();
            throw new HttpRequestException($"{(int)answer.StatusCode} {said}", null, answer.StatusCode);
        }

        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>So many clients ask, each as soon as it has its answer, for so long.</summary>
    /// <param name="server">Whom.</param>
    /// <param name="clients">How many.</param>
    /// <param name="time">For how long; what was asked by then is waited for.</param>
    public async Task<Crowd> RunAsync(Child server, int clients, TimeSpan time)
    {
        using var client = ClientOf(server, clients);
        await AskAsync(client);
        var clock = Stopwatch.StartNew();
        var each = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var times = new List<double>();
                        var failed = new List<string>();
                        while (clock.Elapsed < time)
                        {
                            var before = clock.Elapsed;
                            try
                            {
                                await AskAsync(client);
                                times.Add((clock.Elapsed - before).TotalMilliseconds);
                            }
                            catch (HttpRequestException exception)
                            {
                                failed.Add(exception.StatusCode?.ToString() ?? exception.Message);
                            }
                        }

                        return (times, failed);
                    })
                )
        );
        var sorted = each.SelectMany(one => one.times).Order().ToArray();
        return new(sorted, [.. each.SelectMany(one => one.failed)], clock.Elapsed.TotalSeconds);
    }

    /// <summary>A client that takes bytes as they come: unpacking them would be the client's time.</summary>
    public static HttpClient ClientOf(Child server, int connections)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                MaxConnectionsPerServer = connections,
            }
        )
        {
            BaseAddress = server.Address,
        };
        if (server.Key.Length > 0)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Key);
        }

        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return client;
    }
}

/// <summary>What a crowd of clients saw.</summary>
/// <param name="Times">Milliseconds of each answer, ascending.</param>
/// <param name="Failed">Why requests were not answered well, one for each.</param>
/// <param name="Seconds">How long they asked.</param>
internal sealed record Crowd(double[] Times, IReadOnlyList<string> Failed, double Seconds)
{
    /// <summary>How many failed and why; empty for none.</summary>
    public string Failures =>
        string.Join(", ", Failed.CountBy(why => why, StringComparer.Ordinal).Select(why => $"{why.Value} × {why.Key}"));

    /// <summary>Answers in a second.</summary>
    public double Rate => Times.Length / Seconds;

    /// <summary>req/s | p50 | p95 | p99, in milliseconds.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Rate:0} | {At(0.5):0.00} | {At(0.95):0.00} | {At(0.99):0.00}");

    private double At(double share) =>
        Times.Length == 0 ? double.NaN : Times[Math.Min(Times.Length - 1, (int)(Times.Length * share))];
}
