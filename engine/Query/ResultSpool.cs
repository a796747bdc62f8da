using Microsoft.Win32.SafeHandles;

namespace Analytics.Query;

/// <summary>The Arrow stream of one result: in memory while it is small, then in a temporary file; read as often as needed.</summary>
/// <remarks>A result stands on its own: its worker is free again, however slowly somebody downloads it.</remarks>
internal sealed class ResultSpool : IDisposable
{
    private const int MostInMemory = 1024 * 1024;

    private readonly MemoryStream _memory = new();
    private SafeFileHandle? _file;
    private int _readers;
    private bool _isGone;

    /// <summary>Its bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_file is null && Length + bytes.Length > MostInMemory)
        {
            _file = File.OpenHandle(
                Path.Combine(Path.GetTempPath(), "analytics-" + Path.GetRandomFileName()),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                FileOptions.DeleteOnClose
            );
            RandomAccess.Write(_file, _memory.GetBuffer().AsSpan(0, (int)Length), 0);
            _memory.SetLength(0);
            _memory.Capacity = 0;
        }

        if (_file is null)
        {
            _memory.Write(bytes);
        }
        else
        {
            RandomAccess.Write(_file, bytes, Length);
        }

        Length += bytes.Length;
    }

    /// <summary>The stream from its start; the spool stays until the last reader is disposed.</summary>
    /// <returns>Null when the result has gone.</returns>
    public Stream? Open()
    {
        lock (_memory)
        {
            if (_isGone)
            {
                return null;
            }

            _readers++;
            return new Reader(this);
        }
    }

    /// <summary>Lets it go with its last reader.</summary>
    public void Dispose()
    {
        lock (_memory)
        {
            _isGone = true;
            Release();
        }
    }

    private void Close()
    {
        lock (_memory)
        {
            _readers--;
            Release();
        }
    }

    private void Release()
    {
        if (_isGone && _readers == 0)
        {
            _file?.Dispose();
        }
    }

    private sealed class Reader(ResultSpool spool) : Stream
    {
        private bool _isOpen = true;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => spool.Length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            var left = (int)Math.Min(buffer.Length, Length - Position);
            if (left <= 0)
            {
                return 0;
            }

            var read = left;
            if (spool._file is { } file)
            {
                read = RandomAccess.Read(file, buffer[..left], Position);
            }
            else
            {
                spool._memory.GetBuffer().AsSpan((int)Position, left).CopyTo(buffer);
            }

            Position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        // The file is in the system's cache, and a call of its own thread would cost more than the copy.
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
            if (_isOpen)
            {
                _isOpen = false;
                spool.Close();
            }

            base.Dispose(disposing);
        }
    }
}
