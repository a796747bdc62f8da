using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>The units of the banner and every name they go by, at any time (单位登记表). Immutable and safe for many threads.</summary>
public sealed class UnitRegistry
{
    private readonly Dictionary<string, Unit> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<UnitAlias>> _dated = new(StringComparer.Ordinal);
    private readonly ILookup<string, UnitSuccession> _successors;

    private UnitRegistry(IReadOnlyList<Unit> units, IReadOnlyList<UnitSuccession> successions)
    {
        Units = units;
        _successors = successions.ToLookup(row => row.Old, StringComparer.Ordinal);
    }

    /// <summary>The units in their official order.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Makes a registry without dated names.</summary>
    /// <param name="units">The units, in any order.</param>
    /// <exception cref="NoticeFormatException">A code or a name stands for two units.</exception>
    public static UnitRegistry Of(IEnumerable<Unit> units) => Of(units, [], []);

    /// <summary>Makes a registry.</summary>
    /// <param name="units">The units, in any order.</param>
    /// <param name="aliases">Names that hold for some time; one with a last day may be another unit's name today.</param>
    /// <param name="successions">Which unit came after which.</param>
    /// <exception cref="NoticeFormatException">A code or a name stands for two units at one time, or an alias for none.</exception>
    public static UnitRegistry Of(
        IEnumerable<Unit> units,
        IEnumerable<UnitAlias> aliases,
        IReadOnlyList<UnitSuccession> successions
    )
    {
        ArgumentNullException.ThrowIfNull(aliases);
        var registry = new UnitRegistry([.. units.OrderBy(unit => unit.SortOrder)], successions);
        foreach (var unit in registry.Units)
        {
            registry._byCode[unit.Code] = unit;
            foreach (var name in unit.Aliases.Prepend(unit.ShortName).Prepend(unit.Name).Prepend(unit.Code))
            {
                var folded = UnitNameForms.Fold(name);
                if (!registry._byName.TryAdd(folded, unit) && registry._byName[folded].Code != unit.Code)
                {
                    throw new NoticeFormatException(
                        $"units.csv 中的名称 “{name}” 同时属于 {registry._byName[folded].Name} 和 {unit.Name}。请只保留一处。"
                    );
                }
            }
        }

        foreach (var alias in aliases)
        {
            registry.Add(alias);
        }

        return registry;
    }

    /// <summary>Reads <c>units.csv</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NoticeFormatException">The file cannot be used; the message names row and cure.</exception>
    public static UnitRegistry Load(string path)
    {
        var rows = ReferenceTable.Read(
            path,
            "code",
            "name",
            "short_name",
            "aliases",
            "group",
            "sort_order",
            "without?",
            "pinyin?"
        );
        return Of(
            rows.Select(
                (row, index) =>
                    new Unit(
                        row[0],
                        row[1],
                        row[2],
                        row[3].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                        UnitGroup.All.Any(group => group.Code == row[4])
                            ? row[4]
                            : throw new NoticeFormatException(
                                $"units.csv 第 {index + 2} 行的 group “{row[4]}” 只能是 town、department 或 institution。"
                            ),
                        int.TryParse(row[5], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
                            ? order
                            : throw new NoticeFormatException(
                                $"units.csv 第 {index + 2} 行的 sort_order “{row[5]}” 不是整数。"
                            )
                    )
                    {
                        Without = row[6]
                            .Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                        Pinyin = row[7],
                    }
            )
        );
    }

    /// <summary>The unit that a name of a paper means, whenever it was written.</summary>
    /// <param name="words">The name as written: with 旗 before or 人民政府 behind, short, or an alias.</param>
    /// <returns>Null when no unit has that name; nothing is guessed.</returns>
    public Unit? Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var form in UnitNameForms.Of(UnitNameForms.Fold(words)))
        {
            if (_byName.TryGetValue(form, out var unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>The unit that a name meant in a quarter.</summary>
    /// <param name="words">The name as written, or a code.</param>
    /// <param name="quarter">The quarter that is spoken of; null when it is none, then only names without dates count.</param>
    /// <returns>
    /// Null when no unit had that name. The old name of a unit that was renamed or merged means the unit after it once it is gone; the name
    /// of a unit that was split into several means nobody afterwards. A new name used too early stays the new unit's: trends tell.
    /// </returns>
    public Unit? Find(string words, Quarter? quarter)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (quarter is not { } spoken)
        {
            return Find(words);
        }

        if (_byCode.TryGetValue(words, out var coded))
        {
            return coded;
        }

        if (_dated.Count > 0)
        {
            foreach (var form in UnitNameForms.Of(UnitNameForms.Fold(words)))
            {
                if (_dated.TryGetValue(form, out var spans) && Latest(spans, spoken) is { } alias)
                {
                    return _byCode[alias.Unit];
                }
            }
        }

        return Find(words) is { } unit ? AtTime(unit, spoken) : null;
    }

    /// <summary>A name without what means nothing: spaces, the width of letters, which of 与、和、及 it is written with.</summary>
    public static string Fold(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return UnitNameForms.Fold(words);
    }

    /// <summary>Every unit that bears a name on any day of a span; null on either side is without end.</summary>
    public IReadOnlyList<Unit> OwnersOf(string words, DateOnly? from, DateOnly? to)
    {
        ArgumentNullException.ThrowIfNull(words);
        var owners = new List<Unit>();
        if (Find(words) is { } always)
        {
            owners.Add(always);
        }

        foreach (var form in UnitNameForms.Of(UnitNameForms.Fold(words)))
        {
            owners.AddRange(
                _dated
                    .GetValueOrDefault(form, [])
                    .Where(alias => alias.Overlaps(from, to))
                    .Select(alias => _byCode[alias.Unit])
            );
        }

        return owners;
    }

    /// <summary>Whether a unit came directly after another.</summary>
    public bool IsSuccessor(string old, string code) => _successors[old].Any(row => row.New == code);

    /// <summary>The unit of a code; null when there is none.</summary>
    public Unit? OfCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether a name can be of a unit's kind: a 镇, 苏木 or 街道 is never a 局, 委, 办 or 中心.</summary>
    /// <param name="words">A name as written.</param>
    /// <param name="unit">The unit.</param>
    public static bool IsOfKind(string words, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(unit);
        return UnitNameForms.IsTown(UnitNameForms.Fold(words)) is not { } isTown
            || isTown == (unit.Group == UnitGroup.Town);
    }

    /// <summary>The units whose names are nearest, for a person to choose from; a 镇 is never proposed for a 局.</summary>
    /// <param name="words">A name that <see cref="Find(string)"/> does not know.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Unit> Suggest(string words, int count = 3)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = UnitNameForms.Fold(words);
        var forms = UnitNameForms.Of(folded).ToList();
        if (Find(words) is { } gone && _successors[gone.Code].Any())
        {
            return [.. _successors[gone.Code].Select(row => _byCode[row.New]).Take(count)];
        }

        return
        [
            .. _byName
                .Where(pair => IsOfKind(folded, pair.Value))
                .Select(pair =>
                    (Unit: pair.Value, Distance: forms.Min(form => UnitNameForms.Distance(form, pair.Key)), pair.Key)
                )
                .Where(candidate => candidate.Distance < Math.Max(2, candidate.Key.Length))
                .GroupBy(candidate => candidate.Unit.Code, StringComparer.Ordinal)
                .Select(group => group.MinBy(candidate => candidate.Distance))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Unit.SortOrder)
                .Take(count)
                .Select(candidate => candidate.Unit),
        ];
    }

