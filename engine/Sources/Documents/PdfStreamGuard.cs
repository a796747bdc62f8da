using System.IO.Compression;
using Analytics.Domain;

namespace Analytics.Sources.Documents;

/// <summary>Unpacks the streams of a PDF (压缩流) without keeping them, before the library does: it holds them whole, and takes a page that does not fit for one without text.</summary>
/// <remarks>Pictures are left out; nobody unpacks them.</remarks>
internal static class PdfStreamGuard
{
    /// <summary>The most bytes that one stream may unpack to: 64 MB; fonts of all Chinese characters have some 20 MB.</summary>
    public const long MaxStreamBytes = 64L * 1024 * 1024;

    // What stands before the word stream: the stream's dictionary, of which the filters are near its end or it is short.
    private const int DictionaryBytes = 2048;

    // A stream packed more often than this is left to the limits of the worker.
    private const int MostFilters = 4;

    /// <summary>Looks through all streams.</summary>
    /// <param name="fileName">The file, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="NoticeFormatException">A stream, or all together, unpack to too much.</exception>
    public static void Check(string fileName, ReadOnlyMemory<byte> bytes)
    {
        var buffer = new byte[128 * 1024];
        var total = 0L;
        for (var at = Next(bytes.Span, 0); at >= 0; at = Next(bytes.Span, at))
        {
            var length = Unpacked(bytes, at, buffer);
            total += length;
            if (length > MaxStreamBytes || total > ArchiveGuard.MaxTotalBytes)
            {
                var limit = length > MaxStreamBytes ? MaxStreamBytes : ArchiveGuard.MaxTotalBytes;
                throw new NoticeFormatException(
                    $"文件“{fileName}”没有读取：里面压缩的内容解开后超过上限 {limit / 1048576} MB，像“压缩炸弹”。"
                        + "请用 PDF 阅读器或 WPS 打开它，重新打印（导出）为 PDF，或索取 Word 版后再读取。"
                );
            }
        }
    }

    // Behind the word, which a line end follows; the one in endstream is no beginning.
    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; ; )
        {
            var found = bytes[at..].IndexOf("stream"u8);
            if (found < 0)
            {
                return -1;
            }

            var start = at + found;
            at = start + 6;
            if (!bytes[..start].EndsWith("end"u8))
            {
                return at;
            }
        }
    }

    private static long Unpacked(ReadOnlyMemory<byte> bytes, int at, byte[] buffer)
    {
        var before = bytes.Span[Math.Max(0, at - DictionaryBytes)..at];
        var dictionary = before[(before.LastIndexOf("obj"u8) + 1)..];
        var filters = Math.Min(dictionary.Count("/FlateDecode"u8) + dictionary.Count("/Fl "u8), MostFilters);
        if (filters == 0 || dictionary.IndexOf("/Image"u8) >= 0)
        {
            return 0;
        }

        while (at < bytes.Length && bytes.Span[at] is (byte)'\r' or (byte)'\n' or (byte)' ')
        {
            at++;
        }

        Stream stream = ArchiveGuard.AsStream(bytes[at..]);
        for (var i = 0; i < filters; i++)
        {
            stream = new ZLibStream(stream, CompressionMode.Decompress);
        }

        var length = 0L;
        try
        {
            using (stream)
            {
                for (int read; length <= MaxStreamBytes && (read = stream.Read(buffer)) > 0; )
                {
                    length += read;
                }
            }
        }
        catch (InvalidDataException)
        {
            // What is damaged is the library's to name; what came before counts.
        }

        return length;
    }
}
