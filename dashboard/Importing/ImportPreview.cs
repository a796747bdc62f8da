using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Importing;

/// <summary>What an upload would change, and what was understood of it: the same for the command line, the API and the page.</summary>
/// <param name="Id">Confirms it within half an hour; empty on the command line.</param>
/// <param name="Report">The report of a trial run, or of the load itself.</param>
public sealed record ImportPreview(string Id, LoadReport Report)
{
    /// <summary>What a load of the good rows alone would do; null when nothing is refused, or no row is good.</summary>
    public LoadReport? GoodRows { get; init; }

    /// <summary>What its load did; null while it waits.</summary>
    public LoadReport? Loaded { get; init; }

    /// <summary>Who loads it.</summary>
    public string By { get; init; } = "";

    /// <summary>The quarter given for what does not say its own.</summary>
    public string? Quarter { get; init; }

    /// <summary>Each file and what was understood of it.</summary>
    public IReadOnlyList<PreviewedFile> Files { get; init; } = [];

    /// <summary>The sheets with refused rows, in the order of <c>refused.csv?sheet=</c>, from 1.</summary>
    public IReadOnlyList<RefusedPart> Refused { get; init; } = [];

    internal static ImportPreview Of(Import import, string id = "", LoadReport? loaded = null) =>
        new(id, import.Report)
        {
            GoodRows = import.GoodRows,
            Loaded = loaded,
            By = import.By,
            Quarter = import.Quarter?.ToString(),
            Files = [.. import.Files.Select(file => PreviewedFile.Of(file, import.Report.Problems))],
            Refused =
            [
                .. import
                    .Refused()
                    .Select(sheet => new RefusedPart(sheet.FileName, sheet.Sheet, sheet.Name, sheet.RowCount)),
            ],
        };

    internal static ImportPreview Of(WaitingImport waiting) => Of(waiting.Import, waiting.Id, waiting.Loaded);
}

/// <summary>What was understood of a file.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Kind">A code of <see cref="LoadFile.Kind"/>.</param>
/// <param name="KindName">The same in Chinese.</param>
/// <param name="Encoding">The encoding found, or the kind of document.</param>
/// <param name="Sha256">The hash of its bytes.</param>
public sealed record PreviewedFile(string FileName, string Kind, string KindName, string Encoding, string Sha256)
{
    private const int MostRowErrors = 200;

    /// <summary>The head of a notice; null for a table.</summary>
    public NoticeDocument? Document { get; init; }

    /// <summary>The sheets of a table.</summary>
    public IReadOnlyList<PreviewedSheet> Sheets { get; init; } = [];

    /// <summary>The first 200 rows that cannot be taken as they are.</summary>
    public IReadOnlyList<RefusedRow> RowErrors { get; init; } = [];

    /// <summary>All rows that cannot be taken as they are.</summary>
    public int RowErrorCount { get; init; }

    /// <summary>Names and figures that cannot be loaded, with suggestions.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; init; } = [];

    /// <summary>What does not agree.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; init; } = [];

    /// <summary>Clauses of a notice with a number that was not understood.</summary>
    public IReadOnlyList<string> Unrecognised { get; init; } = [];

    internal static PreviewedFile Of(LoadFile file, IReadOnlyList<LoadProblem> problems)
    {
        var sheets = file.Reading?.Sheets ?? [];
        return new(
            file.FileName,
            file.Kind,
            Kinds.NameOf(file.Kind, Speech.Chinese),
            file.Reading?.Encoding ?? (file.Source as SourceText)?.Encoding ?? "",
            file.Sha256
        )
        {
            Document = file.Notice?.Document,
            Sheets = [.. sheets.Select(sheet => PreviewedSheet.Of(sheet, file.Mappings))],
            RowErrors =
            [
                .. sheets
                    .SelectMany(sheet => sheet.Errors)
                    .Take(MostRowErrors)
                    .Select(error => new RefusedRow(
                        error.Sheet,
                        error.Row,
                        error.Column,
                        error.Value,
                        error.Message,
                        error.Cure
                    )),
            ],
            RowErrorCount = sheets.Sum(sheet => sheet.Errors.Count),
            Problems =
            [
                .. problems.Where(problem => problem.FileName == file.FileName && problem.Kind != LoadProblemKind.Row),
            ],
            Discrepancies = file.Notice?.Discrepancies ?? [.. sheets.SelectMany(sheet => sheet.Discrepancies)],
            Unrecognised = [.. file.Notice?.Unrecognised.Select(clause => clause.Words) ?? []],
        };
    }
}

/// <summary>What was understood of a sheet.</summary>
/// <param name="Sheet">Its name.</param>
/// <param name="Kind">A code of <see cref="TableKind"/>.</param>
/// <param name="KindName">The same in Chinese.</param>
/// <param name="Title">The words above the header.</param>
/// <param name="HeaderRow">The row of the header, from 1.</param>
/// <param name="Shape">What a mapping is remembered under.</param>
/// <param name="Columns">What each column was taken for.</param>
/// <param name="FirstRows">The first rows as shown, at most 20, personal data masked.</param>
/// <param name="RowCount">Data rows, refused ones included.</param>
public sealed record PreviewedSheet(
    string Sheet,
    string Kind,
    string KindName,
    string Title,
    int HeaderRow,
    string Shape,
    IReadOnlyList<PreviewedColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> FirstRows,
    int RowCount
)
{
    /// <summary>The channel that the mapping says; null when the table tells.</summary>
    public string? Channel { get; init; }

    /// <summary>The level that the mapping says; null when the table tells.</summary>
    public string? Level { get; init; }

    /// <summary>The period that the mapping says; null when the table tells.</summary>
    public string? Period { get; init; }

    internal static PreviewedSheet Of(SheetReading sheet, IReadOnlyList<TableMapping> mappings)
    {
        var used = mappings.FirstOrDefault(mapping => mapping.Shape is null || mapping.Shape == sheet.Shape);
        return new(
            sheet.Sheet,
            sheet.Kind,
            Kinds.NameOf(sheet.Kind, Speech.Chinese),
            sheet.Title,
            sheet.HeaderRow,
            sheet.Shape,
            [
                .. sheet.Columns.Select(column => new PreviewedColumn(
                    column.Index,
                    column.Heading,
                    column.Role,
                    ColumnRoles.Find(column.Role)?.Title ?? column.Role,
                    column.Detail,
                    column.IsGuess
                )),
            ],
            sheet.FirstRows,
            sheet.RowCount
        )
        {
            Channel = used?.Channel,
            Level = used?.Level,
            Period = used?.Period,
        };
    }
}

/// <summary>What a column was taken for.</summary>
/// <param name="Index">The column, from 0.</param>
/// <param name="Heading">Its words.</param>
/// <param name="Role">A code of <see cref="ColumnRoles.All"/>.</param>
/// <param name="RoleName">The same in Chinese.</param>
/// <param name="Detail">What the role needs besides.</param>
/// <param name="IsGuess">Whether the program decided.</param>
public sealed record PreviewedColumn(
    int Index,
    string Heading,
    string Role,
    string RoleName,
    string? Detail,
    bool IsGuess
);

/// <summary>A row that cannot be taken as it is.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The heading of the column; null for the row as a whole.</param>
/// <param name="Value">The value, masked.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What to do.</param>
public sealed record RefusedRow(string Sheet, int Row, string? Column, string? Value, string Message, string Cure);

/// <summary>A sheet with refused rows.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Name">The name of the CSV.</param>
/// <param name="RowCount">How many rows.</param>
public sealed record RefusedPart(string FileName, string Sheet, string Name, int RowCount);
