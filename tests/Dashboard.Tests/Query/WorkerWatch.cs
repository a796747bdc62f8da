using System.Globalization;

namespace Analytics.Tests.Query;

/// <summary>The largest memory that the workers of a snapshot took, looked at again and again while they live (Linux).</summary>
internal sealed class WorkerWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    public WorkerWatch(string snapshot) => _watching = Task.Run(() => WatchAsync(snapshot, _stop.Token));

    /// <summary>The largest resident memory of one worker, in bytes.</summary>
    public long Peak { get; private set; }

    /// <summary>How many workers were seen.</summary>
    public int Seen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private async Task WatchAsync(string snapshot, CancellationToken stop)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (!stop.IsCancellationRequested)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsDigit(path[6])))
            {
                if (PeakOf(process, snapshot) is { } peak)
                {
                    known.Add(process);
                    Peak = Math.Max(Peak, peak);
                }
            }

            Seen = known.Count;
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private static long? PeakOf(string process, string snapshot)
    {
        try
        {
            if (!File.ReadAllText(process + "/cmdline").Contains(snapshot, StringComparison.Ordinal))
            {
                return null;
            }

            var line = File.ReadLines(process + "/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? null
                : long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)
                    * 1024;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
