using System.Globalization;

namespace Analytics.Charts;

/// <summary>One column of a query's result drawn over another (查询结果的图): what somebody wants to see at a glance, in the order of the rows.</summary>
public static class ResultChart
{
    /// <summary>The most bars; more cannot be read.</summary>
    public const int MostBars = 60;

    /// <summary>The most points of a line.</summary>
    public const int MostPoints = 1000;

    /// <summary>Makes the chart.</summary>
    /// <param name="series">The rows.</param>
    /// <param name="kind">Bars or a line.</param>
    /// <param name="text">Source.</param>
    /// <param name="size">Null for 1000 wide.</param>
    /// <exception cref="ArgumentException">No row has a number; the message is in Chinese.</exception>
    public static Chart Of(ResultSeries series, ResultChartKind kind, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(text);
        var most = kind == ResultChartKind.Bar ? MostBars : MostPoints;
        var drawn = new ResultSeries(
            ShortLabel.Tidy(series.LabelName),
            ShortLabel.Tidy(series.ValueName),
            [.. series.Points.Take(most).Select(point => point with { Label = ShortLabel.Tidy(point.Label) })],
            series.RowCount,
            series.IsTruncated
        );
        if (drawn.Points.All(point => point.Value is null))
        {
            throw new ArgumentException($"“{series.ValueName}”这一列没有可画的数。", nameof(series));
        }

        var words = new ResultWords(drawn, text.Language);
        return new(
            text,
            size ?? new ChartSize(),
            kind == ResultChartKind.Bar ? new ResultBars(words) : new ResultLine(words)
        );
    }
}

/// <summary>How a result is drawn.</summary>
public enum ResultChartKind
{
    /// <summary>A bar for each row, from zero.</summary>
    Bar,

    /// <summary>A line from row to row.</summary>
    Line,
}

/// <summary>Two columns of a result.</summary>
/// <param name="LabelName">The name of the column that names the rows.</param>
/// <param name="ValueName">The name of the column of numbers.</param>
/// <param name="Points">The rows, in their order.</param>
/// <param name="RowCount">How many rows the result has in all.</param>
/// <param name="IsTruncated">Whether a limit cut the result off.</param>
public sealed record ResultSeries(
    string LabelName,
    string ValueName,
    IReadOnlyList<ResultPoint> Points,
    long RowCount,
    bool IsTruncated = false
)
{
    /// <summary>Whether some of the rows say that they are sample data.</summary>
    public bool HasSample => Points.Any(point => point.IsSample == true);

    /// <summary>Whether some of them say that they are real.</summary>
    public bool HasReal => Points.Any(point => point.IsSample == false);
}

/// <summary>A row as it is drawn.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its number; null where it has none.</param>
/// <param name="IsSample">Whether it says that it is sample data, or that it is real; null where it says nothing.</param>
public sealed record ResultPoint(string Label, decimal? Value, bool? IsSample = null);

/// <summary>The words around a result: what its largest value is, what was left out.</summary>
/// <param name="Series">The rows that are drawn.</param>
/// <param name="Say">The language.</param>
internal sealed record ResultWords(ResultSeries Series, ChartLanguage Say)
{
    // What most numbers need, and what very small ones may have; still smaller ones are written with powers of ten.
    private const int MostDecimals = 4;
    private const int MostOfSmall = 12;

    public string Headline
    {
        get
        {
            // The largest of both would set sample data against real data.
            if (Series is { HasSample: true, HasReal: true })
            {
                return Say[$"{Series.ValueName}，按{Series.LabelName}", $"{Series.ValueName} by {Series.LabelName}"];
            }

            var most = Series.Points.Max(point => point.Value)!.Value;
            var rows = Series.Points.Where(point => point.Value == most).ToList();
            return rows is [var only]
                ? Say[
                    $"{Series.ValueName}最大的是{only.Label}（{Text(most)}）",
                    $"{Series.ValueName} is largest for {only.Label} ({Text(most)})"
                ]
                : Say[
                    $"{Series.ValueName}最大为{Text(most)}，有{rows.Count}行",
                    $"{Series.ValueName} is {Text(most)} at most, in {rows.Count} rows"
                ];
        }
    }

    // What is left out belongs where everybody reads it.
    public string Subtitle
    {
        get
        {
            var parts = new List<string>
            {
                Say[
                    $"{Series.ValueName}，按{Series.LabelName}，依查询结果的顺序",
                    $"{Series.ValueName} by {Series.LabelName}, in the order of the result"
                ],
            };
            if (Series.RowCount > Series.Points.Count)
            {
                parts.Add(
                    Say[
                        $"只画了前{Series.Points.Count}行，共{Series.RowCount}行",
                        $"only the first {Series.Points.Count} of {Series.RowCount} rows are drawn"
                    ]
                );
            }

            if (Series.IsTruncated)
            {
                parts.Add(
                    Say[
                        $"结果不完整：查询在{Series.RowCount}行处截断",
                        $"not complete: the query was cut off after {Series.RowCount} rows"
                    ]
                );
            }

            return string.Join(Say["；", "; "], parts);
        }
    }

    public IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            var empty = Series.Points.Count(point => point.Value is null);
            if (empty > 0)
            {
                notes.Add(
                    Say[$"{empty}行没有数，留空。", $"{ChartLanguage.Count(empty, "row")} without a number, left open."]
                );
            }

            if (Series.HasSample)
            {
                notes.Add(
                    Say[
                        "其中有示例数据，不是真实的检查结果。",
                        "There is sample data among it, not results of real inspections."
                    ]
                );
            }

            return notes;
        }
    }

    public string? SampleMark => Charts.SampleMark.Of(Series.HasSample, Series.HasReal, Say);

    public ChartTable Table =>
        new(
            [Series.LabelName, Series.ValueName],
            [
                .. Series.Points.Select(point =>
                    (IReadOnlyList<ChartCell>)
                        [
                            new ChartCell(point.Label),
                            point.Value is { } value ? new ChartCell(Text(value), value) : ChartCell.Empty,
                        ]
                ),
            ]
        );

    /// <summary>A number with as many places as the column needs and marks between thousands; never 0 for what is not.</summary>
    public string Text(decimal value)
    {
        var shown = decimal.Round(value, Decimals, MidpointRounding.AwayFromZero);
        var text =
            shown == 0 && value != 0
                ? value.ToString("0.##E+0", CultureInfo.InvariantCulture)
                : shown.ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }

    private int Decimals
    {
        get
        {
            var values = Series.Points.Select(point => point.Value).OfType<decimal>().ToList();
            var most = MostDecimals;
            while (
                most < MostOfSmall
                && values.Any(value => value != 0 && decimal.Round(value, most, MidpointRounding.AwayFromZero) == 0)
            )
            {
                // One more than the smallest needs to be seen: its second digit.
                most += most == MostDecimals ? 2 : 1;
            }

            return ChartNumbers.Decimals(values, most);
        }
    }
}
