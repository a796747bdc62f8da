using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Dashboard.Pages;

/// <summary>How a person reads the pages: the language and the ground. Both wordings of a text stand side by side where it is used.</summary>
/// <param name="IsEnglish">English instead of Chinese; names of units and quotations stay as they are.</param>
/// <param name="Ground">light, dark, or null for what the machine prefers.</param>
/// <param name="Address">The address of the page, to come back to.</param>
public sealed record Speech(bool IsEnglish, string? Ground, string Address = "/")
{
    /// <summary>The cookie of the language.</summary>
    public const string LanguageCookie = "language";

    /// <summary>The cookie of the ground.</summary>
    public const string GroundCookie = "ground";

    /// <summary>Chinese, for what is not a page.</summary>
    public static Speech Chinese { get; } = new(false, null);

    /// <summary>The code for lang attributes.</summary>
    public string Code => IsEnglish ? "en" : "zh-CN";

    /// <summary>The language as charts take it.</summary>
    public ChartLanguage ForCharts => IsEnglish ? ChartLanguage.English : ChartLanguage.Chinese;

    /// <summary>A text in the language of the page.</summary>
    public string this[string chinese, string english] => IsEnglish ? english : chinese;

    /// <summary>What a request asks for; Chinese where it says nothing.</summary>
    public static Speech Of(HttpRequest? request) =>
        new(
            request?.Cookies[LanguageCookie] == "en",
            request?.Cookies[GroundCookie] is "light" or "dark" ? request.Cookies[GroundCookie] : null,
            request is null ? "/" : request.Path + request.QueryString.ToString()
        );

    /// <summary>A quarter: 2024年第四季度, Q4 2024.</summary>
    public string Of(Quarter quarter) => this[quarter.Chinese, quarter.English];

    /// <summary>A channel.</summary>
    public string Channel(string code) =>
        IsEnglish
            ? code switch
            {
                Domain.Channel.Website => "Government websites",
                Domain.Channel.NewMedia => "Government new media",
                Domain.Channel.Openness => "Statutory disclosure",
                Domain.Channel.Request => "Disclosure on request",
                Domain.Channel.Submission => "Information submitted",
                Domain.Channel.Interaction => "Public interaction",
                _ => code,
            }
            : Domain.Channel.NameOf(code);

    /// <summary>A metric.</summary>
    public string Metric(TrendMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return this[metric.Title, MetricEnglish.Of(metric.Name).Title];
    }

    /// <summary>What stands behind a rulebook's title wherever scores are shown: nothing, or that its points are not confirmed.</summary>
    public string Caveat(RulebookRow rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return this[
            rulebook.Caveat,
            rulebook.Gaps.Count > 0 ? $", {rulebook.Gaps.Count} points are not confirmed, cannot rank"
            : rulebook.Confirmed ? ""
            : ", points not confirmed by a public text"
        ];
    }

    /// <summary>A group of units.</summary>
    public string Group(string code) =>
        IsEnglish
            ? code switch
            {
                UnitGroup.Town => "Towns",
                UnitGroup.Department => "Departments",
                UnitGroup.Institution => "Institutions",
                _ => code,
            }
            : UnitGroup.NameOf(code);

    /// <summary>Who found it.</summary>
    public string Level(string code) =>
        IsEnglish
            ? code switch
            {
                InspectionLevel.State => "state",
                InspectionLevel.Region => "region",
                InspectionLevel.City => "city",
                InspectionLevel.Banner => "banner",
                _ => "not said",
            }
            : InspectionLevel.NameOf(code);

    /// <summary>A number of things in English: 1 row, 2 rows.</summary>
    public static string Counted(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
