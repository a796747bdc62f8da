namespace Analytics.Charts;

/// <summary>The waterfall of a score (得分瀑布图): from the base down, and up, to the score, one bar for each step.</summary>
public static class WaterfallChart
{
    /// <summary>Makes a waterfall chart.</summary>
    /// <param name="score">The steps of one unit's score; they add up to it.</param>
    /// <param name="text">Source, cut-off and rulebook.</param>
    /// <param name="size">Null for 1000 wide and as high as the steps need.</param>
    /// <exception cref="ArgumentException">No steps, no score, or steps that do not add up to it; the message is in Chinese.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of bounds.</exception>
    public static Chart Of(ScoreSteps score, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(text);
        return new(text, size ?? new ChartSize(), new WaterfallBody(new WaterfallPicture(score, text.Language)));
    }
}

/// <summary>What makes one unit's score.</summary>
/// <param name="UnitName">The unit's short name.</param>
/// <param name="Period">The quarter in words.</param>
/// <param name="Score">The score; null where there is none, which has no waterfall.</param>
/// <param name="Steps">In order, the base first.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record ScoreSteps(
    string UnitName,
    string Period,
    decimal? Score,
    IReadOnlyList<ScoreStep> Steps,
    bool IsSample
);

/// <summary>One step of a score.</summary>
/// <param name="Label">What takes or gives the points, in a few words.</param>
/// <param name="Points">Signed.</param>
/// <param name="Kind">What the step is.</param>
/// <param name="Line">The number of its line, to find it again; null for several together.</param>
public sealed record ScoreStep(
    string Label,
    decimal Points,
    ScoreStepKind Kind = ScoreStepKind.Counted,
    int? Line = null
);

/// <summary>What a step of a score is.</summary>
public enum ScoreStepKind
{
    /// <summary>Where the score starts.</summary>
    Base,

    /// <summary>Taken or given for what was found, submitted or vetoed.</summary>
    Counted,

    /// <summary>Left out or converted because it was not checked.</summary>
    Adjusted,
}
