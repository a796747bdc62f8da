using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Pages;

/// <summary>What a metric is, in words. The Chinese definitions are the engine's.</summary>
internal static class MetricText
{
    private const string Listed = "added up from the findings listed one by one.";
    private const string Inspection = "0 only in quarters that were inspected.";

    private static readonly Dictionary<string, string> s_english = new(StringComparer.Ordinal)
    {
        ["adoption_rate"] =
            "Items adopted ÷ items submitted; where a source prints only the rate, the printed one. None where nothing was submitted.",
        ["submitted_count"] = "Items of information submitted, all targets together.",
        ["adopted_count"] = "Items of information adopted, all targets together.",
        ["pushed_count"] = "Items of information pushed, all targets together.",
        ["zero_unit_count"] = "Units that submitted nothing.",
        ["below_quota_count"] = "Units that did not submit what they had to.",
        ["finding_count"] =
            "Findings listed in all channels, those without a unit included; added up one by one, not the stated total.",
        ["website_finding_count"] = "Findings listed for government websites, " + Listed,
        ["newmedia_finding_count"] = "Findings listed for government new media, " + Listed,
        ["openness_finding_count"] = "Findings listed for statutory disclosure, " + Listed,
        ["request_finding_count"] = "Findings listed for disclosure on request, " + Listed,
        ["submission_finding_count"] = "Findings listed for information submitted, " + Listed,
        ["interaction_finding_count"] = "Findings listed for public interaction, " + Listed,
        ["veto_count"] = "Vetoes in all channels; " + Inspection,
        ["website_veto_count"] = "Vetoes of government websites; " + Inspection,
        ["newmedia_veto_count"] = "Vetoes of government new media; " + Inspection,
        ["website_site_count"] = "Government websites registered and running.",
        ["newmedia_account_count"] = "Accounts of government new media registered and running.",
        ["website_inspected_count"] = "Government websites inspected, sampled or monitored.",
        ["website_passed_count"] = "Government websites that passed the inspection.",
        ["website_failed_count"] = "Government websites that failed the inspection.",
        ["website_pass_rate"] =
            "Websites that passed ÷ websites inspected; where a source prints only the rate, the printed one.",
        ["newmedia_inspected_count"] = "Accounts of government new media inspected, sampled or monitored.",
        ["newmedia_passed_count"] = "Accounts of government new media that passed the inspection.",
        ["newmedia_failed_count"] = "Accounts of government new media that failed the inspection.",
        ["newmedia_pass_rate"] =
            "Accounts that passed ÷ accounts inspected; where a source prints only the rate, the printed one.",
        ["sites_with_issue_count"] = "Government websites with findings.",
        ["accounts_with_issue_count"] = "Accounts of government new media with findings.",
        ["units_with_issue_count"] = "Units with findings, where the source does not part the channels.",
        ["website_units_with_issue_count"] = "Units with findings on government websites.",
        ["newmedia_units_with_issue_count"] = "Units with findings in government new media.",
        ["rectified_count"] = "Findings rectified, all channels together.",
        ["unrectified_count"] = "Findings not rectified, all channels together.",
        ["website_rectified_count"] = "Findings on government websites that are rectified.",
        ["website_unrectified_count"] = "Findings on government websites that are not rectified.",
        ["newmedia_rectified_count"] = "Findings in government new media that are rectified.",
        ["newmedia_unrectified_count"] = "Findings in government new media that are not rectified.",
        ["published_count"] = "Items published on government websites.",
        ["post_count"] = "Items posted by accounts of government new media.",
        ["message_count"] = "Messages received or passed on.",
        ["message_on_time_count"] = "Messages settled on time.",
        ["on_time_rate"] =
            "Messages settled on time ÷ messages received; where a source prints only the rate, the printed one.",
        ["unit_score"] =
            "Points by the rulebook of the quarter; none for a unit whose veto stops the scoring, or that was not checked.",
        ["unit_rank"] =
            "Rank in its group from 1; equal scores share a rank and the next is skipped; units with a veto come last, unchecked ones have no rank.",
    };

    /// <summary>The definition.</summary>
    public static string DefinitionOf(MetricDefinition metric, Speech speech) =>
        speech[metric.Definition, s_english.GetValueOrDefault(metric.Name, metric.Definition)];

    /// <summary>The name of its trend, as on the page of trends.</summary>
    public static string TitleOf(MetricDefinition metric, Speech speech) =>
        speech.Metric(Trend.Metrics.Single(known => known.Name == metric.Name));

    /// <summary>The unit of its values.</summary>
    public static string UnitOf(MetricDefinition metric, Speech speech) =>
        speech[
            metric.Unit,
            metric.Kind switch
            {
                TrendKind.Rate => "ratio (0 to 1)",
                TrendKind.Rank => "rank",
                _ => UnitOfMeasure.Of(metric.Name, metric.Unit).Many,
            }
        ];
}
