using System.Text;

namespace Analytics.Sources.Worker;

/// <summary>What the worker is asked: one file, and how long it may take.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Deadline">After this time the worker ends itself, should nobody be left to end it.</param>
internal sealed record WorkerRequest(string FileName, ReadOnlyMemory<byte> Bytes, TimeSpan Deadline)
{
    /// <summary>Writes it: name, milliseconds, length, bytes.</summary>
    public void Write(Stream output)
    {
        using (var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(FileName);
            writer.Write((long)Deadline.TotalMilliseconds);
            writer.Write(Bytes.Length);
        }

        output.Write(Bytes.Span);
        output.Flush();
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="EndOfStreamException">The request is cut off.</exception>
    public static WorkerRequest Read(Stream input)
    {
        using var reader = new BinaryReader(input, Encoding.UTF8, leaveOpen: true);
        var name = reader.ReadString();
        var deadline = TimeSpan.FromMilliseconds(reader.ReadInt64());
        var bytes = new byte[reader.ReadInt32()];
        input.ReadExactly(bytes);
        return new(name, bytes, deadline);
    }
}
