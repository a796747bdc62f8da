using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>The ranking chart (排名图): a quarter's units as horizontal bars from zero, in the order of their ranks.</summary>
/// <remarks>Groups that are ranked apart get a section each. Source: Sql/metrics/ranking.sql by way of <see cref="RankingRow"/>.</remarks>
public static class RankingChart
{
    /// <summary>Makes a ranking chart.</summary>
    /// <param name="rows">The rows of one quarter under one rulebook; units that share a rank are drawn in the order given.</param>
    /// <param name="text">Source, cut-off and rulebook.</param>
    /// <param name="size">Null for 1000 wide and as high as the units need.</param>
    /// <param name="highlight">The code of a unit that gets the accent colour while the others turn grey; a unit without a bar changes nothing.</param>
    /// <exception cref="ArgumentException">No rows, or rows of several quarters or rulebooks; the message is in Chinese.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of bounds.</exception>
    public static Chart Of(
        IReadOnlyList<RankingRow> rows,
        ChartText text,
        ChartSize? size = null,
        string? highlight = null
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(text);
        return new(text, size ?? new ChartSize(), new RankingBody(new RankingPicture(rows, highlight, text.Language)));
    }
}
