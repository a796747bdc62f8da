using System.Security.Cryptography;
using System.Text;
using Analytics.Classify;
using Analytics.Ingest.Reference;
using Analytics.Sources;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>The texts a warehouse's model is trained on: those of <c>data/classification</c>, and what persons decided on findings.</summary>
internal static class TrainingTexts
{
    // One in ten of the 256 values of a byte.
    private const int HeldOutBelow = 26;

    /// <summary>Reads all texts; where a person decided otherwise on the same text, the person's label stands.</summary>
    /// <param name="live">The live connection.</param>
    /// <param name="dataDirectory">The folder data.</param>
    /// <param name="categories">The taxonomy.</param>
    public static IReadOnlyList<LabelledText> Read(DuckDBConnection live, string dataDirectory, CategoryList categories)
    {
        var written = Files(dataDirectory)
            .SelectMany(file => LabelledFile.Read((SourceTable)SourceReader.ReadFile(file)));
        return
        [
            .. Taxonomy
                .WithChannels([.. Annotated(live, categories), .. written], categories)
                .DistinctBy(row => (row.Text.Trim(), row.Channel)),
        ];
    }

    /// <summary>Whether there are texts that come with the program.</summary>
    public static bool Exist(string dataDirectory) => Files(dataDirectory).Any();

    /// <summary>Whether a text is kept for judging models and never trained on; the same for every model, since it follows from the text or its source.</summary>
    public static bool IsHeldOut(LabelledText row)
    {
        var key = row.Source.Length > 0 ? row.Source : row.Text;
        return SHA256.HashData(Encoding.UTF8.GetBytes(key))[0] < HeldOutBelow;
    }

    private static IEnumerable<string> Files(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "classification");
        return (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csv") : []).Order(StringComparer.Ordinal);
    }

    private static List<LabelledText> Annotated(DuckDBConnection live, CategoryList categories)
    {
        var channels = categories.Categories.ToDictionary(one => one.Code, one => one.Channel, StringComparer.Ordinal);
        return live.Query(
            """
            select words, category, channel
            from raw_annotations
            qualify annotation_id = max(annotation_id) over (partition by words, channel)
            order by annotation_id desc
            """,
            row => new LabelledText(
                row.GetString(0),
                row.GetString(1),
                channels.GetValueOrDefault(row.GetString(1)) == LabelledText.AnyChannel ? "" : row.GetString(2)
            )
        );
    }
}
