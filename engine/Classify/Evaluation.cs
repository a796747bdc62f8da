namespace Analytics.Classify;

/// <summary>Judges predictions: measures, confusions, calibration, coverage.</summary>
/// <remarks>Own sums, since ML.NET's Evaluate silently drops texts of classes that were not trained on (measured).</remarks>
public sealed class Evaluation
{
    /// <summary>What stands in the confusions where nothing was predicted.</summary>
    public const string NoLabel = "—";

    private const int BinCount = 10;
    private readonly List<JudgedText> _bySureness;

    /// <summary>Judges predictions.</summary>
    /// <param name="texts">At least one.</param>
    public Evaluation(IReadOnlyList<JudgedText> texts)
    {
        if (texts.Count == 0)
        {
            throw new ArgumentException("No texts to judge.", nameof(texts));
        }

        Texts = texts;
        _bySureness = [.. texts.OrderByDescending(text => text.Prediction.Confidence)];
        Measures = Measure();
    }

    /// <summary>The predictions.</summary>
    public IReadOnlyList<JudgedText> Texts { get; }

    /// <summary>The figures.</summary>
    public Measures Measures { get; }

    /// <summary>How often each class was taken for each other, the most frequent first; right ones as well.</summary>
    public IReadOnlyList<Confusion> Confusions() =>
        [
            .. Texts
                .GroupBy(text => (text.Truth, Said: text.Prediction.Category ?? NoLabel))
                .Select(group => new Confusion(group.Key.Truth, group.Key.Said, group.Count()))
                .OrderByDescending(one => one.TextCount)
                .ThenBy(one => one.Truth, StringComparer.Ordinal)
                .ThenBy(one => one.Said, StringComparer.Ordinal),
        ];

    /// <summary>Precision, recall and F1 of each class.</summary>
    public IReadOnlyList<ClassMeasures> Classes()
    {
        var confusions = Confusions();
        return
        [
            .. Texts
                .Select(text => text.Truth)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(label => new ClassMeasures(
                    label,
                    confusions.Where(one => one.Truth == label).Sum(one => one.TextCount),
                    confusions.Where(one => one.Said == label).Sum(one => one.TextCount),
                    confusions.Where(one => one.Truth == label && one.Said == label).Sum(one => one.TextCount)
                )),
        ];
    }

    /// <summary>Confidence against accuracy in ten bins; empty bins are left out.</summary>
    public IReadOnlyList<CalibrationBin> Calibration() =>
        [
            .. Texts
                .GroupBy(text => Math.Min((int)(text.Prediction.Confidence * BinCount), BinCount - 1))
                .OrderBy(bin => bin.Key)
                .Select(bin => new CalibrationBin(
                    bin.Average(text => text.Prediction.Confidence),
                    bin.Count(text => text.IsRight) / (double)bin.Count(),
                    bin.Count()
                )),
        ];

    /// <summary>The accuracy of the surest texts, for each share of all texts in steps.</summary>
    /// <param name="steps">How many points, the last of which is all texts.</param>
    public IReadOnlyList<CoveragePoint> Coverage(int steps = 20) =>
        [
            .. Enumerable
                .Range(1, steps)
                .Select(step => (double)step / steps)
                .Select(share => new CoveragePoint(share, AccuracyAt(share))),
        ];

    /// <summary>The accuracy of the share of texts with the highest confidence.</summary>
    public double AccuracyAt(double share)
    {
        var count = Math.Max(1, (int)Math.Round(share * _bySureness.Count, MidpointRounding.AwayFromZero));
        return _bySureness.Take(count).Count(text => text.IsRight) / (double)count;
    }

    private Measures Measure()
    {
        var count = Texts.Count;
        var right = Texts.Count(text => text.IsRight);
        var accepted = Texts.Where(text => !text.Prediction.NeedsReview).ToList();
        var (low, high) = Wilson(right, count);
        return new(
            count,
            right / (double)count,
            low,
            high,
            Texts.Count(text => text.Prediction.Ranked.Any(one => one.Label == text.Truth)) / (double)count,
            Classes().Average(one => one.F1),
            AccuracyAt(0.9),
            Calibration().Sum(bin => bin.TextCount * Math.Abs(bin.Accuracy - bin.Confidence)) / count,
            accepted.Count / (double)count,
            accepted.Count == 0 ? null : accepted.Count(text => text.IsRight) / (double)accepted.Count
        );
    }

    private static (double Low, double High) Wilson(int right, int count)
    {
        const double Z = 1.959964;
        var share = right / (double)count;
        var centre = share + (Z * Z / (2 * count));
        var width = Z * Math.Sqrt((share * (1 - share) / count) + (Z * Z / (4.0 * count * count)));
        var scale = 1 + (Z * Z / count);
        return ((centre - width) / scale, (centre + width) / scale);
    }
}

/// <summary>How often one class was taken for another.</summary>
/// <param name="Truth">The label a person gave.</param>
/// <param name="Said">The label the model gave.</param>
/// <param name="TextCount">How often.</param>
public sealed record Confusion(string Truth, string Said, int TextCount);

/// <summary>How good one class is.</summary>
/// <param name="Label">The class.</param>
/// <param name="TextCount">Texts that are of it.</param>
/// <param name="SaidCount">Texts that were said to be of it.</param>
/// <param name="RightCount">Texts that are and were said to be.</param>
public sealed record ClassMeasures(string Label, int TextCount, int SaidCount, int RightCount)
{
    /// <summary>The harmonic mean of precision and recall; 0 when none is right.</summary>
    public double F1 => TextCount + SaidCount == 0 ? 0 : 2.0 * RightCount / (TextCount + SaidCount);
}

/// <summary>Texts of similar confidence.</summary>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Accuracy">Their accuracy.</param>
/// <param name="TextCount">How many.</param>
public sealed record CalibrationBin(double Confidence, double Accuracy, int TextCount);

/// <summary>How right the surest texts are.</summary>
/// <param name="Coverage">Their share of all texts.</param>
/// <param name="Accuracy">Their accuracy.</param>
public sealed record CoveragePoint(double Coverage, double Accuracy);
