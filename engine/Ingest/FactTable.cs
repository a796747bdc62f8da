using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;

namespace Analytics.Ingest;

/// <summary>Facts as a table (数据表): the CSV that <c>read --format csv</c> prints and <c>load</c> takes.</summary>
/// <param name="IsSample">Whether the table is marked as sample data (示例数据).</param>
/// <param name="Facts">One fact a row; the place is the row's line.</param>
public sealed record FactTable(bool IsSample, IReadOnlyList<Fact> Facts)
{
    /// <summary>The largest table that is read, in bytes.</summary>
    public const int MaxBytes = TableFile.MaxBytes;

    /// <summary>Reads a table that must have our own columns; <see cref="TableReader"/> reads those of the office too.</summary>
    /// <param name="fileName">Named in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="NoticeFormatException">The file is no such table; the message names row, column, value and cure.</exception>
    public static FactTable Read(string fileName, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var table = TableFile.Read(fileName, bytes);
        var (isSample, facts) = FactRows.Read(fileName, "", table.Sheets[0].Rows);
        return new(isSample, facts);
    }
}
