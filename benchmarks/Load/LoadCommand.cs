using System.Globalization;
using System.Net;
using Analytics.Dashboard;
using Analytics.Dashboard.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Benchmarks.Load;

/// <summary>
/// <c>load [--seconds N] [--clients N] [--soak SECONDS]</c>: how many answers a second the server gives to 1, 20 and 200 clients, against a bare Kestrel
/// that sends the same bytes, and what memory it takes; with <c>--soak</c> whether that grows. Both serve on 127.0.0.1 in processes of their own.
/// </summary>
internal static class LoadCommand
{
    // Too many ask at once, and are told so.
    private const string Refused = "TooManyRequests";

    private const int MostClients = 1000;
    private const int MostSeconds = 3600;
    private const int SoakClients = 20;
    private const int SoakMarks = 10;

    private static readonly IReadOnlyList<Visit> s_visits =
    [
        new("ranking JSON", "/api/v1/rankings/2024Q4"),
        new("trend chart", "/api/v1/charts/trend.svg?metric=newmedia_finding_count"),
        new("page", "/quarters/2024Q4"),
        new(
            "ad-hoc query",
            "/api/v1/queries",
            """{"sql": "select unit, sum(finding_count) as n from findings group by unit order by n desc limit 20"}"""
        ),
    ];

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>load</c>.</param>
    /// <returns>0 when done, 1 when a request failed, 2 for wrong arguments.</returns>
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["server", var folder]:
                ServeAsync(folder).GetAwaiter().GetResult();
                return 0;
            case ["bare", var folder]:
                ServeBareAsync(folder).GetAwaiter().GetResult();
                return 0;
        }

        var (seconds, most, soak) = (5, 200, 0);
        for (var at = 0; at < args.Length; at += 2)
        {
            var known =
                at + 1 < args.Length
                && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && args[at] switch
                {
                    "--seconds" => (seconds = number) is > 0 and <= MostSeconds,
                    "--clients" => (most = number) is > 0 and <= MostClients,
                    "--soak" => (soak = number) is >= 0 and <= MostSeconds,
                    _ => false,
                };
            if (!known)
            {
                Console.Error.WriteLine(
                    $"'{args[at]}' is not understood; usage: load [--seconds N] [--clients N] [--soak SECONDS]"
                );
                return 2;
            }
        }

        return RunAsync(TimeSpan.FromSeconds(seconds), most, TimeSpan.FromSeconds(soak)).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(TimeSpan time, int most, TimeSpan soak)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        try
        {
            using var server = new Child("load", "server", Path.Combine(folder, "warehouse"));
            var bodies = Directory.CreateDirectory(Path.Combine(folder, "bodies")).FullName;
            using (var client = Visit.ClientOf(server, 1))
            {
                foreach (var (visit, index) in s_visits.Select((visit, index) => (visit, index)))
                {
                    await File.WriteAllBytesAsync(Path.Combine(bodies, $"{index}"), await visit.AskAsync(client));
                }
            }

            using var bare = new Child("load", "bare", bodies);
            var failed = await CompareAsync(server, bare, time, most);
            return failed + await SoakAsync(server, soak) == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CompareAsync(Child server, Child bare, TimeSpan time, int most)
    {
        var failed = 0;
        Console.WriteLine(Invariant($"server before: {server.Memory:0} MB; {time.TotalSeconds} s for each line"));
        Console.WriteLine(
            "| what | clients | req/s | p50 ms | p95 ms | p99 ms | bare req/s | p50 | p95 | p99 | of bare |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var peak = 0.0;
        foreach (var (visit, index) in s_visits.Select((visit, index) => (visit, index)))
        {
            foreach (var clients in ((int[])[1, 20, 200]).Where(clients => clients <= most))
            {
                var ours = await visit.RunAsync(server, clients, time);
                peak = Math.Max(peak, server.Memory);
                var theirs = await new Visit("", $"/{index}").RunAsync(bare, clients, time);
                failed += ours.Failed.Count(why => why != Refused) + theirs.Failed.Count;
                Console.WriteLine(
                    Invariant($"| {visit.Name} | {clients} | {ours} | {theirs} | {ours.Rate / theirs.Rate:0.00} |")
                        + (ours.Failed.Count > 0 ? $" not answered: {ours.Failures}" : "")
                );
            }
        }

        // What the last crowd left behind is given back when the server has nothing to do.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Console.WriteLine(Invariant($"server at peak: {peak:0} MB, after: {server.Memory:0} MB"));
        return failed;
    }

    // All of it in turn, for long: what grows with every request shows.
    private static async Task<int> SoakAsync(Child server, TimeSpan soak)
    {
        var failed = 0;
        for (var mark = 0; soak > TimeSpan.Zero && mark < SoakMarks; mark++)
        {
            foreach (var visit in s_visits)
            {
                var crowd = await visit.RunAsync(server, SoakClients, soak / SoakMarks / s_visits.Count);
                failed += crowd.Failed.Count(why => why != Refused);
            }

            Console.WriteLine(
                Invariant(
                    $"after {(mark + 1) * soak.TotalSeconds / SoakMarks:0} s: {server.Memory:0} MB, {failed} failed"
                )
            );
        }

        return failed;
    }

    private static async Task ServeAsync(string folder)
    {
        await using var server = await AnalyticsServer.StartAsync(
            new ServeOptions(new Workspace(folder, DataFolder.Path, TextWriter.Null), Port: 0)
        );
        await Child.ServeAsync(server.Address, server.Key);
    }

    // The limit: the same bytes, from routes without anything before them.
    private static async Task ServeBareAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var bare = builder.Build();
        foreach (var file in Directory.GetFiles(folder))
        {
            var body = await File.ReadAllBytesAsync(file);
            bare.MapGet(
                "/" + Path.GetFileName(file),
                context =>
                {
                    context.Response.ContentLength = body.Length;
                    return context.Response.Body.WriteAsync(body).AsTask();
                }
            );
        }

        await bare.StartAsync();
        await Child.ServeAsync(
            new Uri(
                bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            ),
            ""
        );
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
