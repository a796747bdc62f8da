using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a chart of ranks shows: the places of each unit, quarter by quarter. Tests compare it with the rows.</summary>
internal sealed class RanksPicture
{
    /// <summary>More lines than these cannot be told apart: the unit that stands out and its nearest are drawn.</summary>
    public const int MostLines = 8;

    private readonly int _leftOut;
    private readonly ChartLanguage _say;
    private readonly Dictionary<Quarter, int> _ranked;

    /// <param name="rows">The ranks of one group.</param>
    /// <param name="highlight">The code of the unit that stands out.</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <exception cref="ArgumentException">No rows, or rows of several groups.</exception>
    public RanksPicture(IReadOnlyList<RankHistoryRow> rows, string? highlight, ChartLanguage? language = null)
    {
        _say = language ?? ChartLanguage.Chinese;
        if (rows.Count == 0)
        {
            throw new ArgumentException("没有可画的名次。", nameof(rows));
        }

        if (rows.Select(row => row.Group).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            throw new ArgumentException("一张名次图只能画一个组。", nameof(rows));
        }

        var slots = new List<Quarter> { rows.Min(row => row.Quarter) };
        while (slots[^1] != rows.Max(row => row.Quarter))
        {
            slots.Add(slots[^1].Next);
        }

        Slots = slots;
        _ranked = rows.CountBy(row => row.Quarter).ToDictionary();
        var last = rows.Where(row => row.Quarter == slots[^1]).OrderBy(row => row.Rank).ToList();
        var chosen = rows.Any(row => row.Unit == highlight) ? highlight : last[0].Unit;
        var own = NearestTo(chosen!, rows, last);
        _leftOut = rows.Select(row => row.Unit).Distinct(StringComparer.Ordinal).Count() - own.Count;
        Lines =
        [
            .. rows.Where(row => own.Contains(row.Unit))
                .GroupBy(row => row.Unit, StringComparer.Ordinal)
                .Select(ranks => new RankLine(
                    ranks.Key,
                    ranks.First().UnitName,
                    ranks.Key == chosen,
                    [
                        .. ranks
                            .OrderBy(row => row.Quarter)
                            .Select(row => new RankPlace(
                                slots.IndexOf(row.Quarter),
                                row.Rank,
                                row.IsSample,
                                WordsOf(row)
                            )),
                    ]
                ))
                .OrderBy(line => line.IsHighlighted),
        ];
        Most = Lines.SelectMany(line => line.Places).Max(place => place.Rank);
        HasSample = rows.Any(row => row.IsSample);
        HasReal = rows.Any(row => !row.IsSample);
        Group = _say.Group(rows[0].Group, rows[0].GroupTitle);
        Headline = HeadlineOf(Lines[^1]);
    }

    /// <summary>Every quarter from the first to the last.</summary>
    public IReadOnlyList<Quarter> Slots { get; }

    /// <summary>The units; the one that stands out is the last, so that it is drawn over the others.</summary>
    public IReadOnlyList<RankLine> Lines { get; }

    /// <summary>The last place.</summary>
    public int Most { get; }

    public bool HasSample { get; }

    public bool HasReal { get; }

    public string Group { get; }

    public string Headline { get; }

    public ChartLanguage Say => _say;

    public string Subtitle => _say[$"{Group}历次名次，第1名在最上", $"Ranks of {Group} by quarter, rank 1 on top"];

    public IReadOnlyList<string> Notes =>
        [
            .. _leftOut > 0
                ?
                [
                    _say[
                        $"只画{Lines[^1].Name}和最近名次与它相邻的{Lines.Count - 1}个单位，其余{_leftOut}个见排名页。",
                        $"Only {Lines[^1].Name} and the {ChartLanguage.Count(Lines.Count - 1, "unit")} nearest to it in rank are drawn; see the ranking for the {ChartLanguage.Count(_leftOut, "other", "others")}."
                    ],
                ]
                : Array.Empty<string>(),
            .. HasSample
                ?
                [
                    HasReal
                        ? _say[
                            "空心点的季度为示例数据，与真实数据不连线、不比较。",
                            "Quarters with hollow points are sample data, neither joined to real data nor compared with it."
                        ]
                        : SampleMark.NoteOfAll(_say),
                ]
                : Array.Empty<string>(),
        ];

