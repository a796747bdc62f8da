using Analytics.Classify;
using Analytics.Ingest.Reference;
using Analytics.Sources;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does it take to classify a short text, against only looking up its characters in pairs?</summary>
[MemoryDiagnoser]
public class ClassifyTexts
{
    private const int Texts = 1_000;

    private readonly HashSet<int> _pairs = [];
    private string[] _texts = [];
    private string[] _channels = [];
    private TextModel _model = null!;

    /// <summary>Trains the model on our own texts, which is not measured.</summary>
    [GlobalSetup]
    public void Train()
    {
        var reference = ReferenceData.Load(DataFolder.Path);
        var path = Path.Combine(DataFolder.Path, "classification", "findings.csv");
        var rows = LabelledFile.Read((SourceTable)SourceReader.ReadFile(path));
        _model = ModelTrainer.Train(rows, Taxonomy.Options(rows, reference));
        _texts = [.. rows.Take(Texts).Select(row => row.Text)];
        _channels = [.. rows.Take(Texts).Select(row => row.Channel)];
        _pairs.UnionWith(_texts.SelectMany(text => Enumerable.Range(0, text.Length - 1).Select(i => Pair(text, i))));
    }

    /// <summary>Every pair of characters looked up in a set: no normalising, no weights.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Texts)]
    public int LookUpPairs()
    {
        var known = 0;
        foreach (var text in _texts)
        {
            for (var i = 0; i + 1 < text.Length; i++)
            {
                known += _pairs.Contains(Pair(text, i)) ? 1 : 0;
            }
        }

        return known;
    }

    /// <summary>The label with its gates.</summary>
    [Benchmark(OperationsPerInvoke = Texts)]
    public int Predict()
    {
        var accepted = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            accepted += _model.Predict(_texts[i], _channels[i]).NeedsReview ? 0 : 1;
        }

        return accepted;
    }

    /// <summary>The label and why.</summary>
    [Benchmark(OperationsPerInvoke = Texts)]
    public int Explain()
    {
        var reasons = 0;
        for (var i = 0; i < _texts.Length; i++)
        {
            reasons += _model.Explain(_texts[i], _channels[i]).For.Count;
        }

        return reasons;
    }

    private static int Pair(string text, int at) => (text[at] << 16) | text[at + 1];
}
