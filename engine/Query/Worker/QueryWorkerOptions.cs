using System.Globalization;

namespace Analytics.Query.Worker;

/// <summary>What a worker is started for.</summary>
/// <param name="Snapshot">The snapshot's file.</param>
/// <param name="Folder">Its own empty folder, where large sorts may spill.</param>
/// <param name="MemoryBytes">What DuckDB may take.</param>
/// <param name="SpillBytes">What it may write to its folder.</param>
/// <param name="Threads">How many threads it works with.</param>
/// <param name="IsGated">False only in tests, which must see that the process holds by itself; it then answers one question.</param>
public sealed record QueryWorkerOptions(
    string Snapshot,
    string Folder,
    long MemoryBytes,
    long SpillBytes,
    int Threads,
    bool IsGated = true
)
{
    /// <summary>The arguments that a worker is started with, behind those of the program.</summary>
    public IReadOnlyList<string> ToArguments() =>
        [
            Snapshot,
            Folder,
            Invariant(MemoryBytes),
            Invariant(SpillBytes),
            Invariant(Threads),
            IsGated ? "gated" : "ungated",
        ];

    /// <summary>What the arguments said.</summary>
    /// <returns>Null when they are none of <see cref="ToArguments"/>.</returns>
    public static QueryWorkerOptions? Parse(IReadOnlyList<string> arguments) =>
        arguments is [var snapshot, var folder, var memory, var spill, var threads, "gated" or "ungated"]
        && long.TryParse(memory, CultureInfo.InvariantCulture, out var memoryBytes)
        && long.TryParse(spill, CultureInfo.InvariantCulture, out var spillBytes)
        && int.TryParse(threads, CultureInfo.InvariantCulture, out var threadCount)
            ? new(snapshot, folder, memoryBytes, spillBytes, threadCount, arguments[^1] == "gated")
            : null;

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
