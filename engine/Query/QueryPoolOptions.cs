using Analytics.Workers;

namespace Analytics.Query;

/// <summary>How queries are run, and what they may take.</summary>
/// <param name="Command">The program that calls <see cref="Worker.QueryWorker.Run"/>; the pool adds the options of the worker behind its arguments.</param>
public sealed record QueryPoolOptions(WorkerCommand Command)
{
    /// <summary>How many run at once; as many as processors, at most 4.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How many may wait; 50.</summary>
    public int MostWaiting { get; init; } = 50;

    /// <summary>What DuckDB may take in a worker; 400 MB. It does not always obey, see <see cref="OtherBytes"/>.</summary>
    public long MemoryBytes { get; init; } = 400L * 1024 * 1024;

    /// <summary>The managed heap of a worker; 96 MB.</summary>
    public long HeapBytes { get; init; } = 96L * 1024 * 1024;

    /// <summary>What a worker may take beside its heap, DuckDB's memory included; 900 MB.</summary>
    public long OtherBytes { get; init; } = 900L * 1024 * 1024;

    /// <summary>What sorts and joins may write to the worker's folder; 1 GB.</summary>
    public long SpillBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Threads of one worker; the processors shared out among the workers.</summary>
    public int Threads { get; init; } =
        Math.Max(1, Environment.ProcessorCount / Math.Clamp(Environment.ProcessorCount, 1, 4));

    /// <summary>False only in tests: the process must hold also without the gate.</summary>
    public bool IsGated { get; init; } = true;
}
