using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a trend measures, as headline and subtitle name it.</summary>
/// <param name="Measure">The measure's name in the language of the chart, for example 信息采用率.</param>
/// <param name="Unit">The unit's short name, or 全旗, whole banner.</param>
public sealed record TrendSubject(string Measure, string Unit)
{
    // What a metric is called in English, and what it counts. Rates, points and ranks count nothing.
    private static readonly Dictionary<string, (string Title, string One, string Many)> s_english = new(
        StringComparer.Ordinal
    )
    {
        ["adoption_rate"] = ("Adoption rate", "", ""),
        ["submitted_count"] = ("Items submitted", "item", "items"),
        ["adopted_count"] = ("Items adopted", "item", "items"),
        ["pushed_count"] = ("Items pushed", "item", "items"),
        ["zero_unit_count"] = ("Units that submitted nothing", "unit", "units"),
        ["below_quota_count"] = ("Units below their quota", "unit", "units"),
        ["finding_count"] = ("Findings", "finding", "findings"),
        ["website_finding_count"] = ("Findings on websites", "finding", "findings"),
        ["newmedia_finding_count"] = ("Findings in new media", "finding", "findings"),
        ["openness_finding_count"] = ("Findings in statutory disclosure", "finding", "findings"),
        ["request_finding_count"] = ("Findings in disclosure on request", "finding", "findings"),
        ["submission_finding_count"] = ("Findings in submissions", "finding", "findings"),
        ["interaction_finding_count"] = ("Findings in public interaction", "finding", "findings"),
        ["veto_count"] = ("Vetoes", "veto", "vetoes"),
        ["website_veto_count"] = ("Vetoes for websites", "veto", "vetoes"),
        ["newmedia_veto_count"] = ("Vetoes for new media", "veto", "vetoes"),
        ["website_site_count"] = ("Websites", "website", "websites"),
        ["newmedia_account_count"] = ("New media accounts", "account", "accounts"),
        ["website_inspected_count"] = ("Websites inspected", "website", "websites"),
        ["website_passed_count"] = ("Websites that passed", "website", "websites"),
        ["website_failed_count"] = ("Websites that failed", "website", "websites"),
        ["website_pass_rate"] = ("Pass rate of websites", "", ""),
        ["newmedia_inspected_count"] = ("New media accounts inspected", "account", "accounts"),
        ["newmedia_passed_count"] = ("New media accounts that passed", "account", "accounts"),
        ["newmedia_failed_count"] = ("New media accounts that failed", "account", "accounts"),
        ["newmedia_pass_rate"] = ("Pass rate of new media accounts", "", ""),
        ["sites_with_issue_count"] = ("Websites with findings", "website", "websites"),
        ["accounts_with_issue_count"] = ("New media accounts with findings", "account", "accounts"),
        ["units_with_issue_count"] = ("Units with findings in any channel", "unit", "units"),
        ["website_units_with_issue_count"] = ("Units with findings on websites", "unit", "units"),
        ["newmedia_units_with_issue_count"] = ("Units with findings in new media", "unit", "units"),
        ["rectified_count"] = ("Findings put right", "finding", "findings"),
        ["unrectified_count"] = ("Findings not put right", "finding", "findings"),
        ["website_rectified_count"] = ("Findings on websites put right", "finding", "findings"),
        ["website_unrectified_count"] = ("Findings on websites not put right", "finding", "findings"),
        ["newmedia_rectified_count"] = ("Findings in new media put right", "finding", "findings"),
        ["newmedia_unrectified_count"] = ("Findings in new media not put right", "finding", "findings"),
        ["published_count"] = ("Items published on websites", "item", "items"),
        ["post_count"] = ("Posts in new media", "post", "posts"),
        ["message_count"] = ("Messages received", "message", "messages"),
        ["message_on_time_count"] = ("Messages answered in time", "message", "messages"),
        ["on_time_rate"] = ("Messages answered in time, share", "", ""),
        ["unit_score"] = ("Score", "", ""),
        ["unit_rank"] = ("Rank", "", ""),
    };

    /// <summary>In English, one of what is counted: finding.</summary>
    public string One { get; init; } = "";

    /// <summary>In English, several of what is counted: findings.</summary>
    public string Many { get; init; } = "";

    /// <summary>A metric of a unit in a language.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="unit">The unit's short name; null for the whole banner.</param>
    /// <param name="language">The language.</param>
    public static TrendSubject Of(TrendMetric metric, string? unit, ChartLanguage language)
    {
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(language);
        var (title, one, many) = s_english[metric.Name];
        return new(language[metric.Title, title], unit ?? language["全旗", "whole banner"]) { One = one, Many = many };
    }
}
