using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>存在问题 of a draft: what was found in a channel, by whom and at which units; vetoes; the change against the quarter before.</summary>
/// <param name="snapshot">The data.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="doubts">What is doubtful.</param>
/// <param name="figures">The figures written so far.</param>
internal sealed class DraftFindings(Snapshot snapshot, Quarter quarter, DraftDoubts doubts, List<DraftFigure> figures)
{
    private readonly IReadOnlyList<ChannelRow> _totals = Findings.ByChannel(snapshot, quarter);
    private readonly IReadOnlyList<LevelFigure> _levels = Metrics.Figures.ByLevel(snapshot, quarter);
    private readonly IReadOnlyList<UnitLevelFigure> _units = Metrics.Figures.ByUnitAndLevel(snapshot, quarter);
    private readonly IReadOnlyList<UnitVeto> _vetoes = Vetoes.ByUnit(snapshot, quarter);
    private readonly Dictionary<string, string> _names = Metrics
        .Units.All(snapshot)
        .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);

    /// <summary>The paragraphs of a channel; none where the quarter has nothing to tell.</summary>
    /// <param name="channel">The channel's code.</param>
    /// <param name="change">The change of its problems against the quarter before; null without a base.</param>
    public IReadOnlyList<DocumentBlock> Of(string channel, decimal? change) =>
        [.. Found(channel), .. Vetoed(channel), .. Compared(channel, change)];

    private IEnumerable<DocumentBlock> Found(string channel)
    {
        if (_totals.FirstOrDefault(row => row.Channel == channel) is not { FindingCount: > 0 } total)
        {
            yield break;
        }

        var title = Channel.NameOf(channel);
        var parts = Parts(channel).ToList();
        var only = parts is [var single] ? single : null;
        var level = only?.Level ?? InspectionLevel.None;
        var told = new DraftFigure(channel, Measure.Issues, null, total.FindingCount)
        {
            Level = DraftWords.LevelOf(level),
        };
        figures.Add(told);
        // Before the total, which takes all that is left.
        var lost = doubts.AboutUnattributed(total.UnattributedCount, channel);
        var isAllLost = only is { IsNamed: false };
        List<DocumentRun> runs =
        [
            new(
                level == InspectionLevel.None
                    ? $"本季度{title}发现问题共计"
                    : $"本季度{DraftWords.Inspector(level)}检查发现{title}问题共计"
            ),
            new(DraftWords.Count(total.FindingCount))
            {
                Comments =
                [
                    .. doubts.About(total.FindingCount, channel, null, Measure.Issues),
                    .. isAllLost ? lost : [],
                ],
            },
        ];
        if (only is null)
        {
            runs.Add(new("。其中，"));
            foreach (var (part, index) in parts.Select((part, index) => (part, index)))
            {
                runs.Add(new(index == 0 ? "" : "；"));
                runs.AddRange(Told(channel, part, hasLevels: parts.Exists(one => one.HasLevel), lost));
                lost = part.IsNamed ? lost : [];
            }
        }
        else
        {
            runs.Add(new(isAllLost ? "，均没有列明单位" : "。涉及的单位有："));
            runs.AddRange(isAllLost ? [] : List(channel, level));
        }

        yield return new DocumentParagraph([.. runs.Where(run => run.Text.Length > 0), new("。")]);
    }

    // Each level's problems with a unit, then those without: parts that are not split further but by unit, so that they add up once.
    private IEnumerable<Part> Parts(string channel)
    {
        foreach (var level in _levels.Where(level => level.Channel == channel))
        {
            if (level.NamedCount > 0)
            {
                yield return new(level.Level, level.NamedCount, IsNamed: true);
            }

            if (level.UnattributedCount > 0)
            {
                yield return new(level.Level, level.UnattributedCount, IsNamed: false);
            }
        }
    }

    private IEnumerable<DocumentRun> Told(string channel, Part part, bool hasLevels, IReadOnlyList<string> lost)
    {
        figures.Add(new(channel, Measure.Issues, null, part.Count) { Level = DraftWords.LevelOf(part.Level) });
        yield return new(
            (part.HasLevel, hasLevels, part.IsNamed) switch
            {
                (true, _, true) => $"{DraftWords.Inspector(part.Level)}检查发现问题",
                (true, _, false) => $"{DraftWords.Inspector(part.Level)}检查发现没有列明单位的问题",
                (false, true, true) => "没有注明检查层级的问题",
                (false, true, false) => "没有注明检查层级和单位的问题",
                (false, false, true) => "列明单位的问题",
                _ => "没有列明单位的问题",
            }
        );
        yield return new(DraftWords.Count(part.Count)) { Comments = part.IsNamed ? [] : lost };
        if (part.IsNamed)
        {
            yield return new("，涉及的单位有：");
            foreach (var run in List(channel, part.Level))
            {
                yield return run;
            }
        }
    }

    // Units that nothing is told of in the margin share a run, as a person would type them.
    private IEnumerable<DocumentRun> List(string channel, string level)
    {
        var words = "";
        var rows = _units.Where(row => row.Channel == channel && row.Level == level);
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            figures.Add(
                new(channel, Measure.Issues, row.UnitName, row.FindingCount) { Level = DraftWords.LevelOf(level) }
            );
            words += $"{(index == 0 ? "" : "、")}{row.UnitName}（";
            var number = DraftWords.Count(row.FindingCount);
            if (doubts.About(row.FindingCount, channel, row.Unit, Measure.Issues) is { Count: > 0 } told)
            {
                yield return new(words);
                yield return new(number) { Comments = told };
                words = "）";
            }
            else
            {
                words += $"{number}）";
            }
        }

        yield return new(words);
    }

    private IEnumerable<DocumentBlock> Vetoed(string channel)
    {
        var listed = _units
            .Where(row => row.Channel == channel)
            .Select(row => row.Unit)
            .ToHashSet(StringComparer.Ordinal);
        var runs = new List<DocumentRun>();
        foreach (var veto in _vetoes.Where(veto => veto.Channel == channel))
        {
            var platform = veto.Platform == Findings.NoUnit ? null : veto.Platform;
            figures.Add(
                new(channel, Measure.Veto, _names[veto.Unit], veto.Count)
                {
                    Platform = platform,
                    Level = DraftWords.LevelOf(veto.Level),
                }
            );
            // Who was vetoed and is in no list is named as such, so that nobody looks for the unit above.
            var apart = listed.Count == 0 || listed.Contains(veto.Unit) ? "" : "（不在上述单位之列）";
            runs.Add(
                new(
                    $"{(runs.Count == 0 ? "单项否决方面，" : "，")}{_names[veto.Unit]}{platform}被{DraftWords.Detector(veto.Level)}检测出单项否决"
                )
            );
            runs.Add(
                new($"{DraftWords.Plain(veto.Count)}次")
                {
                    Comments = doubts.About(veto.Count, channel, veto.Unit, Measure.Veto),
                }
            );
            runs.Add(new(apart));
        }

        if (runs.Count > 0)
        {
            yield return new DocumentParagraph([.. runs.Where(run => run.Text.Length > 0), new("。")]);
        }
    }

    private IEnumerable<DocumentBlock> Compared(string channel, decimal? change)
    {
        var title = Channel.NameOf(channel);
        if (change == 0)
        {
            yield return new DocumentParagraph($"{title}方面，发现的问题与上季度持平。");
        }
        else if (change is { } difference)
        {
            var measure = Measure.ChangeOf(Measure.Issues);
            figures.Add(new(channel, measure, null, difference));
            yield return new DocumentParagraph([
                new($"{title}方面，发现的问题比上季度{(difference < 0 ? "减少" : "增加")}"),
                new(DraftWords.Count(Math.Abs(difference)))
                {
                    Comments = doubts.About(difference, channel, null, measure),
                },
                new("。"),
            ]);
        }
    }

    private sealed record Part(string Level, long Count, bool IsNamed)
    {
        public bool HasLevel => Level != InspectionLevel.None;
    }
}
