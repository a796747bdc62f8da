using Analytics.Dashboard;
using Analytics.Dashboard.Serving;
using Analytics.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Analytics.Tests.Browser;

/// <summary>One server over everything in data/ and one browser; every test has a window of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _session;

    public AnalyticsServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        Server = await AnalyticsServer.StartAsync(
            new ServeOptions(
                new Workspace(
                    Path.Combine(_root, "warehouse"),
                    Path.Combine(AppContext.BaseDirectory, "data"),
                    TextWriter.Null
                ),
                Port: 0
            )
        );
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium.Path,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
            }
        );
        // The link opens one session; all windows share it.
        await using var first = await _browser.NewContextAsync();
        await (await first.NewPageAsync()).GotoAsync(Server.OneTimeLink.ToString());
        _session = await first.StorageStateAsync();
    }

    /// <summary>Opens a window.</summary>
    /// <param name="options">Size, colours, scripts; null for a desk.</param>
    public async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, "No Chromium on this machine; install the package chromium or set CHROMIUM.");
        options ??= new();
        options.BaseURL = Server.Address.ToString();
        options.StorageState = _session;
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        options.Permissions = ["clipboard-read", "clipboard-write"];
        var context = await _browser.NewContextAsync(options);
        // Other tests use the machine too.
        context.SetDefaultTimeout(120_000);
        return new Window(context, await context.NewPageAsync(), Server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        Directory.Delete(_root, recursive: true);
    }
}
