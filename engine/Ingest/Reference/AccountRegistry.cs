using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>The accounts and their units, at any time. Immutable and safe for many threads.</summary>
public sealed class AccountRegistry
{
    private readonly ILookup<string, UnitAccount> _byName;

    /// <summary>Makes a registry.</summary>
    /// <param name="accounts">What is known; of two statements for one time the later batch is believed.</param>
    public AccountRegistry(IEnumerable<UnitAccount> accounts)
    {
        _byName = accounts.ToLookup(account => UnitNameForms.Fold(account.Account), StringComparer.Ordinal);
    }

    /// <summary>Reads <c>accounts.csv</c>.</summary>
    /// <param name="path">The file; one that is missing holds none.</param>
    /// <param name="units">The units that may be named, by any of their names.</param>
    /// <exception cref="NoticeFormatException">A row is wrong; the message names file, row and cure.</exception>
    public static IReadOnlyList<UnitAccount> Load(string path, UnitRegistry units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return !File.Exists(path)
            ? []
            :
            [
                .. ReferenceTable
                    .Read(path, "account", "platform", "unit", "valid_from", "valid_to", "source")
                    .Select(
                        (row, index) =>
                        {
                            var place = string.Create(CultureInfo.InvariantCulture, $"accounts.csv 第 {index + 2} 行");
                            return new UnitAccount(
                                row[0].Length > 0
                                    ? row[0]
                                    : throw new NoticeFormatException($"{place}的 account 是空的。请填写账号名称。"),
                                row[1].Length > 0 ? row[1] : IssueCategory.None,
                                units.Find(row[2])?.Code
                                    ?? throw new NoticeFormatException(
                                        $"{place}的单位 “{row[2]}” 不在 units.csv 中。请改用 units.csv 的 code。"
                                    ),
                                ReferenceDay.Parse(row[3], place, "valid_from"),
                                ReferenceDay.Parse(row[4], place, "valid_to"),
                                row[5].Length > 0
                                    ? row[5]
                                    : throw new NoticeFormatException($"{place}的 source 是空的。请写明依据。"),
                                0
                            );
                        }
                    ),
            ];
    }

    /// <summary>Whose an account was in a quarter: by name and platform, else by the name alone where only one unit has it.</summary>
    /// <param name="account">The account as written.</param>
    /// <param name="platform">The platform as written; null when not stated.</param>
    /// <param name="quarter">The quarter; null for at any time.</param>
    /// <returns>Null when nobody or more than one has it.</returns>
    public UnitAccount? Find(string account, string? platform, Quarter? quarter)
    {
        ArgumentNullException.ThrowIfNull(account);
        var known = _byName[UnitNameForms.Fold(account)]
            .Where(one =>
                quarter is not { } asked
                || (one.From is null || one.From <= asked.LastDay) && (one.To is null || one.To >= asked.FirstDay)
            )
            .ToList();
        var same = known.FindAll(one => platform is not null && one.Platform == platform);
        if (same.Count == 0 && known.Exists(one => one.Platform != known[0].Platform))
        {
            // On each platform the newest statement counts; they must agree.
            var newest = known.GroupBy(one => one.Platform, StringComparer.Ordinal).Select(Newest).ToList();
            return newest.TrueForAll(one => one is not null && one.Unit == newest[0]?.Unit) ? newest[0] : null;
        }

        return Newest(same.Count > 0 ? same : known);
    }

    /// <summary>The units that have an account of this name or a similar one, for a person to choose from.</summary>
    /// <param name="account">The account as written.</param>
    public IReadOnlyList<string> Suggest(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var folded = UnitNameForms.Fold(account);
        return
        [
            .. _byName
                .Select(group => (group, Distance: UnitNameForms.Distance(folded, group.Key)))
                .Where(pair => pair.Distance < Math.Max(2, pair.group.Key.Length / 2))
                .OrderBy(pair => pair.Distance)
                .ThenBy(pair => pair.group.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.group.Select(one => one.Unit))
                .Distinct(StringComparer.Ordinal)
                .Take(3),
        ];
    }

    private static UnitAccount? Newest(IEnumerable<UnitAccount> accounts)
    {
        var batches = accounts.GroupBy(one => one.Batch).MaxBy(group => group.Key)?.ToList();
        return batches is not null && batches.TrueForAll(one => one.Unit == batches[0].Unit) ? batches[0] : null;
    }
}
