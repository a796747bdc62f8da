using System.Security.Cryptography;
using Analytics.Domain;
using Analytics.Ingest.Rulebooks;

namespace Analytics.Ingest.Reference;

/// <summary>Everything the office keeps in <c>data/reference</c> and <c>data/rulebooks</c>.</summary>
/// <param name="Units">The unit registry.</param>
/// <param name="Categories">The taxonomy.</param>
/// <param name="Rulebooks">The rulebooks.</param>
/// <param name="Sha256">One hash over all these files: when it changes, the warehouse takes them over anew.</param>
public sealed record ReferenceData(
    UnitRegistry Units,
    CategoryList Categories,
    IReadOnlyList<RulebookSource> Rulebooks,
    string Sha256
)
{
    /// <summary>Which unit came after which.</summary>
    public IReadOnlyList<UnitSuccession> Successions { get; init; } = [];

    /// <summary>Reads the files.</summary>
    /// <param name="dataDirectory">The folder <c>data</c>.</param>
    /// <exception cref="NoticeFormatException">A file is missing or wrong; the message names it and the cure.</exception>
    public static ReferenceData Load(string dataDirectory)
    {
        var units = Path.Combine(dataDirectory, "reference", "units.csv");
        var categories = Path.Combine(dataDirectory, "reference", "categories.csv");
        var successions = Path.Combine(dataDirectory, "reference", "unit_successions.csv");
        var folder = Path.Combine(dataDirectory, "rulebooks");
        var rulebooks = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Where(IsRulebook).Order(StringComparer.Ordinal).ToList()
            : [];
        var list = CategoryList.Load(categories);
        var registry = UnitRegistry.Load(units);
        return new ReferenceData(
            registry,
            list,
            [.. rulebooks.Select(path => RulebookSource.Load(path, list))],
            Convert.ToHexStringLower(
                SHA256.HashData([
                    .. rulebooks
                        .Prepend(categories)
                        .Prepend(units)
                        .Concat(File.Exists(successions) ? [successions] : [])
                        .SelectMany(path => SHA256.HashData(File.ReadAllBytes(path))),
                ])
            )
        )
        {
            Successions = SuccessionList.Load(successions, registry),
        };
    }

    private static bool IsRulebook(string path) => !path.EndsWith(".schema.json", StringComparison.Ordinal);
}
