using Analytics.Ingest.Grammar;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Tables;

/// <summary>What a counting column counts, by its heading: a category, or all problems of a channel, a level, a platform.</summary>
internal readonly record struct CountedBy(string? Channel, string? Level, string? Platform, string? Category)
{
    /// <summary>Reads a heading.</summary>
    /// <param name="parts">The heading from top to bottom.</param>
    /// <param name="category">The category, the mapping's detail.</param>
    /// <param name="sheetChannel">The channel the title states; only a heading above others overrules it.</param>
    public static CountedBy Of(IReadOnlyList<string> parts, string? category, string? sheetChannel)
    {
        if (parts.Count == 0)
        {
            return new(sheetChannel, null, null, category);
        }

        var above = string.Concat(parts.Take(parts.Count - 1));
        return new(
            Context.ChannelOf(above) ?? sheetChannel ?? Context.ChannelOf(parts[^1]),
            Levels.In(parts[^1]) ?? Levels.In(above),
            Platforms.Whole(parts[^1]),
            category
        );
    }
}
