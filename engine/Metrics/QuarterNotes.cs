using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What to know before comparing quarters (季度注记). SQL: Sql/marts/quarter_notes.sql.</summary>
public static class QuarterNotes
{
    /// <summary>The notes of all quarters, in order of time.</summary>
    public static IReadOnlyList<QuarterNote> All(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from quarter_notes order by quarter, kind, batch_id, subject",
            row => new QuarterNote(
                row.Quarter("quarter"),
                row.Text("kind"),
                row.Text("subject"),
                row.LongOrNull("batch_id"),
                row.TextOrNull("source")
            )
        );
    }
}

/// <summary>One thing to know of a quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Kind">rulebook, correction or note.</param>
/// <param name="Subject">The rulebook's title, the corrected file's name, or the note itself.</param>
/// <param name="Batch">The batch that corrected.</param>
/// <param name="Source">Where a note is from.</param>
public sealed record QuarterNote(Quarter Quarter, string Kind, string Subject, long? Batch, string? Source)
{
    /// <summary>The note as a sentence; what the office wrote stays as it is.</summary>
    public string Words(bool isEnglish) =>
        (Kind, isEnglish) switch
        {
            ("rulebook", false) => $"{Quarter.Chinese}起改用评分规则“{Subject}”。",
            ("rulebook", true) => $"From {Quarter.English} on another rulebook applies: “{Subject}”.",
            ("correction", false) => $"{Quarter.Chinese}的数据在加载后更正过（第 {Batch} 批，{Subject}）。",
            ("correction", true) =>
                $"Data of {Quarter.English} were corrected after loading (batch {Batch}, “{Subject}”).",
            (_, false) => $"{Quarter.Chinese}：{Subject}。",
            _ => $"{Quarter.English}: “{Subject}”.",
        };
}
