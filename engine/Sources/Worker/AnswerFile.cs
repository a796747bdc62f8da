using System.Text;
using Analytics.Workers;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Sources.Worker;

/// <summary>The worker's answer in a temporary file, read as often as needed; the file goes when nobody holds this any more.</summary>
/// <remarks>A table of a million rows is larger than what this process should hold. The handle's own finalizer removes the file.</remarks>
internal sealed class AnswerFile
{
    private readonly SafeFileHandle _handle;
    private readonly long _length;

    private AnswerFile(SafeFileHandle handle, long length)
    {
        _handle = handle;
        _length = length;
    }

    /// <summary>Takes everything that comes.</summary>
    /// <param name="input">Read to its end.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <exception cref="InvalidDataException">More came.</exception>
    public static AnswerFile Take(Stream input, long limit)
    {
        var handle = File.OpenHandle(
            Path.Combine(Path.GetTempPath(), "analytics-" + Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            FileOptions.DeleteOnClose
        );
        try
        {
            var buffer = new byte[128 * 1024];
            var length = 0L;
            for (int read; (read = input.Read(buffer)) > 0; length += read)
            {
                if (length + read > limit)
                {
                    throw new InvalidDataException($"More than {limit} bytes.");
                }

                RandomAccess.Write(handle, buffer.AsSpan(0, read), length);
            }

            return new(handle, length);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Removes the file now, where nothing reads it later.</summary>
    public void Remove() => _handle.Dispose();

    /// <summary>A reader of its own, from a position on.</summary>
    public BinaryReader OpenAt(long position) =>
        new(new BufferedStream(new WindowStream(_length, Read) { Position = position }, 64 * 1024), Encoding.UTF8);

    private int Read(Span<byte> buffer, long position) => RandomAccess.Read(_handle, buffer, position);
}
