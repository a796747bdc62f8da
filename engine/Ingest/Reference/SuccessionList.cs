using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>Which unit came after which (单位沿革).</summary>
internal static class SuccessionList
{
    private const string FileName = "unit_successions.csv";

    /// <summary>Reads <c>unit_successions.csv</c>.</summary>
    /// <param name="path">The file; one that is missing holds none.</param>
    /// <param name="units">The units that may be named, by their codes.</param>
    /// <exception cref="NoticeFormatException">A row is wrong; the message names file, row and cure.</exception>
    public static IReadOnlyList<UnitSuccession> Load(string path, UnitRegistry units)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var codes = units.Units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var successions = ReferenceTable
            .Read(path, "old", "new", "kind", "date", "source")
            .Select((row, index) => Of(row, index + 2, codes))
            .ToList();
        RefuseContradictions(successions);
        RefuseCycles(successions);
        return successions;
    }

    private static UnitSuccession Of(string[] row, int line, HashSet<string> codes)
    {
        foreach (var code in row[..2].Where(code => !codes.Contains(code)))
        {
            throw Wrong(
                line,
                $"的单位代码 “{code}” 不在 units.csv 中。请改用 units.csv 的 code；撤销的单位也要留在 units.csv 里。"
            );
        }

        if (row[2] is not (SuccessionKind.Rename or SuccessionKind.Merge or SuccessionKind.Split))
        {
            throw Wrong(line, $"的 kind “{row[2]}” 只能是 rename（更名）、merge（合并）或 split（拆分）。");
        }

        if (
            !DateOnly.TryParseExact(row[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        )
        {
            throw Wrong(line, $"的 date “{row[3]}” 不是日期。请写成 2024-01-26 的样子。");
        }

        return row[4].Length > 0
            ? new UnitSuccession(row[0], row[1], row[2], on, row[4])
            : throw Wrong(line, "的 source 是空的。请写明依据的文件，没有依据的沿革不登记。");
    }

    private static void RefuseContradictions(List<UnitSuccession> successions)
    {
        for (var index = 0; index < successions.Count; index++)
        {
            var (row, before) = (successions[index], successions[..index]);
            if (before.Exists(other => other.Old == row.Old && other.New == row.New))
            {
                throw Wrong(index + 2, $"重复了 {row.Old} 到 {row.New} 的沿革。请只保留一行。");
            }

            // One name at a time: a second forerunner makes it a merger, a second successor a split.
            if (
                row.Kind == SuccessionKind.Rename
                && before.Exists(other =>
                    other.Kind == SuccessionKind.Rename && (other.Old == row.Old || other.New == row.New)
                )
            )
            {
                throw Wrong(
                    index + 2,
                    $"与前面一行的更名有同一个单位（{row.Old} 或 {row.New}）。几个单位成为一个请写 merge，一个单位成为几个请写 split。"
                );
            }
        }
    }

    private static void RefuseCycles(List<UnitSuccession> successions)
    {
        for (var index = 0; index < successions.Count; index++)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { successions[index].New };
            var waiting = new Queue<string>(reached);
            while (waiting.TryDequeue(out var unit))
            {
                foreach (var next in successions.Where(row => row.Old == unit && reached.Add(row.New)))
                {
                    waiting.Enqueue(next.New);
                }
            }

            if (reached.Contains(successions[index].Old))
            {
                throw Wrong(
                    index + 2,
                    $"使 {successions[index].Old} 成为自己的前身（首尾相接）。请核对各行的 old 和 new；恢复原名请用新的代码。"
                );
            }
        }
    }

    private static NoticeFormatException Wrong(int line, string what) => new($"{FileName} 第 {line} 行{what}");
}
