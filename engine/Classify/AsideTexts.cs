namespace Analytics.Classify;

/// <summary>Every training text, seen by a model that was not trained on it.</summary>
internal sealed class AsideTexts
{
    private readonly IReadOnlyList<LabelledText> _rows;
    private readonly IReadOnlyList<NormalisedText> _texts;
    private readonly LinearModel[] _models;
    private readonly int[] _folds;

    private AsideTexts(
        IReadOnlyList<LabelledText> rows,
        IReadOnlyList<NormalisedText> texts,
        LinearModel[] models,
        int[] folds
    )
    {
        (_rows, _texts, _models, _folds) = (rows, texts, models, folds);
    }

    public static AsideTexts Of(
        IReadOnlyList<LabelledText> rows,
        IReadOnlyList<NormalisedText> texts,
        TrainingOptions options,
        CancellationToken cancel
    )
    {
        var folds = Folds.Of(rows, options.FoldCount);
        var models = new LinearModel[options.FoldCount];
        for (var fold = 0; fold < models.Length; fold++)
        {
            var kept = Enumerable.Range(0, rows.Count).Where(row => folds[row] != fold).ToList();
            models[fold] = LinearTrainer.Train(
                [.. kept.Select(row => rows[row])],
                [.. kept.Select(row => texts[row])],
                options,
                cancel
            );
        }

        return new(rows, texts, models, folds);
    }

    /// <summary>The temperatures that fit.</summary>
    public Temperature Temperature()
    {
        var labels = (Margins: new List<float[]>(), Truths: new List<int>());
        var channels = (Margins: new List<float[]>(), Truths: new List<int>());
        for (var row = 0; row < _rows.Count; row++)
        {
            var model = _models[_folds[row]];
            Collect(row, model, model.HeadOf(_rows[row].Channel) ?? model.Channels[0], labels);
            if (model.Router is { } router && !_rows[row].IsOfAnyChannel)
            {
                Collect(row, model, router, channels);
            }
        }

        return new(
            Classify.Temperature.Fit(labels.Margins, labels.Truths),
            Classify.Temperature.Fit(channels.Margins, channels.Truths)
        );
    }

    /// <summary>The gates that let the wanted share through.</summary>
    /// <param name="card">With the temperatures.</param>
    public Gates Gates(ModelCard card)
    {
        var told = Predictions(card, isChannelTold: true);
        return Classify.Gates.Fit(
            [.. told.Select(one => one.KnownShare)],
            [.. told.Select(one => one.Confidence)],
            [.. Predictions(card, isChannelTold: false).Select(one => one.Confidence)],
            card.Options.Coverage
        );
    }

    /// <summary>The predictions beside the truth.</summary>
    public Evaluation Judge(ModelCard card, bool isChannelTold) =>
        new([.. Predictions(card, isChannelTold).Zip(_rows, (one, row) => new JudgedText(row.Label, one))]);

    private List<Prediction> Predictions(ModelCard card, bool isChannelTold)
    {
        var models = _models.Select(linear => new TextModel(card, linear)).ToList();
        return [.. _rows.Select((row, i) => models[_folds[i]].Predict(_texts[i], isChannelTold ? row.Channel : ""))];
    }

    private void Collect(int row, LinearModel model, LinearHead head, (List<float[]> Margins, List<int> Truths) into)
    {
        var truth = Array.IndexOf([.. head.Classes], LinearTrainer.ClassOf(_rows[row], head));
        // A class of one or two texts may be missing in a part.
        if (truth >= 0 && head.Width > 0)
        {
            var margins = new float[head.Width];
            model.Weights.Margins(model.Vocabulary.Features(_texts[row]), head.Start, margins);
            into.Margins.Add(margins);
            into.Truths.Add(truth);
        }
    }
}
