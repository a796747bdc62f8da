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

    /// <summary>The limits of its workers, and how they are started.</summary>
    internal static GuardedReaderOptions Options() => new(OwnProgram.As(Verb));
}
