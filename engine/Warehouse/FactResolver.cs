using System.Globalization;
using Analytics.Domain;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>The facts of one file with codes for their names, told apart by what many of them share.</summary>
/// <param name="names">Units, categories, accounts.</param>
/// <param name="problems">Where rows are refused.</param>
/// <param name="uses">Where decisions are noted that names were resolved by.</param>
/// <param name="batch">The batch to be.</param>
internal sealed class FactResolver(NameBook names, ProblemBook problems, NameUses uses, long batch)
{
    private readonly List<FactCombination> _combinations = [];

    /// <summary>What the rows have in common; a row names one by its index.</summary>
    public IReadOnlyList<FactCombination> Combinations => _combinations;

    /// <summary>Resolves facts each of which is a combination of its own, as those of a notice.</summary>
    /// <param name="kind"><see cref="FactSection.Notice"/>, or a code of <see cref="TableKind"/>.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="totals">Those that others split, by index.</param>
    public FactSection Resolve(string kind, IReadOnlyList<Fact> facts, HashSet<int> totals)
    {
        var combinations = new int[facts.Count];
        for (var index = 0; index < combinations.Length; index++)
        {
            var fact = facts[index];
            var owner = OwnerOf(fact, kind);
            combinations[index] = Combine(fact, kind, owner?.Unit, totals.Contains(index), fact.Location);
            Refuse(combinations[index], owner, fact.Location);
            CheckCount(fact.Count, fact.Words, fact.Location);
            CheckRate(fact.Rate, fact.Words, fact.Location);
        }

        return new(kind, facts, combinations);
    }

    /// <summary>Resolves the facts of a sheet.</summary>
    /// <param name="kind">A code of <see cref="TableKind"/>.</param>
    /// <param name="facts">The facts.</param>
    public FactSection Resolve(string kind, FactList facts)
    {
        var resolved = new int[facts.Shared.Count];
        var owners = new Owner?[facts.Shared.Count];
        for (var index = 0; index < resolved.Length; index++)
        {
            var shared = facts.Shared[index];
            owners[index] = OwnerOf(shared, kind);
            resolved[index] = Combine(shared, kind, owners[index]?.Unit, isTotal: false, facts.Sheet);
        }

        var combinations = new int[facts.Count];
        for (var index = 0; index < combinations.Length; index++)
        {
            var row = facts.Row(index);
            var combination = combinations[index] = resolved[row.Shared];
            var rate = facts.Shared[row.Shared].Rate;
            if (_combinations[combination].Problems is not null || owners[row.Shared] is { Problem: not null })
            {
                Refuse(combination, owners[row.Shared], facts.LocationOf(index));
            }

            if (row.Count is { } count && !IsPossible(count))
            {
                CheckCount(count, row.Words, facts.LocationOf(index));
            }

            if (rate is < 0 or > 100)
            {
                CheckRate(rate, row.Words, facts.LocationOf(index));
            }
        }

        return new(kind, facts, combinations);
    }

    private void Refuse(int combination, Owner? owner, string location)
    {
        foreach (var problem in _combinations[combination].Problems ?? [])
        {
            problems.Refuse(problem, location);
        }

        if (owner is { Problem: { } ownerless })
        {
            problems.Refuse(ownerless, location);
        }
    }

    private int Combine(Fact fact, string kind, string? owner, bool isTotal, string place)
    {
        List<OpenProblem>? found = null;
        var channel = fact.Channel ?? Channel.None;
        var quarter = Quarter.TryParse(fact.Period, out var known) ? known.ToString() : LoadPlan.NoQuarter;
        var unit = owner ?? UnitGroup.NoUnit;
        if (fact.Unit is not null)
        {
            var (code, decision) = names.UnitOf(fact.Unit, fact.Period);
            unit = code ?? UnitGroup.NoUnit;
            uses.Add("alias", decision);
            if (code is null)
            {
                (found ??= []).Add(problems.UnknownUnit(fact.Unit, fact.Period));
            }
        }

        var category = names.CategoryOf(fact.Category, channel);
        if (category is not null && category.Channel != channel && category.Channel != "any")
        {
            (found ??= []).Add(OfAnotherChannel(category, channel));
        }

        _combinations.Add(
            new FactCombination(
                fact,
                kind,
                quarter,
                channel,
                unit,
                category?.Code ?? IssueCategory.None,
                InspectionLevel.ReceiverOf(fact.Target),
                LevelOf(fact.Level),
                isTotal,
                place,
                found
            )
        );
        return _combinations.Count - 1;
    }

    // A notice often names an account without saying whose it is; a detail table has to.
    private Owner? OwnerOf(Fact fact, string kind)
    {
        if (fact is not { Unit: null, Account: { } account })
        {
            return null;
        }

        if (names.OwnerOf(account, fact.Platform, fact.Period) is { } owner)
        {
            if (owner.Batch != batch)
            {
                uses.Add("account", owner.Batch);
            }

            return new Owner(owner.Unit, null);
        }

        if (
            kind is not (TableKind.Findings or TableKind.Counts or TableKind.Submissions or TableKind.Accounts)
            || fact.Measure is not (Measure.Issues or Measure.Veto or Measure.Submitted or Measure.Adopted)
        )
        {
            return null;
        }

        return new Owner(
            null,
            problems.Problem(
                LoadProblemKind.Account,
                account,
                fact.Platform,
                $"的账号 “{account}” 没有写单位，账号表中也查不到它属于哪个单位。",
                "请在表中补上单位，或先加载账号表，或在 data/reference/accounts.csv 中登记。",
                names.SuggestOwners(account)
            )
        );
    }

    private OpenProblem OfAnotherChannel(IssueCategory category, string channel) =>
        problems.Problem(
            LoadProblemKind.Category,
            category.Code,
            channel,
            $"的类别 {category.Code}（{category.Name}）属于 {category.Channel}，与渠道 {channel} 不符。",
            "请改用该渠道的类别代码。"
        );

    private static bool IsPossible(decimal count) =>
        count is >= 0 and <= 1_000_000_000 && count == decimal.Truncate(count);

    private void CheckCount(decimal? count, string words, string location)
    {
        if (count is { } number && !IsPossible(number))
        {
            problems.Refuse(
                problems.Problem(
                    LoadProblemKind.Number,
                    number.ToString(CultureInfo.InvariantCulture),
                    location,
                    $"的数字 {number} 不可能是个数：应为 0 到十亿的整数。",
                    $"请核对原文 “{words}”。"
                ),
                location
            );
        }
    }

    private void CheckRate(decimal? rate, string words, string location)
    {
        if (rate is < 0 or > 100)
        {
            problems.Refuse(
                problems.Problem(
                    LoadProblemKind.Number,
                    rate.Value.ToString(CultureInfo.InvariantCulture),
                    location,
                    $"的比率 {rate}% 不在 0% 与 100% 之间。",
                    $"请核对原文 “{words}”。"
                ),
                location
            );
        }
    }

    private static string LevelOf(string? words) =>
        InspectionLevel.All.Any(level => level.Code == words) ? words! : InspectionLevel.CodeOf(words);

    private sealed record Owner(string? Unit, OpenProblem? Problem);
}
