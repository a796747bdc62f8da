using System.Globalization;
using Analytics.Classify;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>How sure a model said it was against how often it was right (把握与正确率), one point for each tenth of confidence.</summary>
public static class CalibrationChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="bins">Texts of similar confidence.</param>
    /// <param name="error">The expected calibration error.</param>
    /// <param name="text">Source.</param>
    /// <param name="size">Null for 1000 wide.</param>
    /// <exception cref="ArgumentException">There are no bins.</exception>
    public static Chart Of(IReadOnlyList<CalibrationBin> bins, double error, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(bins);
        ArgumentNullException.ThrowIfNull(text);
        return bins.Count > 0
            ? new(text, size ?? new ChartSize(), new CalibrationBody(bins, error, text.Language))
            : throw new ArgumentException("没有可画的判定。", nameof(bins));
    }
}

/// <summary>Draws a calibration: the diagonal is a model that knows itself; each point bears the number of its texts.</summary>
internal sealed class CalibrationBody(IReadOnlyList<CalibrationBin> bins, double error, ChartLanguage say) : IChartBody
{
    private const float Axis = 34;
    private const double Margin = 0.02;

    public string Headline =>
        say[
            $"模型说的把握与实际正确率平均相差 {Percent(error, 1)} 个百分点",
            $"The confidence a model states and its accuracy differ by {Percent(error, 1)} pp on average"
        ];

    public string Subtitle =>
        say[
            "横轴是模型给出的把握，纵轴是实际正确率；点在斜线上表示说多少就对多少，数字是文本条数",
            "Across: the confidence stated; upwards: the accuracy; a point on the diagonal is right as often as it says; figures count texts"
        ];

    public IReadOnlyList<string> Notes => [];

    public string Spoken =>
        say.Clauses(
            bins.Select(bin =>
                say[
                    $"把握 {Percent(bin.Confidence, 0)}% 时正确 {Percent(bin.Accuracy, 0)}%（{bin.TextCount} 条）",
                    $"{Percent(bin.Accuracy, 0)}% right at a confidence of {Percent(bin.Confidence, 0)}% ({ChartLanguage.Count(bin.TextCount, "text")})"
                ]
            )
        ) + say["", "."];

    public string? SampleMark => null;

    public ChartTable Table =>
        new(
            [say["平均把握", "Mean confidence"], say["正确率", "Accuracy"], say["文本（条）", "Texts"]],
            [
                .. bins.Select(bin =>
                    (IReadOnlyList<ChartCell>)
                        [ChartCell.Share(bin.Confidence), ChartCell.Share(bin.Accuracy), ChartCell.Of(bin.TextCount)]
                ),
            ]
        );

    public IEnumerable<string> Texts =>
        ["0%50%100%", .. bins.Select(bin => bin.TextCount.ToString(CultureInfo.InvariantCulture))];

    private static string Percent(double share, int decimals) => ChartNumbers.Text((decimal)share * 100, decimals);

    public (float Natural, float Least) HeightFor(float width, CjkFont font) => (Math.Min(width, 460), 240);

    public void Draw(Sheet sheet, SKRect area)
    {
        var side = Math.Min(area.Width - (2 * Axis), area.Height - Axis - 10);
        var (left, top) = (area.Left + (2 * Axis), area.Top + 10);
        var style = new TextStyle(14, Tone.Quiet);
        foreach (var (share, label) in new[] { (0f, "0%"), (0.5f, "50%"), (1f, "100%") })
        {
            sheet.Line(left + (share * side), top, left + (share * side), top + side, Tone.Grid);
            sheet.Line(left, top + (share * side), left + side, top + (share * side), Tone.Grid);
            sheet.WriteMiddle(label, left + (share * side), top + side + 16, style, SKTextAlign.Center);
            sheet.WriteMiddle(label, left - 8, top + ((1 - share) * side), style, SKTextAlign.Right);
        }

        sheet.Line(left, top + side, left + side, top, Tone.Context, 1.5f);
        var plot = Sheet.NewPlot();
        // A little more than the square, or a point on its edge is cut.
        plot.Axes.SetLimits(-Margin, 1 + Margin, -Margin, 1 + Margin);
        var xs = bins.Select(bin => bin.Confidence).ToArray();
        var ys = bins.Select(bin => bin.Accuracy).ToArray();
        var points = plot.Add.Scatter(xs, ys, sheet.Color(Tone.Accent));
        points.LineWidth = 2;
        points.MarkerSize = 9;
        for (var index = 0; index < bins.Count; index++)
        {
            Label(plot, sheet, bins[index], index + 1 < bins.Count ? bins[index + 1] : null);
        }

        var edge = (float)Margin * side;
        sheet.Draw(plot, new SKRect(left - edge, top - edge, left + side + edge, top + side + edge));
    }

    // Right of its point; above it where the line goes on to the right, left of it at the edge.
    private static void Label(Plot plot, Sheet sheet, CalibrationBin bin, CalibrationBin? next)
    {
        const double Flat = 0.04;
        const double Edge = 0.9;
        const double Floor = 0.05;
        var isAbove = next is not null && next.Accuracy < bin.Accuracy + Flat;
        var isLeft = bin.Confidence > Edge;
        sheet.Label(
            plot,
            bin.TextCount.ToString(CultureInfo.InvariantCulture),
            new(bin.Confidence, bin.Accuracy),
            new TextStyle(13, Tone.Ink),
            isLeft ? Alignment.MiddleRight
                : isAbove ? Alignment.LowerCenter
                : Alignment.MiddleLeft,
            right: isLeft ? -10
                : isAbove ? 0
                : 10,
            down: isAbove && !isLeft ? -8
                : bin.Accuracy < Floor ? -8
                : 6
        );
    }
}
