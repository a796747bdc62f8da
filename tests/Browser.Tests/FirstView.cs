using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>Measures the first view of a page with an empty cache; run by the script <c>first-view</c>. It judges nothing: a clock is no test.</summary>
public sealed class FirstView(BrowserFixture browser)
{
    private const int Runs = 7;

    /// <summary>A desk on this machine, and a phone at a quarter of its processor and 1.6 Mbit/s with 150 ms.</summary>
    public static TheoryData<string, string> Visits =>
        new()
        {
            { "/", "desk" },
            { "/", "phone" },
            { "/rankings/2024Q4", "desk" },
            { "/rankings/2024Q4", "phone" },
            { "/units/hongqinghe?quarter=2024Q4", "desk" },
            { "/units/hongqinghe?quarter=2024Q4", "phone" },
        };

    [Theory(Explicit = true)]
    [MemberData(nameof(Visits))]
    public async Task Measure(string path, string form)
    {
        var (times, bytes) = (new List<double>(), 0.0);
        for (var run = 0; run < Runs; run++)
        {
            await using var window = await browser.OpenAsync(
                new() { ViewportSize = form == "phone" ? new() { Width = 390, Height = 844 } : null }
            );
            var devtools = await window.Page.Context.NewCDPSessionAsync(window.Page);
            await devtools.SendAsync("Network.enable");
            var sent = 0.0;
            devtools.Event("Network.loadingFinished").OnEvent += (_, done) =>
                sent += done!.Value.GetProperty("encodedDataLength").GetDouble();
            if (form == "phone")
            {
                await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
                await devtools.SendAsync(
                    "Network.emulateNetworkConditions",
                    new()
                    {
                        ["offline"] = false,
                        ["latency"] = 150,
                        ["downloadThroughput"] = 1_600_000 / 8,
                        ["uploadThroughput"] = 750_000 / 8,
                    }
                );
            }

            var clock = Stopwatch.StartNew();
            await window.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            // Usable: the words stand, and the first picture too.
            await window.Page.EvaluateAsync("() => document.images[0]?.decode().catch(() => {})");
            times.Add(clock.Elapsed.TotalMilliseconds);
            await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            bytes = Math.Max(bytes, sent);
        }

        times.Sort();
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {path} | {form} | {times[0]:0} / {times[Runs / 2]:0} / {times[^1]:0} ms | {bytes / 1024:0.0} KB |"
            )
        );
    }
}
