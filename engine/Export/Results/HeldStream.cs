namespace Analytics.Export;

/// <summary>Takes the synchronous writes of a library and holds them until <see cref="DrainAsync"/>; a web server refuses such writes.</summary>
internal sealed class HeldStream(Stream output) : Stream
{
    private readonly ResultBuffer _held = new();
    private long _drained;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _drained + _held.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes on what is held, when it is enough for a write or <paramref name="isLast"/>.</summary>
    internal ValueTask DrainAsync(bool isLast, CancellationToken cancel)
    {
        if (!isLast && !_held.IsFull)
        {
            return ValueTask.CompletedTask;
        }

        _drained += _held.Length;
        return _held.FlushAsync(output, cancel);
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Add(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Add(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // What is held leaves by DrainAsync alone.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _held.Dispose();
        }

        base.Dispose(disposing);
    }
}
