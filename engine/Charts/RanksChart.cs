using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>How the units of a group changed places over the quarters (历次名次): a line for each unit, the first place on top.</summary>
public static class RanksChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="rows">The ranks of one group; units without a rank in a quarter have no row there.</param>
    /// <param name="highlight">The code of the unit that stands out; null for the first of the last quarter.</param>
    /// <param name="text">Source and cut-off.</param>
    /// <param name="size">Null for 1000 wide and as high as the units need.</param>
    /// <exception cref="ArgumentException">No rows, or rows of several groups; the message is in Chinese.</exception>
    public static Chart Of(
        IReadOnlyList<RankHistoryRow> rows,
        string? highlight,
        ChartText text,
        ChartSize? size = null
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(text);
        return new(text, size ?? new ChartSize(), new RanksBody(new RanksPicture(rows, highlight, text.Language)));
    }
}
