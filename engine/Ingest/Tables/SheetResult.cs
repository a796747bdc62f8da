using Analytics.Domain;
using Analytics.Ingest.Audit;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>What the rows of a sheet gave, collected while they are read.</summary>
internal sealed class SheetResult(SheetPlan plan)
{
    private const int LongestShown = 60;
    private const int MostDatesTold = 100;

    private int _datesOutside;

    /// <summary>The facts.</summary>
    public FactList Facts { get; } = new(plan.Sheet + "!");

    /// <summary>Requests for disclosure.</summary>
    public List<RequestRow> Requests { get; } = [];

    /// <summary>Accounts.</summary>
    public List<AccountRow> Accounts { get; } = [];

    /// <summary>Refused rows.</summary>
    public List<RowError> Errors { get; } = [];

    /// <summary>What agrees.</summary>
    public List<Check> Checks { get; } = [];

    /// <summary>What does not.</summary>
    public List<Discrepancy> Discrepancies { get; } = [];

    /// <summary>The place of a row.</summary>
    public string LocationOf(int row) => $"{plan.Sheet}!第{row}行";

    /// <summary>Refuses a row for one of its cells.</summary>
    public void Refuse(SourceRow row, int column, string message, string cure)
    {
        var value = column < row.Cells.Length ? row.Cells[column] : "";
        Errors.Add(
            new(
                plan.Sheet,
                row.Number,
                plan.Columns[column].Heading,
                value.Length > LongestShown ? value[..LongestShown] : value,
                message,
                cure,
                row.Cells
            )
        );
    }

    /// <summary>Refuses a row, or the sheet with its header, as a whole.</summary>
    public void Refuse(SourceRow row, string message, string cure) =>
        Errors.Add(new(plan.Sheet, row.Number, null, null, message, cure, row.Cells));

    /// <summary>Refuses a row whose channel (渠道) neither a column nor the sheet tells.</summary>
    public void RefuseWithoutChannel(SourceRow row) =>
        Refuse(
            row,
            "看不出本行属于哪个渠道。",
            "请增加“渠道”列并填写，例如 政府网站、政务新媒体，或在列对应中选定渠道。"
        );

    /// <summary>Adds something that does not agree in a row.</summary>
    public void Disagree(
        string code,
        Severity severity,
        decimal? stated,
        decimal? computed,
        string message,
        SourceRow row
    ) => Discrepancies.Add(new(code, severity, stated, computed, message, [], LocationOf(row.Number), Words(row)));

    /// <summary>Adds a rate as checked.</summary>
    public void Compare(string name, CellNumber rate, decimal numerator, decimal denominator, SourceRow row)
    {
        var verdict = RateComparison.Of(name, rate.Value, rate.Decimals, numerator, denominator);
        if (verdict.Code is null)
        {
            Checks.Add(new(verdict.Message, rate.Value, verdict.Computed, []));
        }
        else
        {
            Disagree(verdict.Code, verdict.Severity, rate.Value, verdict.Computed, verdict.Message, row);
        }
    }

    /// <summary>Tells of a day outside the quarter of its row; the row stays where it is.</summary>
    public void TellOutside(DateOnly day, string period, SourceRow row)
    {
        if (Quarter.TryParse(period, out var quarter) && Quarter.Of(day) != quarter && ++_datesOutside <= MostDatesTold)
        {
            Disagree(
                DiscrepancyCode.DateOutsideQuarter,
                Severity.Doubtful,
                null,
                null,
                $"{LocationOf(row.Number)}的发现日期 {day:O} 不在{quarter.Chinese}内，仍计入{quarter.Chinese}。请核对日期或季度。",
                row
            );
        }
    }

    /// <summary>Sums up what was too much to tell one by one.</summary>
    public void Close()
    {
        if (_datesOutside > MostDatesTold)
        {
            Discrepancies.Add(
                new(
                    DiscrepancyCode.DateOutsideQuarter,
                    Severity.Doubtful,
                    null,
                    _datesOutside,
                    $"表“{plan.Sheet}”共有 {_datesOutside} 行的发现日期不在所属季度内，以上只列出前 {MostDatesTold} 行。请核对季度是否写对。",
                    [],
                    plan.Sheet,
                    plan.Head.Title
                )
            );
        }
    }

    /// <summary>The stated cells of a row in one line.</summary>
    public static string Words(SourceRow row)
    {
        var words = new System.Text.StringBuilder();
        foreach (var cell in row.Cells)
        {
            if (CellWords.Text(cell) is { } text)
            {
                words.Append(words.Length > 0 ? " " : "").Append(text);
            }
        }

        return words.ToString();
    }
}
