using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Warehouse;

/// <summary>Every name that one load may meet: the reference files, what persons have decided, and the accounts. Not safe for many threads.</summary>
/// <param name="reference">Units, categories and calendar.</param>
/// <param name="decisions">Names given to units by persons, in force.</param>
/// <param name="accounts">The accounts of the reference file and of batches in force.</param>
internal sealed class NameBook(
    ReferenceData reference,
    IReadOnlyList<AliasDecision> decisions,
    IEnumerable<UnitAccount> accounts
)
{
    // A file names the same few units and accounts over and over.
    private readonly Dictionary<(string Words, string? Period), (string? Unit, long Decision)> _units = [];
    private readonly Dictionary<(string Account, string? Platform, string? Period), UnitAccount?> _owners = [];
    private readonly Dictionary<(string? Words, string Channel), IssueCategory?> _categories = [];
    private readonly List<UnitAccount> _known = [.. accounts];
    private AccountRegistry? _registry;

    /// <summary>Units and calendar.</summary>
    public ReferenceData Reference { get; } = reference;

    /// <summary>The accounts known so far, this load's among them.</summary>
    public AccountRegistry Accounts => _registry ??= new AccountRegistry(_known);

    /// <summary>Adds accounts of a file of this load.</summary>
    public void Add(IEnumerable<UnitAccount> found)
    {
        _known.AddRange(found);
        _registry = null;
    }

    /// <summary>The unit a name meant in a period, and the decision that says so (0 for none).</summary>
    public (string? Unit, long Decision) UnitOf(string words, string? period)
    {
        if (!_units.TryGetValue((words, period), out var found))
        {
            Quarter? quarter = Quarter.TryParse(period, out var known) ? known : null;
            found = Reference.Units.Find(words, quarter) is { } unit ? (unit.Code, 0) : Decided(words, quarter);
            _units[(words, period)] = found;
        }

        return found;
    }

    /// <summary>Whose an account was in a period; null when that is not known.</summary>
    public UnitAccount? OwnerOf(string account, string? platform, string? period)
    {
        if (!_owners.TryGetValue((account, platform, period), out var owner))
        {
            owner = Accounts.Find(account, platform, Quarter.TryParse(period, out var known) ? known : null);
            _owners[(account, platform, period)] = owner;
        }

        return owner;
    }

    /// <summary>The category that words mean in a channel; null for none.</summary>
    public IssueCategory? CategoryOf(string? words, string channel)
    {
        if (!_categories.TryGetValue((words, channel), out var category))
        {
            var code = Reference.Categories.CodeOf(words, channel);
            category = Reference.Categories.Categories.FirstOrDefault(known => known.Code == code);
            _categories[(words, channel)] = category;
        }

        return category;
    }

    /// <summary>Units a name may mean.</summary>
    public IReadOnlyList<SuggestedUnit> Suggest(string words) =>
        [.. Reference.Units.Suggest(words).Select(unit => new SuggestedUnit(unit.Code, unit.Name))];

    /// <summary>Units with an account of a like name.</summary>
    public IReadOnlyList<SuggestedUnit> SuggestOwners(string account) =>
        [
            .. Accounts
                .Suggest(account)
                .Select(code => new SuggestedUnit(code, Reference.Units.OfCode(code)?.Name ?? code)),
        ];

    // The registry speaks first: a decision fills what it leaves open.
    private (string? Unit, long Decision) Decided(string words, Quarter? quarter)
    {
        var decision = decisions
            .Where(one =>
                AliasDecision.IsSameName(one.Alias, words) && one.Overlaps(quarter?.FirstDay, quarter?.LastDay)
            )
            .MaxBy(one => one.Id);
        return decision is not null && Reference.Units.OfCode(decision.Unit) is not null
            ? (decision.Unit, decision.Id)
            : (null, 0);
    }
}
