using Analytics.Query;
using Analytics.Query.Worker;

namespace Analytics.Dashboard;

/// <summary>This program as the worker that runs ad-hoc SQL: how it is started, and what it then does. No verb of the command line, so no help names it.</summary>
internal static class QueryWorkerCommand
{
    /// <summary>The argument that makes the program a worker.</summary>
    public const string Verb = "query-worker";

    /// <summary>How queries are run.</summary>
    public static QueryPoolOptions Options() => new(OwnProgram.As(Verb));

    /// <summary>Answers queries on the standard streams, if that is what the program was started for.</summary>
    /// <returns>Whether it was.</returns>
    public static bool TryRun(IReadOnlyList<string> arguments)
    {
        if (
            arguments.Count == 0
            || arguments[0] != Verb
            || QueryWorkerOptions.Parse([.. arguments.Skip(1)]) is not { } options
        )
        {
            return false;
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();

        // What a library prints must not get into the answer.
        Console.SetOut(TextWriter.Null);
        QueryWorker.Run(input, output, options);
        return true;
    }
}
