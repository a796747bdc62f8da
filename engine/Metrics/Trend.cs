using System.Data;
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
        new("adoption_rate", "信息采用率", "个百分点", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Rate),
        new("submitted_count", "信息报送", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("adopted_count", "信息采用", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("pushed_count", "信息推送", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("zero_unit_count", "零报送单位", "个", HigherIsBetter: false, ForWholeBanner: true, TrendKind.Count),
        new(
            "below_quota_count",
            "未完成报送任务的单位",
            "个",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("finding_count", "发现问题", "条", HigherIsBetter: false, ForWholeBanner: true, TrendKind.Count),
        new(
            "website_finding_count",
            "政府网站问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_finding_count",
            "政务新媒体问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "openness_finding_count",
            "法定主动公开问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "request_finding_count",
            "依申请公开问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "submission_finding_count",
            "信息报送问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "interaction_finding_count",
            "互动交流问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("veto_count", "单项否决", "次", HigherIsBetter: false, ForWholeBanner: true, TrendKind.Count),
        new(
            "website_veto_count",
            "政府网站单项否决",
            "次",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_veto_count",
            "政务新媒体单项否决",
            "次",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("website_site_count", "政府网站数量", "个", HigherIsBetter: null, ForWholeBanner: true, TrendKind.Count),
        new(
            "newmedia_account_count",
            "政务新媒体账号数量",
            "个",
            HigherIsBetter: null,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "website_inspected_count",
            "检查政府网站",
            "个",
            HigherIsBetter: null,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("website_passed_count", "合格政府网站", "个", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new(
            "website_failed_count",
            "不合格政府网站",
            "个",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "website_pass_rate",
            "政府网站合格率",
            "个百分点",
            HigherIsBetter: true,
            ForWholeBanner: true,
            TrendKind.Rate
        ),
        new(
            "newmedia_inspected_count",
            "检查政务新媒体",
            "个",
            HigherIsBetter: null,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_passed_count",
            "合格政务新媒体",
            "个",
            HigherIsBetter: true,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_failed_count",
            "不合格政务新媒体",
            "个",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_pass_rate",
            "政务新媒体合格率",
            "个百分点",
            HigherIsBetter: true,
            ForWholeBanner: true,
            TrendKind.Rate
        ),
        new(
            "sites_with_issue_count",
            "有问题的政府网站",
            "个",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "accounts_with_issue_count",
            "有问题的政务新媒体账号",
            "个",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "units_with_issue_count",
            "有问题的单位（不分渠道）",
            "家",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "website_units_with_issue_count",
            "政府网站有问题的单位",
            "家",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_units_with_issue_count",
            "政务新媒体有问题的单位",
            "家",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("rectified_count", "已整改问题", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("unrectified_count", "未整改问题", "条", HigherIsBetter: false, ForWholeBanner: true, TrendKind.Count),
        new(
            "website_rectified_count",
            "政府网站已整改问题",
            "条",
            HigherIsBetter: true,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "website_unrectified_count",
            "政府网站未整改问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_rectified_count",
            "政务新媒体已整改问题",
            "条",
            HigherIsBetter: true,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new(
            "newmedia_unrectified_count",
            "政务新媒体未整改问题",
            "条",
            HigherIsBetter: false,
            ForWholeBanner: true,
            TrendKind.Count
        ),
        new("published_count", "网站发布信息", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("post_count", "新媒体发布信息", "条", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("message_count", "收到留言", "件", HigherIsBetter: null, ForWholeBanner: true, TrendKind.Count),
        new("message_on_time_count", "按期办结留言", "件", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Count),
        new("on_time_rate", "留言按期办结率", "个百分点", HigherIsBetter: true, ForWholeBanner: true, TrendKind.Rate),
        new("unit_score", "单位得分", "分", HigherIsBetter: true, ForWholeBanner: false, TrendKind.Score),
        new("unit_rank", "单位名次", "名", HigherIsBetter: false, ForWholeBanner: false, TrendKind.Rank),
    ];

    /// <summary>The values of a metric.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="metric">A name of <see cref="Metrics"/>.</param>
    /// <param name="unit">The unit's code, or <see cref="WholeBanner"/>.</param>
    /// <param name="from">The first quarter; null for all.</param>
    /// <param name="to">The last quarter; null for all.</param>
    /// <returns>One point per quarter that has a value, in order of time; missing quarters are left out, never zero. After a merger or split a
    /// quarter before it has a point for each unit there was.</returns>
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
            "from trend($1, $2) where ($3 is null or quarter >= $3) and ($4 is null or quarter <= $4) order by quarter, chain <> unit, chain",
            PointOf,
            metric,
            unit,
            from?.ToString(),
            to?.ToString()
        );
    }

    private static TrendPoint PointOf(IDataRecord row) =>
        new(
            row.Text("metric"),
            row.Text("unit"),
            row.Quarter("quarter"),
            row.DecimalOrNull("value"),
            row.DecimalOrNull("change"),
            row.DecimalOrNull("year_change"),
            row.Text("change_unit"),
            row.Flag("is_sample")
        )
        {
            ChangePercent = row.DecimalOrNull("change_percent"),
            YearChangePercent = row.DecimalOrNull("year_change_percent"),
            Numerator = row.LongOrNull("numerator"),
            Denominator = row.LongOrNull("denominator"),
            IsBreak = row.Flag("is_break"),
            SourceUnit = row.Text("source_unit"),
            Chain = row.Text("chain"),
            CenterLine = row.DecimalOrNull("center_line"),
            LowerLimit = row.DecimalOrNull("lower_limit"),
            UpperLimit = row.DecimalOrNull("upper_limit"),
            IsSignal = row["is_signal"] as bool?,
            IsUsualChange = row["is_usual_change"] as bool?,
        };
}

/// <summary>What can be followed over time.</summary>
/// <param name="Name">The name in SQL and addresses.</param>
/// <param name="Title">The Chinese name.</param>
/// <param name="ChangeUnit">The unit of its changes.</param>
/// <param name="HigherIsBetter">Which direction is good; null for neither.</param>
/// <param name="ForWholeBanner">Whether the whole banner has it, not only a unit.</param>
/// <param name="Kind">A code of <see cref="TrendKind"/>.</param>
public sealed record TrendMetric(
    string Name,
    string Title,
    string ChangeUnit,
    bool? HigherIsBetter,
    bool ForWholeBanner,
    string Kind
);

/// <summary>What kind of number a metric is, which decides how its changes are told.</summary>
public static class TrendKind
{
    /// <summary>个数: changes as a difference and in percent.</summary>
    public const string Count = "count";

    /// <summary>比率: changes in percentage points only.</summary>
    public const string Rate = "rate";

    /// <summary>得分: changes as a difference.</summary>
    public const string Score = "score";

    /// <summary>名次: changes as places gained or lost; a smaller rank is better.</summary>
    public const string Rank = "rank";
}

/// <summary>One quarter of a measure's trend (趋势).</summary>
/// <param name="Metric">The measure's name, for example adoption_rate.</param>
/// <param name="Unit">The unit's code, or ALL for the whole banner.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Value">Rates are 0 to 1; null when the quarter does not state it.</param>
/// <param name="Change">Against the quarter before (环比); percentage points for rates; null without a base or across the seam to sample data.</param>
/// <param name="YearChange">Against the same quarter last year (同比), likewise.</param>
/// <param name="ChangeUnit">个百分点, 条, 次, 个, 家, 件, 分, 名.</param>
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
)
{
    /// <summary>The change in percent of the quarter before; null for rates, scores and ranks, and where the base is 0.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>The change in percent of the same quarter last year, likewise.</summary>
    public decimal? YearChangePercent { get; init; }

    /// <summary>A rate's numerator, where the source states it.</summary>
    public long? Numerator { get; init; }

    /// <summary>A rate's denominator, where the source states it.</summary>
    public long? Denominator { get; init; }

    /// <summary>Whether it is the first quarter after a renaming, merger or split (更名、合并、拆分).</summary>
    public bool IsBreak { get; init; }

    /// <summary>The code of the unit whose value it is: the unit itself, or one it came from.</summary>
    public string SourceUnit { get; init; } = Unit;

    /// <summary>The series it belongs to: the unit's own bears its code, a forerunner merged or split has one of its own. Only points of one series are compared.</summary>
    public string Chain { get; init; } = Unit;

    /// <summary>Whether it is of the unit's own series, renamings included, not of a unit that was merged or split.</summary>
    public bool IsOwn => Chain == Unit;

    /// <summary>The mean of the quarters of the same kind (中心线); null with fewer than four, and for scores, ranks and stocks.</summary>
    public decimal? CenterLine { get; init; }

    /// <summary>The lower control limit (下控制限).</summary>
    public decimal? LowerLimit { get; init; }

    /// <summary>The upper control limit (上控制限).</summary>
    public decimal? UpperLimit { get; init; }

    /// <summary>Whether the value lies outside the limits; null without limits.</summary>
    public bool? IsSignal { get; init; }

    /// <summary>Whether this value and that of the quarter before both lie inside the limits, so that the change is no trend; null without either.</summary>
    public bool? IsUsualChange { get; init; }
}
