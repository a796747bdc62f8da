using System.IO.Compression;
using System.Text;

namespace Analytics.Tests.Sources;

/// <summary>Zip-based files made by hand, part by part.</summary>
internal static class TestArchive
{
    public static byte[] Of(params (string Name, string Content)[] parts) =>
        Of([
            .. parts.Select(part =>
                (part.Name, (Action<Stream>)(to => to.Write(Encoding.UTF8.GetBytes(part.Content))))
            ),
        ]);

    public static byte[] Of(params (string Name, Action<Stream> Write)[] parts) => Of(CompressionLevel.Fastest, parts);

    public static byte[] Of(CompressionLevel level, params (string Name, Action<Stream> Write)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, write) in parts)
            {
                using var part = archive.CreateEntry(name, level).Open();
                write(part);
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook with that one sheet, as far as the guard looks.</summary>
    public static byte[] Workbook(string sheetData) =>
        Of(
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", "<workbook/>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet>{sheetData}</worksheet>")
        );
}
