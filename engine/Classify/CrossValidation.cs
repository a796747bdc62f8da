namespace Analytics.Classify;

/// <summary>Trains on all parts but one, judges on that one, for each part.</summary>
public static class CrossValidation
{
    /// <summary>Judges every text by a model that was not trained on it.</summary>
    /// <param name="rows">Texts with labels.</param>
    /// <param name="options">How to train.</param>
    /// <param name="parts">How many parts.</param>
    /// <returns>In the order of the texts: with the channel told, and with the channel open.</returns>
    public static (Evaluation Told, Evaluation Open) Run(
        IReadOnlyList<LabelledText> rows,
        TrainingOptions? options = null,
        int parts = 5
    )
    {
        var folds = Folds.Of(rows, parts);
        var (told, open) = (new JudgedText[rows.Count], new JudgedText[rows.Count]);
        for (var part = 0; part < parts; part++)
        {
            var model = ModelTrainer.Train([.. rows.Where((_, row) => folds[row] != part)], options);
            for (var row = 0; row < rows.Count; row++)
            {
                if (folds[row] == part)
                {
                    told[row] = new(rows[row].Label, model.Predict(rows[row].Text, rows[row].Channel));
                    open[row] = new(rows[row].Label, model.Predict(rows[row].Text));
                }
            }
        }

        return (new(told), new(open));
    }
}
