using System.Runtime.InteropServices;
using Analytics.Sources;

namespace Analytics.Dashboard;

/// <summary>This program as the worker that reads files: how it is started, and what it then does. No verb of the command line, so no help names it.</summary>
internal static class SourceWorkerCommand
{
    /// <summary>The argument that makes the program a worker.</summary>
    public const string Verb = "source-worker";

    /// <summary>Reads everything that comes from outside.</summary>
    public static GuardedReader MakeReader() => new(Options());

    /// <summary>Answers one request on the standard streams, if that is what the program was started for.</summary>
    /// <returns>Whether it was.</returns>
    public static bool TryRun(IReadOnlyList<string> arguments)
    {
        if (arguments is not [Verb])
        {
            return false;
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // What a library prints must not get into the answer.
        Console.SetOut(TextWriter.Null);
        SourceWorker.Run(input, output);
        return true;
    }

    /// <summary>The command that starts this program once more, however it was started.</summary>
    internal static GuardedReaderOptions Options()
    {
        var program = typeof(SourceWorkerCommand).Assembly.Location;
        var process = Environment.ProcessPath ?? "";
        var isOwnHost =
            program.Length == 0
            || Path.GetFileNameWithoutExtension(process) == Path.GetFileNameWithoutExtension(program);
        if (isOwnHost)
        {
            return new(process, [Verb]);
        }

        // dotnet analytics.dll, or a test that has the program beside it.
        var runtime = RuntimeEnvironment.GetRuntimeDirectory();
        var host = Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return new(File.Exists(host) ? Path.GetFullPath(host) : process, ["exec", program, Verb]);
    }
}
