using System.Globalization;
using Analytics.Classify;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>Which class was taken for which (混淆矩阵): a heatmap, one row for each true class, one column for each class said.</summary>
public static class ConfusionChart
{
    /// <summary>Makes the chart.</summary>
    /// <param name="confusions">How often each class was taken for each other, right ones as well.</param>
    /// <param name="text">Source.</param>
    /// <param name="size">Null for 1000 wide and as high as the classes need.</param>
    /// <exception cref="ArgumentException">There are no confusions.</exception>
    public static Chart Of(IReadOnlyList<Confusion> confusions, ChartText text, ChartSize? size = null)
    {
        ArgumentNullException.ThrowIfNull(confusions);
        ArgumentNullException.ThrowIfNull(text);
        return confusions.Count > 0
            ? new(text, size ?? new ChartSize(), new ConfusionBody(confusions, text.Language))
            : throw new ArgumentException("没有可画的判定。", nameof(confusions));
    }
}

/// <summary>Draws confusions as squares: the right ones in the accent's hue, the wrong ones in that of marks, darker where they are more.</summary>
internal sealed class ConfusionBody : IChartBody
{
    private const int MostSpoken = 5;
    private const float Cell = 24;
    private const float LeastCell = 12;
    private readonly IReadOnlyList<Confusion> _confusions;
    private readonly List<string> _classes;
    private readonly ChartLanguage _say;

    public ConfusionBody(IReadOnlyList<Confusion> confusions, ChartLanguage say)
    {
        _confusions = confusions;
        _say = say;
        _classes =
        [
            .. confusions
                .SelectMany(one => new[] { one.Truth, one.Said })
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        var wrong = confusions.Where(one => one.Truth != one.Said).ToList();
        var all = confusions.Sum(one => one.TextCount);
        Headline = wrong is [var most, ..]
            ? say[
                $"{all} 条文本判错 {wrong.Sum(one => one.TextCount)} 条，最常见的是把 {most.Truth} 判为 {most.Said}（{most.TextCount} 条）",
                $"{wrong.Sum(one => one.TextCount)} of {ChartLanguage.Count(all, "text")} judged wrong, most often {most.Truth} taken for {most.Said} ({ChartLanguage.Count(most.TextCount, "text")})"
            ]
            : say[$"{all} 条文本全部判对", $"All of {ChartLanguage.Count(all, "text")} judged right"];
        Spoken =
            say.Clauses(
                wrong
                    .Take(MostSpoken)
                    .Select(one =>
                        say[
                            $"{one.Truth} 判为 {one.Said} {one.TextCount} 条",
                            $"{one.Truth} taken for {one.Said}: {ChartLanguage.Count(one.TextCount, "text")}"
                        ]
                    )
            ) + (wrong.Count > 0 ? say["", "."] : "");
    }

    public string Headline { get; }

    public string Subtitle =>
        _say[
            "横行是正确类别，竖列是模型判定，单位：条；对角线是判对的",
            "Rows: the true category; columns: what the model said; number of texts; the diagonal is right"
        ];

    public IReadOnlyList<string> Notes => [];

    public string Spoken { get; }

    public string? SampleMark => null;

    /// <summary>One row for each square that has a number: a square of all classes is too wide to read.</summary>
    public ChartTable Table =>
        new(
            [_say["正确类别", "True category"], _say["判为", "Said"], _say["文本（条）", "Texts"]],
            [
                .. _confusions.Select(one =>
                    (IReadOnlyList<ChartCell>)[new(one.Truth), new(one.Said), ChartCell.Of(one.TextCount)]
                ),
            ]
        );

    public IEnumerable<string> Texts => _classes.Append("0123456789");

    public (float Natural, float Least) HeightFor(float width, CjkFont font) => (Rows * Cell, Rows * LeastCell);

    // The heads of the columns stand on their side and take the place of some rows.
    private int Rows => _classes.Count + 4;

    public void Draw(Sheet sheet, SKRect area)
    {
        var cell = Math.Min(area.Height / Rows, (area.Width - 110) / _classes.Count);
        var style = new TextStyle(Math.Clamp(cell * 0.55f, 8, 13), Tone.Ink);
        var labels = _classes.Max(name => sheet.Width(name, style)) + 8;
        var (left, top) = (area.Left + labels, area.Top + (4 * cell));
        var plot = Sheet.NewPlot();
        plot.Axes.SetLimits(0, _classes.Count, -_classes.Count, 0);
        var most = _confusions.Max(one => one.TextCount);
        foreach (var one in _confusions)
        {
            Add(plot, sheet, one, most, style);
        }

        for (var i = 0; i < _classes.Count; i++)
        {
            sheet.WriteMiddle(_classes[i], left - 6, top + ((i + 0.5f) * cell), style, SKTextAlign.Right);
            sheet.WriteUpright(_classes[i], left + ((i + 0.5f) * cell), top - 4, style);
            sheet.Line(left, top + (i * cell), left + (_classes.Count * cell), top + (i * cell), Tone.Grid);
            sheet.Line(left + (i * cell), top, left + (i * cell), top + (_classes.Count * cell), Tone.Grid);
        }

        sheet.Draw(plot, new SKRect(left, top, left + (_classes.Count * cell), top + (_classes.Count * cell)));
    }

    private void Add(Plot plot, Sheet sheet, Confusion one, int most, TextStyle style)
    {
        var (row, column) = (_classes.IndexOf(one.Truth), _classes.IndexOf(one.Said));
        var isRight = one.Truth == one.Said;
        var square = plot.Add.Rectangle(column, column + 1, -row - 1, -row);
        // Wrong ones are few: their shade begins darker, or one text in a hundred would not be seen.
        var shade = isRight ? 0.15 + (0.85 * one.TextCount / most) : Math.Min(1, 0.35 + (one.TextCount / 10.0));
        square.FillColor = sheet.Color(isRight ? Tone.Accent : Tone.Mark).WithAlpha(shade);
        square.LineWidth = 0;
        sheet.Label(
            plot,
            one.TextCount.ToString(CultureInfo.InvariantCulture),
            new(column + 0.5, -row - 0.5),
            style with
            {
                Color = shade > 0.55 ? Tone.Paper : Tone.Ink,
            },
            Alignment.MiddleCenter
        );
    }
}
