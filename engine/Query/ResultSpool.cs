using Analytics.Workers;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Query;

/// <summary>The Arrow stream of one result: its beginning in memory, the rest of a large one in a file; read as often as needed.</summary>
/// <remarks>A result stands on its own: its worker is free again, however slowly somebody downloads it.</remarks>
internal sealed class ResultSpool : IDisposable
{
    private readonly MemoryStream _memory = new();
    private SafeFileHandle? _file;
    private long _fileLength;
    private int _readers;
    private bool _isGone;

    /// <summary>Its bytes so far.</summary>
    public long Length => _memory.Length + _fileLength;

    /// <summary>Adds bytes to the beginning.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _memory.Write(bytes);

    /// <summary>Takes over the file with the rest; it goes with the spool.</summary>
    /// <param name="path">The file, which nobody has open any more.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public void TakeOver(string path)
    {
        _file = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            FileOptions.DeleteOnClose
        );
        _fileLength = RandomAccess.GetLength(_file);
        if (!OperatingSystem.IsWindows())
        {
            // The name can go at once, and so the worker's folder; what is open stays.
            File.Delete(path);
        }
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
            return new WindowStream(Length, Read, Close);
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

    private int Read(Span<byte> buffer, long position)
    {
        var inMemory = _memory.Length - position;
        if (inMemory <= 0)
        {
            return _file is null ? 0 : RandomAccess.Read(_file, buffer, -inMemory);
        }

        var part = (int)Math.Min(buffer.Length, inMemory);
        _memory.GetBuffer().AsSpan((int)position, part).CopyTo(buffer);
        return part;
    }
}
