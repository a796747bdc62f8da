using System.Globalization;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>The sentences of a draft. Each is written only where the figures say so, in forms that reading gives back exactly.</summary>
internal sealed class DraftSentences
{
    private static readonly IReadOnlyList<(string Channel, string Title, string Metric)> s_channels =
    [
        (Channel.Openness, "法定主动公开", "openness_finding_count"),
        (Channel.Request, "依申请公开", "request_finding_count"),
        (Channel.Website, "政府网站", "website_finding_count"),
        (Channel.NewMedia, "政务新媒体", "newmedia_finding_count"),
        (Channel.Interaction, "互动交流", "interaction_finding_count"),
    ];

    private readonly Snapshot _snapshot;
    private readonly Quarter _quarter;
    private readonly List<DiscrepancyRow> _doubts;
    private readonly Dictionary<string, UnitRow> _units;
    private readonly IReadOnlyList<ChannelRow> _totals;
    private readonly IReadOnlyList<UnitFigure> _byUnit;
    private readonly List<DraftFigure> _figures = [];

    public DraftSentences(Snapshot snapshot, Quarter quarter)
    {
        (_snapshot, _quarter) = (snapshot, quarter);
        _doubts = [.. Discrepancies.All(snapshot, quarter)];
        _units = Metrics.Units.All(snapshot).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        _totals = Findings.ByChannel(snapshot, quarter);
        _byUnit = Metrics.Figures.ByUnit(snapshot, quarter);
    }

    public IReadOnlyList<DraftFigure> Figures => _figures;

    /// <summary>总体情况: a place for the office's own judgement.</summary>
    public IEnumerable<DocumentBlock> Overall()
    {
        // What concerns no single figure is told where the whole is judged.
        var told = new DocumentRun("【补充总体评价】") { IsPlaceholder = true, Comment = OtherDoubts() };
        yield return new DocumentParagraph([new DocumentRun("本季度的检查情况分述如下。"), told]);
    }

    /// <summary>存在问题, a part for each channel that has something to tell.</summary>
    public IEnumerable<(string Title, IReadOnlyList<DocumentBlock> Paragraphs)> Channels()
    {
        foreach (var (channel, title, metric) in s_channels)
        {
            List<DocumentBlock> paragraphs =
            [
                .. Found(channel, title),
                .. Vetoed(channel),
                .. Compared(channel, title, metric),
            ];
            if (paragraphs.Count > 0)
            {
                yield return (title, paragraphs);
            }
        }

        List<DocumentBlock> submitted = [.. Submitted()];
        if (submitted.Count > 0)
        {
            yield return ("信息报送", submitted);
        }
    }

