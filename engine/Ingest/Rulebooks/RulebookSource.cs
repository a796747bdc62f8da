using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Ingest.Rulebooks;

/// <summary>A rulebook with the file it stands in.</summary>
/// <param name="Rulebook">The rulebook.</param>
/// <param name="Sha256">The hash of the file's bytes.</param>
/// <param name="Content">The file's text.</param>
public sealed record RulebookSource(Rulebook Rulebook, string Sha256, string Content)
{
    /// <summary>Reads <c>&lt;id&gt;.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="categories">The taxonomy.</param>
    /// <exception cref="NoticeFormatException">The file is no rulebook; the message names the JSON path and the cure.</exception>
    public static RulebookSource Load(string path, CategoryList categories)
    {
        var rulebook = RulebookFile.Load(path, categories);
        return Of(rulebook, File.ReadAllBytes(path));
    }

    /// <summary>Reads a rulebook that has no file yet.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="json">JSON in UTF-8.</param>
    /// <param name="categories">The taxonomy.</param>
    /// <exception cref="NoticeFormatException">It is no rulebook; the message names the JSON path and the cure.</exception>
    public static RulebookSource Parse(string name, byte[] json, CategoryList categories) =>
        Of(RulebookFile.Parse(name, json, categories), json);

    private static RulebookSource Of(Rulebook rulebook, byte[] bytes) =>
        new(rulebook, Convert.ToHexStringLower(SHA256.HashData(bytes)), Encoding.UTF8.GetString(bytes));
}
