using System.Globalization;
using Analytics.Dashboard.Cli;
using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard;

/// <summary>Two rankings side by side as people read them on a terminal.</summary>
internal static class SimulationText
{
    public static string Of(SimulationResult result, IReadOnlyList<(string Code, string Title)> groups)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var titles = groups.ToDictionary(group => group.Code, group => group.Title, StringComparer.Ordinal);
        text.WriteLine(
            $"{result.Quarter.Chinese}{(result.IsSample ? "（示例数据）" : "")}：{result.Rulebook}{(result.IsDraft ? "（草案，未发布）" : "")} 与 {result.Against} 比较"
        );
        foreach (var gap in result.Gaps)
        {
            text.WriteLine($"不能排名：{gap}");
        }

        foreach (var group in result.Rows.GroupBy(row => row.Group, StringComparer.Ordinal))
        {
            text.WriteLine();
            text.WriteLine(titles.GetValueOrDefault(group.Key, group.Key));
            ConsoleTables.Print(
                text,
                [
                    .. Tables.Simulation.Where(column =>
                        column.Name
                            is "unitName"
                                or "rankBefore"
                                or "scoreBefore"
                                or "rank"
                                or "score"
                                or "moves"
                                or "movedBy"
                    ),
                ],
                [.. group.Where(row => row.Rank is not null || row.RankBefore is not null)]
            );
            foreach (var row in group.Where(row => row.SensitiveMoves is not null))
            {
                text.WriteLine(
                    $"{row.UnitName}的名次对“{row.SensitiveWords}”最敏感：去掉它，{Tables.MovesOf(row.SensitiveMoves)[2..]}"
                );
            }
        }

        return text.ToString();
    }
}
