using System.Diagnostics;
using Analytics.Workers;

namespace Analytics.Query.Worker;

/// <summary>A running worker, seen from the server.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Stream _output;
    private readonly FrameBuffer _buffer = new();

    private WorkerProcess(Process process, string folder, string snapshot)
    {
        _process = process;
        _folder = folder;
        _output = process.StandardOutput.BaseStream;
        Snapshot = snapshot;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>The snapshot it answers about.</summary>
    public string Snapshot { get; }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it runs.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Starts one and waits until it has opened the snapshot.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started, or ends at once.</exception>
    public static async Task<WorkerProcess> StartAsync(
        QueryPoolOptions options,
        string snapshot,
        CancellationToken cancel
    )
    {
        var folder = Directory.CreateTempSubdirectory("analytics-query-").FullName;
        var worker = new QueryWorkerOptions(
            snapshot,
            folder,
            options.MemoryBytes,
            options.SpillBytes,
            options.Threads,
            options.IsGated
        );
        WorkerProcess? started = null;
        try
        {
            var command = options.Command with { Arguments = [.. options.Command.Arguments, .. worker.ToArguments()] };
            var limits = new ProcessLimits(options.HeapBytes, options.OtherBytes, folder, TimeSpan.FromMinutes(10));
            started = new(LimitedProcess.Start(command, limits), folder, snapshot);
            return await started.ReadAsync(cancel) is (Frame.Ready, _)
                ? started
                : throw new InvalidOperationException("查询程序没有启动：它打不开数据的快照，或内存不足。");
        }
        catch
        {
            started?.Dispose();
            Remove(folder);
            throw;
        }
    }

    /// <summary>Asks; the answer comes frame by frame.</summary>
    /// <exception cref="IOException">It has ended.</exception>
    public void Ask(WorkerQuestion question) =>
        Frames.WriteJson(_process.StandardInput.BaseStream, Frame.Question, question);

    /// <summary>The next frame; null when the worker has ended.</summary>
    public ValueTask<(Frame Kind, int Length)?> ReadAsync(CancellationToken cancel) =>
        Frames.ReadAsync(_output, _buffer, cancel);

    /// <summary>The payload of the frame read last.</summary>
    public ReadOnlySpan<byte> Payload(int length) => _buffer.Payload(length);

    /// <summary>A file of its folder.</summary>
    public string PathOf(string fileName) => Path.Combine(_folder, Path.GetFileName(fileName));

    /// <summary>Ends it now, in the middle of whatever it does.</summary>
    public void Kill() => LimitedProcess.Kill(_process);

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _process.Dispose();
        Remove(_folder);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A file of a process that is just ending; the system's own cleaning takes it.
        }
    }
}
