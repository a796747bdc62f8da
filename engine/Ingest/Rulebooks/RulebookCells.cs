using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Ingest.Rulebooks;

/// <summary>Which hit takes a finding, worked out beforehand for every kind of finding that can come.</summary>
public static class RulebookCells
{
    /// <summary>The platform code for every platform that a rulebook does not name.</summary>
    public const string OtherPlatform = "*";

    /// <summary>The code of a hit: its indicator and its place there, from 1.</summary>
    public static string RuleOf(RulebookIndicator indicator, int hit)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return FormattableString.Invariant($"{indicator.Code}.{hit + 1}");
    }

    /// <summary>Every combination of channel, category, level and platform that a hit takes; the most specific hit wins, category before level before platform.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="categories">The taxonomy.</param>
    public static IEnumerable<RulebookCell> Of(Rulebook rulebook, CategoryList categories)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(categories);
        var codes = categories.Categories.Select(category => category.Code).Append(IssueCategory.None).ToList();
        foreach (var channel in rulebook.Indicators.GroupBy(indicator => indicator.Channel, StringComparer.Ordinal))
        {
            var hits = channel
                .SelectMany(indicator => indicator.Hits.Select((hit, at) => (Hit: hit, Rule: RuleOf(indicator, at))))
                .OrderByDescending(entry => Weight(entry.Hit))
                .ToList();
            var platforms = hits.Select(entry => entry.Hit.Platform).OfType<string>().Append(OtherPlatform);
            foreach (var platform in platforms.Distinct(StringComparer.Ordinal))
            {
                foreach (var category in codes)
                {
                    foreach (var (level, _) in InspectionLevel.All)
                    {
                        var winner = hits.FirstOrDefault(entry => Takes(entry.Hit, category, level, platform));
                        if (winner.Hit is not null)
                        {
                            yield return new RulebookCell(channel.Key, category, level, platform, winner.Rule);
                        }
                    }
                }
            }
        }
    }

    private static int Weight(RulebookHit hit) =>
        (hit.Category is null ? 0 : 4) + (hit.Level is null ? 0 : 2) + (hit.Platform is null ? 0 : 1);

    private static bool Takes(RulebookHit hit, string category, string level, string platform) =>
        (hit.Category is null || hit.Category == category)
        && (hit.Level is null || hit.Level == level)
        && (hit.Platform is null || hit.Platform == platform);
}

/// <summary>A kind of finding and the hit that takes it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Category">The category, or NONE.</param>
/// <param name="Level">Who found it, or NONE.</param>
/// <param name="Platform">A platform the rulebook names, or <see cref="RulebookCells.OtherPlatform"/>.</param>
/// <param name="Rule">The code of the hit.</param>
public sealed record RulebookCell(string Channel, string Category, string Level, string Platform, string Rule);
