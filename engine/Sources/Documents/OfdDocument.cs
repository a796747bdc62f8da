using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Analytics.Domain;

namespace Analytics.Sources.Documents;

/// <summary>OFD documents (GB/T 33190): the text objects of each page by where they stand.</summary>
/// <remarks>Text that is only drawn as glyphs or pictures has no letters and cannot be read; page templates are left out.</remarks>
internal static class OfdDocument
{
    /// <summary>Reads the text; places are 第N页.</summary>
    /// <exception cref="NoticeFormatException">A part is missing or damaged, or there is no text.</exception>
    public static SourceText Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var archive = ArchiveGuard.Open(bytes);
            var root = Resolve(
                "OFD.xml",
                Load(archive, "OFD.xml").Descendants().FirstOrDefault(e => e.Name.LocalName == "DocRoot")?.Value.Trim()
                    ?? throw new InvalidDataException("OFD.xml 没有写明正文在哪里（DocRoot）")
            );
            var paths = Load(archive, root)
                .Descendants()
                .Where(e => e.Name.LocalName == "Page" && e.Parent?.Name.LocalName == "Pages")
                .Select(page => Resolve(root, page.Attribute("BaseLoc")?.Value ?? ""))
                .ToList();
            if (paths.Count > PdfDocumentText.MaxPages)
            {
                throw new NoticeFormatException(
                    $"文件“{fileName}”有 {paths.Count} 页，超过上限 {PdfDocumentText.MaxPages} 页。请只保留通报正文后再读取。"
                );
            }

            var pages = paths.ConvertAll(path => PageOf(Load(archive, path)));
            var lines = new DocumentLines(fileName);
            foreach (var paragraph in PageText.Join(pages))
            {
                lines.Add(paragraph.Text, $"第{paragraph.Page}页");
            }

            return lines.ToSource(bytes, "ofd");
        }
        catch (InvalidDataException fault)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”的 OFD 结构读不出来：{fault.Message}。请用 OFD 阅读器打开，把正文复制到 .docx 或导出为 PDF 后再读取。",
                fault
            );
        }
    }

    private static XDocument Load(ZipArchive archive, string path)
    {
        var entry =
            archive.GetEntry(path)
            ?? archive.Entries.FirstOrDefault(e => e.FullName.Equals(path, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"缺少部件 {path}");
        try
        {
            using var stream = new BoundedStream(entry.Open(), ArchiveGuard.MaxEntryBytes);
            using var reader = XmlReader.Create(
                stream,
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return XDocument.Load(reader);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            throw new InvalidDataException($"部件 {path} 已损坏，或带有不允许的 DTD 声明", fault);
        }
    }

    // Paths are relative to the folder of the part that names them, or begin at the root.
    private static string Resolve(string from, string path) =>
        path.StartsWith('/') ? path[1..]
        : from.LastIndexOf('/') is var slash and >= 0 ? from[..(slash + 1)] + path
        : path;

    private static PageContent PageOf(XDocument content)
    {
        var pieces = new List<TextPiece>();
        foreach (var text in content.Descendants().Where(e => e.Name.LocalName == "TextObject"))
        {
            if (Numbers(text.Attribute("Boundary")?.Value) is not [var left, var top, var width, ..])
            {
                continue;
            }

            var size = Numbers(text.Attribute("Size")?.Value) is [var stated, ..] and [> 0, ..] ? stated : 4;
            foreach (var code in text.Elements().Where(e => e.Name.LocalName == "TextCode" && e.Value.Length > 0))
            {
                var x = left + (Numbers(code.Attribute("X")?.Value) is [var inner, ..] ? inner : 0);
                var y = top + (Numbers(code.Attribute("Y")?.Value) is [var down, ..] ? down : size);
                pieces.Add(
                    new(code.Value, x, Math.Max(x, Math.Min(left + width, x + (size * code.Value.Length))), y, size)
                );
            }
        }

        return new(pieces);
    }

    private static double[] Numbers(string? text) =>
        text is null
            ? []
            :
            [
                .. text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word =>
                        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                            ? number
                            : double.NaN
                    )
                    .TakeWhile(number => !double.IsNaN(number)),
            ];
}
