using System.Globalization;
using Analytics.Classify;
using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Dashboard.Output;

/// <summary>A table of texts with what the model says of each: its own columns, then category, confidence, needs_review, second, third, reasons.</summary>
public static class PredictionTable
{
    private static readonly string[] s_added = ["category", "confidence", "needs_review", "second", "third", "reasons"];

    /// <summary>Predicts every row of a table.</summary>
    /// <param name="table">A table with a column <c>text</c> and perhaps <c>channel</c>.</param>
    /// <param name="model">The model.</param>
    /// <returns>The columns and the rows, in the order of the table.</returns>
    /// <exception cref="NoticeFormatException">There is no column <c>text</c>, or no row.</exception>
    public static (
        IReadOnlyList<Column<IReadOnlyList<object?>>> Columns,
        IReadOnlyList<IReadOnlyList<object?>> Rows
    ) Of(SourceTable table, TextModel model)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(model);
        var texts = LabelledFile.Read(table, isLabelNeeded: false);
        var head = table.Sheets[0].Rows.First().Cells;
        var rows = table
            .Sheets[0]
            .Rows.Skip(1)
            .Zip(texts, (row, text) => Row(head.Length, row, model.Explain(text.Text, text.Channel)))
            .ToList();
        var columns = head.Concat(s_added)
            .Select((name, i) => new Column<IReadOnlyList<object?>>(name, name, row => row[i]))
            .ToList();
        return (columns, rows);
    }

    /// <summary>The reasons in words: who decided, what speaks for and against, why a person must look.</summary>
    public static string Reasons(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var prediction = explanation.Prediction;
        var parts = new List<string>();
        if (prediction.By == DecidedBy.Rule)
        {
            parts.Add("由关键词规则判定");
        }

        if (explanation.For.Count > 0)
        {
            parts.Add("依据 " + string.Join(' ', explanation.For.Select(Weighed)));
        }

        if (explanation.Against.Count > 0)
        {
            parts.Add("不利 " + string.Join(' ', explanation.Against.Select(Weighed)));
        }

        if (prediction.NeedsReview)
        {
            parts.Add("需人工：" + ReviewOf(prediction.Review, Speech.Chinese));
        }

        if (prediction.IsCut)
        {
            parts.Add($"文本过长，只看了前 {TextNormaliser.MostCharacters} 个字");
        }

        return string.Join('；', parts);
    }

    /// <summary>Why a person must look, in words.</summary>
    public static string ReviewOf(ReviewReason reason, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return reason switch
        {
            ReviewReason.NothingKnown => speech["没有模型认识的文字", "nothing in it is known to the model"],
            ReviewReason.FewKnown => speech["与训练过的文本差别太大", "too unlike the texts it was trained on"],
            ReviewReason.FewExamples => speech["这一类的样本太少", "too few examples of this category"],
            ReviewReason.NotSure => speech["把握不足", "not sure enough"],
            _ => "",
        };
    }

    private static IReadOnlyList<object?> Row(int width, SourceRow row, Explanation explanation)
    {
        var prediction = explanation.Prediction;
        return
        [
            .. Enumerable.Range(0, width).Select(i => i < row.Cells.Length ? row.Cells[i] : ""),
            prediction.Category,
            prediction.Ranked.Count > 0 ? Share(prediction.Confidence) : null,
            prediction.NeedsReview,
            Other(prediction, 1),
            Other(prediction, 2),
            Reasons(explanation),
        ];
    }

    private static string? Other(Prediction prediction, int place) =>
        place < prediction.Ranked.Count ? prediction.Ranked[place].Label : null;

    private static decimal Share(double share) => Math.Round((decimal)share, 4, MidpointRounding.AwayFromZero);

    private static string Weighed(GramWeight one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"“{one.Gram}”{(one.Weight < 0 ? "−" : "+")}{Math.Abs(one.Weight):0.00}"
        );
}
