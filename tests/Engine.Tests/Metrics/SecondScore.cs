using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Metrics;

/// <summary>Scoring a second time: straight C# over lists, written from data/rulebooks/README.md, to be compared with the SQL.</summary>
internal sealed class SecondScore(Rulebook rulebook, RandomQuarter given)
{
    public static readonly string[] Targets = ["banner", "city", "region", "state"];

    /// <summary>Outcome, score, band and rank of every unit.</summary>
    public IReadOnlyList<Standing> Standings()
    {
        var scored = Enumerable
            .Range(0, RandomQuarter.Units.Length)
            .Select(unit =>
            {
                var (outcome, score) = ScoreOf(unit);
                return new Standing(outcome, score, BandOf(outcome, score), null);
            })
            .ToList();
        return [.. scored.Select((standing, unit) => standing with { Rank = RankOf(unit, scored) })];
    }

    private (string Outcome, decimal? Score) ScoreOf(int unit)
    {
        var vetoes = rulebook.Vetoes.Where(veto => Holds(veto, unit)).ToList();
        if (vetoes.Exists(veto => veto.Outcome == RulebookVeto.Fail))
        {
            return (Ranking.Vetoed, null);
        }

        if (rulebook.Gaps().Count > 0)
        {
            return (Ranking.Incomplete, null);
        }

        var applying = rulebook.Indicators.Where(indicator => Applies(indicator, unit)).ToList();
        var isPartial = applying.Count < rulebook.Indicators.Count;
        var isUnchecked =
            rulebook.Kind == RulebookKind.Deduction
                ? applying.Count == 0 || (isPartial && rulebook.Rebase == RulebookRebase.None)
                : applying.Count == 0 && !(rulebook.Bonus is not null && given.IsChecked(unit, Channel.Submission));
        if (isUnchecked)
        {
            return (Ranking.Unchecked, null);
        }

        var score = BeforeBonus(unit, applying, isPartial);
        if (rulebook.Bonus is { } bonus && (bonus.Above is null || score > bonus.Above))
        {
            score += Math.Min(bonus.Items.Sum(item => Earned(item, unit)), bonus.Cap ?? decimal.MaxValue);
        }

        return (Ranking.Scored, vetoes.Count == 0 ? score : Math.Min(score, vetoes.Min(veto => veto.Score!.Value)));
    }

    private decimal BeforeBonus(int unit, List<RulebookIndicator> applying, bool isPartial)
    {
        if (rulebook.Kind == RulebookKind.Additive)
        {
            return -applying.Sum(indicator => Deducted(indicator, unit, 0));
        }

        if (!isPartial)
        {
            return rulebook.Base - applying.Sum(indicator => Deducted(indicator, unit, 0));
        }

        var full = applying.Sum(indicator => indicator.FullPoints!.Value);
        if (rulebook.Rebase == RulebookRebase.Scale)
        {
            var left = full - applying.Sum(indicator => Deducted(indicator, unit, 0));
            return Math.Round(left * rulebook.Base / full, 6, MidpointRounding.AwayFromZero);
        }

        var missing = rulebook.Base - full;
        return rulebook.Base
            - applying
                .Select(
                    (indicator, i) =>
                        Deducted(
                            indicator,
                            unit,
                            Floor(missing * (i + 1) / applying.Count) - Floor(missing * i / applying.Count)
                        )
                )
                .Sum();
    }

    private decimal Deducted(RulebookIndicator indicator, int unit, decimal share)
    {
        var hits = indicator.Hits.Select(hit =>
        {
            var count = given
                .Findings.Where(finding =>
                    finding.Unit == unit && TakerOf(finding) == (indicator, hit) && !IsExcluded(finding, hit)
                )
                .Sum(finding => finding.Count);
            return Math.Ceiling((decimal)count / hit.Per) * (hit.Points ?? 0);
        });
        var quotas = indicator
            .Quotas.Where(quota => Known(quota, unit) < quota.AtLeast)
            .Select(quota => quota.Points ?? 0);
        return Math.Min(hits.Concat(quotas).Sum(), indicator.Cap + share ?? decimal.MaxValue);
    }

    private decimal? Known(RulebookQuota quota, int unit)
    {
        var figures = given
            .Figures.Where(figure =>
                figure.Unit == unit
                && figure.Measure == quota.Measure
                && (quota.Target ?? figure.Target) == figure.Target
            )
            .ToList();
        return figures.Count > 0 ? figures.Sum(figure => figure.Count)
            : given.Covered.Contains((unit, Channel.Submission)) ? 0
            : null;
    }

    private (RulebookIndicator, RulebookHit)? TakerOf(RandomFinding finding) =>
        rulebook
            .Indicators.Where(indicator => indicator.Channel == finding.Channel)
            .SelectMany(indicator => indicator.Hits.Select(hit => (indicator, hit)))
            .Where(pair =>
                (pair.hit.Category ?? finding.Category) == finding.Category
                && (pair.hit.Level ?? finding.Level) == finding.Level
                && (pair.hit.Platform ?? finding.Platform) == finding.Platform
            )
            .OrderByDescending(pair => pair.hit.Category is not null)
            .ThenByDescending(pair => pair.hit.Level is not null)
            .ThenByDescending(pair => pair.hit.Platform is not null)
            .Select(pair => ((RulebookIndicator, RulebookHit)?)pair)
            .FirstOrDefault();

