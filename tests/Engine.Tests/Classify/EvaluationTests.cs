using Analytics.Classify;

namespace Analytics.Tests.Classify;

public sealed class EvaluationTests
{
    // Ten texts: a is right 4 of 5, b is right 2 of 3, c 0 of 2. Confidence falls from text to text.
    private static readonly Evaluation s_evaluation = new([
        Judged("a", "a", 0.99),
        Judged("a", "a", 0.95),
        Judged("b", "b", 0.92),
        Judged("a", "a", 0.85),
        Judged("b", "b", 0.81),
        Judged("a", "a", 0.75),
        Judged("c", "a", 0.65),
        Judged("b", "a", 0.62),
        Judged("a", "b", 0.55, isReviewed: true),
        Judged("c", null, 0, isReviewed: true),
    ]);

    [Fact]
    public void The_figures_are_those_of_the_hand()
    {
        var measures = s_evaluation.Measures;

        Assert.Equal(10, measures.TextCount);
        Assert.Equal(0.6, measures.Accuracy, 9);
        // F1: a = 8/(5+6), b = 4/(3+3), c = 0; their mean.
        Assert.Equal((8.0 / 11 + 4.0 / 6 + 0) / 3, measures.MacroF1, 9);
        // Nine texts, six right.
        Assert.Equal(6.0 / 9, measures.AccuracyAt90, 9);
        Assert.Equal(0.8, measures.Coverage, 9);
        Assert.Equal(6.0 / 8, measures.AcceptedAccuracy!.Value, 9);
        // The second place was right for b → a, a → b; and the three firsts that are wrong have it second.
        Assert.Equal(0.8, measures.TopThreeAccuracy, 9);
    }

    [Fact]
    public void The_interval_is_Wilson_s()
    {
        // 6 of 10: R's binom::binom.wilson gives 0.3127 to 0.8318.
        Assert.Equal(0.3127, s_evaluation.Measures.AccuracyLow, 4);
        Assert.Equal(0.8318, s_evaluation.Measures.AccuracyHigh, 4);
    }

    [Fact]
    public void Calibration_compares_confidence_with_accuracy_bin_by_bin()
    {
        // Bins: 0.9: (0.99+0.95+0.92)/3 against 1; 0.8: 0.83 against 1; 0.7: 0.75 against 1; 0.6: 0.635 against 0; 0.5: 0.55 against 0; 0: 0 against 0.
        var expected = (3 * (1 - 0.953333) + 2 * (1 - 0.83) + 1 * (1 - 0.75) + 2 * 0.635 + 1 * 0.55 + 0) / 10;

        Assert.Equal(expected, s_evaluation.Measures.CalibrationError, 5);
        Assert.Equal([1, 1, 2, 1, 2, 3], s_evaluation.Calibration().Select(bin => bin.TextCount));
    }

    [Fact]
    public void Confusions_count_every_text_once()
    {
        var confusions = s_evaluation.Confusions();

        Assert.Equal(10, confusions.Sum(one => one.TextCount));
        Assert.Contains(new Confusion("c", "a", 1), confusions);
        Assert.Contains(new Confusion("c", Evaluation.NoLabel, 1), confusions);
    }

    [Fact]
    public void A_class_the_model_never_saw_counts_as_wrong()
    {
        var evaluation = new Evaluation([Judged("known", "known", 0.9), Judged("unseen", "known", 0.9)]);

        Assert.Equal(0.5, evaluation.Measures.Accuracy, 9);
    }

    private static JudgedText Judged(string truth, string? said, double confidence, bool isReviewed = false) =>
        new(
            truth,
            new(
                said is null ? [] : [new(said, confidence), new(said == "a" ? "b" : "a", 1 - confidence)],
                DecidedBy.Model,
                isReviewed ? ReviewReason.NotSure : ReviewReason.None,
                1,
                IsCut: false
            )
        );
}
