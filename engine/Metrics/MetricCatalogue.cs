using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>The metrics (指标) in words: what each counts, in which unit, and the SQL that makes it.</summary>
public static class MetricCatalogue
{
    private const string Figures = "figure_values";
    private const string Counts = "metric_values";

    private static readonly Dictionary<string, string> s_definitions = new(StringComparer.Ordinal)
    {
        ["adoption_rate"] = "采用条数合计 ÷ 报送条数合计；来源只印有采用率的，取所印的数。报送为 0 时没有采用率。",
        ["submitted_count"] = "报送、上报的信息条数，各报送对象相加。",
        ["adopted_count"] = "被采用、采纳、录用的信息条数，各报送对象相加。",
        ["pushed_count"] = "推送的信息条数，各报送对象相加。",
        ["zero_unit_count"] = "零报送的单位个数。",
        ["below_quota_count"] = "没有完成报送任务的单位个数。",
        ["finding_count"] = "各渠道列出的问题条数，含没有点名单位的；由逐条问题相加，不取原文合计。",
        ["website_finding_count"] = "政府网站列出的问题条数，由逐条问题相加。",
        ["newmedia_finding_count"] = "政务新媒体列出的问题条数，由逐条问题相加。",
        ["openness_finding_count"] = "法定主动公开列出的问题条数，由逐条问题相加。",
        ["request_finding_count"] = "依申请公开列出的问题条数，由逐条问题相加。",
        ["submission_finding_count"] = "信息报送列出的问题条数，由逐条问题相加。",
        ["interaction_finding_count"] = "互动交流列出的问题条数，由逐条问题相加。",
        ["veto_count"] = "各渠道单项否决的次数；只在检查过的季度有 0。",
        ["website_veto_count"] = "政府网站单项否决的次数；只在检查过的季度有 0。",
        ["newmedia_veto_count"] = "政务新媒体单项否决的次数；只在检查过的季度有 0。",
        ["website_site_count"] = "备案、正在运行的政府网站个数。",
        ["newmedia_account_count"] = "备案、正在运行的政务新媒体账号个数。",
        ["website_inspected_count"] = "检查、抽查、监测的政府网站个数。",
        ["website_passed_count"] = "检查合格的政府网站个数。",
        ["website_failed_count"] = "检查不合格的政府网站个数。",
        ["website_pass_rate"] = "合格政府网站个数 ÷ 检查个数；来源只印有合格率的，取所印的数。",
        ["newmedia_inspected_count"] = "检查、抽查、监测的政务新媒体账号个数。",
        ["newmedia_passed_count"] = "检查合格的政务新媒体账号个数。",
        ["newmedia_failed_count"] = "检查不合格的政务新媒体账号个数。",
        ["newmedia_pass_rate"] = "合格政务新媒体账号个数 ÷ 检查个数；来源只印有合格率的，取所印的数。",
        ["sites_with_issue_count"] = "查出问题的政府网站个数。",
        ["accounts_with_issue_count"] = "查出问题的政务新媒体账号个数。",
        ["units_with_issue_count"] = "查出问题的单位家数，来源不分渠道的。",
        ["website_units_with_issue_count"] = "政府网站查出问题的单位家数。",
        ["newmedia_units_with_issue_count"] = "政务新媒体查出问题的单位家数。",
        ["rectified_count"] = "已整改的问题条数，各渠道相加。",
        ["unrectified_count"] = "未整改的问题条数，各渠道相加。",
        ["website_rectified_count"] = "政府网站已整改的问题条数。",
        ["website_unrectified_count"] = "政府网站未整改的问题条数。",
        ["newmedia_rectified_count"] = "政务新媒体已整改的问题条数。",
        ["newmedia_unrectified_count"] = "政务新媒体未整改的问题条数。",
        ["published_count"] = "政府网站发布的信息条数。",
        ["post_count"] = "政务新媒体账号发布的信息条数。",
        ["message_count"] = "收到、转办的留言件数。",
        ["message_on_time_count"] = "按期、按时办结的留言件数。",
        ["on_time_rate"] = "按期办结的留言件数 ÷ 收到的留言件数；来源只印有按期办结率的，取所印的数。",
        ["unit_score"] = "按该季度适用的评分规则所得的分；单项否决不计分的、未检查的没有得分。",
        ["unit_rank"] = "在所属组别中的名次，从 1 起，同分同名次，下一名次空出；单项否决的排在最后，未检查的没有名次。",
    };

    // Numbers of units are said of all units together.
    private static readonly HashSet<string> s_onlyWhole = new(StringComparer.Ordinal)
    {
        "zero_unit_count",
        "below_quota_count",
        "units_with_issue_count",
        "website_units_with_issue_count",
        "newmedia_units_with_issue_count",
    };

    /// <summary>Every metric, in the order of <see cref="Trend.Metrics"/>.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } = [.. Trend.Metrics.Select(Of)];

    /// <summary>A metric with its SQL; null when there is none of that name.</summary>
    public static MetricSql? Find(string name) =>
        All.FirstOrDefault(metric => metric.Name == name) is { } found
            ? new MetricSql(found, SqlCatalog.Embedded.Files.Single(file => file.RelativePath == found.SqlFile).Text)
            : null;

    private static MetricDefinition Of(TrendMetric metric) =>
        new(
            metric.Name,
            metric.Title,
            s_definitions[metric.Name],
            metric.Kind,
            metric.Kind == TrendKind.Rate ? "比率（0 至 1）" : metric.ChangeUnit,
            metric.ChangeUnit,
            metric.HigherIsBetter,
            !s_onlyWhole.Contains(metric.Name),
            metric.ForWholeBanner,
            $"metrics/{FileOf(metric.Name)}.sql"
        );

    private static string FileOf(string name) =>
        name switch
        {
            "unit_score" => "unit_score",
            "unit_rank" => "ranking",
            _ when name.EndsWith("finding_count", StringComparison.Ordinal) => Counts,
            _ when name.EndsWith("veto_count", StringComparison.Ordinal) => Counts,
            _ => Figures,
        };
}

/// <summary>A metric (指标) in words.</summary>
/// <param name="Name">The name in SQL and addresses.</param>
/// <param name="Title">The Chinese name.</param>
/// <param name="Definition">What it is, in a Chinese sentence.</param>
/// <param name="Kind">A code of <see cref="TrendKind"/>.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="ChangeUnit">The unit of its changes.</param>
/// <param name="HigherIsBetter">Which direction is good; null for neither.</param>
/// <param name="ForUnits">Whether a unit can have it.</param>
/// <param name="ForWholeBanner">Whether the whole banner has it.</param>
/// <param name="SqlFile">The file under engine/Sql that makes its values.</param>
public sealed record MetricDefinition(
    string Name,
    string Title,
    string Definition,
    string Kind,
    string Unit,
    string ChangeUnit,
    bool? HigherIsBetter,
    bool ForUnits,
    bool ForWholeBanner,
    string SqlFile
);

/// <summary>A metric with its SQL.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Sql">The file that makes its values, header included.</param>
public sealed record MetricSql(MetricDefinition Metric, string Sql);
