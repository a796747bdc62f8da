using Analytics.Domain;
using Analytics.Ingest.Audit;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Totals of a sheet (合计、小计) against the rows above them, and of a row against its columns.</summary>
internal sealed class Totals(SheetPlan plan, SheetResult result)
{
    private const int MostNamingCells = 4;

    // Every word of a total has it.
    private const char Sign = '计';

    private static readonly string[] s_words = ["合计", "总计", "小计", "共计"];

    private readonly decimal[] _sums = new decimal[plan.Numbers.Count];
    private readonly decimal[] _since = new decimal[plan.Numbers.Count];
    private int _rows;
    private int _rowsSince;
    private int _agreeingRows;
    private decimal _agreeingSum;

    /// <summary>The column whose cell names a total (合计 · 合 计 · 合计：27条); -1 when the row is none.</summary>
    public static int NamingColumn(SourceRow row)
    {
        for (var column = 0; column < row.Cells.Length && column < MostNamingCells; column++)
        {
            var cell = row.Cells[column];
            if (cell.Length is > 1 and <= 40 && cell.Contains(Sign, StringComparison.Ordinal) && IsTotal(cell))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>Adds a row that was taken.</summary>
    public void Add(CellNumber[] numbers)
    {
        _rows++;
        _rowsSince++;
        for (var i = 0; i < numbers.Length; i++)
        {
            _sums[i] += numbers[i].Value;
            _since[i] += numbers[i].Value;
        }
    }

    /// <summary>Checks a row of totals.</summary>
    /// <param name="row">The row.</param>
    /// <param name="naming">The column that names it.</param>
    public void CheckRow(SourceRow row, int naming)
    {
        var isPart = row.Cells[naming].Contains('小', StringComparison.Ordinal);
        var numbers = new CellNumber[plan.Numbers.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = plan.Numbers[i];
            numbers[i] = column.Index < row.Cells.Length ? CellNumber.Read(row.Cells[column.Index]) : default;
            if (numbers[i].State == CellState.Stated && !RowNumbers.IsRate(column.Role))
            {
                Compare(row, $"“{column.Heading}”", numbers[i].Value, _sums[i], _since[i], isPart);
            }
        }

        CheckInline(row, naming, numbers, isPart);
        RateRules.Percentages(plan, numbers);
        RateRules.Check(plan, row, numbers, result, "合计");
        Array.Clear(_since);
        _rowsSince = 0;
    }

    /// <summary>Checks the totals of a row against its counted columns.</summary>
    public void CheckAcross(SourceRow row, CellNumber[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (plan.Numbers[i].Role == ColumnRoles.Total && numbers[i].State == CellState.Stated)
            {
                CompareAcross(row, plan.Numbers[i], numbers[i].Value, Across(plan.Numbers[i], numbers));
            }
        }
    }

    /// <summary>Says what held across all rows.</summary>
    public void Close()
    {
        if (_agreeingRows > 0)
        {
            result.Checks.Add(
                new($"表“{plan.Sheet}”有 {_agreeingRows} 行的合计与各列之和一致。", _agreeingSum, _agreeingSum, [])
            );
        }
    }

    private static bool IsTotal(string cell)
    {
        var at = 0;
        Span<char> first = stackalloc char[3];
        foreach (var c in cell)
        {
            if (!char.IsWhiteSpace(c) && at < first.Length)
            {
                first[at++] = c;
            }
        }

        foreach (var word in s_words)
        {
            if (at >= 2 && first[..at].StartsWith(word))
            {
                return at == 2 || first[2] is '：' or ':' or '（' or '(' || char.IsDigit(first[2]);
            }
        }

        return false;
    }

    // 合计：27条 in one cell, or 27 in a column that is not counted, is the number of findings.
    private void CheckInline(SourceRow row, int naming, CellNumber[] numbers, bool isPart)
    {
        var counted = IndexOfCount();
        if (
            plan.Kind is not (TableKind.Findings or TableKind.Counts)
            || (counted >= 0 && numbers[counted].State == CellState.Stated)
        )
        {
            return;
        }

        var inline = CellNumber.FirstIn(row.Cells[naming]);
        for (var column = naming + 1; plan.Kind == TableKind.Findings && column < row.Cells.Length; column++)
        {
            inline = inline.State == CellState.Stated ? inline : CellNumber.Read(row.Cells[column]);
        }

        if (inline.State == CellState.Stated)
        {
            var (all, since) = counted >= 0 ? (_sums[counted], _since[counted]) : ((decimal)_rows, (decimal)_rowsSince);
            if (counted >= 0 || plan.Kind == TableKind.Findings)
            {
                Compare(row, "问题", inline.Value, all, since, isPart);
            }
        }
    }

    private int IndexOfCount()
    {
        for (var i = 0; i < plan.Numbers.Count; i++)
        {
            if (plan.Numbers[i].Role == ColumnRoles.Count)
            {
                return i;
            }
        }

        return -1;
    }

    private void Compare(SourceRow row, string what, decimal stated, decimal all, decimal since, bool isPart)
    {
        var place = result.LocationOf(row.Number);
        var expected = isPart ? since : all;
        // A sheet of several groups may call each group's total 合计.
        if (stated == expected || stated == since || stated == all)
        {
            result.Checks.Add(new($"{place}{what}合计 {Wording.Number(stated)} 与明细之和一致。", stated, stated, []));
            return;
        }

        var difference = Math.Abs(stated - expected);
        var refused = result.Errors.Count > 0 ? $"另有 {result.Errors.Count} 行因有误没有计入。" : "";
        result.Disagree(
            DiscrepancyCode.SumMismatch,
            Severity.Error,
            stated,
            expected,
            $"{place}{what}合计写为 {Wording.Number(stated)}，明细相加为 {Wording.Number(expected)}，{(expected > stated ? "多" : "少")} {Wording.Number(difference)}。{refused}请核对原表。",
            row
        );
    }

    // 小计 below a common heading adds the columns below that heading.
    private (decimal Sum, bool IsWhole)? Across(ColumnMapping total, CellNumber[] numbers)
    {
        var (sum, stated, columns) = (0m, 0, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = plan.Numbers[i];
            var isPart =
                column.Role == ColumnRoles.CategoryCount
                && (total.Detail is null || column.Heading.StartsWith(total.Detail + "/", StringComparison.Ordinal));
            if (isPart)
            {
                columns++;
                stated += numbers[i].State == CellState.Stated ? 1 : 0;
                sum += numbers[i].Value;
            }
        }

        return columns > 0 && stated > 0 ? (sum, !plan.HasOpenParts) : null;
    }

    private void CompareAcross(SourceRow row, ColumnMapping total, decimal stated, (decimal Sum, bool IsWhole)? across)
    {
        if (across is not { } parts)
        {
            return;
        }

        if (parts.Sum == stated)
        {
            _agreeingRows++;
            _agreeingSum += stated;
            return;
        }

        var place = result.LocationOf(row.Number);
        var isOpen = !parts.IsWhole && parts.Sum < stated;
        result.Disagree(
            DiscrepancyCode.SumMismatch,
            isOpen ? Severity.Doubtful : Severity.Error,
            stated,
            parts.Sum,
            isOpen
                ? $"{place}“{total.Heading}”为 {Wording.Number(stated)}，其中各列只有 {Wording.Number(parts.Sum)}，其余 {Wording.Number(stated - parts.Sum)} 没有写明类别，没有计入。请补上其余的列。"
                : $"{place}“{total.Heading}”写为 {Wording.Number(stated)}，本行各列相加为 {Wording.Number(parts.Sum)}。请核对原表。",
            row
        );
    }
}
