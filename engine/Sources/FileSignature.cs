using System.Text;

namespace Analytics.Sources;

/// <summary>Tells what a file is by its content (文件头).</summary>
internal static class FileSignature
{
    // Enough for a byte order mark, comments and an XML declaration before the first element.
    private const int HeadBytes = 4096;

    private static readonly string[] s_htmlStarts =
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<table",
        "<meta",
        "<div",
    ];

    /// <summary>The kind of the content.</summary>
    public static FileKind Of(ReadOnlyMemory<byte> bytes) =>
        bytes.Span switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => OfZip(bytes),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => OfOle(bytes.Span),
            [0x52, 0x61, 0x72, 0x21, ..]
            or [0x37, 0x7A, 0xBC, 0xAF, ..]
            or [0x1F, 0x8B, ..]
            or [0x42, 0x5A, 0x68, ..]
            or [0xFD, 0x37, 0x7A, 0x58, ..] => FileKind.Archive,
            [0x89, 0x50, 0x4E, 0x47, ..]
            or [0xFF, 0xD8, 0xFF, ..]
            or [0x47, 0x49, 0x46, 0x38, ..]
            or [0x49, 0x49, 0x2A, 0x00, ..]
            or [0x4D, 0x4D, 0x00, 0x2A, ..]
            or [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..]
            or [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => FileKind.Picture,
            [0x4D, 0x5A, ..] when bytes.Length > 128 && bytes.Span[..128].Contains((byte)0) => FileKind.Program,
            [0x7F, 0x45, 0x4C, 0x46, ..] => FileKind.Program,
            [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => FileKind.Rtf,
            // Mail programs put a line or two before it.
            var all when all[..Math.Min(all.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
            var all => OfText(all),
        };

    private static FileKind OfZip(ReadOnlyMemory<byte> bytes)
    {
        if (ArchiveGuard.IsCrowded(bytes.Span))
        {
            return FileKind.CrowdedZip;
        }

        try
        {
            using var archive = ArchiveGuard.Open(bytes);
            var names = archive.Entries.Take(ArchiveGuard.MaxEntries).Select(entry => entry.FullName).ToList();
            return OfEntries(names);
        }
        catch (InvalidDataException)
        {
            return FileKind.BrokenZip;
        }
    }

    private static FileKind OfEntries(List<string> names)
    {
        var isOffice = names.Contains("[Content_Types].xml", StringComparer.OrdinalIgnoreCase);
        return true switch
        {
            _ when Has("OFD.xml") => FileKind.Ofd,
            _ when Has("mimetype") && Has("content.xml") => FileKind.OpenDocument,
            _ when !isOffice => FileKind.Archive,
            _ when names.Exists(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) =>
                FileKind.Macro,
            _ when Has("xl/workbook.bin") => FileKind.BinaryWorkbook,
            _ when Under("word/") => FileKind.Docx,
            _ when Under("xl/") => FileKind.Xlsx,
            _ when Under("ppt/") => FileKind.Slides,
            _ => FileKind.Archive,
        };

        bool Has(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
        bool Under(string folder) => names.Exists(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
    }

    // The names of an OLE file's streams stand in it as UTF-16.
    private static FileKind OfOle(ReadOnlySpan<byte> bytes) =>
        Holds(bytes, "EncryptedPackage") ? FileKind.EncryptedOffice
        : Holds(bytes, "WordDocument") ? FileKind.OldWord
        : Holds(bytes, "PowerPoint Document") ? FileKind.Slides
        : Holds(bytes, "Workbook\0") || Holds(bytes, "Book\0") ? FileKind.Xls
        : FileKind.OtherOle;

    private static bool Holds(ReadOnlySpan<byte> bytes, string stream) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static FileKind OfText(ReadOnlySpan<byte> bytes)
    {
        var start = HeadOf(bytes).TrimStart('\uFEFF').TrimStart();
        while (start.StartsWith("<!--", StringComparison.Ordinal) && start.IndexOf("-->", StringComparison.Ordinal) > 0)
        {
            start = start[(start.IndexOf("-->", StringComparison.Ordinal) + 3)..].TrimStart();
        }

        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            return start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Xml;
        }

        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.WebArchive;
        }

        return Array.Exists(s_htmlStarts, html => start.StartsWith(html, StringComparison.OrdinalIgnoreCase))
            ? FileKind.Html
            : FileKind.Text;
    }

    // Signatures are ASCII; only the width of a character matters.
    private static string HeadOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeadBytes)];
        return head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.Latin1.GetString(head[3..]),
            _ => Encoding.Latin1.GetString(head),
        };
    }
}
