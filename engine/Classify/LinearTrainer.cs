namespace Analytics.Classify;

/// <summary>Fits vocabulary and heads to texts; calibration and gates are the <see cref="ModelTrainer"/>'s.</summary>
internal static class LinearTrainer
{
    private const int ManyTexts = 10_000;

    /// <summary>Trains all heads.</summary>
    /// <param name="rows">The texts in a stable order.</param>
    /// <param name="texts">The same, normalised.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Ends the training between classes.</param>
    public static LinearModel Train(
        IReadOnlyList<LabelledText> rows,
        IReadOnlyList<NormalisedText> texts,
        TrainingOptions options,
        CancellationToken cancel
    )
    {
        var many = rows.Count >= ManyTexts;
        var vocabulary = GramVocabulary.Fit(
            texts,
            options.LongestGram ?? (many ? 3 : 2),
            options.LeastTexts,
            options.MostGrams ?? (many ? 60_000 : 20_000)
        );
        var features = texts.Select(vocabulary.Features).ToList();
        var heads = Heads(rows);
        var width = heads.Sum(head => head.Width);
        var weights = new float[vocabulary.Grams.Count * width];
        var biases = new float[width];
        Parallel.ForEach(
            heads.SelectMany(head => Enumerable.Range(0, head.Width).Select(column => (Head: head, Column: column))),
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            task =>
            {
                var of = Enumerable.Range(0, rows.Count).Where(row => Belongs(rows[row], task.Head)).ToList();
                var name = task.Head.Classes[task.Column];
                var (trained, bias) = ClassTrainer.Train(
                    [.. of.Select(row => features[row])],
                    [.. of.Select(row => ClassOf(rows[row], task.Head) == name)],
                    vocabulary.Grams.Count,
                    options
                );
                var column = task.Head.Start + task.Column;
                for (var gram = 0; gram < trained.Length; gram++)
                {
                    // As precise as the file, so that a model that was read predicts what the trained one did.
                    weights[(gram * width) + column] = (float)(Half)trained[gram];
                }

                biases[column] = bias;
            }
        );
        return new(vocabulary, heads, new(weights, biases));
    }

    /// <summary>Whether a text takes part in a head: texts of any channel do in each, but not in the router.</summary>
    public static bool Belongs(LabelledText row, LinearHead head) =>
        head.Channel == LinearHead.Router
            ? !row.IsOfAnyChannel
            : row.IsOfAnyChannel || head.Channel.Length == 0 || row.Channel == head.Channel;

    /// <summary>The class of a text in a head.</summary>
    public static string ClassOf(LabelledText row, LinearHead head) =>
        head.Channel == LinearHead.Router ? row.Channel : row.Label;

    private static List<LinearHead> Heads(IReadOnlyList<LabelledText> rows)
    {
        var channels = rows.Where(row => !row.IsOfAnyChannel)
            .Select(row => row.Channel)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var heads = new List<LinearHead>();
        if (channels.Count > 1)
        {
            heads.Add(new(LinearHead.Router, channels, 0));
        }

        // A single channel tells nothing apart: one head without name.
        foreach (var channel in channels.Count > 1 ? channels : [""])
        {
            var last = heads.Count > 0 ? heads[^1] : null;
            var labels = rows.Where(row => channel.Length == 0 || row.IsOfAnyChannel || row.Channel == channel)
                .Select(row => row.Label)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            heads.Add(new(channel, [.. labels], last is null ? 0 : last.Start + last.Width));
        }

        return heads;
    }
}
