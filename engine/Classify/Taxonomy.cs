using Analytics.Ingest.Reference;

namespace Analytics.Classify;

/// <summary>What the reference tables add to labelled texts: the channel of each category, its keywords, the names of units.</summary>
public static class Taxonomy
{
    /// <summary>Gives texts without a channel that of their category.</summary>
    /// <param name="rows">Labelled texts; those whose label is no category stay as they are.</param>
    /// <param name="categories">The taxonomy.</param>
    public static IReadOnlyList<LabelledText> WithChannels(IReadOnlyList<LabelledText> rows, CategoryList categories)
    {
        var channels = categories.Categories.ToDictionary(one => one.Code, one => one.Channel, StringComparer.Ordinal);
        return
        [
            .. rows.Select(row =>
                row.Channel.Length == 0 && channels.TryGetValue(row.Label, out var channel)
                    ? row with
                    {
                        Channel = channel,
                    }
                    : row
            ),
        ];
    }

    /// <summary>Where every label is a category: unit names to mask, and the keywords of the categories. Other labels may well follow from names.</summary>
    /// <param name="rows">The texts.</param>
    /// <param name="reference">The reference tables.</param>
    /// <param name="options">The rest.</param>
    public static TrainingOptions Options(
        IReadOnlyList<LabelledText> rows,
        ReferenceData reference,
        TrainingOptions? options = null
    )
    {
        options ??= new();
        if (!rows.All(row => reference.Categories.Knows(row.Label)))
        {
            return options;
        }

        var names = reference.Units.Units.SelectMany(unit => unit.Aliases.Append(unit.Name).Append(unit.ShortName));
        return options with
        {
            MaskedNames = [.. names, .. reference.Aliases.Select(alias => alias.Alias)],
            Keywords = reference.Categories.Categories.ToDictionary(
                one => one.Code,
                one => one.Keywords,
                StringComparer.Ordinal
            ),
        };
    }
}
