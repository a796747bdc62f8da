namespace Analytics.Sources;

/// <summary>A workbook or CSV as rows of cells (表格文件), without any idea of what the columns mean.</summary>
/// <param name="FileName">The file's name without its folder, for messages.</param>
/// <param name="Bytes">The file as it is on the disk, for keeping.</param>
/// <param name="Sha256">The SHA-256 of the bytes, in lower-case hexadecimal.</param>
/// <param name="Encoding">The encoding of a CSV (UTF-8, UTF-16LE, UTF-16BE, GB18030); for a workbook its kind (xlsx, xls).</param>
/// <param name="Sheets">The sheets that hold something, in order; a CSV has one, named after the file.</param>
public sealed record SourceTable(
    string FileName,
    ReadOnlyMemory<byte> Bytes,
    string Sha256,
    string Encoding,
    IReadOnlyList<SourceSheet> Sheets
) : SourceFile(FileName, Bytes, Sha256);

/// <summary>One sheet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows from top to bottom, empty ones left out; read once and as needed, for a table may have a million.</param>
public sealed record SourceSheet(string Name, IEnumerable<SourceRow> Rows);

/// <summary>One row.</summary>
/// <param name="Number">The row's number in the file, from 1.</param>
/// <param name="Cells">
/// The text of each cell from the first column on, the same for every format: numbers invariant (0.54), percentages as shown (54%), dates as
/// 2024-12-05, empty cells as "". A merged cell has its text in each row it covers, and only in its first column.
/// </param>
public readonly record struct SourceRow(int Number, string[] Cells);
