using System.IO.Compression;
using System.Text;

namespace Analytics.Export;

/// <summary>Packs a zip file again so that its bytes depend on its contents alone.</summary>
internal static class FixedZip
{
    // The place of the rows in a sheet as OpenXml's writer leaves it.
    private const string NoRows = "<x:sheetData />";

    // The earliest time a zip entry can state.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs it.</summary>
    /// <param name="packed">The file as the SDK made it.</param>
    /// <param name="rows">The rows of the sheets, by the names of their parts.</param>
    /// <param name="manifest">The statement of a sealed file, from the hash of its other parts; null for one without.</param>
    /// <param name="output">Where it goes; must seek, for a zip is written otherwise where it cannot, and stays open.</param>
    /// <exception cref="ArgumentException">A row cannot be written.</exception>
    internal static void Repack(
        Stream packed,
        IReadOnlyDictionary<string, SheetRows> rows,
        Func<string, string>? manifest,
        Stream output
    )
    {
        packed.Position = 0;
        using (var from = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
            // Ordinal order happens to put [Content_Types].xml first, where readers look for it; the statement about all others comes last.
            foreach (
                var entry in from
                    .Entries.OrderBy(entry => entry.FullName.StartsWith(Seal.Folder, StringComparison.Ordinal))
                    .ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = s_time;
                using var opened = copy.Open();
                if (entry.FullName.StartsWith(Seal.Folder, StringComparison.Ordinal))
                {
                    Seal.Write(opened, manifest!(Seal.HashOf(hashes)));
                    continue;
                }

                using var target = new HashingStream(opened);
                using var source = entry.Open();
                if (!rows.TryGetValue(entry.FullName, out var own))
                {
                    source.CopyTo(target);
                }
                else if (Fill(source, target, own) is { } problem)
                {
                    throw new ArgumentException(problem, nameof(rows));
                }

                hashes[entry.FullName] = target.Sha256;
            }
        }
    }

    private static string? Fill(Stream source, Stream target, SheetRows rows)
    {
        using var reader = new StreamReader(source);
        var around = reader.ReadToEnd();
        var at = around.IndexOf(NoRows, StringComparison.Ordinal);
        target.Write(Encoding.UTF8.GetBytes(around[..at]));
        if (rows.TryWrite(target) is { } problem)
        {
            return problem;
        }

        target.Write(Encoding.UTF8.GetBytes(around[(at + NoRows.Length)..]));
        return null;
    }
}
