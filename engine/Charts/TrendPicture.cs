using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a trend chart shows: its points, which of them are joined, and every word. Tests compare it with the rows.</summary>
internal sealed class TrendPicture
{
    /// <summary>Fewer values than this are no trend: they are drawn as dots.</summary>
    public const int LeastForLine = 4;

    private readonly IReadOnlyList<TrendPoint> _rows;
    private readonly TrendPoint? _last;
    private readonly TrendWords _words;

    /// <param name="rows">The quarters of one measure and one unit, in any order.</param>
    /// <param name="subject">What is measured.</param>
    /// <param name="hasLimits">Whether control limits are shown (控制图).</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <param name="notes">What to know of quarters; null for nothing.</param>
    /// <exception cref="ArgumentException">No rows, several measures or units, or a quarter twice.</exception>
    public TrendPicture(
        IReadOnlyList<TrendPoint> rows,
        TrendSubject subject,
        bool hasLimits = false,
        ChartLanguage? language = null,
        IReadOnlyList<QuarterNote>? notes = null
    )
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

        Say = language ?? ChartLanguage.Chinese;
        _last = _rows.LastOrDefault(row => row.Value is not null);
        _words = new TrendWords(
            rows[0].ChangeUnit,
            subject,
            ChartNumbers.Decimals(_rows.Select(row => row.Value).OfType<decimal>().Select(Shown), IsRate ? 1 : 2),
            Say
        );
        Slots = SlotsOf();
        Marks =
        [
            .. _rows
                .Where(row => row.Value is not null)
                .Select(row => new TrendMark(
                    SlotOf(row.Quarter),
                    row.Value!.Value,
                    _words.ValueText(row.Value.Value),
                    row.IsSample,
                    row == _last,
                    _words.WordsOf(row)
                )
                {
                    StartsAnew = row is { IsBreak: true, Change: null },
                    IsSignal = hasLimits && row.IsSignal == true,
                }),
        ];
        Lines = LinesOf();
        Limits = hasLimits ? LimitsOf() : [];
        SampleBands = BandsOf();
        Annotations = TrendAnnotation.Of(notes ?? [], Slots, IsRank || TrendWords.IsScoreIn(rows[0].ChangeUnit), Say);
        Callout = _last is null ? [] : [_words.ValueText(_last.Value!.Value), .. _words.Changes(_last)];
        Headline = _words.Headline(_last, _last is null ? "" : ExtremeClause(_last));
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
    public ChartTable Table => new TrendTable(this, _rows, _words).Make();

    /// <summary>Runs of sample quarters, as first and last slot.</summary>
    public IReadOnlyList<(int First, int Last)> SampleBands { get; }

    /// <summary>The quarters with something to know, numbered.</summary>
    public IReadOnlyList<TrendAnnotation> Annotations { get; }

    /// <summary>The lines beside the last value: the value first, then its changes.</summary>
    public IReadOnlyList<string> Callout { get; }

    public string Headline { get; }

    public string Subtitle => _words.Subtitle;

    public ChartLanguage Say { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>The unit's code.</summary>
    public string Unit => _rows[0].Unit;

    public bool HasSample => _rows.Any(row => row.IsSample);

    public bool HasReal => _rows.Any(row => !row.IsSample);

    /// <summary>Whether values are 0 to 1 and printed in percent.</summary>
    public bool IsRate => TrendWords.IsRateIn(_rows[0].ChangeUnit);

    /// <summary>Whether values are ranks: 1 is best and stands on top.</summary>
    public bool IsRank => TrendWords.IsRankIn(_rows[0].ChangeUnit);

    /// <summary>A value as printed beside its point or at the axis.</summary>
    public string ValueText(decimal value, int? decimals = null) => _words.ValueText(value, decimals);

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

    private List<TrendLimit> LimitsOf() =>
        [
            .. _rows
                .Where(row => row is { CenterLine: not null, UpperLimit: not null })
                .Select(row => new TrendLimit(
                    SlotOf(row.Quarter),
                    row.CenterLine!.Value,
                    row.LowerLimit ?? 0,
                    row.UpperLimit!.Value
                )),
        ];

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

    /// <summary>Says that the last value is the highest or lowest, where it stands alone as such among enough quarters of its kind.</summary>
    private string ExtremeClause(TrendPoint last)
    {
        var others = _rows.Where(row => row.Value is not null && row.IsSample == last.IsSample && row != last).ToList();
        if (IsRank || others.Count + 1 < LeastForLine)
        {
            return "";
        }

        var word =
            others.TrueForAll(row => row.Value < last.Value) ? Say["最高", "highest"]
            : others.TrueForAll(row => row.Value > last.Value) ? Say["最低", "lowest"]
            : null;
        var count = (others.Count + 1).ToString(CultureInfo.InvariantCulture);
        var among = (HasSample && HasReal, last.IsSample) switch
        {
            (false, _) => Say[$"所示{count}个季度", $"{count} quarters shown"],
            (true, true) => Say[$"示例数据的{count}个季度", $"{count} quarters of sample data"],
            (true, false) => Say[$"有真实数据的{count}个季度", $"{count} quarters with real data"],
        };
        return word is null ? "" : Say[$"，在{among}中{word}", $", the {word} of the {among}"];
    }

    private List<string> NotesOf()
    {
        var notes = new List<string>();
        var values = _rows.Where(row => row.Value is not null).Select(row => row.Quarter).ToHashSet();
        var missing = Slots.Where(slot => !values.Contains(slot)).ToList();
        if (missing.Count > 0)
        {
            notes.Add(_words.Missing(missing));
        }

        notes.AddRange(
            _rows
                .Where(row => row.IsBreak)
                .Select(row =>
                    Say[
                        $"{Say.Of(row.Quarter)}起单位已更名、合并或拆分。",
                        $"Since {Say.Of(row.Quarter)} the unit is renamed, merged or split."
                    ]
                )
        );
        notes.AddRange(Annotations.Select(one => one.Words));
        if (Limits is [.., var limit])
        {
            notes.Add(_words.Limits(limit.Center, Marks.Count(mark => mark.IsSignal)));
        }

        if (Say.IsEnglish && Callout.Count > 1)
        {
            notes.Add("QoQ: on the quarter before; YoY: on the same quarter of the year before.");
        }

        if (HasSample)
        {
            notes.Add(
                HasReal
                    ? Say[
                        "浅色底、空心点的季度为示例数据，与真实数据不连线、不比较。",
                        "Quarters on tinted ground with hollow points are sample data, neither joined to real data nor compared with it."
                    ]
                    : SampleMark.NoteOfAll(Say)
            );
        }

        return notes;
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
