using System.Diagnostics;
using Analytics.Classify;
using Analytics.Sources;

namespace Analytics.Benchmarks.Classifier;

/// <summary>How good and how fast the classifier is on a labelled file: cross-validated, or trained on it and judged on another.</summary>
internal static class ClassifierCommand
{
    public static int Run(string[] args)
    {
        var rows = Read(args[0]);
        var test = args is [_, "--test", var path] ? Read(path) : null;
        var begun = Cpu();
        var judged = test is null ? CrossValidation.Run(rows) : Judge(ModelTrainer.Train(rows), test);
        var trained = Cpu() - begun;
        Print(judged.Told, "channel told");
        Print(judged.Open, "channel not told");
        Console.WriteLine(
            Invariant($"CPU {trained:F1} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB")
        );
        return 0;
    }

    private static (Evaluation Told, Evaluation Open) Judge(TextModel model, IReadOnlyList<LabelledText> test) =>
        (
            new([.. test.Select(row => new JudgedText(row.Label, model.Predict(row.Text, row.Channel)))]),
            new([.. test.Select(row => new JudgedText(row.Label, model.Predict(row.Text)))])
        );

    private static void Print(Evaluation evaluation, string what)
    {
        var m = evaluation.Measures;
        Console.WriteLine(
            Invariant(
                $"{what}: n {m.TextCount} acc {m.Accuracy:F4} [{m.AccuracyLow:F3},{m.AccuracyHigh:F3}] top3 {m.TopThreeAccuracy:F4} F1 {m.MacroF1:F4} at90 {m.AccuracyAt90:F4} ECE {m.CalibrationError:F4} cover {m.Coverage:F3} accepted {m.AcceptedAccuracy:F4}"
            )
        );
    }

    private static IReadOnlyList<LabelledText> Read(string path) =>
        LabelledFile.Read((SourceTable)SourceReader.ReadFile(path));

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
