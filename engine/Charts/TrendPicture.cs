using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a trend chart shows: its points, which of them are joined, and every word. Tests compare it with the rows.</summary>
internal sealed class TrendPicture
{
    /// <summary>Fewer values than this are no trend: they are drawn as dots.</summary>
    public const int LeastForLine = 4;

    private const string Points = "个百分点";
    private const string Places = "名";
    private readonly IReadOnlyList<TrendPoint> _rows;
    private readonly TrendSubject _subject;
    private readonly TrendPoint? _last;
    private readonly int _decimals;

    /// <param name="rows">The quarters of one measure and one unit, in any order.</param>
    /// <param name="subject">What is measured, in Chinese.</param>
    /// <exception cref="ArgumentException">No rows, several measures or units, or a quarter twice.</exception>
    /// <param name="hasLimits">Whether control limits are shown (控制图).</param>
    public TrendPicture(IReadOnlyList<TrendPoint> rows, TrendSubject subject, bool hasLimits = false)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("没有可画的季度。", nameof(rows));
        }

        if (rows.DistinctBy(row => (row.Metric, row.Unit, row.ChangeUnit)).Skip(1).Any())
        {
            throw new ArgumentException("一张趋势图只能画一个指标、一个单位。", nameof(rows));
        }

        _rows = [.. rows.OrderBy(row => row.Quarter)];
        if (_rows.DistinctBy(row => row.Quarter).Count() < _rows.Count)
        {
            throw new ArgumentException("同一季度出现了两次。", nameof(rows));
        }

        _subject = subject;
        _last = _rows.LastOrDefault(row => row.Value is not null);
        _decimals = ChartNumbers.Decimals(
            _rows.Select(row => row.Value).OfType<decimal>().Select(Shown),
            IsRate ? 1 : 2
        );
        Slots = SlotsOf();
        Marks =
        [
            .. _rows
                .Where(row => row.Value is not null)
                .Select(row => new TrendMark(
                    SlotOf(row.Quarter),
                    row.Value!.Value,
                    ValueText(row.Value.Value),
                    row.IsSample,
                    row == _last,
                    WordsOf(row)
                )
                {
                    StartsAnew = row is { IsBreak: true, Change: null },
                    IsSignal = hasLimits && row.IsSignal == true,
                }),
        ];
        Lines = LinesOf();
        Limits = hasLimits
            ?
            [
                .. _rows
                    .Where(row => row is { CenterLine: not null, UpperLimit: not null })
                    .Select(row => new TrendLimit(
                        SlotOf(row.Quarter),
                        row.CenterLine!.Value,
                        row.LowerLimit ?? 0,
                        row.UpperLimit!.Value
                    )),
            ]
            : [];
        SampleBands = BandsOf();
        Callout = CalloutOf();
        Headline = HeadlineOf();
        Notes = NotesOf();
    }

    /// <summary>Every quarter from the first row to the last, also those without a row: the places of the horizontal axis.</summary>
    public IReadOnlyList<Quarter> Slots { get; }

    /// <summary>The quarters that have a value.</summary>
    public IReadOnlyList<TrendMark> Marks { get; }

    /// <summary>Runs of marks that a line joins, as indexes into <see cref="Marks"/>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Lines { get; }

    /// <summary>The control limits of the quarters that have any; sample and real quarters have their own.</summary>
    public IReadOnlyList<TrendLimit> Limits { get; }

    /// <summary>The quarters as a table; one without a value has its row and no number.</summary>
    public ChartTable Table
    {
        get
        {
            var columns = new List<(string Head, Func<TrendPoint?, ChartCell> Cell)>
            {
                ($"{_subject.Measure}（{UnitOfValue}）", row => ValueCell(row?.Value)),
            };
            AddWhereKnown(columns, "环比", row => row?.Change, ChangeCell);
            AddWhereKnown(columns, "同比", row => row?.YearChange, ChangeCell);
            if (Limits.Count > 0)
            {
                columns.Add(("下控制限", row => ValueCell(LimitOf(row)?.Lower)));
                columns.Add(("均值", row => ValueCell(LimitOf(row)?.Center)));
                columns.Add(("上控制限", row => ValueCell(LimitOf(row)?.Upper)));
            }

            if (HasSample || Marks.Any(mark => mark.IsSignal))
            {
                columns.Add(("说明", row => new ChartCell(RemarkOf(row))));
            }

            return new(
                ["季度", .. columns.Select(column => column.Head)],
                [
                    .. Slots.Select(slot =>
                    {
                        var row = _rows.FirstOrDefault(row => row.Quarter == slot);
                        return (IReadOnlyList<ChartCell>)
                            [new(slot.Chinese), .. columns.Select(column => column.Cell(row))];
                    }),
                ]
            );
        }
    }

    /// <summary>Runs of sample quarters, as first and last slot.</summary>
    public IReadOnlyList<(int First, int Last)> SampleBands { get; }

    /// <summary>The lines beside the last value: the value first, then its changes.</summary>
    public IReadOnlyList<string> Callout { get; }

    public string Headline { get; }

    public string Subtitle => $"{_subject.Unit}{_subject.Measure}，按季度，单位：{UnitOfValue}";

    public IReadOnlyList<string> Notes { get; }

    /// <summary>The unit's code.</summary>
    public string Unit => _rows[0].Unit;

    public bool HasSample => _rows.Any(row => row.IsSample);

    public bool HasReal => _rows.Any(row => !row.IsSample);

    /// <summary>Whether values are 0 to 1 and printed in percent.</summary>
    public bool IsRate => _rows[0].ChangeUnit == Points;

    /// <summary>Whether values are ranks: 1 is best and stands on top.</summary>
    public bool IsRank => _rows[0].ChangeUnit == Places;

    private string UnitOfValue => IsRate ? "%" : _rows[0].ChangeUnit;

    /// <summary>A value as printed beside its point or at the axis.</summary>
    public string ValueText(decimal value, int? decimals = null) =>
        ChartNumbers.Text(Shown(value), decimals ?? _decimals) + (IsRate ? "%" : "");

    private string WordsOf(TrendPoint row) =>
        $"{row.Quarter.Chinese}：{ValueText(row.Value!.Value)}{(IsRate ? "" : UnitOfValue)}"
        + (row is { Numerator: { } part, Denominator: { } whole } ? $"（{part}/{whole}）" : "")
        + string.Concat(
            new[] { ("环比", row.Change), ("同比", row.YearChange) }
                .Where(change => change.Item2 is not null)
                .Select(change => $"，{change.Item1} {SignedText(change.Item2!.Value)}")
        )
        + (row.IsSample ? "（示例数据）" : "");

    private void AddWhereKnown(
        List<(string Head, Func<TrendPoint?, ChartCell> Cell)> columns,
        string head,
        Func<TrendPoint?, decimal?> valueOf,
        Func<decimal?, ChartCell> cellOf
    )
    {
        if (_rows.Any(row => valueOf(row) is not null))
        {
            columns.Add((head, row => cellOf(valueOf(row))));
        }
    }

    private ChartCell ValueCell(decimal? value) => value is { } known ? new(ValueText(known), known) : ChartCell.Empty;

    private ChartCell ChangeCell(decimal? change) =>
        change is { } known ? new(SignedText(known), known) : ChartCell.Empty;

    private TrendLimit? LimitOf(TrendPoint? row) =>
        row is null ? null : Limits.FirstOrDefault(limit => limit.Slot == SlotOf(row.Quarter));

    private string RemarkOf(TrendPoint? row) =>
        string.Join(
            "；",
            new[]
            {
                row?.IsSample == true ? "示例数据" : null,
                Marks.FirstOrDefault(mark => row is not null && mark.Slot == SlotOf(row.Quarter))?.IsSignal == true
                    ? "超出控制限"
                    : null,
            }.OfType<string>()
        );

    private decimal Shown(decimal value) => IsRate ? value * 100 : value;

    private int SlotOf(Quarter quarter) =>
        quarter.Number - _rows[0].Quarter.Number + (4 * (quarter.Year - _rows[0].Quarter.Year));

    private Quarter[] SlotsOf()
    {
        var slots = new Quarter[SlotOf(_rows[^1].Quarter) + 1];
        slots[0] = _rows[0].Quarter;
        for (var slot = 1; slot < slots.Length; slot++)
        {
            slots[slot] = slots[slot - 1].Next;
        }

        return slots;
    }

    /// <summary>Neighbouring quarters are joined, unless one is missing between them, or the seam to sample data or a merger is.</summary>
    private List<IReadOnlyList<int>> LinesOf()
    {
        var lines = new List<IReadOnlyList<int>>();
        var run = new List<int>();
        for (var index = 0; index <= Marks.Count; index++)
        {
            var goesOn =
                index > 0
                && index < Marks.Count
                && Marks[index].Slot == Marks[index - 1].Slot + 1
                && Marks[index].IsSample == Marks[index - 1].IsSample
                && !Marks[index].StartsAnew;
            if (!goesOn)
            {
                if (run.Count > 1 && Marks.Count(mark => mark.IsSample == Marks[run[0]].IsSample) >= LeastForLine)
                {
                    lines.Add(run);
                }

                run = [];
            }

            run.Add(index);
        }

        return lines;
    }

    private List<(int First, int Last)> BandsOf()
    {
        var bands = new List<(int First, int Last)>();
        foreach (var slot in _rows.Where(row => row.IsSample).Select(row => SlotOf(row.Quarter)))
        {
            if (bands.Count > 0 && bands[^1].Last == slot - 1)
            {
                bands[^1] = (bands[^1].First, slot);
            }
            else
            {
                bands.Add((slot, slot));
            }
        }

        return bands;
    }

    private List<string> CalloutOf() =>
        _last is null
            ? []
            :
            [
                ValueText(_last.Value!.Value),
                .. new[] { ("环比", _last.Change), ("同比", _last.YearChange) }
                    .Where(change => change.Item2 is not null)
                    .Select(change => $"{change.Item1} {SignedText(change.Item2!.Value)}"),
            ];

    /// <summary>▲ +5.8个百分点. The sign and the word carry the direction, colour never does.</summary>
    private string SignedText(decimal change)
    {
        var amount = AmountText(change);
        return IsZero(change) ? "持平"
            : IsRank ? (change < 0 ? $"▲ 前进{amount}" : $"▼ 后退{amount}")
            : change > 0 ? $"▲ +{amount}"
            : $"▼ -{amount}";
    }

    private string HeadlineOf()
    {
        if (_last is null)
        {
            return $"{_subject.Unit}{_subject.Measure}：所示季度都没有数据";
        }

        var value = ValueText(_last.Value!.Value);
        var stated =
            IsRate ? value
            : IsRank ? $"第{value}名"
            : value + UnitOfValue;
        return $"{_last.Quarter.Chinese}{_subject.Unit}{_subject.Measure}为{stated}{ChangeClause(_last.Change)}{ExtremeClause(_last)}";
    }

    private string ChangeClause(decimal? change) =>
        change switch
        {
            null => "",
            { } value when IsZero(value) => "，与上季度持平",
            { } value when IsRank => $"，比上季度{(value < 0 ? "前进" : "后退")}{AmountText(value)}",
            { } value when UnitOfValue is "条" or "次" or "个" or "家" or "件" =>
                $"，比上季度{(value > 0 ? "增加" : "减少")}{AmountText(value)}",
            { } value => $"，比上季度{(value > 0 ? "上升" : "下降")}{AmountText(value)}",
        };

    /// <summary>Says that the last value is the highest or lowest, where it stands alone as such among enough quarters of its kind.</summary>
    private string ExtremeClause(TrendPoint last)
    {
        var others = _rows.Where(row => row.Value is not null && row.IsSample == last.IsSample && row != last).ToList();
        if (IsRank || others.Count + 1 < LeastForLine)
        {
            return "";
        }

        var word =
            others.TrueForAll(row => row.Value < last.Value) ? "最高"
            : others.TrueForAll(row => row.Value > last.Value) ? "最低"
            : null;
        var count = (others.Count + 1).ToString(CultureInfo.InvariantCulture);
        var among = (HasSample && HasReal, last.IsSample) switch
        {
            (false, _) => $"所示{count}个季度",
            (true, true) => $"示例数据的{count}个季度",
            (true, false) => $"有真实数据的{count}个季度",
        };
        return word is null ? "" : $"，在{among}中{word}";
    }

    private List<string> NotesOf()
    {
        var notes = new List<string>();
        var values = _rows.Where(row => row.Value is not null).Select(row => row.Quarter).ToHashSet();
        var missing = Slots.Where(slot => !values.Contains(slot)).ToList();
        if (missing.Count > 0)
        {
            var named = missing.Count <= 4 ? $"（{string.Join("、", missing.Select(slot => slot.Chinese))}）" : "";
            notes.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{missing.Count}个季度没有数据{named}，图中留空，不作零计。"
                )
            );
        }

        notes.AddRange(
            _rows.Where(row => row.IsBreak).Select(row => $"{row.Quarter.Chinese}起单位已更名、合并或拆分。")
        );
        if (Limits is [.., var limit])
        {
            var signals = Marks.Count(mark => mark.IsSignal);
            notes.Add(
                $"粗线是均值（{ValueText(limit.Center)}），细线是控制限（均值加减三倍标准差）；"
                    + (signals == 0 ? "各季度都在控制限之内，是正常波动。" : $"{signals}个季度在控制限之外。")
            );
        }

        if (HasSample)
        {
            notes.Add(
                HasReal
                    ? "浅色底、空心点的季度为示例数据，与真实数据不连线、不比较。"
                    : "所示各季度均为示例数据，不是真实的检查结果。"
            );
        }

        return notes;
    }

    private int ChangeDecimals => IsRate ? 1 : 2;

    private bool IsZero(decimal change) => decimal.Round(change, ChangeDecimals, MidpointRounding.AwayFromZero) == 0;

    private string AmountText(decimal change)
    {
        var amount = Math.Abs(change);
        return ChartNumbers.Text(amount, IsRate ? 1 : ChartNumbers.Decimals([amount], ChangeDecimals))
            + _rows[0].ChangeUnit;
    }
}

/// <summary>A quarter that has a value.</summary>
/// <param name="Slot">The place on the horizontal axis: quarters since the first one.</param>
/// <param name="Value">The value as in the row; rates are 0 to 1.</param>
/// <param name="Label">The value as printed.</param>
/// <param name="IsSample">Whether it is sample data, drawn hollow.</param>
/// <param name="IsLast">Whether it is the latest value, which is emphasised.</param>
/// <param name="Words">Value, counts and changes in words.</param>
internal sealed record TrendMark(int Slot, decimal Value, string Label, bool IsSample, bool IsLast, string Words)
{
    /// <summary>Whether no line leads here: the unit was merged or split.</summary>
    public bool StartsAnew { get; init; }

    /// <summary>Whether it lies outside the control limits shown.</summary>
    public bool IsSignal { get; init; }
}

/// <summary>The control limits of a quarter (控制限).</summary>
/// <param name="Slot">The quarter's place.</param>
/// <param name="Center">The mean of the quarters of its kind.</param>
/// <param name="Lower">The lower limit, 0 or more.</param>
/// <param name="Upper">The upper limit.</param>
internal sealed record TrendLimit(int Slot, decimal Center, decimal Lower, decimal Upper);
