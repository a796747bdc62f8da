using System.Diagnostics;
using System.Security.Cryptography;
using Analytics.Domain;
using Analytics.Sources.Worker;
using Analytics.Workers;

namespace Analytics.Sources;

/// <summary>Reads each file in a child process with limits of time and memory: no file can stop or fill the program that asks.</summary>
/// <param name="options">How the worker is started, and its limits.</param>
public sealed class GuardedReader(GuardedReaderOptions options) : ISourceReader
{
    // A worker may take half a gigabyte: not more of them than processors.
    private static readonly SemaphoreSlim s_places = new(Environment.ProcessorCount, Environment.ProcessorCount);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The worker cannot be started: the program itself is incomplete.</exception>
    public SourceFile Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        var name = Path.GetFileName(fileName);
        SourceLimits.Check(name, bytes.Length);
        var request = new WorkerRequest(name, bytes, options.DeadlineFor(bytes.Length));
        s_places.Wait(cancel);
        try
        {
            var answer = Ask(request, cancel);
            return Understand(answer, request);
        }
        finally
        {
            s_places.Release();
        }
    }

    private static SourceFile Understand(AnswerFile answer, WorkerRequest request)
    {
        SourceFile? file = null;
        try
        {
            return file = WorkerAnswer.Read(
                answer,
                request,
                Convert.ToHexStringLower(SHA256.HashData(request.Bytes.Span))
            );
        }
        catch (Exception fault) when (fault is EndOfStreamException or InvalidDataException or FormatException)
        {
            throw new NoticeFormatException(WorkerRefusals.Crashed(request.FileName), fault);
        }
        finally
        {
            // The rows of a table are read later.
            if (file is not SourceTable)
            {
                answer.Remove();
            }
        }
    }

    private AnswerFile Ask(WorkerRequest request, CancellationToken cancel)
    {
        using var worker = LimitedProcess.Start(options.Command, options.LimitsFor(request.Bytes.Length));
        var isLate = false;
        using var deadline = new Timer(
            _ =>
            {
                isLate = true;
                LimitedProcess.Kill(worker);
            },
            null,
            request.Deadline,
            Timeout.InfiniteTimeSpan
        );
        using var cancelled = cancel.Register(() => LimitedProcess.Kill(worker));
        worker.ErrorDataReceived += static (_, _) => { };
        worker.BeginErrorReadLine();
        AnswerFile? answer = null;
        try
        {
            Send(request, worker);
            answer = AnswerFile.Take(worker.StandardOutput.BaseStream, options.MaxAnswerBytes);
            worker.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            return isLate
                ? throw new NoticeFormatException(WorkerRefusals.TooSlow(request.FileName, request.Deadline))
                : answer;
        }
        catch (InvalidDataException fault)
        {
            throw new NoticeFormatException(WorkerRefusals.OutOfMemory(request.FileName), fault);
        }
        catch when (Remove(answer))
        {
            throw;
        }
        finally
        {
            LimitedProcess.Kill(worker);
        }
    }

    private static bool Remove(AnswerFile? answer)
    {
        answer?.Remove();
        return false;
    }

    // A worker that has died takes no more; its answer, or the want of one, says why.
    private static void Send(WorkerRequest request, Process worker)
    {
        try
        {
            request.Write(worker.StandardInput.BaseStream);
            worker.StandardInput.Close();
        }
        catch (IOException) { }
    }
}
