using System.IO.Compression;
using System.Xml;

namespace Analytics.Sources.Tables;

/// <summary>The error values (#REF!) of a worksheet of an .xlsx file, which the reading library gives as empty cells.</summary>
/// <remarks>An error taken for an empty cell would be a number not stated instead of a row to mend.</remarks>
internal static class ErrorCells
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The texts of the error cells by row and column, both from 0; empty when there are none or the file is laid out unusually.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheet">The sheet's name.</param>
    public static Dictionary<(int Row, int Column), string> In(Stream file, string sheet)
    {
        var found = new Dictionary<(int, int), string>();
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (
            IdOf(archive, sheet) is not { } id
            || TargetOf(archive, id) is not { } target
            || archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is not { } entry
        )
        {
            return found;
        }

        using var reader = XmlReader.Create(entry.Open(), s_settings);
        while (reader.Read())
        {
            if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "c" }
                && reader.GetAttribute("t") == "e"
                && Place(reader.GetAttribute("r")) is { } place
            )
            {
                found[place] = Value(reader);
            }
        }

        return found;
    }

    private static string? IdOf(ZipArchive archive, string sheet) =>
        Attribute(
            archive,
            "xl/workbook.xml",
            "sheet",
            reader => reader.GetAttribute("name") == sheet ? RelationOf(reader) : null
        );

    private static string? TargetOf(ZipArchive archive, string id) =>
        Attribute(
            archive,
            "xl/_rels/workbook.xml.rels",
            "Relationship",
            reader => reader.GetAttribute("Id") == id ? reader.GetAttribute("Target") : null
        );

    private static string? Attribute(ZipArchive archive, string part, string element, Func<XmlReader, string?> read)
    {
        if (archive.GetEntry(part) is not { } entry)
        {
            return null;
        }

        using var reader = XmlReader.Create(entry.Open(), s_settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && read(reader) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    // r:id, whichever prefix and namespace (transitional, strict) the file uses.
    private static string? RelationOf(XmlReader reader)
    {
        string? id = null;
        for (var isThere = reader.MoveToFirstAttribute(); isThere; isThere = reader.MoveToNextAttribute())
        {
            id = reader.LocalName == "id" ? reader.Value : id;
        }

        reader.MoveToElement();
        return id;
    }

    private static string Value(XmlReader cell)
    {
        using var inner = cell.ReadSubtree();
        while (inner.Read())
        {
            if (inner is { NodeType: XmlNodeType.Element, LocalName: "v" })
            {
                return inner.ReadElementContentAsString();
            }
        }

        return "#VALUE!";
    }

    private static (int Row, int Column)? Place(string? reference)
    {
        var (row, column) = (0, 0);
        foreach (var c in reference ?? "")
        {
            (row, column) = c switch
            {
                >= 'A' and <= 'Z' when column < 100_000 => (row, (column * 26) + (c - 'A' + 1)),
                >= '0' and <= '9' when row < 100_000_000 => ((row * 10) + (c - '0'), column),
                _ => (0, 0),
            };
        }

        return row > 0 && column > 0 ? (row - 1, column - 1) : null;
    }
}
