namespace Analytics.Charts;

/// <summary>What a waterfall shows: the running totals of its bars and every word beside them. Tests compare it with the steps.</summary>
internal sealed class WaterfallPicture
{
    private const int MostSteps = 16;
    private const int MostDecimals = 2;
    private readonly int _decimals;

    /// <param name="score">The steps.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or it does not add up.</exception>
    public WaterfallPicture(ScoreSteps score)
    {
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

        bars.Add(new WaterfallBar("得分", 0, total, ChartNumbers.Text(total, decimals), WaterfallKind.Total));
        Bars = bars;
        IsSample = score.IsSample;
        Subtitle = $"{score.UnitName}，从基准分到得分，单位：分";
        Headline = HeadlineOf(score, total, decimals);
        Notes = ["▼ 减去的分，▲ 加上的分；各步相加等于得分。"];
        Spoken = string.Join('；', bars.Select(bar => $"{bar.Label} {bar.Text}")) + "。";
    }

    public IReadOnlyList<WaterfallBar> Bars { get; }

    /// <summary>The bars as a table, with the total after each step.</summary>
    public ChartTable Table =>
        new(
            ["步骤", "分", "累计"],
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

    // The largest steps keep their bars; the small ones are summed, in the place of the first of them.
    private static List<ScoreStep> Gathered(IReadOnlyList<ScoreStep> steps)
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
            $"其余 {small.Count} 项",
            steps.Where((_, index) => small.Contains(index)).Sum(step => step.Points)
        );
        return [.. steps.Where((_, index) => !small.Contains(index)), rest];
    }

    private static string HeadlineOf(ScoreSteps score, decimal total, int decimals)
    {
        var taken = score.Steps.Where(step => step is { Kind: ScoreStepKind.Counted, Points: < 0 }).ToList();
        return $"{score.UnitName}{score.Period}得 {ChartNumbers.Text(total, decimals)} 分"
            + (
                taken.MinBy(step => step.Points) is { } widest
                    ? $"，扣分最多的是{widest.Label}，扣 {ChartNumbers.Text(-widest.Points, decimals)} 分"
                    : "，没有扣分"
            );
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
