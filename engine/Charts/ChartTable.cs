using System.Globalization;

namespace Analytics.Charts;

/// <summary>The numbers of a chart as a table (本图数据): for those who read or compute rather than look.</summary>
/// <param name="Columns">The heads; the first column names its row.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ChartCell>> Rows)
{
    /// <summary>Whether a column holds numbers.</summary>
    /// <param name="column">From 0.</param>
    public bool IsNumeric(int column) => Rows.Any(row => row[column].Number is not null);
}

/// <summary>A cell of a chart's table.</summary>
/// <param name="Text">As the chart prints it; — where it has nothing.</param>
/// <param name="Number">The number handed to the plot, rates 0 to 1; null where it is none.</param>
public readonly record struct ChartCell(string Text, decimal? Number = null)
{
    /// <summary>Where a chart has nothing: not inspected, not named, not ranked.</summary>
    public const string Nothing = "—";

    internal static ChartCell Empty { get; } = new(Nothing);

    internal static ChartCell Of(long count) => new(count.ToString(CultureInfo.InvariantCulture), count);

    internal static ChartCell Share(double share) =>
        new(ChartNumbers.Text((decimal)share * 100, 1) + "%", (decimal)share);
}
