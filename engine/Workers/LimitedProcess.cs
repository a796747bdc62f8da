using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Workers;

/// <summary>A child process that may not take more of the machine than it is given: memory of its heap and of the rest, no core dumps.</summary>
public static class LimitedProcess
{
    private const string Shell = "/bin/sh";

    // No core dumps: they would hold the data. Then the data segment, in kilobytes; the shell is replaced by the worker.
    private const string Limits = "ulimit -c 0; ulimit -d \"$1\"; shift; exec \"$@\"";

    /// <summary>Starts it, with its three streams redirected.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="limits">What it may take. Linux and Windows hold it to the whole, other systems to the heap alone.</param>
    /// <exception cref="InvalidOperationException">It cannot be started: the program itself is incomplete.</exception>
    public static Process Start(WorkerCommand command, ProcessLimits limits)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            var process =
                Process.Start(StartInfoOf(command, limits))
                ?? throw new InvalidOperationException($"程序 {command.Program} 没有启动。");
            if (OperatingSystem.IsWindows())
            {
                WindowsJob.Confine(process, limits.HeapBytes + limits.OtherBytes, limits.ProcessorTime);
            }

            return process;
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"程序 {command.Program} 无法启动：{fault.Message}", fault);
        }
    }

    /// <summary>Ends it and what it has started; one that has ended already is left alone.</summary>
    public static void Kill(Process worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        try
        {
            if (!worker.HasExited)
            {
                worker.Kill(entireProcessTree: true);
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    private static ProcessStartInfo StartInfoOf(WorkerCommand command, ProcessLimits limits)
    {
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
            var data = (limits.HeapBytes + limits.OtherBytes) / 1024;
            start.FileName = Shell;
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(Limits);
            start.ArgumentList.Add("worker");
            start.ArgumentList.Add(data.ToString(CultureInfo.InvariantCulture));
            start.ArgumentList.Add(command.Program);
        }
        else
        {
            start.FileName = command.Program;
        }

        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The server's own settings are for many processors and much memory.
        start.Environment["DOTNET_GCHeapHardLimit"] =
            "0x" + limits.HeapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (limits.Folder is { } folder)
        {
            start.WorkingDirectory = folder;
            foreach (var name in (string[])["HOME", "TMPDIR", "TEMP", "TMP", "USERPROFILE"])
            {
                start.Environment[name] = folder;
            }
        }

        return start;
    }
}

/// <summary>A program and its arguments.</summary>
/// <param name="Program">The program to start.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record WorkerCommand(string Program, IReadOnlyList<string> Arguments);

/// <summary>What a child process may take.</summary>
/// <param name="HeapBytes">Its managed heap.</param>
/// <param name="OtherBytes">What it may take beside its heap.</param>
/// <param name="Folder">The only folder it should write to: its working, home and temporary folder; null for those of the parent.</param>
/// <param name="ProcessorTime">The processor time of its whole life, where the parent can limit it (Windows); elsewhere see <see cref="CpuLimit"/>.</param>
public sealed record ProcessLimits(
    long HeapBytes,
    long OtherBytes,
    string? Folder = null,
    TimeSpan? ProcessorTime = null
);
