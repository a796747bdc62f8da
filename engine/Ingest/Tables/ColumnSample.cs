using Analytics.Ingest.Grammar;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>What the first cells of a column look like.</summary>
/// <param name="AreNumbers">Every stated cell is a number.</param>
/// <param name="AreWords">Some cell is stated, and none is a number.</param>
/// <param name="ArePlatforms">Most stated cells name a platform.</param>
/// <param name="AreChannels">Most stated cells name a channel.</param>
internal readonly record struct ColumnSample(bool AreNumbers, bool AreWords, bool ArePlatforms, bool AreChannels)
{
    /// <summary>Looks at a column.</summary>
    public static ColumnSample Of(IReadOnlyList<SourceRow> rows, int column)
    {
        var (stated, numbers, platforms, channels) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            if (column >= row.Cells.Length || CellWords.Text(row.Cells[column]) is not { } text)
            {
                continue;
            }

            stated++;
            numbers += CellNumber.Read(text).State == CellState.Stated ? 1 : 0;
            platforms += Platforms.FirstIn(text) is not null ? 1 : 0;
            channels += text.Length <= 12 && CellWords.Channel(text) is not null ? 1 : 0;
        }

        // One slip of the pen does not make a column of numbers one of words.
        return new(
            stated > 0 && numbers * 10 >= stated * 8,
            stated > 0 && numbers == 0,
            stated > 0 && platforms * 2 >= stated,
            stated > 0 && channels * 2 >= stated
        );
    }
}
