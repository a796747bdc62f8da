using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>Every page in every form it may take: phone, paper, dark, English, without scripts, read aloud.</summary>
public sealed class ManyFormsTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => Addresses.All;

    public static TheoryData<string> ReadPages => Addresses.Read;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_light_and_dark_ground(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var window = await browser.OpenAsync(new() { ColorScheme = scheme });
            await window.GoAsync(path);

            var found = await window.Page.RunAxe();

            Assert.Empty(
                found.Violations.Select(one =>
                    $"{scheme} {one.Id}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}"
                )
            );
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_and_pictures_have_the_narrow_layout(string path)
    {
        await using var window = await browser.OpenAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await window.GoAsync(path);

        Assert.True(
            await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
            "the page is wider than the screen"
        );
        var pictures = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('figure.chart img')].filter(one => one.currentSrc).map(one => one.currentSrc)"
        );
        Assert.All(pictures, address => Assert.Contains("width=380", address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/rankings/2024Q4")]
    [InlineData("/units/hongqinghe?quarter=2024Q4")]
    public async Task A_page_prints_on_paper_dark_or_not(string path)
    {
        await using var window = await browser.OpenAsync(new() { ColorScheme = ColorScheme.Dark });
        await window.GoAsync(path);

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var ground = await window.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var pdf = await window.Page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal("rgb(255, 255, 255)", ground);
        // A4 in points: 595 × 842.
        Assert.Matches(@"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", System.Text.Encoding.Latin1.GetString(pdf));
    }

    [Theory]
    [MemberData(nameof(ReadPages))]
    public async Task Everything_is_readable_without_scripts(string path)
    {
        await using var scripted = await browser.OpenAsync();
        await scripted.GoAsync(path);
        await using var window = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        await window.GoAsync(path);

        // Scripts add buttons, never words or numbers.
        var bare = (await window.TextAsync()).ReplaceLineEndings(" ");
        var lines = (await scripted.TextAsync()).Split('\n').Select(line => line.Trim());
        Assert.All(
            lines.Where(line => line is not ("" or "复制本表")),
            line =>
                Assert.Contains(
                    line.Replace("复制本表", "", StringComparison.Ordinal).Trim(),
                    bare,
                    StringComparison.Ordinal
                )
        );
        Assert.NotEmpty(await window.Page.InnerTextAsync("h1"));
        // Whoever cannot see a picture finds its numbers: in a table beside it, and in words at each place of it.
        Assert.True(
            await window.Page.Locator("figure.chart").CountAsync() == 0
                || await window.Page.Locator("main table").CountAsync() > 0
        );
        var links = await window.Page.Locator(".marks a").CountAsync();
        Assert.Equal(links, await window.Page.Locator(".marks a[aria-label]").CountAsync());
    }

    [Fact]
    public async Task English_and_dark_are_one_click_away_and_stay()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/rankings/2024Q4");

        await window.Page.Locator(".settings button", new() { HasText = "English" }).ClickAsync();
        await window.Page.Locator(".settings button", new() { HasText = "Dark" }).ClickAsync();
        await window.GoAsync("/trends");

        Assert.Equal("en", await window.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains("Trends", await window.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        var picture = await window.Page.EvaluateAsync<string>("document.querySelector('figure.chart img').currentSrc");
        Assert.Contains("theme=dark", picture, StringComparison.Ordinal);
    }
}
