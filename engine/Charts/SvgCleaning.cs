using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Analytics.Charts;

/// <summary>Repairs what Skia's SVG gets wrong for us, and adds what a page needs.</summary>
/// <remarks>
/// Skia keeps glyphs, not characters, and turns them back by taking any character of the glyph: 网 comes out as the
/// radical ⽹ (U+2F79), which looks the same but is found by no search. Its clip ids count on through the life of the
/// process. Both would make the same chart differ from call to call or from its data.
/// </remarks>
internal static class SvgCleaning
{
    /// <summary>Fonts a reader's machine may have, when it lacks ours.</summary>
    private static readonly string[] s_fallbacks =
    [
        "'Noto Sans SC'",
        "'Source Han Sans SC'",
        "'Microsoft YaHei'",
        "'PingFang SC'",
        "sans-serif",
    ];

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static byte[] Clean(byte[] file, IEnumerable<string> written, Chart chart, CjkFont font)
    {
        using var stream = new MemoryStream(file);
        var root = XDocument.Load(stream, LoadOptions.PreserveWhitespace).Root!;
        RestoreCharacters(root, written, font);
        RenumberIds(root);
        MendAttributes(root);
        Describe(root, chart);
        return Bytes(root);
    }

    private static void RestoreCharacters(XElement root, IEnumerable<string> written, CjkFont font)
    {
        var meant = written.SelectMany(text => text.EnumerateRunes()).ToHashSet();
        var byGlyph = new Dictionary<ushort, Rune>();
        foreach (var rune in meant.OrderBy(rune => rune.Value))
        {
            byGlyph.TryAdd(font.Regular.GetGlyph(rune.Value), rune);
        }

        foreach (var text in root.Descendants(s_svg + "text"))
        {
            var restored = new StringBuilder();
            foreach (var rune in text.Value.EnumerateRunes())
            {
                restored.Append(
                    !meant.Contains(rune) && byGlyph.TryGetValue(font.Regular.GetGlyph(rune.Value), out var original)
                        ? original
                        : rune
                );
            }

            text.Value = restored.ToString().Trim('\n', '\t');
        }
    }

    private static void RenumberIds(XElement root)
    {
        var ids = root.Descendants().Attributes("id").ToList();
        var renamed = ids.Select(
                (id, index) => (Old: id.Value, New: $"c{index.ToString(CultureInfo.InvariantCulture)}")
            )
            .ToDictionary(pair => pair.Old, pair => pair.New, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            id.Value = renamed[id.Value];
        }

        foreach (
            var attribute in root.Descendants()
                .Attributes()
                .Where(attribute => attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
        )
        {
            attribute.Value = renamed.TryGetValue(attribute.Value[5..^1], out var id) ? $"url(#{id})" : attribute.Value;
        }
    }

    /// <summary>Offers other fonts than ours, and takes the comma from the end of lists of places.</summary>
    private static void MendAttributes(XElement root)
    {
        foreach (var attribute in root.Descendants(s_svg + "text").Attributes())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "x" or "y" => attribute.Value.TrimEnd(' ', ','),
                "font-family" => string.Join(
                    ',',
                    s_fallbacks.Prepend($"'{attribute.Value}'").Distinct(StringComparer.Ordinal)
                ),
                _ => attribute.Value,
            };
        }
    }

    /// <summary>Lets the picture shrink with its page, and be read aloud.</summary>
    private static void Describe(XElement root, Chart chart)
    {
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")?.Value} {root.Attribute("height")?.Value}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue(XNamespace.Xml + "lang", chart.Language.Code);
        root.AddFirst(new XElement(s_svg + "title", chart.Headline), new XElement(s_svg + "desc", chart.Summary));
    }

    private static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            NewLineHandling = NewLineHandling.None,
        };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        return stream.ToArray();
    }
}
