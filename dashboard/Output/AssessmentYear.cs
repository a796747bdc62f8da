using System.Globalization;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>A whole year in an assessment (全年): its quarters side by side, and combined as the rulebook says.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rows">The units, ranked.</param>
/// <param name="Quarters">What each unit had in each quarter, by unit and quarter.</param>
public sealed record AssessmentYear(
    int Year,
    IReadOnlyList<YearRankingRow> Rows,
    IReadOnlyDictionary<(string Unit, Quarter Quarter), RankingRow> Quarters
)
{
    private const int FirstRow = 3;

    /// <summary>Gathers it.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="year">The year.</param>
    /// <param name="rulebook">The rulebook's id; null for each quarter's own.</param>
    public static AssessmentYear Of(Snapshot snapshot, int year, string? rulebook)
    {
        var quarters = Metrics
            .Quarters.All(snapshot)
            .Where(quarter => quarter.Quarter.Year == year)
            .SelectMany(quarter => Ranking.Rank(snapshot, quarter.Quarter, rulebook));
        return new(
            year,
            YearRanking.Rank(snapshot, year, rulebook),
            quarters.ToDictionary(row => (row.Unit, row.Quarter))
        );
    }

    /// <summary>The outcome in Chinese.</summary>
    public static string OutcomeOf(YearRankingRow row) =>
        row.Outcome switch
        {
            Ranking.Scored => row.Band ?? "已评分",
            Ranking.Vetoed => "不合格（单项否决）",
            YearRanking.TooFewQuarters => string.Create(
                CultureInfo.InvariantCulture,
                $"计入 {row.CountedCount} 个季度，不足，不排名"
            ),
            YearRanking.Mixed => "示例数据与真实数据、或几种规则混在一年，不合计",
            _ => "规则没有规定全年如何合计",
        };

    /// <summary>The sheet 全年.</summary>
    /// <param name="titles">The Chinese titles of the groups.</param>
    public WorkbookSheet Sheet(IReadOnlyDictionary<string, string> titles)
    {
        var quarters = Enumerable.Range(1, 4).Select(number => new Quarter(Year, number)).ToList();
        List<SheetColumn> columns =
        [
            new("组别"),
            new("全年名次", CellFormat.Integer),
            new("单位"),
            new("全年得分", CellFormat.Score),
            new("公式核对", CellFormat.Score),
            new("结果"),
            new("计入季度", CellFormat.Integer),
            .. quarters.SelectMany(quarter =>
                (SheetColumn[])
                    [
                        new($"第{quarter.Number}季度得分", CellFormat.Score),
                        new($"第{quarter.Number}季度名次", CellFormat.Integer),
                    ]
            ),
        ];
        return new(
            "全年",
            columns,
            [
                .. Rows.Select(
                    (row, index) =>
                        (IReadOnlyList<object?>)
                            [
                                titles.GetValueOrDefault(row.Group, row.Group),
                                row.Rank,
                                row.UnitName,
                                row.Score,
                                FormulaOf(row, FirstRow + index),
                                OutcomeOf(row),
                                row.CountedCount,
                                .. quarters.SelectMany(quarter =>
                                    Quarters.TryGetValue((row.Unit, quarter), out var part)
                                        ? (object?[])[part.Score, part.Rank]
                                        : [null, null]
                                ),
                            ]
                ),
            ]
        )
        {
            Title = $"{Year}年全年排名（各组分别排名）{(Rows.Any(row => row.IsSample) ? "（有示例数据）" : "")}",
        };
    }

    // The mean or the sum of the cells beside it; a quarter that counts as nothing without a cell cannot be checked so.
    private CellFormula? FormulaOf(YearRankingRow row, int number)
    {
        var scores = Enumerable
            .Range(1, 4)
            .Select(quarter => Quarters.GetValueOrDefault((row.Unit, new Quarter(Year, quarter)))?.Score)
            .OfType<decimal>()
            .ToList();
        if (row.Score is not { } score || scores.Count != row.CountedCount || scores.Count == 0)
        {
            return null;
        }

        var cells = string.Create(CultureInfo.InvariantCulture, $"H{number},J{number},L{number},N{number}");
        return new(scores.Sum() == score ? $"SUM({cells})" : $"AVERAGE({cells})", score);
    }
}