    // A name may pass from one unit to the next within a quarter: the one that bore it last has it.
    private static UnitAlias? Latest(List<UnitAlias> spans, Quarter quarter) =>
        spans
            .Where(alias => alias.Overlaps(quarter.FirstDay, quarter.LastDay))
            .MaxBy(alias => (alias.To ?? DateOnly.MaxValue, alias.From ?? DateOnly.MinValue));

    private void Add(UnitAlias alias)
    {
        if (!_byCode.TryGetValue(alias.Unit, out var unit))
        {
            throw new NoticeFormatException(
                $"unit_aliases.csv 中 “{alias.Alias}” 的单位代码 “{alias.Unit}” 不在 units.csv 中。请改用 units.csv 的 code。"
            );
        }

        if (alias.From > alias.To)
        {
            throw new NoticeFormatException(
                $"unit_aliases.csv 中 “{alias.Alias}” 的 valid_from 晚于 valid_to。请核对两个日期。"
            );
        }

        var folded = UnitNameForms.Fold(alias.Alias);
        if (alias.To is null && _byName.TryGetValue(folded, out var other) && other.Code != unit.Code)
        {
            throw new NoticeFormatException(
                $"unit_aliases.csv 中的 “{alias.Alias}” 指 {unit.Name}，而它在 units.csv 中是 {other.Name} 的名称。请写明 valid_to，或只保留一处。"
            );
        }

        var spans = _dated.TryGetValue(folded, out var known) ? known : _dated[folded] = [];
        if (spans.Find(span => span.Unit != alias.Unit && span.Overlaps(alias.From, alias.To)) is { } clash)
        {
            throw new NoticeFormatException(
                $"unit_aliases.csv 中的 “{alias.Alias}” 在同一时期既指 {_byCode[clash.Unit].Name}，又指 {unit.Name}。请改正 valid_from 和 valid_to，使时期不相交。"
            );
        }

        spans.Add(alias);
    }

    private Unit? AtTime(Unit unit, Quarter quarter)
    {
        var splits = 0;
        foreach (var after in _successors[unit.Code])
        {
            var first = QuarterOf(after.On);
            switch (after.Kind)
            {
                case SuccessionKind.Rename when quarter >= first:
                // In the quarter of a merger both may still be named.
                case SuccessionKind.Merge when quarter > first:
                    return _byCode.TryGetValue(after.New, out var next) ? AtTime(next, quarter) : unit;
                case SuccessionKind.Split when quarter > first:
                    splits++;
                    break;
                default:
                    break;
            }
        }

        // One split gives up a part and the unit lives on; several are all that is left of it.
        return splits > 1 ? null : unit;
    }

    private static Quarter QuarterOf(DateOnly day) => new(day.Year, (day.Month + 2) / 3);
}
