namespace Analytics.Query.Worker;

/// <summary>A stream whose bytes leave as data frames.</summary>
/// <param name="output">Where they go.</param>
internal sealed class FrameStream(Stream output) : Stream
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _used;
    private long _written;

    /// <summary>How many bytes were written.</summary>
    public override long Length => _written;

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
        _written += buffer.Length;
        while (buffer.Length > 0)
        {
            var part = Math.Min(buffer.Length, _buffer.Length - _used);
            buffer[..part].CopyTo(_buffer.AsSpan(_used));
            buffer = buffer[part..];
            _used += part;
            if (_used == _buffer.Length)
            {
                Send();
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Sends what is left.</summary>
    public void Send()
    {
        if (_used > 0)
        {
            Frames.Write(output, Frame.Data, _buffer.AsSpan(0, _used));
            _used = 0;
        }
    }

    // The writer of Arrow flushes after every batch; a frame for each would cost more than the batch.
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
