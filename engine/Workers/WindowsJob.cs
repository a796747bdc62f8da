using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Analytics.Workers;

/// <summary>A job object of Windows: the memory of a child process ends at a limit, and the child ends with its parent.</summary>
/// <remarks>Source: Microsoft Learn, "Job Objects", JOBOBJECT_EXTENDED_LIMIT_INFORMATION. It takes the place of ulimit.</remarks>
[SupportedOSPlatform("windows")]
internal static partial class WindowsJob
{
    private const int ExtendedLimitInformation = 9;
    private const uint LimitProcessTime = 0x2;
    private const uint LimitProcessMemory = 0x100;
    private const uint DieOnUnhandledException = 0x400;
    private const uint KillOnJobClose = 0x2000;

    /// <summary>Puts a process into a job of its own.</summary>
    /// <param name="process">The process.</param>
    /// <param name="bytes">The most memory it may commit.</param>
    /// <param name="time">The most processor time of its whole life; null for no limit.</param>
    /// <exception cref="Win32Exception">Windows refuses; the process has been ended.</exception>
    internal static void Confine(Process process, long bytes, TimeSpan? time)
    {
        var job = CreateJobObject(IntPtr.Zero, IntPtr.Zero);
        var limits = new ExtendedLimits
        {
            Basic = new()
            {
                LimitFlags =
                    LimitProcessMemory
                    | DieOnUnhandledException
                    | KillOnJobClose
                    | (time is null ? 0 : LimitProcessTime),
                PerProcessUserTimeLimit = time?.Ticks ?? 0,
            },
            ProcessMemoryLimit = (nuint)bytes,
        };
        var isHeld =
            job != IntPtr.Zero
            && SetInformationJobObject(
                job,
                ExtendedLimitInformation,
                ref limits,
                (uint)Marshal.SizeOf<ExtendedLimits>()
            )
            && AssignProcessToJobObject(job, process.Handle);
        if (!isHeld)
        {
            var fault = new Win32Exception(Marshal.GetLastPInvokeError());
            process.Kill(entireProcessTree: true);
            _ = CloseHandle(job);
            throw fault;
        }

        // The handle stays open as long as the process: closing it ends the process.
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ = CloseHandle(job);
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    private static partial IntPtr CreateJobObject(IntPtr attributes, IntPtr name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(
        IntPtr job,
        int information,
        ref ExtendedLimits limits,
        uint length
    );

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(IntPtr job, IntPtr process);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CloseHandle(IntPtr handle);

    [StructLayout(LayoutKind.Sequential)]
    private struct BasicLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoCounters
    {
        public ulong ReadOperationCount;
        public ulong WriteOperationCount;
        public ulong OtherOperationCount;
        public ulong ReadTransferCount;
        public ulong WriteTransferCount;
        public ulong OtherTransferCount;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public BasicLimits Basic;
        public IoCounters Io;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
