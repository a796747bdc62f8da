using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>A measure over the quarters (趋势). SQL: Sql/metrics/trend.sql.</summary>
public static class Trend
{
    /// <summary>The unit code of the whole banner.</summary>
    public const string WholeBanner = "ALL";

    /// <summary>Every metric with its Chinese name and whether it exists for the whole banner.</summary>
    public static IReadOnlyList<TrendMetric> Metrics { get; } =
    [
        new("adoption_rate", "信息采用率", "个百分点", HigherIsBetter: true, ForWholeBanner: true),
        new("submitted_count", "信息报送", "条", HigherIsBetter: true, ForWholeBanner: true),
        new("adopted_count", "信息采用", "条", HigherIsBetter: true, ForWholeBanner: true),
        new("pushed_count", "信息推送", "条", HigherIsBetter: true, ForWholeBanner: true),
        new("finding_count", "发现问题", "条", HigherIsBetter: false, ForWholeBanner: true),
        new("website_finding_count", "政府网站问题", "条", HigherIsBetter: false, ForWholeBanner: true),
        new("newmedia_finding_count", "政务新媒体问题", "条", HigherIsBetter: false, ForWholeBanner: true),
        new("veto_count", "单项否决", "次", HigherIsBetter: false, ForWholeBanner: true),
        new("unit_score", "单位得分", "分", HigherIsBetter: true, ForWholeBanner: false),
        new("unit_rank", "单位名次", "名", HigherIsBetter: false, ForWholeBanner: false),
    ];

    /// <summary>The values of a metric.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="metric">A name of <see cref="Metrics"/>.</param>
    /// <param name="unit">The unit's code, or <see cref="WholeBanner"/>.</param>
    /// <param name="from">The first quarter; null for all.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <returns>One point per quarter that has a value, in order of time; missing quarters are left out, never zero.</returns>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static IReadOnlyList<TrendPoint> Of(
        Snapshot snapshot,
        string metric,
        string unit = WholeBanner,
        Quarter? from = null,
        Quarter? to = null
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from trend($1, $2) where ($3 is null or quarter >= $3) and ($4 is null or quarter <= $4) order by quarter",
            row => new TrendPoint(
                row.Text("metric"),
                row.Text("unit"),
                row.Quarter("quarter"),
                row.DecimalOrNull("value"),
                row.DecimalOrNull("change"),
                row.DecimalOrNull("year_change"),
                row.Text("change_unit"),
                row.Flag("is_sample")
            ),
            metric,
            unit,
            from?.ToString(),
            to?.ToString()
        );
    }
}

/// <summary>What can be followed over time.</summary>
/// <param name="Name">The name in SQL and addresses.</param>
/// <param name="Title">The Chinese name.</param>
/// <param name="ChangeUnit">The unit of its changes.</param>
/// <param name="HigherIsBetter">Which direction is good.</param>
/// <param name="ForWholeBanner">Whether the whole banner has it, not only a unit.</param>
public sealed record TrendMetric(
    string Name,
    string Title,
    string ChangeUnit,
    bool HigherIsBetter,
    bool ForWholeBanner
);

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
