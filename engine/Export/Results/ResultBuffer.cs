using System.Buffers;
using System.Globalization;

namespace Analytics.Export;

/// <summary>Bytes that grow in a rented array until they are written; filled synchronously, emptied by <see cref="FlushAsync"/>.</summary>
internal sealed class ResultBuffer : IDisposable
{
    /// <summary>From this many bytes on it is worth a write.</summary>
    internal const int Full = 256 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Full + (Full / 4));

    internal int Length { get; private set; }

    internal bool IsFull => Length >= Full;

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Free room of at least this many bytes; <see cref="Advance"/> says how many were used.</summary>
    internal Span<byte> Room(int least)
    {
        if (_bytes.Length - Length < least)
        {
            Grow(least);
        }

        return _bytes.AsSpan(Length);
    }

    internal void Advance(int count) => Length += count;

    internal void Add(byte one)
    {
        Room(1)[0] = one;
        Length++;
    }

    internal void Add(ReadOnlySpan<byte> many)
    {
        many.CopyTo(Room(many.Length));
        Length += many.Length;
    }

    /// <summary>A number in invariant notation; at most 64 bytes.</summary>
    internal void Add<T>(T number)
        where T : IUtf8SpanFormattable
    {
        if (!number.TryFormat(Room(64), out var written, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("A number of the result is longer than 64 bytes.");
        }

        Length += written;
    }

    /// <summary>Forgets everything behind this place.</summary>
    internal void CutTo(int length) => Length = length;

    internal void Flush(Stream output)
    {
        output.Write(Written);
        Length = 0;
    }

    internal async ValueTask FlushAsync(Stream output, CancellationToken cancel)
    {
        if (Length > 0)
        {
            await output.WriteAsync(_bytes.AsMemory(0, Length), cancel);
            Length = 0;
        }
    }

    private void Grow(int least)
    {
        var size = Math.Min(Array.MaxLength, Math.Max((long)Length + least, _bytes.Length * 2L));
        var larger = ArrayPool<byte>.Shared.Rent(checked((int)size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