    private bool IsExcluded(RandomFinding finding, RulebookHit hit) =>
        finding.Column is not null
        && given.Findings.Any(other =>
            other.Unit == finding.Unit
            && other.Channel == finding.Channel
            && other.Platform == finding.Platform
            && other.Column == finding.Column
            && other.Category != finding.Category
            && hit.UnlessAlso.Contains(other.Category)
        );

    private decimal Earned(RulebookAward item, int unit)
    {
        var counts = Targets
            .Select(target =>
                given
                    .Figures.Where(figure =>
                        figure.Unit == unit && figure.Measure == item.Measure && figure.Target == target
                    )
                    .Sum(figure => figure.Count)
            )
            .ToList();
        var points = 0m;
        for (var height = 0; height < Targets.Length; height++)
        {
            // Only targets that have points stand in the chain.
            var higher = Enumerable
                .Range(height + 1, Targets.Length - height - 1)
                .Where(above => item.Points.ContainsKey(Targets[above]));
            var taken =
                item.Count == RulebookAward.Each ? 0 : higher.Select(above => counts[above]).DefaultIfEmpty(0).Max();
            points += Math.Max(counts[height] - taken, 0) * (item.Points.GetValueOrDefault(Targets[height]) ?? 0);
        }

        return Math.Min(points, item.Cap ?? decimal.MaxValue);
    }

    private bool Holds(RulebookVeto veto, int unit) =>
        veto.Threshold is { } threshold
            ? given
                .Findings.Where(finding =>
                    finding.Unit == unit
                    && veto.Categories.Contains(finding.Category)
                    && Within(veto, finding.Channel, finding.Level, finding.Platform)
                )
                .Sum(finding => finding.Count) >= threshold
            : given.Vetoes.Any(other => other.Unit == unit && Within(veto, other.Channel, other.Level, other.Platform));

    private static bool Within(RulebookVeto veto, string channel, string level, string platform) =>
        (veto.Channel ?? channel) == channel
        && (veto.Level ?? level) == level
        && (veto.Platform ?? platform) == platform;

    private bool Applies(RulebookIndicator indicator, int unit) =>
        given.IsChecked(unit, indicator.Channel)
        && !(indicator.Function == "service" && unit == RandomQuarter.WithoutService);

    private string? BandOf(string outcome, decimal? score)
    {
        var reached = outcome == Ranking.Vetoed ? 0 : score;
        return rulebook.Bands.Where(band => band.From <= reached).MaxBy(band => band.From)?.Name;
    }

    private int? RankOf(int unit, List<Standing> all)
    {
        if (all[unit].Outcome is not (Ranking.Scored or Ranking.Vetoed))
        {
            return null;
        }

        var group = GroupOf(unit);
        return 1
            + Enumerable
                .Range(0, all.Count)
                .Count(other =>
                    GroupOf(other) == group
                    && all[other].Outcome is Ranking.Scored or Ranking.Vetoed
                    && GroupOf(other) == group
                    && IsBefore(other, unit, all)
                );
    }

    private bool IsBefore(int one, int other, List<Standing> all)
    {
        if (all[one].Outcome != all[other].Outcome)
        {
            return all[one].Outcome == Ranking.Scored;
        }

        if (all[one].Outcome == Ranking.Vetoed)
        {
            return false;
        }

        if (all[one].Score != all[other].Score)
        {
            return all[one].Score > all[other].Score == (rulebook.Ranking.Order == "desc");
        }

        foreach (var tie in rulebook.Ranking.Ties)
        {
            var (mine, theirs) = (TieOf(tie, one), TieOf(tie, other));
            if (mine != theirs)
            {
                return tie is "vetoes" or "findings" ? mine < theirs : mine > theirs;
            }
        }

        return false;
    }

    private long TieOf(string tie, int unit) =>
        tie switch
        {
            "vetoes" => given.Vetoes.Where(veto => veto.Unit == unit).Sum(veto => veto.Count),
            "findings" => given.Findings.Where(finding => finding.Unit == unit).Sum(finding => finding.Count),
            _ => given
                .Figures.Where(figure => figure.Unit == unit && figure.Measure == tie)
                .Sum(figure => figure.Count),
        };

    private string GroupOf(int unit) =>
        rulebook.Ranking.Groups.Single(group => group.Units.Contains(RandomQuarter.Groups[unit])).Code;

    private static decimal Floor(decimal points) => Math.Floor(points * 1_000_000) / 1_000_000;
}

/// <summary>How a unit came out.</summary>
internal sealed record Standing(string Outcome, decimal? Score, string? Band, int? Rank);