    /// <summary>The lines as a table, the first of the last quarter on top.</summary>
    public ChartTable Table =>
        new(
            [
                _say["单位", "Unit"],
                .. Slots.Select(
                    (slot, index) => _say.Short(slot) + SampleMark.Behind(HasReal && IsSampleAt(index), _say)
                ),
            ],
            [
                .. Lines
                    .OrderBy(line => line.Places[^1].Slot == Slots.Count - 1 ? line.Places[^1].Rank : int.MaxValue)
                    .ThenBy(line => line.Name, StringComparer.Ordinal)
                    .Select(line =>
                        (IReadOnlyList<ChartCell>)
                            [
                                new(line.Name),
                                .. Slots.Select(
                                    (_, index) =>
                                        line.Places.FirstOrDefault(place => place.Slot == index) is { } place
                                            ? ChartCell.Of(place.Rank)
                                            : ChartCell.Empty
                                ),
                            ]
                    ),
            ]
        );

    private bool IsSampleAt(int slot) =>
        Lines.Any(line => line.Places.Any(place => place.Slot == slot && place.IsSample));

    private static HashSet<string> NearestTo(
        string chosen,
        IReadOnlyList<RankHistoryRow> rows,
        List<RankHistoryRow> last
    )
    {
        var at = rows.Where(row => row.Unit == chosen).MaxBy(row => row.Quarter)!.Rank;
        return
        [
            chosen,
            .. last.Where(row => row.Unit != chosen)
                .OrderBy(row => Math.Abs(row.Rank - at))
                .ThenBy(row => row.Rank)
                .Select(row => row.Unit)
                // Who has no rank now comes where there is room.
                .Concat(rows.Select(row => row.Unit).Where(unit => unit != chosen))
                .Distinct(StringComparer.Ordinal)
                .Take(MostLines - 1),
        ];
    }

    private string HeadlineOf(RankLine line)
    {
        var (last, before) = (line.Places[^1], line.Places.Count > 1 ? line.Places[^2] : null);
        var quarter = Slots[last.Slot];
        var head = _say[
            $"{_say.Of(quarter)}{line.Name}在{Group}中列第{last.Rank}名",
            $"{_say.Of(quarter)}: {line.Name} is rank {last.Rank} of {_ranked[quarter]} among {Group}"
        ];
        return before is null || before.Slot != last.Slot - 1 || before.IsSample != last.IsSample
            ? head
            : (before.Rank - last.Rank) switch
            {
                0 => head + _say["，与上季度持平", ", as in the quarter before"],
                > 0 and var up => head
                    + _say[$"，比上季度前进{up}名", $", up {ChartLanguage.Count(up, "place")} on the quarter before"],
                var down => head
                    + _say[
                        $"，比上季度后退{-down}名",
                        $", down {ChartLanguage.Count(-down, "place")} on the quarter before"
                    ],
            };
    }

    private string WordsOf(RankHistoryRow row) =>
        _say[
            $"{row.UnitName} {_say.Of(row.Quarter)}：第{row.Rank}名",
            $"{row.UnitName}, {_say.Of(row.Quarter)}: rank {row.Rank} of {_ranked[row.Quarter]}"
        ] + SampleMark.Behind(row.IsSample, _say);
}

/// <summary>A unit's ranks.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Name">Its short name.</param>
/// <param name="IsHighlighted">Whether it stands out.</param>
/// <param name="Places">In order of time; quarters without a rank are missing.</param>
internal sealed record RankLine(string Unit, string Name, bool IsHighlighted, IReadOnlyList<RankPlace> Places);

/// <summary>A unit's rank in a quarter.</summary>
/// <param name="Slot">Quarters since the first one.</param>
/// <param name="Rank">From 1.</param>
/// <param name="IsSample">Whether it is sample data.</param>
/// <param name="Words">In words.</param>
internal sealed record RankPlace(int Slot, int Rank, bool IsSample, string Words);
