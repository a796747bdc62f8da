using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>The trend chart (趋势图): one measure over the quarters as a line with a label at each point.</summary>
/// <remarks>Quarters without a value leave a gap; sample data is never joined to real data. Source: Sql/metrics/trend.sql by way of <see cref="TrendPoint"/>.</remarks>
public static class TrendChart
{
    /// <summary>Makes a trend chart.</summary>
    /// <param name="points">The quarters of one measure and one unit, in any order; a change in 名 below zero is a better rank.</param>
    /// <param name="subject">What is measured, in the language of the text.</param>
    /// <param name="text">Source, cut-off and rulebook.</param>
    /// <param name="size">Null for 1000 wide and about half as high.</param>
    /// <param name="hasLimits">Whether the control limits of the points are shown (控制图).</param>
    /// <exception cref="ArgumentException">No points, several measures or units, or a quarter twice; the message is in Chinese.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of bounds.</exception>
    public static Chart Of(
        IReadOnlyList<TrendPoint> points,
        TrendSubject subject,
        ChartText text,
        ChartSize? size = null,
        bool hasLimits = false
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(text);
        return new(
            text,
            size ?? new ChartSize(),
            new TrendBody(new TrendPicture(points, subject, hasLimits, text.Language, text.Annotations))
        );
    }
}
