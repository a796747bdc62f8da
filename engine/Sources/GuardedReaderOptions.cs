using Analytics.Workers;

namespace Analytics.Sources;

/// <summary>How <see cref="GuardedReader"/> starts its worker, and what a worker may use.</summary>
/// <param name="Command">The program to start; it must call <see cref="SourceWorker.Run(Stream, Stream)"/> on its standard input and output.</param>
public sealed record GuardedReaderOptions(WorkerCommand Command)
{
    /// <summary>How long a small file may take; 8 seconds.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How much longer each further 10 MB may take; 1 second.</summary>
    public TimeSpan DeadlinePer10Megabytes { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The managed heap of a worker beside twice the file itself, in bytes; 384 MB.</summary>
    public long HeapBytes { get; init; } = 384L * 1024 * 1024;

    /// <summary>What the worker's process may take beside its heap, in bytes, where the system can limit it (Linux); 512 MB.</summary>
    public long OtherBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>The largest answer that is taken, in bytes; 1 GB. It is kept in a temporary file.</summary>
    public long MaxAnswerBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The time that a file of that size may take.</summary>
    /// <param name="bytes">Its size.</param>
    public TimeSpan DeadlineFor(long bytes) => Deadline + (DeadlinePer10Megabytes * (bytes / (10.0 * 1024 * 1024)));

    /// <summary>The memory that a worker for a file of that size may take.</summary>
    /// <param name="bytes">Its size.</param>
    public ProcessLimits LimitsFor(long bytes) => new(HeapBytes + (2 * bytes), OtherBytes);
}
