using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a trend measures, as headline and subtitle name it.</summary>
/// <param name="Measure">The measure's name in the language of the chart, for example 信息采用率.</param>
/// <param name="Unit">The unit's short name, or 全旗, whole banner.</param>
public sealed record TrendSubject(string Measure, string Unit)
{
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
        var english = MetricEnglish.Of(metric.Name);
        return new(language[metric.Title, english.Title], unit ?? language["全旗", "whole banner"])
        {
            One = english.One,
            Many = english.Many,
        };
    }
}
