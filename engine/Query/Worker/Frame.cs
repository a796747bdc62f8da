using System.Buffers.Binary;
using System.Text.Json;
using Analytics.Export;

namespace Analytics.Query.Worker;

/// <summary>What goes over the pipes between the server and a worker: a kind, a length, and so many bytes.</summary>
internal enum Frame : byte
{
    /// <summary>From the worker: it has opened the snapshot and waits.</summary>
    Ready = 1,

    /// <summary>To the worker: a <see cref="WorkerQuestion"/> as JSON.</summary>
    Question = 2,

    /// <summary>From the worker: some bytes of the Arrow stream.</summary>
    Data = 3,

    /// <summary>From the worker: the end of a result, a <see cref="WorkerEnd"/> as JSON.</summary>
    End = 4,

    /// <summary>From the worker: a <see cref="QueryFault"/> as JSON, whatever came before.</summary>
    Fault = 5,

    /// <summary>From the worker, after End or Fault: it takes another question. Without it, it ends.</summary>
    Again = 6,
}

/// <summary>A question as it goes to the worker.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Form">What to do with it.</param>
/// <param name="Parameters">Names and values.</param>
/// <param name="RowLimit">The most rows.</param>
/// <param name="ByteLimit">The most bytes.</param>
/// <param name="Milliseconds">The deadline.</param>
internal sealed record WorkerQuestion(
    string Sql,
    QueryForm Form,
    IReadOnlyList<WorkerParameter> Parameters,
    long RowLimit,
    long ByteLimit,
    long Milliseconds
);

/// <summary>A parameter as it goes to the worker: its type says how the text is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">null, text, bool, long, decimal or double.</param>
/// <param name="Value">Its value in invariant notation.</param>
internal sealed record WorkerParameter(string Name, string Type, string Value);

/// <summary>The end of a result.</summary>
/// <param name="Columns">Names and types.</param>
/// <param name="RowCount">The rows sent.</param>
/// <param name="Truncated">rows or bytes where a limit cut it off.</param>
/// <param name="FileName">The file of the worker's folder with what did not come as frames; null where all did.</param>
internal sealed record WorkerEnd(
    IReadOnlyList<ResultColumn> Columns,
    long RowCount,
    string? Truncated,
    string? FileName
);

/// <summary>Reads and writes frames.</summary>
internal static class Frames
{
    /// <summary>A frame is never longer; one that says so is no frame.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private const int HeadLength = 5;

    /// <summary>Writes a frame of bytes.</summary>
    public static void Write(Stream output, Frame kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        output.Write(head);
        output.Write(payload);
        output.Flush();
    }

    /// <summary>Writes a frame of JSON.</summary>
    public static void WriteJson<T>(Stream output, Frame kind, T payload) =>
        Write(output, kind, JsonSerializer.SerializeToUtf8Bytes(payload));

    /// <summary>Reads a frame into a buffer that grows as needed.</summary>
    /// <returns>Its kind and length; null at the end of the stream, also one in the middle of a frame.</returns>
    /// <exception cref="InvalidDataException">This is no frame.</exception>
    public static async ValueTask<(Frame Kind, int Length)?> ReadAsync(
        Stream input,
        FrameBuffer buffer,
        CancellationToken cancel
    )
    {
        var head = buffer.Head;
        if (await input.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancel) < HeadLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        if (length is < 0 or > MostBytes)
        {
            throw new InvalidDataException($"A frame of {length} bytes.");
        }

        var payload = buffer.Of(length);
        return await input.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false, cancel) < length
            ? null
            : ((Frame)head[0], length);
    }

    /// <summary>The payload as what it was.</summary>
    public static T Parse<T>(ReadOnlySpan<byte> payload) =>
        JsonSerializer.Deserialize<T>(payload) ?? throw new InvalidDataException("An empty frame.");
}

/// <summary>Room for one frame after another.</summary>
internal sealed class FrameBuffer
{
    private byte[] _bytes = new byte[64 * 1024];

    /// <summary>Room for the head.</summary>
    public byte[] Head { get; } = new byte[5];

    /// <summary>The first bytes of the payload.</summary>
    public ReadOnlySpan<byte> Payload(int length) => _bytes.AsSpan(0, length);

    /// <summary>Room for a payload.</summary>
    public Memory<byte> Of(int length)
    {
        if (length > _bytes.Length)
        {
            _bytes = new byte[Math.Max(length, Math.Min(2 * _bytes.Length, Frames.MostBytes))];
        }

        return _bytes.AsMemory(0, length);
    }
}
