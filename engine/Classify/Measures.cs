namespace Analytics.Classify;

/// <summary>How good predictions are, computed from labels alone.</summary>
/// <param name="TextCount">How many texts were judged.</param>
/// <param name="Accuracy">The share whose first label is right, 0 to 1.</param>
/// <param name="AccuracyLow">The lower end of its 95 % interval (Wilson).</param>
/// <param name="AccuracyHigh">The upper end.</param>
/// <param name="TopThreeAccuracy">The share whose label is among the first three.</param>
/// <param name="MacroF1">The mean of the classes' F1.</param>
/// <param name="AccuracyAt90">The accuracy of the nine in ten texts with the highest confidence.</param>
/// <param name="CalibrationError">Expected calibration error in ten bins.</param>
/// <param name="Coverage">The share of texts whose label stands without a person.</param>
/// <param name="AcceptedAccuracy">The accuracy of those; null when there are none.</param>
public sealed record Measures(
    int TextCount,
    double Accuracy,
    double AccuracyLow,
    double AccuracyHigh,
    double TopThreeAccuracy,
    double MacroF1,
    double AccuracyAt90,
    double CalibrationError,
    double Coverage,
    double? AcceptedAccuracy
);

/// <summary>A prediction beside the truth.</summary>
/// <param name="Truth">The label a person gave.</param>
/// <param name="Prediction">What the model said.</param>
public readonly record struct JudgedText(string Truth, Prediction Prediction)
{
    /// <summary>Whether the first label is right.</summary>
    public bool IsRight => Prediction.Category == Truth;
}
