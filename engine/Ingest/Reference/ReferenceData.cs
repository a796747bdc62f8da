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

    /// <summary>Names that hold for some time.</summary>
    public IReadOnlyList<UnitAlias> Aliases { get; init; } = [];

    /// <summary>Accounts whose unit the office has stated.</summary>
    public IReadOnlyList<UnitAccount> Accounts { get; init; } = [];

    /// <summary>Days off and worked weekends.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Empty;

    /// <summary>What the office wrote down about quarters.</summary>
    public IReadOnlyList<QuarterRemark> Remarks { get; init; } = [];

    /// <summary>Reads the files.</summary>
    /// <param name="dataDirectory">The folder <c>data</c>.</param>
    /// <exception cref="NoticeFormatException">A file is missing or wrong; the message names it and the cure.</exception>
    public static ReferenceData Load(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "reference");
        var units = Path.Combine(folder, "units.csv");
        var categories = Path.Combine(folder, "categories.csv");
        var rulebooks = Files(Path.Combine(dataDirectory, "rulebooks"), "*.json").Where(IsRulebook).ToList();
        var calendar = Path.Combine(folder, "calendar");
        string[] optional =
        [
            Path.Combine(folder, "unit_successions.csv"),
            Path.Combine(folder, "unit_aliases.csv"),
            Path.Combine(folder, "accounts.csv"),
            Path.Combine(folder, "quarter_notes.csv"),
        ];
        var list = CategoryList.Load(categories);
        var today = UnitRegistry.Load(units);
        var successions = SuccessionList.Load(optional[0], today);
        var aliases = UnitAlias.Load(optional[1]);
        var registry = UnitRegistry.Of(today.Units, aliases, successions);
        return new ReferenceData(
            registry,
            list,
            [.. rulebooks.Select(path => RulebookSource.Load(path, list))],
            Convert.ToHexStringLower(
                SHA256.HashData([
                    .. rulebooks
                        .Prepend(categories)
                        .Prepend(units)
                        .Concat(optional.Where(File.Exists))
                        .Concat(Files(calendar, "*.csv"))
                        .SelectMany(path => SHA256.HashData(File.ReadAllBytes(path))),
                ])
            )
        )
        {
            Successions = successions,
            Aliases = aliases,
            Accounts = AccountRegistry.Load(optional[2], registry),
            Calendar = WorkingCalendar.Load(calendar),
            Remarks = QuarterRemark.Load(optional[3]),
        };
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal) : [];

    private static bool IsRulebook(string path) => !path.EndsWith(".schema.json", StringComparison.Ordinal);
}
