using System.Globalization;
using Analytics.Dashboard;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>The real worker, and the most memory it took.</summary>
internal static class WatchedReader
{
    /// <summary>Reads a file in a worker.</summary>
    /// <returns>The worker's peak of resident memory in bytes, as last seen; 0 where the system does not tell.</returns>
    public static async Task<(SourceFile? File, Exception? Fault, long Peak)> ReadAsync(
        string name,
        byte[] bytes,
        CancellationToken cancel
    )
    {
        var options = SourceWorkerCommand.Options();
        if (!OperatingSystem.IsLinux())
        {
            return Read(new(options), name, bytes, cancel) is var (read, refused) ? (read, refused, 0) : default;
        }

        // The shell writes its own number down and becomes the worker.
        var note = Path.Combine(Path.GetTempPath(), "analytics-test-" + Path.GetRandomFileName());
        var reader = new GuardedReader(
            options with
            {
                Command = "/bin/sh",
                Arguments = ["-c", $"echo $$ > {note}; exec \"$0\" \"$@\"", options.Command, .. options.Arguments],
            }
        );
        try
        {
            var reading = Task.Run(() => Read(reader, name, bytes, cancel), cancel);
            var peak = 0L;
            while (!reading.IsCompleted)
            {
                peak = Math.Max(peak, PeakOf(note));
                await Task.WhenAny(reading, Task.Delay(15, cancel));
            }

            var (file, fault) = await reading;
            return (file, fault, peak);
        }
        finally
        {
            File.Delete(note);
        }
    }

    private static (SourceFile? File, Exception? Fault) Read(
        GuardedReader reader,
        string name,
        byte[] bytes,
        CancellationToken cancel
    )
    {
        try
        {
            return (reader.Read(name, bytes, cancel), null);
        }
        catch (Domain.NoticeFormatException fault)
        {
            return (null, fault);
        }
    }

    private static long PeakOf(string note)
    {
        try
        {
            var line = File.ReadLines($"/proc/{File.ReadAllText(note).Trim()}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line.AsSpan(6, line.Length - 9), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // Not begun yet, or over.
            return 0;
        }
    }
}
