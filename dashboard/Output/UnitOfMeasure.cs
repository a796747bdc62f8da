using Analytics.Dashboard.Pages;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>What a number counts, in both languages: 条 is a finding or an item of information, by what is counted.</summary>
/// <param name="Chinese">As in the data: 条, 个百分点.</param>
/// <param name="One">The English word for one.</param>
/// <param name="Many">The English word for any other number.</param>
public sealed record UnitOfMeasure(string Chinese, string One, string Many)
{
    /// <summary>个百分点: what a rate changes by.</summary>
    public static UnitOfMeasure PercentagePoint { get; } = new("个百分点", "pp", "pp");

    /// <summary>名: what a rank changes by.</summary>
    public static UnitOfMeasure Place { get; } = new("名", "place", "places");

    /// <summary>The unit of a metric.</summary>
    /// <param name="metric">The metric's name, for example finding_count.</param>
    /// <param name="chinese">Its unit in the data.</param>
    public static UnitOfMeasure Of(string metric, string chinese)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var english = MetricEnglish.Of(metric);
        return chinese switch
        {
            "个百分点" => PercentagePoint,
            "名" => Place,
            "分" => new(chinese, "point", "points"),
            _ => new(chinese, english.One, english.Many),
        };
    }

    /// <summary>The word behind a number.</summary>
    public string For(decimal number, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return speech[Chinese, number == 1 ? One : Many];
    }
}
