namespace Analytics.Charts;

/// <summary>What a waterfall shows: the running totals of its bars and every word beside them. Tests compare it with the steps.</summary>
internal sealed class WaterfallPicture
{
    private const int MostSteps = 16;
    private const int MostDecimals = 2;
    private readonly int _decimals;
    private readonly ChartLanguage _say;

    /// <param name="score">The steps.</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or it does not add up.</exception>
    public WaterfallPicture(ScoreSteps score, ChartLanguage? language = null)
    {
        _say = language ?? ChartLanguage.Chinese;
        if (score.Score is not { } total)
        {
            throw new ArgumentException($"{score.UnitName}没有得分，画不出得分的由来。", nameof(score));
        }

        if (score.Steps.Count == 0 || score.Steps.Sum(step => step.Points) != total)
        {
            throw new ArgumentException(
                $"{score.UnitName}的得分明细相加是 {score.Steps.Sum(step => step.Points):0.######}，不等于得分 {total:0.######}。",
                nameof(score)
            );
        }

        var decimals = ChartNumbers.Decimals(score.Steps.Select(step => step.Points).Append(total), MostDecimals);
        _decimals = decimals;
        var bars = new List<WaterfallBar>();
        var running = 0m;
        foreach (var step in Gathered(score.Steps))
        {
            bars.Add(
                new WaterfallBar(
                    step.Label,
                    running,
                    running + step.Points,
                    step.Kind == ScoreStepKind.Base
                        ? ChartNumbers.Text(step.Points, decimals)
                        : Signed(step.Points, decimals),
                    step.Kind == ScoreStepKind.Base ? WaterfallKind.Total
                        : step.Points < 0 ? WaterfallKind.Down
                        : WaterfallKind.Up,
                    step.Line
                )
            );
            running += step.Points;
        }

        bars.Add(
            new WaterfallBar(_say["得分", "Score"], 0, total, ChartNumbers.Text(total, decimals), WaterfallKind.Total)
        );
        Bars = bars;
        IsSample = score.IsSample;
        Subtitle = _say[
            $"{score.UnitName}，从基准分到得分，单位：分",
            $"{score.UnitName}, from the base to the score, in points"
        ];
        Headline = HeadlineOf(score, total);
        Notes =
        [
            _say[
                "▼ 减去的分，▲ 加上的分；各步相加等于得分。",
                "▼ points taken, ▲ points given; the steps add up to the score."
            ],
        ];
        Spoken = _say.Clauses(bars.Select(bar => $"{bar.Label} {bar.Text}")) + _say["。", "."];
    }

    public IReadOnlyList<WaterfallBar> Bars { get; }

    /// <summary>The bars as a table, with the total after each step.</summary>
    public ChartTable Table =>
        new(
            [_say["步骤", "Step"], _say["分", "Points"], _say["累计", "Total so far"]],
            [
                .. Bars.Select(bar =>
                    (IReadOnlyList<ChartCell>)
                        [
                            new(bar.Label),
                            new(bar.Text, bar.To - bar.From),
                            new(ChartNumbers.Text(bar.To, _decimals), bar.To),
                        ]
                ),
            ]
        );

    public string Headline { get; }

    public string Subtitle { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>Every bar in words, for those who do not see it.</summary>
    public string Spoken { get; }

    public bool IsSample { get; }

    public ChartLanguage Say => _say;

    /// <summary>A bar in words.</summary>
    public string WordsOf(WaterfallBar bar) =>
        _say[$"{bar.Label}：{bar.Text}分", $"{bar.Label}: {ChartLanguage.Count(bar.Text, "point")}"];

    // The largest steps keep their bars; the small ones are summed, in the place of the first of them.
    private List<ScoreStep> Gathered(IReadOnlyList<ScoreStep> steps)
    {
        if (steps.Count <= MostSteps)
        {
            return [.. steps];
        }

        var small = steps
            .Select((step, index) => (step, index))
            .Where(pair => pair.step.Kind != ScoreStepKind.Base)
            .OrderByDescending(pair => Math.Abs(pair.step.Points))
            .Skip(MostSteps - 1 - steps.Count(step => step.Kind == ScoreStepKind.Base))
            .Select(pair => pair.index)
            .ToHashSet();
        var rest = new ScoreStep(
            _say[$"其余 {small.Count} 项", ChartLanguage.Count(small.Count, "other step")],
            steps.Where((_, index) => small.Contains(index)).Sum(step => step.Points)
        );
        return [.. steps.Where((_, index) => !small.Contains(index)), rest];
    }

    private string HeadlineOf(ScoreSteps score, decimal total)
    {
        var taken = score.Steps.Where(step => step is { Kind: ScoreStepKind.Counted, Points: < 0 }).ToList();
        var points = ChartNumbers.Text(total, _decimals);
        var head = _say[
            $"{score.UnitName}{score.Period}得 {points} 分",
            $"{score.Period}: {score.UnitName} scores {ChartLanguage.Count(points, "point")}"
        ];
        if (taken.MinBy(step => step.Points) is not { } widest)
        {
            return head + _say["，没有扣分", ", nothing was taken off"];
        }

        var lost = ChartNumbers.Text(-widest.Points, _decimals);
        return head
            + _say[
                $"，扣分最多的是{widest.Label}，扣 {lost} 分",
                $"; most was taken off for {widest.Label}: {ChartLanguage.Count(lost, "point")}"
            ];
    }

    private static string Signed(decimal points, int decimals) =>
        points switch
        {
            < 0 => $"▼ −{ChartNumbers.Text(-points, decimals)}",
            > 0 => $"▲ +{ChartNumbers.Text(points, decimals)}",
            _ => "0",
        };
}

/// <summary>One bar: from the total before to the total after.</summary>
internal sealed record WaterfallBar(
    string Label,
    decimal From,
    decimal To,
    string Text,
    WaterfallKind Kind,
    int? Line = null
);

/// <summary>What a bar does.</summary>
internal enum WaterfallKind
{
    /// <summary>The base or the score.</summary>
    Total,

    /// <summary>Takes points.</summary>
    Down,

    /// <summary>Gives points.</summary>
    Up,
}
