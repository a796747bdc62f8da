using System.Diagnostics;
using System.Globalization;

namespace Analytics.Sources.Worker;

/// <summary>The command line and environment of a worker, with its limits of memory.</summary>
internal static class WorkerStart
{
    private const string Shell = "/bin/sh";

    // No core dumps: they would hold the file. Then the data segment, in kilobytes; the shell is replaced by the worker.
    private const string Limits = "ulimit -c 0; ulimit -d \"$1\"; shift; exec \"$@\"";

    /// <summary>How to start a worker for a file of that size.</summary>
    public static ProcessStartInfo Of(GuardedReaderOptions options, long bytes)
    {
        var heap = options.HeapBytes + (2 * bytes);
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsLinux() && File.Exists(Shell))
        {
            start.FileName = Shell;
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(Limits);
            start.ArgumentList.Add("worker");
            start.ArgumentList.Add(((heap + options.OtherBytes) / 1024).ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(options.Command);
        }
        else
        {
            start.FileName = options.Command;
        }

        foreach (var argument in options.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The server's own settings are for many processors and much memory.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + heap.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
