using System.Globalization;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>What a ranking chart shows: the numbers of its bars and every word beside them. Tests compare it with the rows.</summary>
internal sealed class RankingPicture
{
    private const int MostDecimals = 2;
    private const int NamedUnchecked = 6;
    private readonly IReadOnlyList<RankingRow> _rows;
    private readonly int _decimals;
    private readonly ChartLanguage _say;

    /// <param name="rows">The rows of one quarter under one rulebook.</param>
    /// <param name="highlight">The code of the unit that gets the accent; null for none.</param>
    /// <param name="language">The language of the words; null for Chinese.</param>
    /// <exception cref="ArgumentException">No rows, or rows of several quarters or rulebooks.</exception>
    public RankingPicture(IReadOnlyList<RankingRow> rows, string? highlight, ChartLanguage? language = null)
    {
        _say = language ?? ChartLanguage.Chinese;
        if (rows.Count == 0)
        {
            throw new ArgumentException("没有可画的单位。", nameof(rows));
        }

        if (rows.DistinctBy(row => (row.Quarter, row.Rulebook)).Skip(1).Any())
        {
            throw new ArgumentException("一张排名图只能画一个季度、一种规则的得分。", nameof(rows));
        }

        _rows = rows;
        _decimals = ChartNumbers.Decimals(rows.Select(row => row.Score).OfType<decimal>(), MostDecimals);
        var shown = rows.Where(row => row.Outcome is Ranking.Scored or Ranking.Vetoed).ToList();
        var isHighlighted = shown.Any(row => row.Unit == highlight);
        var sections = shown
            .GroupBy(row => row.Group, StringComparer.Ordinal)
            .OrderBy(group => OrderOf(group.Key))
            .ToList();
        Sections =
        [
            .. sections.Select(section => new RankingSection(
                sections.Count > 1 ? Capital(_say.Group(section.Key)) : null,
                Bars(section, row => !isHighlighted || row.Unit == highlight)
            )),
        ];
        Headline = HeadlineOf([.. sections.Select(section => section.ToList())]);
        Subtitle =
            sections.Count == 1
                ? _say[
                    $"{_say.Group(sections[0].Key)}得分，单位：分",
                    $"Scores of {_say.Group(sections[0].Key)}, in points"
                ]
                : _say["各单位得分，单位：分", "Scores of all units, in points"];
        Notes = NotesOf();
    }

    public IReadOnlyList<RankingSection> Sections { get; }

    /// <summary>The bars as a table.</summary>
    public ChartTable Table =>
        new(
            [
                _say["单位", "Unit"],
                _say["名次", "Rank"],
                _say["得分（分）", "Score (points)"],
                _say["说明", "Remark"],
                .. IsGrouped ? [_say["组别", "Group"]] : Array.Empty<string>(),
            ],
            [
                .. Sections.SelectMany(section =>
                    section.Bars.Select(bar =>
                        (IReadOnlyList<ChartCell>)
                            [
                                new(bar.Name),
                                new(bar.Rank, bar.Place),
                                bar.Value is { } score ? new(Points(score), score) : ChartCell.Empty,
                                new(bar.Remark),
                                .. IsGrouped ? [new ChartCell(section.Name!)] : Array.Empty<ChartCell>(),
                            ]
                    )
                ),
            ]
        );

    private bool IsGrouped => Sections.Count > 1;

    public string Headline { get; }

    public string Subtitle { get; }

    public IReadOnlyList<string> Notes { get; }

    /// <summary>What is drawn where nobody was ranked.</summary>
    public string Nobody => _say["没有单位参加排名", "No unit was ranked"];

    public ChartLanguage Say => _say;

    public bool IsSample => _rows.Any(row => row.IsSample);

    public Quarter Quarter => _rows[0].Quarter;

    private IReadOnlyList<RankingBar> Bars(IEnumerable<RankingRow> section, Func<RankingRow, bool> isAccented)
    {
        // Sorting is stable: units that share a rank stay in their official order.
        var ordered = section
            .OrderBy(row => row.Outcome == Ranking.Vetoed ? 1 : 0)
            .ThenBy(row => row.Rank ?? int.MaxValue)
            .ToList();
        var ranked = ordered.Count(row => row.Rank is not null);
        var shared = ordered
            .CountBy(row => row.Rank ?? 0)
            .Where(rank => rank.Value > 1)
            .Select(rank => rank.Key)
            .ToHashSet();
        return
        [
            .. ordered.Select(row => new RankingBar(
                row.Unit,
                row.Rank,
                RankText(row.Rank, shared.Contains(row.Rank ?? 0)),
                row.UnitName,
                row.Score,
                RemarkOf(row),
                LabelOf(row),
                row.Outcome == Ranking.Vetoed,
                isAccented(row),
                WordsOf(row, shared.Contains(row.Rank ?? 0), ranked)
            )),
        ];
    }

