using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>Pictures of every page, to be looked at; run by the script <c>shots</c>.</summary>
public sealed partial class Shots(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    [Theory(Explicit = true)]
    [MemberData(nameof(Pages))]
    public async Task Take(string path)
    {
        var folder = Environment.GetEnvironmentVariable("SHOTS") ?? "shots";
        var name = Other().Replace(path, "_").Trim('_') is { Length: > 0 } given ? given : "home";
        // 688 pixels are what A4 leaves between its margins.
        foreach (var (form, width) in new[] { ("desk", 1440), ("phone", 390), ("print", 688) })
        {
            await using var window = await browser.OpenAsync(
                new()
                {
                    ViewportSize = new() { Width = width, Height = 900 },
                }
            );
            if (form == "print")
            {
                await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
            }

            await window.GoAsync(path);
            // Pictures further down are loaded when they come near.
            await window.Page.EvaluateAsync(
                "async () => { for (const one of document.images) { one.loading = 'eager'; await one.decode().catch(() => {}); } }"
            );
            await window.Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{name}.{form}.png"), FullPage = true }
            );
        }
    }

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Other();
}
