using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;

namespace Analytics.Classify;

/// <summary>Trains a model: heads on all texts; temperature, gates and measures on texts kept aside in turn.</summary>
public static class ModelTrainer
{
    private const string Trainer =
        "Microsoft.ML 5.0.1 SdcaNonCalibrated, smoothed hinge, one against all, n-grams scaled by log-count ratios";

    // Until the texts kept aside have been judged, which needs a card.
    private static readonly EvaluationReport s_unknown = new(new(0, 0, 0, 0, 0, 0, 0, 0, 0, null), [], [], [], []);

    /// <summary>Trains a model.</summary>
    /// <param name="rows">Texts with labels, in any order.</param>
    /// <param name="options">How; the defaults are measured.</param>
    /// <param name="cancel">Ends the training.</param>
    /// <returns>The same model, bit by bit, for the same texts in any order.</returns>
    /// <exception cref="NoticeFormatException">No model can be trained on the texts; the message says why, in Chinese.</exception>
    public static TextModel Train(
        IReadOnlyList<LabelledText> rows,
        TrainingOptions? options = null,
        CancellationToken cancel = default
    )
    {
        options ??= new();
        var checkedRows = TrainingCheck.Checked(rows);
        var normaliser = new TextNormaliser(options.MaskedNames);
        options = options with { MaskedNames = normaliser.Names };
        var texts = checkedRows.Select(row => normaliser.Normalise(row.Text)).ToList();
        var aside = AsideTexts.Of(checkedRows, texts, options, cancel);
        var linear = LinearTrainer.Train(checkedRows, texts, options, cancel);
        var labels = checkedRows
            .GroupBy(row => row.Label, StringComparer.Ordinal)
            .Select(group => new LabelCount(group.Key, group.Count()))
            .OrderBy(label => label.Label, StringComparer.Ordinal)
            .ToList();
        var card = new ModelCard(
            Hash(checkedRows),
            checkedRows.Count,
            Trainer,
            options with
            {
                Keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
            },
            labels,
            Rules(checkedRows, labels, options),
            linear.Heads,
            aside.Temperature(),
            new(0, 0, 0),
            s_unknown,
            s_unknown.Measures
        );
        card = card with { Gates = aside.Gates(card) };
        return new(
            card with
            {
                Aside = EvaluationReport.Of(aside.Judge(card, isChannelTold: true)),
                AsideWithoutChannel = aside.Judge(card, isChannelTold: false).Measures,
            },
            linear
        );
    }

    private static List<KeywordRule> Rules(
        IReadOnlyList<LabelledText> rows,
        IReadOnlyList<LabelCount> labels,
        TrainingOptions options
    )
    {
        var fold = new TextNormaliser([]);
        var frequent = labels
            .Where(label => label.TextCount >= options.FewExamples)
            .Select(label => label.Label)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options
                .Keywords.Where(pair => !frequent.Contains(pair.Key) && pair.Value.Count > 0)
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => new KeywordRule(
                    pair.Key,
                    rows.FirstOrDefault(row => row.Label == pair.Key)?.Channel ?? "",
                    [
                        .. pair
                            .Value.Select(word => fold.Normalise(word).Characters.ToString())
                            .Where(word => word.Length > 0),
                    ]
                )),
        ];
    }

    private static string Hash(IReadOnlyList<LabelledText> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{row.Text}\u001F{row.Label}\u001F{row.Channel}\u001F{row.Source}\u001E")
            );
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
