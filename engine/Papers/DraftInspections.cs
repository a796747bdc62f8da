using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>What was checked in a channel of a draft: how many sites or accounts, how many passed, and the rate.</summary>
internal sealed class DraftInspections(
    Snapshot snapshot,
    Quarter quarter,
    DraftDoubts doubts,
    List<DraftFigure> figures
)
{
    private static readonly IReadOnlyList<(string Channel, string Objects)> s_objects =
    [
        (Channel.Website, "政府网站"),
        (Channel.NewMedia, "政务新媒体账号"),
    ];

    /// <summary>A paragraph; none where nobody says how many were checked.</summary>
    public IReadOnlyList<DocumentBlock> Of(string channel)
    {
        var (_, objects) = s_objects.FirstOrDefault(known => known.Channel == channel);
        if (objects is null || Point($"{channel}_inspected_count") is not { Value: > 0 and { } inspected })
        {
            return [];
        }

        List<DocumentRun> runs =
        [
            new($"本季度共检查{objects}"),
            Figure(channel, Measure.Inspected, inspected, DraftWords.Plain(inspected) + "个"),
        ];
        if (
            Point($"{channel}_pass_rate") is { Value: { } rate, Numerator: { } passed, Denominator: { } of }
            && of == inspected
        )
        {
            runs.Add(new("，其中合格"));
            runs.Add(Figure(channel, Measure.Passed, passed, DraftWords.Plain(passed) + "个"));
            var percent = DraftWords.Rounded(rate * 100, 1);
            figures.Add(new(channel, Measure.PassRate, null, percent) { Numerator = passed, Denominator = of });
            runs.Add(new($"，合格率为{DraftWords.Plain(percent)}%"));
        }

        return [new DocumentParagraph([.. runs, new("。")])];
    }

    private DocumentRun Figure(string channel, string measure, decimal number, string words)
    {
        figures.Add(new(channel, measure, null, number));
        return new(words) { Comments = doubts.About(number, channel, null, measure) };
    }

    private TrendPoint? Point(string metric) =>
        Trend.Of(snapshot, metric, from: quarter, to: quarter) is [var point] ? point : null;
}
