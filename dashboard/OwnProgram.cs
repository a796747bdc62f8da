using System.Runtime.InteropServices;
using Analytics.Workers;

namespace Analytics.Dashboard;

/// <summary>This program, started once more as a worker.</summary>
internal static class OwnProgram
{
    /// <summary>The command that starts it, however it was started itself.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static WorkerCommand As(params string[] arguments)
    {
        var program = typeof(OwnProgram).Assembly.Location;
        var process = Environment.ProcessPath ?? "";
        var isOwnHost =
            program.Length == 0
            || Path.GetFileNameWithoutExtension(process) == Path.GetFileNameWithoutExtension(program);
        if (isOwnHost)
        {
            return new(process, arguments);
        }

        // dotnet analytics.dll, or a test that has the program beside it.
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var host = Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new(File.Exists(host) ? Path.GetFullPath(host) : process, ["exec", program, .. arguments]);
    }
}
