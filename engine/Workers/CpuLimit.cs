using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Analytics.Workers;

/// <summary>The processor time of this very process: whatever cannot be interrupted ends there, also when nobody is left to end it.</summary>
internal static partial class CpuLimit
{
    private const int ProcessorTime = 0;

    /// <summary>Allows so much more from now on. The system counts the whole life of a process, so each piece of work raises the limit anew.</summary>
    /// <param name="more">Processor time; rounded up to seconds.</param>
    internal static void Allow(TimeSpan more)
    {
        if (OperatingSystem.IsWindows())
        {
            // The parent's deadline has to do: a job's time limit cannot be raised by the process in it.
            return;
        }

        using var self = Process.GetCurrentProcess();
        var until = (ulong)Math.Ceiling((self.TotalProcessorTime + more).TotalSeconds) + 1;
        if (GetLimit(ProcessorTime, out var limit) == 0 && until < limit.Most)
        {
            limit.Now = until;
            _ = SetLimit(ProcessorTime, in limit);
        }
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Now;
        public ulong Most;
    }
}
