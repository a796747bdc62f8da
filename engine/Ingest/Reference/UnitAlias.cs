using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>A name that meant a unit for some time (有期限的别名).</summary>
/// <param name="Alias">The name as written.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="From">The first day; null for always before.</param>
/// <param name="To">The last day; null for ever after.</param>
/// <param name="Source">The paper that says so, or who decided.</param>
public sealed record UnitAlias(string Alias, string Unit, DateOnly? From, DateOnly? To, string Source)
{
    /// <summary>Whether the name meant the unit on any day of a span; null on either side is without end.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) =>
        (From is null || to is null || From <= to) && (To is null || from is null || To >= from);

    /// <summary>Reads <c>unit_aliases.csv</c>.</summary>
    /// <param name="path">The file; one that is missing holds none.</param>
    /// <exception cref="NoticeFormatException">A row is wrong; the message names file, row and cure.</exception>
    public static IReadOnlyList<UnitAlias> Load(string path) =>
        !File.Exists(path)
            ? []
            :
            [
                .. ReferenceTable
                    .Read(path, "alias", "unit", "valid_from", "valid_to", "source")
                    .Select(
                        (row, index) =>
                        {
                            var place = string.Create(
                                CultureInfo.InvariantCulture,
                                $"unit_aliases.csv 第 {index + 2} 行"
                            );
                            return row[0].Length == 0 || row[4].Length == 0
                                ? throw new NoticeFormatException(
                                    $"{place}的 alias 或 source 是空的。请写明名称和依据。"
                                )
                                : new UnitAlias(
                                    row[0],
                                    row[1],
                                    ReferenceDay.Parse(row[2], place, "valid_from"),
                                    ReferenceDay.Parse(row[3], place, "valid_to"),
                                    row[4]
                                );
                        }
                    ),
            ];
}
