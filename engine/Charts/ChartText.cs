using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>The words around a chart that its rows do not hold. A chart makes its headline from its rows unless one is given.</summary>
public sealed record ChartText
{
    /// <summary>数据来源, for example the notice's number; without the words 数据来源.</summary>
    public required string Source { get; init; }

    /// <summary>Replaces the computed headline; by default null. Whoever sets it answers for its being true.</summary>
    public string? Headline { get; init; }

    /// <summary>数据截止: nothing later went into the rows; null when it does not apply.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>The title of the rulebook (规则) the scores follow; null when no rulebook is involved.</summary>
    public string? Rulebook { get; init; }

    /// <summary>What to know before comparing quarters; charts over time mark their quarters and tell them as notes.</summary>
    public IReadOnlyList<QuarterNote> Annotations { get; init; } = [];

    /// <summary>The language of every word the chart adds; by default Chinese. The texts above are taken as they are.</summary>
    public ChartLanguage Language { get; init; } = ChartLanguage.Chinese;
}
