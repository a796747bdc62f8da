using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>The units of the banner and every name they go by (单位登记表). Immutable and safe for many threads.</summary>
public sealed class UnitRegistry
{
    // Our own level only: 市公安局 is another office than 旗公安局.
    private static readonly string[] s_prefixes = ["伊金霍洛旗", "旗"];
    private static readonly string[] s_suffixes = ["人民政府", "政府"];

    private readonly Dictionary<string, Unit> _byName = new(StringComparer.Ordinal);

    private UnitRegistry(IReadOnlyList<Unit> units) => Units = units;

    /// <summary>The units in their official order.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Makes a registry.</summary>
    /// <param name="units">The units, in any order.</param>
    /// <exception cref="NoticeFormatException">A code or a name stands for two units.</exception>
    public static UnitRegistry Of(IEnumerable<Unit> units)
    {
        var registry = new UnitRegistry([.. units.OrderBy(unit => unit.SortOrder)]);
        foreach (var unit in registry.Units)
        {
            foreach (var name in unit.Aliases.Prepend(unit.ShortName).Prepend(unit.Name).Prepend(unit.Code))
            {
                if (!registry._byName.TryAdd(Fold(name), unit) && registry._byName[Fold(name)].Code != unit.Code)
                {
                    throw new NoticeFormatException(
                        $"units.csv 中的名称 “{name}” 同时属于 {registry._byName[Fold(name)].Name} 和 {unit.Name}。请只保留一处。"
                    );
                }
            }
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
            "without?"
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
                    }
            )
        );
    }

    /// <summary>The unit that a name of a paper means.</summary>
    /// <param name="words">The name as written: with 旗 before or 人民政府 behind, short, or an alias.</param>
    /// <returns>Null when no unit has that name; nothing is guessed.</returns>
    public Unit? Find(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var form in FormsOf(Fold(words)))
        {
            if (_byName.TryGetValue(form, out var unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>The units whose names are nearest, for a person to choose from; a 镇 is never proposed for a 局.</summary>
    /// <param name="words">A name that <see cref="Find"/> does not know.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Unit> Suggest(string words, int count = 3)
    {
        var folded = Fold(words);
        var forms = FormsOf(folded).ToList();
        var isTown = IsTown(folded);
        return
        [
            .. _byName
                .Where(pair => (pair.Value.Group == UnitGroup.Town) == isTown)
                .Select(pair => (Unit: pair.Value, Distance: forms.Min(form => EditDistance(form, pair.Key)), pair.Key))
                .Where(candidate => candidate.Distance < Math.Max(2, candidate.Key.Length))
                .GroupBy(candidate => candidate.Unit.Code, StringComparer.Ordinal)
                .Select(group => group.MinBy(candidate => candidate.Distance))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Unit.SortOrder)
                .Take(count)
                .Select(candidate => candidate.Unit),
        ];
    }

    private static IEnumerable<string> FormsOf(string folded)
    {
        yield return folded;
        foreach (var prefix in s_prefixes.Prepend(""))
        {
            if (folded.Length <= prefix.Length || !folded.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var bare = folded[prefix.Length..];
            yield return bare;
            foreach (var suffix in s_suffixes)
            {
                // 镇人民政府 is the 镇; a bare 人民政府 is the government itself.
                if (bare.Length > suffix.Length + 1 && bare.EndsWith(suffix, StringComparison.Ordinal))
                {
                    yield return bare[..^suffix.Length];
                }
            }
        }
    }

    private static bool IsTown(string folded) =>
        s_suffixes
            .Prepend("")
            .Any(suffix =>
                folded.EndsWith("镇" + suffix, StringComparison.Ordinal)
                || folded.EndsWith("苏木" + suffix, StringComparison.Ordinal)
                || folded.EndsWith("街道" + suffix, StringComparison.Ordinal)
            );

    private static string Fold(string words) =>
        string.Concat(words.Where(character => !char.IsWhiteSpace(character)))
            .Replace('与', '和')
            .Replace('及', '和')
            .ToLowerInvariant();

    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
