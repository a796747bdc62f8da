using System.Diagnostics;
using System.Globalization;
using Analytics.Workers;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Analytics.Query.Worker;

/// <summary>The other end of <see cref="QueryPool"/>: answers questions about one snapshot, in a process of its own that may be ended at any time.</summary>
public static class QueryWorker
{
    // A process that has worked so long makes room for a fresh one: what DuckDB keeps between queries never piles up.
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(5);

    /// <summary>Answers until the input ends.</summary>
    /// <param name="input">Questions.</param>
    /// <param name="output">Answers.</param>
    /// <param name="options">The snapshot and the limits.</param>
    public static void Run(Stream input, Stream output, QueryWorkerOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        using var snapshot = SandboxedSnapshot.Open(options);
        Frames.Write(output, Frame.Ready, []);
        var buffer = new FrameBuffer();
        while (Read(input, buffer) is { } question)
        {
            CpuLimit.Allow(TimeSpan.FromMilliseconds(question.Milliseconds * options.Threads));

            // Whoever asked ends this process at the deadline; should it have been ended itself, this does.
            using var last = new Timer(
                _ => Environment.FailFast("The deadline has passed."),
                null,
                TimeSpan.FromMilliseconds(question.Milliseconds) + TimeSpan.FromSeconds(2),
                Timeout.InfiniteTimeSpan
            );
            if (!Answer(output, snapshot, question, options.IsGated) || IsOld())
            {
                return;
            }

            Frames.Write(output, Frame.Again, []);
        }
    }

    // Whether this process can be trusted with another question.
    private static bool Answer(Stream output, SandboxedSnapshot snapshot, WorkerQuestion question, bool isGated)
    {
        try
        {
            var end = snapshot.Answer(question, output);
            Frames.WriteJson(output, Frame.End, end);

            // Without the gate it may have been anything, also what stays behind for the next.
            return isGated;
        }
        catch (QueryException refused)
        {
            Frames.WriteJson(output, Frame.Fault, refused.Fault);
            return true;
        }
        catch (DuckDBException fault)
        {
            Frames.WriteJson(output, Frame.Fault, DuckDbFaults.Of(fault, question.Sql));
            return fault.ErrorType
                    is not (
                        DuckDBErrorType.OutOfMemory
                        or DuckDBErrorType.Fatal
                        or DuckDBErrorType.Internal
                        or DuckDBErrorType.Interrupt
                    )
                && snapshot.IsSound();
        }
        catch (IOException fault)
        {
            Frames.WriteJson(
                output,
                Frame.Fault,
                new QueryFault(
                    QueryFaultKind.Failed,
                    $"结果写不进临时文件（{fault.Message}）。请清理磁盘，或少取几行。"
                )
            );
            return false;
        }
        catch (OutOfMemoryException)
        {
            Frames.WriteJson(output, Frame.Fault, new QueryFault(QueryFaultKind.Memory, DuckDbFaults.Memory));
            return false;
        }
    }

    private static bool IsOld()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime > s_life;
    }

    private static WorkerQuestion? Read(Stream input, FrameBuffer buffer)
    {
        var frame = Frames.ReadAsync(input, buffer, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return frame is (Frame.Question, var length) ? Frames.Parse<WorkerQuestion>(buffer.Payload(length)) : null;
    }

    /// <summary>The value of a parameter.</summary>
    internal static object ValueOf(WorkerParameter parameter) =>
        parameter.Type switch
        {
            "null" => DBNull.Value,
            "bool" => bool.Parse(parameter.Value),
            "long" => long.Parse(parameter.Value, CultureInfo.InvariantCulture),
            "decimal" => decimal.Parse(parameter.Value, CultureInfo.InvariantCulture),
            "double" => double.Parse(parameter.Value, CultureInfo.InvariantCulture),
            _ => parameter.Value,
        };
}
