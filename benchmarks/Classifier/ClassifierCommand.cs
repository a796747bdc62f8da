using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Analytics.Classify;
using Analytics.Ingest.Reference;
using Analytics.Sources;

namespace Analytics.Benchmarks.Classifier;

/// <summary>How good, how fast and how large is the classifier on a labelled file: cross-validated, or trained on it and judged on another; with its peers on the same folds.</summary>
internal static class ClassifierCommand
{
    private const int Parts = 5;

    /// <summary>Prints the figures.</summary>
    /// <param name="args">FILE.csv [--test FILE.csv] [--peers]</param>
    public static int Run(string[] args)
    {
        var reference = ReferenceData.Load(DataFolder.Path);
        var rows = Read(args[0], reference);
        var options = Taxonomy.Options(rows, reference);
        if (args is [_, "--test", var path])
        {
            var model = ModelTrainer.Train(rows, options);
            var test = Read(path, reference);
            Print("channel told", Judge(model, test, isTold: true));
            Print("channel not told", Judge(model, test, isTold: false));
            return 0;
        }

        var begun = Cpu();
        var (told, open) = CrossValidation.Run(rows, options, Parts);
        var cpu = Cpu() - begun;
        Print("channel told", told);
        Print("channel not told", open);
        var size = ModelFile.Write(ModelTrainer.Train(rows, options)).Length;
        Console.WriteLine(
            Text(
                $"{cpu:F1} CPU s for {Parts} models with calibration, peak {Peak():F0} MB; model {size / 1024} KB; {Rate(rows, options) / 1000:F0},000 texts a CPU second, one call each"
            )
        );
        if (args.Contains("--peers", StringComparer.Ordinal))
        {
            ComparePeers(rows, open.Measures, cpu);
        }

        return 0;
    }

    private static Evaluation Judge(TextModel model, IReadOnlyList<LabelledText> test, bool isTold) =>
        new([.. test.Select(row => new JudgedText(row.Label, model.Predict(row.Text, isTold ? row.Channel : "")))]);

    private static void Print(string what, Evaluation evaluation)
    {
        var m = evaluation.Measures;
        Console.WriteLine(
            Text(
                $"{what}: {m.TextCount} texts, accuracy {m.Accuracy:F4} [{m.AccuracyLow:F3}, {m.AccuracyHigh:F3}], first three {m.TopThreeAccuracy:F4}, macro F1 {m.MacroF1:F4}, at 90 % {m.AccuracyAt90:F4}, ECE {m.CalibrationError:F4}, accepted {m.Coverage:F3} right {m.AcceptedAccuracy:F4}"
            )
        );
    }

    // Predictions for at least a second of processor time, after a round to warm up.
    private static double Rate(IReadOnlyList<LabelledText> rows, TrainingOptions options)
    {
        var model = ModelTrainer.Train(rows, options);
        var calls = 0L;
        var begun = 0.0;
        for (var round = 0; round < 2 || Cpu() - begun < 1; round++)
        {
            if (round == 1)
            {
                (calls, begun) = (0, Cpu());
            }

            foreach (var row in rows)
            {
                model.Predict(row.Text, row.Channel);
                calls++;
            }
        }

        return calls / (Cpu() - begun);
    }

    private static void ComparePeers(IReadOnlyList<LabelledText> rows, Measures ours, double cpu)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        var folds = Folds.Of(rows, Parts);
        for (var part = 0; part < Parts; part++)
        {
            Write(Path.Combine(folder, $"{part}.train.csv"), rows.Where((_, row) => folds[row] != part));
            Write(Path.Combine(folder, $"{part}.test.csv"), rows.Where((_, row) => folds[row] == part));
        }

        Console.WriteLine("| | accuracy | macro F1 | at 90 % | CPU s | peak MB |\n|---|---|---|---|---|---|");
        Row("ours", ours.Accuracy, ours.MacroF1, ours.AccuracyAt90, cpu, Peak());
        foreach (var line in Peers(folder))
        {
            var peer = JsonDocument.Parse(line).RootElement;
            double Of(string name) => peer.GetProperty(name).GetDouble();
            Row(
                peer.GetProperty("name").GetString()!,
                Of("accuracy"),
                Of("macroF1"),
                Of("accuracyAt90"),
                Of("cpuSeconds"),
                Of("peakMb")
            );
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string[] Peers(string folder)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "peers.py");
        // The system's Python, which has Debian's packages.
        using var process = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", [script, folder])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines;
    }

    private static void Row(string name, double accuracy, double f1, double at90, double cpu, double peak) =>
        Console.WriteLine(Text($"| {name} | {accuracy:F4} | {f1:F4} | {at90:F4} | {cpu:F1} | {peak:F0} |"));

    private static void Write(string path, IEnumerable<LabelledText> rows) =>
        File.WriteAllLines(path, rows.Select(row => $"{Quoted(row.Text)},{Quoted(row.Label)}").Prepend("text,label"));

    private static string Quoted(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static IReadOnlyList<LabelledText> Read(string path, ReferenceData reference) =>
        Taxonomy.WithChannels(LabelledFile.Read((SourceTable)SourceReader.ReadFile(path)), reference.Categories);

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double Peak() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
