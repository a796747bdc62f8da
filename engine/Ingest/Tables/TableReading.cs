using Analytics.Domain;

namespace Analytics.Ingest.Tables;

/// <summary>A table (数据表) as understood: what each sheet is, its mapping, its facts, and the rows that were refused.</summary>
/// <param name="FileName">The file, for messages.</param>
/// <param name="Encoding">How it was decoded (UTF-8, GB18030, xlsx, …), for the preview.</param>
/// <param name="IsSample">Whether the table is marked as sample data (示例数据).</param>
/// <param name="Sheets">The sheets, in order.</param>
public sealed record TableReading(string FileName, string Encoding, bool IsSample, IReadOnlyList<SheetReading> Sheets);

/// <summary>One sheet.</summary>
/// <param name="Sheet">Its name.</param>
/// <param name="Kind">A code of <see cref="TableKind"/>.</param>
/// <param name="Title">The words above the header (标题行), "" for none.</param>
/// <param name="HeaderRow">The row of the header, from 1.</param>
/// <param name="Shape">A hash of kind-independent header words: a mapping is remembered under it.</param>
/// <param name="Columns">What each column was taken for, in the order of the sheet.</param>
/// <param name="FirstRows">The first rows below the header as shown, at most 20.</param>
/// <param name="RowCount">Data rows, refused ones included; totals and remarks are none.</param>
public sealed record SheetReading(
    string Sheet,
    string Kind,
    string Title,
    int HeaderRow,
    string Shape,
    IReadOnlyList<ColumnMapping> Columns,
    IReadOnlyList<IReadOnlyList<string>> FirstRows,
    int RowCount
)
{
    /// <summary>The facts of the rows, <see cref="Fact.Location"/> naming sheet and row (问题清单!第5行).</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Requests for disclosure (依申请公开), for <see cref="TableKind.Requests"/>.</summary>
    public IReadOnlyList<RequestRow> Requests { get; init; } = [];

    /// <summary>Accounts and the units they belong to, for <see cref="TableKind.Accounts"/>.</summary>
    public IReadOnlyList<AccountRow> Accounts { get; init; } = [];

    /// <summary>Rows that cannot be taken as they are.</summary>
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>Totals of the sheet (合计行) that agree with its rows.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>Totals that do not agree, and dates outside the quarter.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; init; } = [];
}

/// <summary>What the rows of a table are.</summary>
public static class TableKind
{
    /// <summary>Facts in our own columns (<c>read --format csv</c>).</summary>
    public const string Facts = "facts";

    /// <summary>问题清单: one finding a row.</summary>
    public const string Findings = "findings";

    /// <summary>问题统计: findings counted, by unit and kind.</summary>
    public const string Counts = "counts";

    /// <summary>信息报送采用情况: submitted, adopted, pushed by unit.</summary>
    public const string Submissions = "submissions";

    /// <summary>账号检查表: accounts that were inspected, and whose they are.</summary>
    public const string Accounts = "accounts";

    /// <summary>依申请公开办理台账: received on, answered on, result.</summary>
    public const string Requests = "requests";

    /// <summary>A sheet in which no table was found; it has one <see cref="RowError"/> and nothing else.</summary>
    public const string Unknown = "unknown";

    /// <summary>Every kind a person can choose, with its Chinese name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        (Findings, "问题清单"),
        (Counts, "问题统计表"),
        (Submissions, "信息报送采用情况表"),
        (Accounts, "账号检查表"),
        (Requests, "依申请公开办理台账"),
        (Facts, "本系统的数据表"),
    ];
}

/// <summary>What a column was taken for.</summary>
/// <param name="Index">The column, from 0.</param>
/// <param name="Heading">Its words; those of a heading above are put before, parted by /.</param>
/// <param name="Role">A code of the roles that <c>ColumnRoles</c> lists (unit, count, found_on …); <c>ignored</c> when it is not used.</param>
/// <param name="Detail">What the role needs besides: the target of an adopted column (city), the category of a counted one.</param>
/// <param name="IsGuess">Whether the reader decided; false when a person or a remembered mapping did.</param>
public sealed record ColumnMapping(int Index, string Heading, string Role, string? Detail, bool IsGuess);

/// <summary>A row that cannot be taken.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The heading of the column; null when the row as a whole is wrong.</param>
/// <param name="Value">The value as written, masked and cut to 60 characters.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Cure">What to do, in Chinese.</param>
/// <param name="Cells">The row as it came, for the file of refused rows.</param>
public sealed record RowError(
    string Sheet,
    int Row,
    string? Column,
    string? Value,
    string Message,
    string Cure,
    IReadOnlyList<string> Cells
);

/// <summary>One request for disclosure (依申请公开).</summary>
/// <param name="Number">The register's number; null when the table has none.</param>
/// <param name="Unit">The unit as written.</param>
/// <param name="ReceivedOn">收到日期.</param>
/// <param name="AnsweredOn">答复日期; null while it is open.</param>
/// <param name="ExtendedDays">Working days by which the term was extended (延期), 0 to 20.</param>
/// <param name="Result">The result as written; null when not stated.</param>
/// <param name="Period">The quarter it is counted in: of the answer, else of the receipt.</param>
/// <param name="Location">Sheet and row.</param>
public sealed record RequestRow(
    string? Number,
    string? Unit,
    DateOnly ReceivedOn,
    DateOnly? AnsweredOn,
    int ExtendedDays,
    string? Result,
    string? Period,
    string Location
);

/// <summary>An account and its unit.</summary>
/// <param name="Account">The account's name as written.</param>
/// <param name="Platform">Its platform as written; null when not stated.</param>
/// <param name="Unit">The unit as written; null when not stated.</param>
/// <param name="Location">Sheet and row.</param>
public sealed record AccountRow(string Account, string? Platform, string? Unit, string Location);
