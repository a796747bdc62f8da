namespace Analytics.Workers;

/// <summary>A view of what a worker has written, with a position of its own; many may look at once.</summary>
/// <param name="length">How many bytes there are.</param>
/// <param name="read">Reads into the buffer from a position on; returns how many, 0 at the end.</param>
/// <param name="closed">Told once when the view is closed; what it looks at stays otherwise.</param>
internal sealed class WindowStream(long length, WindowStream.ReadAt read, Action? closed = null) : Stream
{
    /// <summary>Reads into the buffer from a position on.</summary>
    public delegate int ReadAt(Span<byte> buffer, long position);

    private Action? _closed = closed;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = read(buffer, Position);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // Files lie in the system's cache, and a call of its own thread would cost more than the copy.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Current => Position + offset,
            SeekOrigin.End => Length + offset,
            _ => offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _closed, null)?.Invoke();
        base.Dispose(disposing);
    }
}