    private string WordsOf(RankingRow row, bool isShared, int ranked)
    {
        var rank = row.Rank is null
            ? _say["没有名次", "no rank"]
            : _say[
                $"{(isShared ? "并列" : "")}第{row.Rank}名",
                $"{(isShared ? "shared " : "")}rank {row.Rank} of {ranked}"
            ];
        var points = row.Score is { } score
            ? _say[
                $"{LabelOf(row)}分",
                PointsOf(score) + (RemarkOf(row) is { Length: > 0 } remark ? $" ({remark})" : "")
            ]
            : LabelOf(row);
        return string.Join(
            _say["，", ", "],
            new[]
            {
                _say[$"{row.UnitName}：{rank}", $"{row.UnitName}: {rank}"],
                points,
                row.FindingCount is { } found ? _say[$"问题{found}条", ChartLanguage.Count(found, "finding")] : null,
                row.VetoCount is > 0 and var vetoes
                    ? _say[$"单项否决{vetoes}次", ChartLanguage.Count(vetoes, "veto", "vetoes")]
                    : null,
                row.GapAbove is { } gap
                    ? _say[$"距上一名{Points(gap)}分", $"{PointsOf(gap)} behind the next better"]
                    : null,
                row.IsCloseAbove || row.IsCloseBelow
                    ? _say["与相邻单位难分先后", "too close to its neighbours to call"]
                    : null,
            }.OfType<string>()
        );
    }

    private string RankText(int? rank, bool isShared) =>
        rank is not { } number ? "—"
        : isShared ? _say["并列", "="] + number.ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    private string RemarkOf(RankingRow row) =>
        (row.Score, row.Outcome) switch
        {
            (null, _) => _say["不合格（单项否决）", "failed (veto)"],
            (_, Ranking.Vetoed) => _say["单项否决", "veto"],
            _ when row.Band == "不合格" => _say["不合格", "failed"],
            _ => "",
        };

    private string LabelOf(RankingRow row) =>
        (row.Score, RemarkOf(row)) switch
        {
            (null, var remark) => remark,
            ({ } score, "") => Points(score),
            ({ } score, var remark) => Points(score) + _say.InBrackets(remark),
        };

    // The name of a section stands alone; in a sentence it is written small.
    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private string PointsOf(decimal score) => ChartLanguage.Count(Points(score), "point");

    private string Points(decimal score) => ChartNumbers.Text(score, _decimals);

    private string HeadlineOf(IReadOnlyList<List<RankingRow>> sections)
    {
        var clauses = new List<string>();
        foreach (var section in sections)
        {
            var scored = section.Where(row => row is { Outcome: Ranking.Scored, Score: not null }).ToList();
            if (sections.Count == 1)
            {
                clauses.AddRange(Clauses(scored, [.. section.Where(row => row.Score is not null)]));
            }
            else if (scored.Where(row => row.Rank == 1).ToList() is { Count: > 0 } leaders)
            {
                var group = _say.Group(section[0].Group);
                clauses.Add(
                    _say[
                        $"{group}中{Names(leaders)}{(leaders.Count > 1 ? "并列第一" : "居首")}",
                        $"{Names(leaders)} {(leaders.Count > 1 ? "share the lead" : "leads")} among {group}"
                    ]
                );
            }
        }

        if (_rows.Count(row => row.Outcome == Ranking.Vetoed) is var vetoed and > 0)
        {
            clauses.Add(
                _say[$"{vetoed}个单位被单项否决", $"{ChartLanguage.Count(vetoed, "unit was", "units were")} vetoed"]
            );
        }

        var quarter = _say.Of(_rows[0].Quarter);
        return clauses.Count == 0
            ? _say[$"{quarter}没有单位参加排名", $"{quarter}: no unit was ranked"]
            : quarter + _say["：", ": "] + _say.Clauses(clauses);
    }

