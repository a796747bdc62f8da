using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Analytics.Dashboard;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>Reads files in the real worker, and watches it.</summary>
internal static class WatchedReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="deadline">What the worker may take; null for its own limit.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Watched> ReadAsync(string name, byte[] bytes, TimeSpan? deadline, CancellationToken cancel)
    {
        var options = SourceWorkerCommand.Options();
        options = options with { Deadline = deadline ?? options.Deadline };
        var note = Path.Combine(Path.GetTempPath(), "analytics-test-" + Path.GetRandomFileName());
        if (OperatingSystem.IsLinux())
        {
            // The shell writes its own number down and becomes the worker.
            options = options with
            {
                Command = new(
                    "/bin/sh",
                    [
                        "-c",
                        $"echo $$ > {note}; exec \"$0\" \"$@\"",
                        options.Command.Program,
                        .. options.Command.Arguments,
                    ]
                ),
            };
        }

        var clock = Stopwatch.StartNew();
        var reading = Task.Run(() => Read(new(options), name, bytes, cancel), cancel);
        var (busy, peak) = (TimeSpan.Zero, 0L);
        while (!reading.IsCompleted)
        {
            var seen = Look(note);
            (busy, peak) = (seen.Busy > busy ? seen.Busy : busy, Math.Max(peak, seen.Peak));
            await Task.WhenAny(reading, Task.Delay(20, cancel));
        }

        var (file, refusal) = await reading;
        File.Delete(note);
        return new(file, refusal, clock.Elapsed, busy, peak);
    }

    private static (SourceFile? File, string? Refusal) Read(
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
        catch (NoticeFormatException fault)
        {
            return (null, fault.Message);
        }
    }

    private static (TimeSpan Busy, long Peak) Look(string note)
    {
        try
        {
            var number = File.Exists(note) ? File.ReadAllText(note).Trim() : "";
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                return default;
            }

            using var worker = Process.GetProcessById(id);
            return (worker.TotalProcessorTime, worker.PeakWorkingSet64);
        }
        catch (Exception fault)
            when (fault is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            // It is over.
            return default;
        }
    }
}
