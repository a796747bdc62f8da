using System.Text;
using Analytics.Domain;
using Analytics.Sources.Worker;

namespace Analytics.Sources;

/// <summary>The other end of <see cref="GuardedReader"/>: reads one file in a process of its own.</summary>
public static class SourceWorker
{
    /// <summary>Reads one request and writes one answer: the file as text or rows, or why not.</summary>
    /// <param name="input">The request; read to its end.</param>
    /// <param name="output">The answer.</param>
    /// <remarks>What is not the file's fault is thrown, and ends the process without a whole answer.</remarks>
    public static void Run(Stream input, Stream output) => Run(input, output, new SourceReader());

    /// <summary>The same with a reader of one's own.</summary>
    internal static void Run(Stream input, Stream output, ISourceReader reader)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        var request = WorkerRequest.Read(input);

        // Whoever asked kills this process at the deadline; should it have been killed itself, this does.
        using var last = new Timer(
            _ => Environment.FailFast("The deadline has passed."),
            null,
            request.Deadline + TimeSpan.FromSeconds(2),
            Timeout.InfiniteTimeSpan
        );
        using var buffer = new BufferedStream(output, 64 * 1024);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        SourceFile file;
        try
        {
            file = reader.Read(request.FileName, request.Bytes);
        }
        catch (NoticeFormatException refused)
        {
            WorkerAnswer.WriteRefusal(writer, refused.Message);
            return;
        }
        catch (OutOfMemoryException)
        {
            WorkerAnswer.WriteRefusal(writer, WorkerRefusals.OutOfMemory(request.FileName));
            return;
        }

        WorkerAnswer.Write(writer, file);
    }
}
