using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>The table of a trend: a row for each quarter, also for one without a value.</summary>
/// <param name="picture">What is drawn.</param>
/// <param name="rows">The rows it was made of.</param>
/// <param name="words">How values and changes are told.</param>
internal sealed class TrendTable(TrendPicture picture, IReadOnlyList<TrendPoint> rows, TrendWords words)
{
    private readonly ChartLanguage _say = picture.Say;

    public ChartTable Make()
    {
        List<Column> columns =
        [
            new(_say["季度", "Quarter"], (slot, _) => new ChartCell(_say.Of(picture.Slots[slot]))),
            new(words.HeadOfValues, (_, row) => ValueCell(row?.Value)),
            .. WhereKnown(_say["环比", "On the quarter before"], row => row.Change),
            .. WhereKnown(_say["同比", "On the year before"], row => row.YearChange),
        ];
        if (picture.Limits.Count > 0)
        {
            columns.Add(new(_say["下控制限", "Lower limit"], (slot, _) => ValueCell(LimitAt(slot)?.Lower)));
            columns.Add(new(_say["均值", "Mean"], (slot, _) => ValueCell(LimitAt(slot)?.Center)));
            columns.Add(new(_say["上控制限", "Upper limit"], (slot, _) => ValueCell(LimitAt(slot)?.Upper)));
        }

        if (picture.HasSample || picture.Marks.Any(mark => mark.IsSignal))
        {
            columns.Add(new(_say["说明", "Remark"], (slot, row) => new ChartCell(RemarkOf(slot, row))));
        }

        return new(
            [.. columns.Select(column => column.Head)],
            [
                .. picture.Slots.Select(
                    (quarter, slot) =>
                        (IReadOnlyList<ChartCell>)
                            [
                                .. columns.Select(column =>
                                    column.CellOf(slot, rows.FirstOrDefault(row => row.Quarter == quarter))
                                ),
                            ]
                ),
            ]
        );
    }

    private IEnumerable<Column> WhereKnown(string head, Func<TrendPoint, decimal?> changeOf) =>
        rows.Any(row => changeOf(row) is not null)
            ?
            [
                new(
                    head,
                    (_, row) =>
                        row is not null && changeOf(row) is { } change
                            ? new ChartCell(words.SignedText(change), change)
                            : ChartCell.Empty
                ),
            ]
            : [];

    private ChartCell ValueCell(decimal? value) =>
        value is { } known ? new(words.ValueText(known), known) : ChartCell.Empty;

    private TrendLimit? LimitAt(int slot) => picture.Limits.FirstOrDefault(limit => limit.Slot == slot);

    private string RemarkOf(int slot, TrendPoint? row) =>
        _say.Clauses(
            new[]
            {
                row?.IsSample == true ? _say["示例数据", "sample data"] : null,
                picture.Marks.Any(mark => mark.Slot == slot && mark.IsSignal)
                    ? _say["超出控制限", "outside the control limits"]
                    : null,
            }.OfType<string>()
        );

    private sealed record Column(string Head, Func<int, TrendPoint?, ChartCell> CellOf);
}
