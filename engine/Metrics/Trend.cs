using Analytics.Domain;

namespace Analytics.Metrics;

/// <summary>A measure over the quarters (趋势). SQL: Sql/metrics/trend.sql.</summary>
public static class Trend
{
    /// <summary>The unit code of the whole banner.</summary>
    public const string WholeBanner = "ALL";
}

/// <summary>One quarter of a measure's trend (趋势).</summary>
/// <param name="Metric">The measure's name, for example adoption_rate.</param>
/// <param name="Unit">The unit's code, or ALL for the whole banner.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Value">Rates are 0 to 1; null when the quarter does not state it.</param>
/// <param name="Change">Against the quarter before (环比); percentage points for rates; null without a base or across the seam to sample data.</param>
/// <param name="YearChange">Against the same quarter last year (同比), likewise.</param>
/// <param name="ChangeUnit">个百分点, 条, 分, 名, 次.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record TrendPoint(
    string Metric,
    string Unit,
    Quarter Quarter,
    decimal? Value,
    decimal? Change,
    decimal? YearChange,
    string ChangeUnit,
    bool IsSample
);
