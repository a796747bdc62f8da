using System.Globalization;

namespace Analytics.Query.Worker;

/// <summary>
/// Where a worker writes a result: its first megabyte leaves as data frames, the rest lies in a file of the worker's folder, which the server
/// takes over. Most results are small; through a pipe a large one would be copied three times more.
/// </summary>
/// <param name="output">Where the frames go.</param>
/// <param name="folder">The worker's own folder.</param>
internal sealed class ResultStream(Stream output, string folder) : Stream
{
    /// <summary>What leaves as frames.</summary>
    public const int MostInFrames = 1024 * 1024;

    private static int s_results;

    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _used;
    private long _written;
    private FileStream? _file;
    private bool _isWhole;

    /// <summary>How many bytes were written.</summary>
    public override long Length => _written;

    /// <summary>The name of the file with the rest; null where there is none.</summary>
    public string? FileName { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var room = (int)Math.Max(0, Math.Min(buffer.Length, MostInFrames - _written));
        _written += buffer.Length;
        Buffer(buffer[..room]);
        if (room < buffer.Length)
        {
            Rest().Write(buffer[room..]);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Sends what is left, and closes the file.</summary>
    public void Finish()
    {
        Send();
        _file?.Dispose();
        _file = null;
        _isWhole = true;
    }

    // The writer of Arrow flushes after every batch; a frame for each would cost more than the batch.
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        if (!_isWhole && FileName is not null)
        {
            // Half a result is none, and nobody else would remove it before the worker ends.
            File.Delete(Path.Combine(folder, FileName));
        }

        base.Dispose(disposing);
    }

    private void Buffer(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = Math.Min(bytes.Length, _buffer.Length - _used);
            bytes[..part].CopyTo(_buffer.AsSpan(_used));
            bytes = bytes[part..];
            _used += part;
            if (_used == _buffer.Length)
            {
                Send();
            }
        }
    }

    private void Send()
    {
        if (_used > 0)
        {
            Frames.Write(output, Frame.Data, _buffer.AsSpan(0, _used));
            _used = 0;
        }
    }

    private FileStream Rest()
    {
        FileName ??= string.Create(CultureInfo.InvariantCulture, $"result-{Interlocked.Increment(ref s_results)}");
        return _file ??= new FileStream(
            Path.Combine(folder, FileName),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 1024 * 1024
        );
    }
}
