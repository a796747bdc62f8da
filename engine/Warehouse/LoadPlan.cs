using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>One file with every name resolved to a code, nothing written yet. What cannot be resolved is a problem, not an exception.</summary>
internal sealed class LoadPlan
{
    /// <summary>The quarter column of a fact whose period is no quarter; such facts are kept and never counted into quarters.</summary>
    public const string NoQuarter = "NONE";

    private readonly NameUses _uses = new();
    private readonly ProblemBook _problems;
    private readonly FactResolver _facts;
    private readonly RequestResolver _resolver;
    private readonly List<FactSection> _sections = [];

    private LoadPlan(LoadFile file, NameBook names, long batch)
    {
        File = file;
        Document = (file.Notice is null ? "table-" : "notice-") + Hash(file.DocumentKey)[..8];
        _problems = new ProblemBook(file.FileName, names);
        _facts = new FactResolver(names, _problems, _uses, batch);
        _resolver = new RequestResolver(names, _problems, _uses);
        Accounts = AccountResolver.Resolve(file, names, _problems, _uses, batch);
        names.Add(Accounts);
    }

    /// <summary>The file.</summary>
    public LoadFile File { get; }

    /// <summary>The document's code: the same for a corrected copy of the same document.</summary>
    public string Document { get; }

    /// <summary>What the rows have in common; a row names one by its index.</summary>
    public IReadOnlyList<FactCombination> Combinations => _facts.Combinations;

    /// <summary>The rows.</summary>
    public IReadOnlyList<FactSection> Sections => _sections;

    /// <summary>Facts to load.</summary>
    public int FactCount { get; private set; }

    /// <summary>What the file says was checked.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; private set; } = [];

    /// <summary>Requests to load.</summary>
    public IReadOnlyList<ResolvedRequest> Requests { get; private set; } = [];

    /// <summary>Accounts to load.</summary>
    public IReadOnlyList<UnitAccount> Accounts { get; }

    /// <summary>The quarters the file has facts or requests of, in order.</summary>
    public IReadOnlyList<string> Quarters { get; private set; } = [];

    /// <summary>Decisions and batches of accounts that names were resolved by.</summary>
    public IReadOnlyCollection<(string Kind, long Reference)> Uses => _uses.All;

    /// <summary>Why rows are refused.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; private set; } = [];

    /// <summary>Rows of a table, refused ones included.</summary>
    public int RowCount =>
        File.Notice is not null ? 0
        : File.Table is null ? File.Facts.Count
        : File.Table.Sheets.Sum(sheet => sheet.RowCount);

    /// <summary>Rows that are refused.</summary>
    public int RefusedCount => _problems.RefusedCount;

    /// <summary>Whether nothing of the file may be loaded.</summary>
    /// <param name="acceptGoodRows">Whether the good rows of a table may be loaded without the others.</param>
    public bool IsRefused(bool acceptGoodRows) =>
        Problems.Count > 0
        && (
            !acceptGoodRows || File.Notice is not null || (FactCount == 0 && Requests.Count == 0 && Accounts.Count == 0)
        );

    /// <summary>Resolves every name of the files; accounts of any of them serve all of them.</summary>
    /// <param name="files">The files as read.</param>
    /// <param name="names">The names.</param>
    /// <param name="batch">The batch to be.</param>
    public static IReadOnlyList<LoadPlan> Make(IReadOnlyList<LoadFile> files, NameBook names, long batch)
    {
        var plans = files.Select(file => new LoadPlan(file, names, batch)).ToList();
        foreach (var plan in plans)
        {
            plan.Resolve();
        }

        return plans;
    }

    private void Resolve()
    {
        if ((File.Reading ?? File.Table) is { } table)
        {
            foreach (var sheet in table.Sheets)
            {
                _problems.AddRowErrors(sheet);
                _resolver.Add(sheet);
                _sections.Add(
                    sheet.Facts is FactList facts
                        ? _facts.Resolve(sheet.Kind, facts)
                        : _facts.Resolve(sheet.Kind, sheet.Facts, [])
                );
            }
        }
        else
        {
            var totals = File.Notice?.Breakdowns.Select(breakdown => breakdown.Total).ToHashSet() ?? [];
            var kind = File.Notice is null ? TableKind.Facts : FactSection.Notice;
            _sections.Add(_facts.Resolve(kind, File.Facts, totals));
        }

        var used = TakeRows();
        Requests = _resolver.Close();
        Quarters =
        [
            .. Combinations
                .Where((_, index) => used[index])
                .Select(combination => combination.Quarter)
                .Concat(Requests.Select(request => request.Quarter))
                .Where(quarter => quarter != NoQuarter)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Coverage = [.. ToCoverage()];
        Problems = _problems.Close();
    }

    // Leaves out the facts of refused rows, and tells which combinations remain.
    private bool[] TakeRows()
    {
        var used = new bool[Combinations.Count];
        foreach (var section in _sections)
        {
            var combinations = section.Combinations;
            for (var index = 0; index < combinations.Length; index++)
            {
                if (RefusedCount > 0 && _problems.IsRefused(section.LocationOf(index)))
                {
                    combinations[index] = FactSection.Refused;
                }
                else
                {
                    used[combinations[index]] = true;
                    FactCount++;
                }
            }
        }

        return used;
    }

    private IEnumerable<CoverageRow> ToCoverage()
    {
        foreach (var (_, facts, combinations) in _sections)
        {
            for (var index = 0; index < combinations.Length; index++)
            {
                if (
                    combinations[index] >= 0
                    && Combinations[combinations[index]]
                        is { Quarter: not NoQuarter, Fact.Measure: Measure.Inspected } row
                )
                {
                    var fact = facts[index];
                    var isWhole = row.Unit == UnitGroup.NoUnit;
                    yield return new CoverageRow(
                        row.Quarter,
                        row.Channel,
                        row.Unit,
                        isWhole ? "检查对象共 " + Plain(fact.Count) + " 个" : "单位检查记录",
                        (long?)fact.Count,
                        isWhole ? "proposed" : "confirmed",
                        fact.Words
                    );
                }
            }
        }

        // A notice with website findings has looked at the website, even where it does not say how much of it.
        foreach (var quarter in Quarters.Where(_ => File.Notice is not null))
        {
            var website = Combinations.Where(row => row.Quarter == quarter && row.Channel == Channel.Website).ToList();
            if (
                website.Exists(row => row.Fact.Measure == Measure.Issues)
                && !website.Exists(row => row.Fact.Measure == Measure.Inspected)
            )
            {
                yield return new CoverageRow(
                    quarter,
                    Channel.Website,
                    UnitGroup.NoUnit,
                    "政府网站整体",
                    null,
                    "proposed",
                    website[0].Fact.Words
                );
            }
        }
    }

    private static string Plain(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
