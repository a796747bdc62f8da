using System.Buffers;
using System.Globalization;
using System.Text;
using Analytics.Ingest.Tables;
using Analytics.Sources;

namespace Analytics.Warehouse;

/// <summary>The rows of a sheet that were refused (被拒的行), as a CSV that a person mends and loads again.</summary>
/// <remarks>
/// Everything down to the header stands as in the sheet, for it says quarter and channel; two columns behind the last say why and what to do. They
/// are taken off again when the file comes back, so that its shape and the mapping remembered for it are those of the original.
/// </remarks>
public static class RefusedRows
{
    /// <summary>The heading of the first added column.</summary>
    public const string Reason = "原因";

    /// <summary>The heading of the second added column.</summary>
    public const string Cure = "处理办法";

    private const int MostRowsAbove = 45;
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    /// <summary>The sheets of a file that have refused rows; one that is refused as a whole has none.</summary>
    /// <param name="file">A table that was read; anything else has none.</param>
    /// <param name="problems">Why its rows are refused (<see cref="LoadReport.Problems"/>); those of other files are left out.</param>
    /// <returns>One CSV a sheet, in order; not as large as the file.</returns>
    public static IReadOnlyList<RefusedSheet> Of(LoadFile file, IEnumerable<LoadProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(problems);
        if (file is not { Source: SourceTable source, Reading: { } reading })
        {
            return [];
        }

        var why = new Dictionary<string, List<LoadProblem>>(StringComparer.Ordinal);
        foreach (var problem in problems.Where(problem => problem.FileName == file.FileName))
        {
            foreach (var location in problem.Locations)
            {
                (why.TryGetValue(location, out var known) ? known : why[location] = []).Add(problem);
            }
        }

        return why.Count == 0
            ? []
            :
            [
                .. source
                    .Sheets.Zip(reading.Sheets, (sheet, read) => Of(file.FileName, sheet, read, why))
                    .OfType<RefusedSheet>(),
            ];
    }

    /// <summary>A table without the columns that <see cref="Of(LoadFile, IEnumerable{LoadProblem})"/> added to it.</summary>
    internal static SourceTable Without(SourceTable table) =>
        table with
        {
            Sheets = [.. table.Sheets.Select(sheet => sheet with { Rows = Without(sheet.Rows) })],
        };

    private static RefusedSheet? Of(
        string fileName,
        SourceSheet sheet,
        SheetReading read,
        Dictionary<string, List<LoadProblem>> why
    )
    {
        var head = new List<SourceRow>();
        var refused = new List<(SourceRow Row, List<LoadProblem> Why)>();
        foreach (var row in Without(sheet.Rows))
        {
            // What stands against the header stands against the sheet as a whole, which is not mended row by row.
            if (row.Number <= read.HeaderRow)
            {
                head.Add(row);
            }
            else if (
                why.TryGetValue($"{sheet.Name}!第{row.Number}行", out var problems)
                || why.TryGetValue($"第{row.Number}行", out problems)
            )
            {
                refused.Add((row, problems));
            }
        }

        if (refused.Count == 0)
        {
            return null;
        }

        var width = head.Concat(refused.Select(one => one.Row)).Max(row => row.Cells.Length);
        var csv = new StringBuilder();
        foreach (var row in head)
        {
            Append(csv, row, width, row.Number == read.HeaderRow ? (Reason, Cure) : null);
        }

        foreach (var (row, problems) in refused)
        {
            Append(csv, row, width, (Joined(problems, one => one.Message), Joined(problems, one => one.Cure)));
        }

        return new(fileName, sheet.Name, NameOf(fileName, sheet.Name), refused.Count, csv.ToString());
    }

    // The sheet's name often says the quarter, and the file is another document than the one it mends.
    private static string NameOf(string fileName, string sheet)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        return (sheet == fileName ? stem : $"{stem}-{sheet}") + "-被拒的行.csv";
    }

    private static string Joined(List<LoadProblem> problems, Func<LoadProblem, string> words) =>
        string.Join(
            "；",
            problems.Select(words).Select(one => one.TrimStart('：', '的')).Distinct(StringComparer.Ordinal)
        );

    private static void Append(StringBuilder csv, SourceRow row, int width, (string Reason, string Cure)? added)
    {
        for (var column = 0; column < width; column++)
        {
            csv.Append(Quoted(column < row.Cells.Length ? Harmless(row.Cells[column]) : "")).Append(',');
        }

        csv.Append(Quoted(added?.Reason ?? "")).Append(',').Append(Quoted(added?.Cure ?? "")).Append('\n');
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(s_quoted) < 0
            ? cell
            : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    // A spreadsheet would run a text cell that begins like a formula; a negative number is none.
    private static string Harmless(string cell) => IsFormula(cell) ? "'" + cell : cell;

    private static bool IsFormula(string cell) =>
        cell.Length > 1
        && cell[0] is '=' or '+' or '-' or '@' or '\t'
        && !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<SourceRow> Without(IEnumerable<SourceRow> rows)
    {
        var width = WidthOf(rows);
        return width < 0 ? rows : rows.Select(row => row with { Cells = Mended(row.Cells, width) });
    }

    // Where the original columns end; -1 when nothing was added.
    private static int WidthOf(IEnumerable<SourceRow> rows)
    {
        foreach (var row in rows.Take(MostRowsAbove))
        {
            for (var column = 1; column + 1 < row.Cells.Length; column++)
            {
                if (row.Cells[column] == Reason && row.Cells[column + 1] == Cure)
                {
                    return column;
                }
            }
        }

        return -1;
    }

    private static string[] Mended(IReadOnlyList<string> cells, int width) =>
        [.. cells.Take(width).Select(cell => cell.StartsWith('\'') && IsFormula(cell[1..]) ? cell[1..] : cell)];
}

/// <summary>The refused rows of one sheet.</summary>
/// <param name="FileName">The file they come from.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Name">A name for the CSV: another than the original's, so that the mended rows are loaded beside the good ones.</param>
/// <param name="RowCount">How many rows.</param>
/// <param name="Csv">The CSV, without a byte order mark.</param>
public sealed record RefusedSheet(string FileName, string Sheet, string Name, int RowCount, string Csv);
