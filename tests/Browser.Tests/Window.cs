using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>A window of a browser that notes what must never happen: faults on the console, requests to other hosts.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    public Window(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != address.Authority)
            {
                _faults.Enqueue($"{page.Url} asks {asked}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Whether the test asks for something that is refused, which a browser notes on its console.</summary>
    public bool MayFail { get; set; }

    /// <summary>Opens an address and waits for its pictures.</summary>
    public async Task GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(answer!.Ok, $"{path} answers {answer.Status}");
    }

    /// <summary>The text of the page's main part.</summary>
    public Task<string> TextAsync() => Page.InnerTextAsync("main");

    /// <summary>Closes the window and fails when something was noted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.DoesNotContain(
            _faults,
            fault => !MayFail || !fault.Contains("Failed to load resource", StringComparison.Ordinal)
        );
    }
}