    /// <summary>The ranking of a group, its scores as figures.</summary>
    public DocumentTable RankingTable(IReadOnlyList<RankingRow> rows, IReadOnlyDictionary<string, string> names)
    {
        foreach (var row in rows.Where(row => row.Score is not null))
        {
            Note(null, Measure.UnitScore, names[row.Unit], Rounded(row.Score!.Value, 2));
        }

        return new(
            [new("排名", 1, IsNumber: true), new("单位", 4), new("得分", 1.4, IsNumber: true), new("结果", 2.4)],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
                            names[row.Unit],
                            row.Score is { } score ? Plain(Rounded(score, 2)) : "",
                            row.Outcome == Ranking.Vetoed ? "不合格（单项否决）" : row.Band ?? "",
                        ]
                ),
            ]
        );
    }

    private IEnumerable<DocumentBlock> Found(string channel, string title)
    {
        if (_totals.FirstOrDefault(row => row.Channel == channel) is not { FindingCount: > 0 } total)
        {
            yield break;
        }

        var units = _byUnit.Where(figure => figure.Channel == channel && figure.FindingCount > 0).ToList();
        Note(channel, Measure.Issues, null, total.FindingCount);
        var runs = new List<DocumentRun>
        {
            new($"本季度{title}发现问题共计"),
            new(Count(total.FindingCount)) { Comment = DoubtAbout(total.FindingCount) },
        };
        var named = total.FindingCount - total.UnattributedCount;
        if (units.Count > 0)
        {
            if (total.UnattributedCount > 0)
            {
                Note(channel, Measure.Issues, null, named);
                runs.Add(new($"，其中列明单位的问题{Count(named)}，涉及的单位有："));
            }
            else
            {
                runs.Add(new("。涉及的单位有："));
            }

            var parts = new List<string>();
            foreach (var figure in InOrder(units))
            {
                Note(channel, Measure.Issues, _units[figure.Unit].Name, figure.FindingCount);
                parts.Add($"{_units[figure.Unit].Name}（{Count(figure.FindingCount)}）");
            }

            runs.Add(new(string.Join('、', parts)));
            if (total.UnattributedCount > 0)
            {
                Note(channel, Measure.Issues, null, total.UnattributedCount);
                runs.Add(new($"；没有列明单位的问题{Count(total.UnattributedCount)}"));
            }
        }

        runs.Add(new("。"));
        yield return new DocumentParagraph(runs);
    }

    private IEnumerable<DocumentBlock> Compared(string channel, string title, string metric)
    {
        if (Now(metric) is not { Change: { } change })
        {
            yield break;
        }

        if (change == 0)
        {
            yield return new DocumentParagraph($"{title}方面，发现的问题与上季度持平。");
            yield break;
        }

        Note(channel, Measure.ChangeOf(Measure.Issues), null, change);
        yield return new DocumentParagraph(
            $"{title}方面，发现的问题比上季度{(change < 0 ? "减少" : "增加")}{Count(Math.Abs(change))}。"
        );
    }

    // Towns first, then departments, each by how much there is.
    private IEnumerable<UnitFigure> InOrder(IEnumerable<UnitFigure> figures) =>
        figures
            .OrderBy(figure => _units[figure.Unit].Group == UnitGroup.Town ? 0 : 1)
            .ThenByDescending(figure => figure.FindingCount)
            .ThenBy(figure => _units[figure.Unit].SortOrder);

    private IEnumerable<DocumentBlock> Vetoed(string channel)
    {
        var words = new List<string>();
        foreach (var veto in Vetoes.ByUnit(_snapshot, _quarter).Where(veto => veto.Channel == channel))
        {
            Note(channel, Measure.Veto, _units[veto.Unit].Name, veto.Count);
            var platform = veto.Platform == Findings.NoUnit ? "" : veto.Platform;
            // Who was vetoed and is in no list is named as such, so that nobody looks for the unit above.
            var isListed = _byUnit.Any(figure =>
                figure.Channel == channel && figure.Unit == veto.Unit && figure.FindingCount > 0
            );
            words.Add(
                $"{_units[veto.Unit].Name}{platform}被检测出单否{Plain(veto.Count)}次{(isListed ? "" : "（不在上述单位之列）")}"
            );
        }

        if (words.Count > 0)
        {
            yield return new DocumentParagraph($"单项否决方面，{string.Join('，', words)}。");
        }
    }

    private IEnumerable<DocumentBlock> Submitted()
    {
        foreach (var row in Adoption.Of(_snapshot, _quarter))
        {
            var target = row.TargetWords ?? InspectionLevel.NameOf(row.Target);
            var words = new List<string>();
            if (row.SubmittedCount is { } submitted)
            {
                Note(Channel.Submission, Measure.Submitted, null, submitted);
                words.Add($"全旗向{target}报送信息{Count(submitted)}");
            }

            if (row.AdoptedCount is { } adopted)
            {
                Note(Channel.Submission, Measure.Adopted, null, adopted);
                words.Add($"被采用{Count(adopted)}");
            }

            if (row.AdoptionRate is { } rate)
            {
                var percent = Rounded(rate * 100, 1);
                Note(Channel.Submission, Measure.AdoptionRate, null, percent);
                words.Add($"采用率为{Plain(percent)}%");
            }

            if (row.ChangePp is { } change && Rounded(change, 1) is not 0 and var points)
            {
                Note(Channel.Submission, Measure.ChangeOf(Measure.AdoptionRate), null, points);
                words.Add($"比上季度{(points < 0 ? "下降" : "提高")}{Plain(Math.Abs(points))}个百分点");
            }

            if (words.Count > 0)
            {
                yield return new DocumentParagraph($"{string.Join('，', words)}。");
            }

            if (row.PushedCount is { } pushed)
            {
                Note(Channel.Submission, Measure.Pushed, null, pushed);
                yield return new DocumentParagraph($"全旗向{target}推送信息{Count(pushed)}。");
            }
        }
    }

    // What a loaded notice says otherwise of this very figure; told once.
    private string? DoubtAbout(decimal figure)
    {
        var about = _doubts.Find(doubt => doubt.Computed == figure && doubt.Stated is not null);
        if (about is null)
        {
            return null;
        }

        _doubts.Remove(about);
        return $"本数由逐条问题相加得出。已加载的通报写的是 {Plain(about.Stated!.Value)}：{about.Message}（{about.Location}）";
    }

    private string? OtherDoubts() =>
        _doubts.Count == 0
            ? null
            : "已加载的通报还有这些出入，请核对："
                + string.Join("；", _doubts.Select(doubt => $"{doubt.Message}（{doubt.Location}）"));

    private TrendPoint? Now(string metric) =>
        Trend.Of(_snapshot, metric, from: _quarter, to: _quarter) is [var point] ? point : null;

    private void Note(string? channel, string measure, string? unit, decimal number) =>
        _figures.Add(new(channel, measure, unit, number));

    private static string Count(decimal number) => Plain(number) + "条";

    private static decimal Rounded(decimal number, int places) =>
        decimal.Round(number, places, MidpointRounding.AwayFromZero);

    private static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
