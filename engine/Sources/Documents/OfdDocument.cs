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
            var root = Load(archive, "OFD.xml").Descendants().First(e => e.Name.LocalName == "DocRoot").Value.Trim();
            var document = Load(archive, root);
            var pages = document
                .Descendants()
                .Where(e => e.Name.LocalName == "Page" && e.Parent?.Name.LocalName == "Pages")
                .Select(page => Resolve(root, page.Attribute("BaseLoc")?.Value ?? ""))
                .Select(path => PageOf(Load(archive, path)))
                .ToList();
            var lines = new DocumentLines(fileName);
            foreach (var paragraph in PageText.Join(pages))
            {
                lines.Add(paragraph.Text, $"第{paragraph.Page}页");
            }

            return lines.ToSource(bytes, "ofd");
        }
        catch (Exception fault) when (fault is XmlException or InvalidOperationException or InvalidDataException)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”的 OFD 结构读不出来：{fault.Message}请用 OFD 阅读器打开，把正文复制到 .docx 或导出为 PDF 后再读取。",
                fault
            );
        }
    }

    private static XDocument Load(ZipArchive archive, string path)
    {
        var entry =
            archive.GetEntry(path)
            ?? archive.Entries.FirstOrDefault(e => e.FullName.Equals(path, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"缺少部件 {path}。");
        using var stream = entry.Open();
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        return XDocument.Load(reader);
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
