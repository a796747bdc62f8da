using Analytics.Classify;
using Analytics.Ingest.Reference;
using Analytics.Sources;

namespace Analytics.Tests.Classify;

/// <summary>The texts in <c>data/classification</c>, and how good a model trained on them is.</summary>
public sealed class TrainingTextsTests
{
    private static readonly string s_data = Path.Combine(AppContext.BaseDirectory, "data");
    private static readonly ReferenceData s_reference = ReferenceData.Load(s_data);
    private static readonly IReadOnlyList<LabelledText> s_texts = Read(
        Path.Combine(s_data, "classification", "findings.csv")
    );

    [Fact]
    public void Every_category_has_forty_texts_or_more_and_all_have_2500()
    {
        var counts = s_texts.CountBy(row => row.Label, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        Assert.Equal(
            s_reference.Categories.Categories.Select(category => category.Code).Order(StringComparer.Ordinal),
            counts.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(counts, pair => Assert.True(pair.Value >= 40, pair.Key));
        Assert.True(s_texts.Count >= 2_500);
    }

    [Fact]
    public void The_channel_of_a_text_is_that_of_its_category() =>
        Assert.All(
            s_texts,
            row =>
                Assert.Equal(
                    s_reference.Categories.Categories.Single(category => category.Code == row.Label).Channel,
                    row.Channel
                )
        );

    [Fact]
    public void No_two_texts_are_nearly_the_same()
    {
        var pairs = s_texts.Select(row => Pairs(row.Text)).ToList();
        var holders = new Dictionary<int, List<int>>();
        var alike = 0;
        for (var row = 0; row < pairs.Count; row++)
        {
            foreach (
                var (other, shared) in pairs[row]
                    .SelectMany(pair => holders.GetValueOrDefault(pair) ?? [])
                    .CountBy(i => i)
            )
            {
                var all = pairs[row].Count + pairs[other].Count - shared;
                alike += shared > 0.8 * all && s_texts[row].Channel == s_texts[other].Channel ? 1 : 0;
            }

            foreach (var pair in pairs[row])
            {
                (holders.TryGetValue(pair, out var list) ? list : holders[pair] = []).Add(row);
            }
        }

        Assert.Equal(0, alike);
    }

    [Fact]
    public void Five_fold_cross_validation_is_not_under_the_floor()
    {
        var (told, open) = CrossValidation.Run(s_texts, Taxonomy.Options(s_texts, s_reference));

        // Written on 2026-11-26 after 0.920 and 0.830 were measured; two standard errors below.
        Assert.True(told.Measures.Accuracy >= 0.91, $"{told.Measures}");
        Assert.True(open.Measures.Accuracy >= 0.815, $"{open.Measures}");
        Assert.True(told.Measures.CalibrationError <= 0.03, $"{told.Measures}");
    }

    [Fact]
    public void Real_texts_are_recognised_as_asked()
    {
        var file = Shared("issue_texts_dev.tsv");
        var model = Fruit.Train(s_texts, Taxonomy.Options(s_texts, s_reference));
        var rows = File.ReadAllLines(file).Skip(1).Select(line => line.Split('\t'));

        var measures = new Evaluation([
            .. rows.Select(row => new JudgedText(row[0], model.Predict(row[3], row[1]))),
        ]).Measures;

        Assert.True(measures.Accuracy >= 0.85, $"{measures}");
        Assert.True(measures.TopThreeAccuracy >= 0.95, $"{measures}");
        Assert.True(measures.AccuracyAt90 >= 0.90, $"{measures}");
    }

    [Fact]
    public void A_foreign_set_reaches_what_its_kind_should()
    {
        var texts = Read(Shared("govtitle.train.csv"));

        var measures = CrossValidation.Run(texts).Told.Measures;

        // .81 and .80 are asked of a model trained on all of it; four fifths make a point less.
        Assert.True(measures.Accuracy >= 0.80, $"{measures}");
        Assert.True(measures.MacroF1 >= 0.79, $"{measures}");
    }

    [Fact]
    public void The_model_is_small()
    {
        var model = Fruit.Train(s_texts, Taxonomy.Options(s_texts, s_reference));

        Assert.InRange(ModelFile.Write(model).Length, 50_000, 1_000_000);
    }

    private static IReadOnlyList<LabelledText> Read(string path) =>
        LabelledFile.Read((SourceTable)SourceReader.ReadFile(path));

    private static HashSet<int> Pairs(string text) =>
        [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => (text[i] << 16) | text[i + 1])];

    // The sets beside the project, which is built and tested without them.
    private static string Shared(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "classification", name);
            if (File.Exists(file))
            {
                return file;
            }
        }

        Assert.Skip($"{name} is not beside the project.");
        return name;
    }
}
