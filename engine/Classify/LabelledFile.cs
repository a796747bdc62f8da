using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Classify;

/// <summary>Reads texts and their labels from a table: columns <c>text,label</c>, optional <c>channel</c> and <c>source</c>.</summary>
public static class LabelledFile
{
    /// <summary>Reads the texts of a file.</summary>
    /// <param name="table">The rows of a CSV or workbook; the first sheet is read.</param>
    /// <param name="isLabelNeeded">Whether every row must have a label column; without it, labels are "".</param>
    /// <returns>The rows in their order; empty texts and labels are left to the caller.</returns>
    /// <exception cref="NoticeFormatException">A column is missing or there are no rows.</exception>
    public static IReadOnlyList<LabelledText> Read(SourceTable table, bool isLabelNeeded = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var rows = table.Sheets[0].Rows.GetEnumerator();
        if (!rows.MoveNext())
        {
            throw new NoticeFormatException($"文件“{table.FileName}”是空表。{Cure}");
        }

        var head = rows.Current.Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var (text, label, channel, source) = (
            head.IndexOf("text"),
            head.IndexOf("label"),
            head.IndexOf("channel"),
            head.IndexOf("source")
        );
        if (text < 0 || (isLabelNeeded && label < 0))
        {
            var missing = text < 0 ? "text" : "label";
            throw new NoticeFormatException(
                $"文件“{table.FileName}”的第一行没有名为“{missing}”的列（读到的列是：{string.Join("、", head)}）。{Cure}"
            );
        }

        var texts = new List<LabelledText>();
        while (rows.MoveNext())
        {
            var row = rows.Current;
            texts.Add(
                new(
                    Cell(row, text),
                    Cell(row, label),
                    ChannelOf(Cell(row, channel)),
                    Cell(row, source),
                    $"第 {row.Number} 行"
                )
            );
        }

        return texts.Count > 0
            ? texts
            : throw new NoticeFormatException($"文件“{table.FileName}”除标题行外没有数据。{Cure}");
    }

    private const string Cure = "请在第一行写列名 text,label（可加 channel、source），以下每行一条文本。";

    // A person writes 政府网站 where a file of ours has website.
    private static string ChannelOf(string words) =>
        Channel.All.FirstOrDefault(channel => channel.Name == words).Code ?? words;

    private static string Cell(SourceRow row, int column) =>
        column < 0 || column >= row.Cells.Length ? "" : row.Cells[column].Trim();
}
