using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Analytics.Export;

/// <summary>
/// A statement within an Office file of what it was made from (清单), and the hash of all its other parts, so that anybody can tell whether the
/// file is still as it was made. It is a custom XML part, which Office programs keep when they save.
/// </summary>
public static class Seal
{
    /// <summary>The part's root element.</summary>
    internal static readonly XName Root = XName.Get("manifest", "urn:analytics:manifest");

    /// <summary>The folder of such parts in the file.</summary>
    internal const string Folder = "customXml/";

    /// <summary>Reads the statement of a file.</summary>
    /// <param name="file">An xlsx or docx file; must seek.</param>
    /// <returns>The statement, null where the file has none, and the hash of its other parts as they are now.</returns>
    /// <exception cref="InvalidDataException">It is no zip file, or a damaged one.</exception>
    public static SealReading Read(Stream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? manifest = null;
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            if (!entry.FullName.StartsWith(Folder, StringComparison.Ordinal))
            {
                hashes[entry.FullName] = Convert.ToHexStringLower(SHA256.HashData(content));
            }
            else if (entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && manifest is null)
            {
                manifest = ManifestOf(content);
            }
        }

        return new(manifest, HashOf(hashes));
    }

    /// <summary>One hash over the names and hashes of all parts.</summary>
    internal static string HashOf(IReadOnlyDictionary<string, string> hashes) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        hashes
                            .OrderBy(part => part.Key, StringComparer.Ordinal)
                            .Select(part => $"{part.Key} {part.Value}")
                    )
                )
            )
        );

    /// <summary>The part's content.</summary>
    internal static void Write(Stream to, string manifest) =>
        new XDocument(new XElement(Root, manifest)).Save(to, SaveOptions.DisableFormatting);

    private static string? ManifestOf(Stream part)
    {
        try
        {
            return XDocument.Load(part) is { Root: { } root } && root.Name == Root ? root.Value : null;
        }
        catch (System.Xml.XmlException)
        {
            // Not ours.
            return null;
        }
    }
}

/// <summary>What a file says of itself.</summary>
/// <param name="Manifest">The statement; null where there is none.</param>
/// <param name="ContentSha256">The hash of all other parts as they are now.</param>
public sealed record SealReading(string? Manifest, string ContentSha256);