    /// <summary>Who leads and who has the fewest points. Nothing is claimed that the rows do not bear out.</summary>
    /// <param name="scored">The units without a veto.</param>
    /// <param name="pointed">All units with points; some rulebooks leave points to a vetoed unit.</param>
    private IEnumerable<string> Clauses(List<RankingRow> scored, List<RankingRow> pointed)
    {
        var leaders = scored.Where(row => row.Rank == 1).ToList();
        if (leaders.Count == 0)
        {
            yield break;
        }

        if (leaders.Count == pointed.Count && leaders.Count > 1)
        {
            yield return _say[
                $"{leaders.Count}个单位得分相同，均为{Points(leaders[0].Score!.Value)}分",
                $"{leaders.Count} units have the same score, {PointsOf(leaders[0].Score!.Value)}"
            ];
            yield break;
        }

        yield return _say[
            $"{Names(leaders)}得{Points(leaders[0].Score!.Value)}分{(leaders.Count > 1 ? "，并列第一" : "居首")}",
            $"{Names(leaders)} {(leaders.Count > 1 ? "share the lead" : "leads")} with {PointsOf(leaders[0].Score!.Value)}"
        ];
        var lowest = pointed.Min(row => row.Score);
        var trailers = pointed.Where(row => row.Score == lowest).ToList();
        if (trailers.Exists(leaders.Contains))
        {
            yield break;
        }

        yield return trailers is [var only] && HasMostFindings(only)
            ? _say[
                $"{only.UnitName}问题最多（{only.FindingCount}条）、得分最低（{Points(lowest!.Value)}分）",
                $"{only.UnitName} has the most findings ({only.FindingCount}) and the lowest score ({PointsOf(lowest!.Value)})"
            ]
            : _say[
                $"{Names(trailers)}得分最低（{Points(lowest!.Value)}分）",
                $"{Names(trailers)} {(trailers.Count > 1 ? "have" : "has")} the lowest score ({PointsOf(lowest!.Value)})"
            ];
    }

    private bool HasMostFindings(RankingRow row) =>
        row.FindingCount > 0 && _rows.All(other => other == row || !(other.FindingCount >= row.FindingCount));

    private string Names(List<RankingRow> rows) =>
        rows.Count < 3
            ? string.Join(_say["、", " and "], rows.Select(row => row.UnitName))
            : _say[$"{rows[0].UnitName}等{rows.Count}个单位", $"{rows[0].UnitName} and {rows.Count - 1} other units"];

    private List<string> NotesOf()
    {
        var notes = new List<string>();
        var unchecked_ = _rows.Where(row => row.Outcome == Ranking.Unchecked).ToList();
        if (unchecked_.Count > 0)
        {
            var names =
                unchecked_.Count <= NamedUnchecked
                    ? _say.InBrackets(_say.List(unchecked_.Select(row => row.UnitName)))
                    : "";
            notes.Add(
                _say[
                    $"未检查{unchecked_.Count}个单位{names}，不参加排名。",
                    $"{ChartLanguage.Count(unchecked_.Count, "unit was", "units were")} not checked and {(unchecked_.Count == 1 ? "is" : "are")} not ranked{names}."
                ]
            );
        }

        if (IsSample)
        {
            notes.Add(SampleMark.NoteOfQuarter(_say));
        }

        return notes;
    }

    private static int OrderOf(string group)
    {
        var order = UnitGroup.All.Select(known => known.Code).ToList().IndexOf(group);
        return order < 0 ? int.MaxValue : order;
    }
}

/// <summary>Bars that are ranked together.</summary>
/// <param name="Name">The group's Chinese name; null when it is the only one.</param>
/// <param name="Bars">From the first rank to the last, vetoed units after all others.</param>
internal sealed record RankingSection(string? Name, IReadOnlyList<RankingBar> Bars);

/// <summary>One unit of a ranking chart.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Place">The rank; null without one.</param>
/// <param name="Rank">As printed: 3, 并列3.</param>
/// <param name="Name">As printed.</param>
/// <param name="Value">The score as in the row; null draws no bar.</param>
/// <param name="Remark">What stands behind the points in brackets, or instead of them; empty for most.</param>
/// <param name="Label">As printed at the end of the bar.</param>
/// <param name="IsVetoed">Whether 单项否决 struck it.</param>
/// <param name="IsAccented">Whether it has the accent colour; if not it is grey context.</param>
/// <param name="Words">All of it in words.</param>
internal sealed record RankingBar(
    string Unit,
    int? Place,
    string Rank,
    string Name,
    decimal? Value,
    string Remark,
    string Label,
    bool IsVetoed,
    bool IsAccented,
    string Words
);
