using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>What the office wrote down about a quarter (季度注记), so that nobody takes it for a trend.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Note">One sentence.</param>
/// <param name="Source">Where that is from.</param>
public sealed record QuarterRemark(Quarter Quarter, string Note, string Source)
{
    private const string FileName = "quarter_notes.csv";

    // Longer ones cover the chart they explain.
    private const int MostLength = 40;

    /// <summary>Reads <c>quarter_notes.csv</c>.</summary>
    /// <param name="path">The file; one that is missing holds none.</param>
    /// <exception cref="NoticeFormatException">A row is wrong; the message names file, row and cure.</exception>
    public static IReadOnlyList<QuarterRemark> Load(string path) =>
        File.Exists(path)
            ? [.. ReferenceTable.Read(path, "quarter", "note", "source").Select((row, index) => Of(row, index + 2))]
            : [];

    private static QuarterRemark Of(string[] row, int line) =>
        !Domain.Quarter.TryParse(row[0], out var quarter)
            ? throw Wrong(line, $"的季度“{row[0]}”无法识别。请写成 2024Q4 的样子。")
        : row[1].Length is 0 or > MostLength
            ? throw Wrong(line, $"的 note 有 {row[1].Length} 个字。请写一句话，不超过 {MostLength} 个字。")
        : row[2].Length == 0 ? throw Wrong(line, "的 source 是空的。请写明依据。")
        : new QuarterRemark(quarter, row[1], row[2]);

    private static NoticeFormatException Wrong(int line, string what) => new($"{FileName} 第 {line} 行{what}");
}
