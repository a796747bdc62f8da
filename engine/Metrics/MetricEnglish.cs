namespace Analytics.Metrics;

/// <summary>A metric in English; its Chinese is in <see cref="Trend.Metrics"/>.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="One">One of what it counts; empty for rates, points and ranks, which count nothing.</param>
/// <param name="Many">Several of what it counts.</param>
public sealed record MetricEnglish(string Title, string One, string Many)
{
    private static readonly Dictionary<string, MetricEnglish> s_all = new(StringComparer.Ordinal)
    {
        ["adoption_rate"] = new("Adoption rate", "", ""),
        ["submitted_count"] = new("Items submitted", "item", "items"),
        ["adopted_count"] = new("Items adopted", "item", "items"),
        ["pushed_count"] = new("Items pushed", "item", "items"),
        ["zero_unit_count"] = new("Units that submitted nothing", "unit", "units"),
        ["below_quota_count"] = new("Units below their quota", "unit", "units"),
        ["finding_count"] = new("Findings", "finding", "findings"),
        ["website_finding_count"] = new("Findings on websites", "finding", "findings"),
        ["newmedia_finding_count"] = new("Findings in new media", "finding", "findings"),
        ["openness_finding_count"] = new("Findings in statutory disclosure", "finding", "findings"),
        ["request_finding_count"] = new("Findings in disclosure on request", "finding", "findings"),
        ["submission_finding_count"] = new("Findings in submissions", "finding", "findings"),
        ["interaction_finding_count"] = new("Findings in public interaction", "finding", "findings"),
        ["veto_count"] = new("Vetoes", "veto", "vetoes"),
        ["website_veto_count"] = new("Vetoes for websites", "veto", "vetoes"),
        ["newmedia_veto_count"] = new("Vetoes for new media", "veto", "vetoes"),
        ["website_site_count"] = new("Websites", "website", "websites"),
        ["newmedia_account_count"] = new("New media accounts", "account", "accounts"),
        ["website_inspected_count"] = new("Websites inspected", "website", "websites"),
        ["website_passed_count"] = new("Websites that passed", "website", "websites"),
        ["website_failed_count"] = new("Websites that failed", "website", "websites"),
        ["website_pass_rate"] = new("Pass rate of websites", "", ""),
        ["newmedia_inspected_count"] = new("New media accounts inspected", "account", "accounts"),
        ["newmedia_passed_count"] = new("New media accounts that passed", "account", "accounts"),
        ["newmedia_failed_count"] = new("New media accounts that failed", "account", "accounts"),
        ["newmedia_pass_rate"] = new("Pass rate of new media accounts", "", ""),
        ["sites_with_issue_count"] = new("Websites with findings", "website", "websites"),
        ["accounts_with_issue_count"] = new("New media accounts with findings", "account", "accounts"),
        ["units_with_issue_count"] = new("Units with findings in any channel", "unit", "units"),
        ["website_units_with_issue_count"] = new("Units with findings on websites", "unit", "units"),
        ["newmedia_units_with_issue_count"] = new("Units with findings in new media", "unit", "units"),
        ["rectified_count"] = new("Findings put right", "finding", "findings"),
        ["unrectified_count"] = new("Findings not put right", "finding", "findings"),
        ["website_rectified_count"] = new("Findings on websites put right", "finding", "findings"),
        ["website_unrectified_count"] = new("Findings on websites not put right", "finding", "findings"),
        ["newmedia_rectified_count"] = new("Findings in new media put right", "finding", "findings"),
        ["newmedia_unrectified_count"] = new("Findings in new media not put right", "finding", "findings"),
        ["published_count"] = new("Items published on websites", "item", "items"),
        ["post_count"] = new("Posts in new media", "post", "posts"),
        ["message_count"] = new("Messages received", "message", "messages"),
        ["message_on_time_count"] = new("Messages answered in time", "message", "messages"),
        ["on_time_rate"] = new("Messages answered in time, share", "", ""),
        ["unit_score"] = new("Score", "", ""),
        ["unit_rank"] = new("Rank", "", ""),
    };

    /// <summary>The English of a metric.</summary>
    /// <param name="metric">A name of <see cref="Trend.Metrics"/>.</param>
    /// <exception cref="KeyNotFoundException">No metric has that name.</exception>
    public static MetricEnglish Of(string metric) => s_all[metric];
}
