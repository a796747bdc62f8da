using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>Looks through a zip-based file (.docx, .xlsx, .ofd) before any library opens it: sizes, nesting, coordinates. Streaming; nothing is kept.</summary>
/// <remarks>None of the libraries survives every hostile file alone: one hangs at a single cell in the last corner of a sheet, others inflate without end.</remarks>
internal static class ArchiveGuard
{
    /// <summary>The most entries.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>The most bytes that all entries may unpack to: 400 MB.</summary>
    public const long MaxTotalBytes = 400L * 1024 * 1024;

    /// <summary>The most bytes that one entry may unpack to: 200 MB.</summary>
    public const long MaxEntryBytes = 200L * 1024 * 1024;

    /// <summary>How many times larger than packed an entry may be, once it is over <see cref="SmallEntryBytes"/>.</summary>
    public const int MaxRatio = 200;

    /// <summary>Entries up to 4 MB may be packed as tightly as they like.</summary>
    public const long SmallEntryBytes = 4 * 1024 * 1024;

    /// <summary>The deepest nesting of elements: a document of the office has some twenty.</summary>
    public const int MaxDepth = 256;

    private static readonly byte[] s_blank = [0xEF, 0xBB, 0xBF, .. " \r\n\t"u8];

    /// <summary>Opens an archive without copying it.</summary>
    /// <exception cref="InvalidDataException">It is no whole zip.</exception>
    public static ZipArchive Open(ReadOnlyMemory<byte> bytes)
    {
        if (IsCrowded(bytes.Span))
        {
            throw new InvalidDataException($"More than {MaxEntries} entries.");
        }

        return new(AsStream(bytes), ZipArchiveMode.Read);
    }

    /// <summary>Whether the archive says that it has more than <see cref="MaxEntries"/>; its directory is not read for that.</summary>
    public static bool IsCrowded(ReadOnlySpan<byte> bytes) => EntriesStated(bytes) > MaxEntries;

    /// <summary>The bytes as a stream, without copying them where that is possible.</summary>
    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(bytes.ToArray(), writable: false);

    /// <summary>Looks through all parts.</summary>
    /// <param name="fileName">The file, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="kind">What it is. Programs that write OFD leave ill-formed parts beside the pages; its reader parses only what it reads.</param>
    /// <exception cref="NoticeFormatException">The file is over a limit, nested too deeply, has a DTD, or cells where no sheet has any.</exception>
    public static void Check(string fileName, ReadOnlyMemory<byte> bytes, FileKind kind)
    {
        try
        {
            using var archive = Open(bytes);
            CheckSizes(fileName, archive);
            var strings = new SharedStringGuard(fileName);
            foreach (var entry in archive.Entries)
            {
                var isNamed =
                    entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                    || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
                if (isNamed || LooksLikeXml(entry))
                {
                    CheckXml(fileName, entry, isNamed && kind != FileKind.Ofd, strings);
                }
            }

            strings.Check();
        }
        catch (InvalidDataException fault)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”已损坏或没有传完整（压缩结构读不出来）。请重新获取这份文件，或用 Word、Excel 或 WPS 打开后另存一份再读取。",
                fault
            );
        }
    }

    private static void CheckSizes(string fileName, ZipArchive archive)
    {
        if (archive.Entries.Count > MaxEntries)
        {
            throw Refuse(fileName, $"里面有 {archive.Entries.Count} 个部件，超过上限 {MaxEntries} 个");
        }

        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            total += entry.Length;
            if (entry.Length > MaxEntryBytes)
            {
                throw Refuse(
                    fileName,
                    $"其中的 {entry.FullName} 解开后有 {entry.Length / 1048576} MB，超过上限 {MaxEntryBytes / 1048576} MB"
                );
            }

            if (entry.Length > SmallEntryBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio)
            {
                throw Refuse(
                    fileName,
                    $"其中的 {entry.FullName} 解开后是原来的 {entry.Length / Math.Max(1, entry.CompressedLength)} 倍，像“压缩炸弹”"
                );
            }

            if (total > MaxTotalBytes)
            {
                throw Refuse(fileName, $"解开后超过上限 {MaxTotalBytes / 1048576} MB");
            }
        }
    }

    // The parts of a file may have any names: what a library will take for XML is told by its beginning.
    private static bool LooksLikeXml(ZipArchiveEntry entry)
    {
        Span<byte> head = stackalloc byte[64];
        using var stream = entry.Open();
        var start = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start.TrimStart(s_blank) is [(byte)'<', ..];
    }

    // Pictures and drawings in XML need not be well-formed (.vml): what is not ends before a library could be harmed.
    private static void CheckXml(string fileName, ZipArchiveEntry entry, bool mustParse, SharedStringGuard strings)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = MaxEntryBytes,
        };
        try
        {
            using var stream = new BoundedStream(entry.Open(), entry.Length);
            using var reader = XmlReader.Create(stream, settings);
            SheetGuard? sheet = null;
            var isStrings = false;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    sheet?.CheckText(reader);
                    continue;
                }

                if (reader.Depth > MaxDepth)
                {
                    throw Refuse(fileName, $"其中的 {entry.FullName} 嵌套超过 {MaxDepth} 层");
                }

                if (reader.Depth == 0 && reader.LocalName == "worksheet")
                {
                    sheet = new(fileName, entry.FullName, strings);
                }
                else if (reader.Depth == 0)
                {
                    isStrings = reader.LocalName == "sst";
                }
                else if (isStrings && reader is { Depth: 1, LocalName: "si" })
                {
                    strings.Add();
                }

                sheet?.Check(reader);
            }
        }
        catch (XmlException) when (!mustParse) { }
        catch (XmlException fault)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”内部的 {entry.FullName}（第{fault.LineNumber}行）不合规范：已损坏，或带有不允许的 DTD 声明。"
                    + "请用 Word、Excel 或 WPS 打开后另存一份再读取。",
                fault
            );
        }
    }

    /// <summary>The refusal of a file that no office program would have made.</summary>
    internal static NoticeFormatException Refuse(string fileName, string reason) =>
        new(
            $"文件“{fileName}”没有读取：{reason}。请用 Word、Excel 或 WPS 打开它，另存为新的 .docx 或 .xlsx 后再读取。"
        );

    // The end record is the last thing in the file; it is looked at before the directory is read into memory.
    private static int EntriesStated(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[^Math.Min(bytes.Length, 22 + ushort.MaxValue)..];
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + 12 <= tail.Length ? tail[end + 10] | (tail[end + 11] << 8) : 0;
    }
}
