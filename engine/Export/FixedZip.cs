using System.IO.Compression;

namespace Analytics.Export;

/// <summary>Packs a zip file again so that its bytes depend on its contents alone.</summary>
internal static class FixedZip
{
    // The earliest time a zip entry can state.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Repack(Stream packed)
    {
        packed.Position = 0;
        using var result = new MemoryStream();
        using (var from = new ZipArchive(packed, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Ordinal order happens to put [Content_Types].xml first, where readers look for it.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = s_time;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
