using Analytics.Domain;

namespace Analytics.Benchmarks.Demo;

/// <summary>A unit as the sample data sees it: name and group from <c>units.csv</c>, habits from <see cref="DemoHabits"/>.</summary>
/// <param name="Name">The canonical name.</param>
/// <param name="Group">镇, 部门 or 事业单位.</param>
/// <param name="Habits">How often it is found at fault and how much it submits.</param>
internal sealed record DemoUnit(string Name, string Group, DemoHabits Habits)
{
    /// <summary>Reads the units in their official order.</summary>
    /// <param name="path"><c>units.csv</c>; its values hold no comma and no quote.</param>
    /// <exception cref="InvalidDataException">A unit that has habits is missing.</exception>
    public static IReadOnlyList<DemoUnit> Read(string path)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Split(',')).ToList();
        var code = Array.IndexOf(lines[0], "code");
        var name = Array.IndexOf(lines[0], "name");
        var group = Array.IndexOf(lines[0], "group");
        var known = DemoHabits.Listed.ToDictionary(habits => habits.Code, StringComparer.Ordinal);
        var units = lines
            .Skip(1)
            .Select(row => new DemoUnit(
                row[name],
                GroupWord(row[group]),
                known.Remove(row[code], out var habits) ? habits : DemoHabits.Quiet(row[code])
            ))
            .ToList();
        return known.Count == 0
            ? units
            : throw new InvalidDataException($"{path} lacks {string.Join(", ", known.Keys)} of DemoHabits.cs.");
    }

    private static string GroupWord(string group) =>
        group switch
        {
            UnitGroup.Town => "镇",
            UnitGroup.Department => "部门",
            _ => "事业单位",
        };
}
