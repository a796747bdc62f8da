using System.Diagnostics;

namespace Analytics.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its memory is its own; it ends when its input is closed.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts this program again and waits until it says where it listens.</summary>
    /// <param name="arguments">What makes it serve.</param>
    /// <exception cref="InvalidOperationException">It ended without saying so.</exception>
    public Child(params ReadOnlySpan<string> arguments)
    {
        var start = OwnProcess.Again(arguments);
        start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
        var said = _process.StandardOutput.ReadLine()?.Split(' ');
        if (said is not [var address, ..])
        {
            _process.WaitForExit();
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} did not start.");
        }

        Address = new Uri(address);
        Key = said.Length > 1 ? said[1] : "";
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The key it wants; empty for none.</summary>
    public string Key { get; }

    /// <summary>Its working set in MB, without processes it has started.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>What the child does: says where it listens and stays until its input is closed.</summary>
    public static async Task ServeAsync(Uri address, string key)
    {
        Console.WriteLine($"{address} {key}".TrimEnd());
        await Console.In.ReadToEndAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
