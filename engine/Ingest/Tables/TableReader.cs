using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Reads the tables of the office (表格): which columns there are, what the rows are, and their facts.</summary>
public static class TableReader
{
    private const int MostFirstRows = 20;
    private const int MostSamples = 200;

    /// <summary>Reads a table. Pure: the same table and options give the same reading.</summary>
    /// <param name="table">The rows of cells.</param>
    /// <param name="options">The quarter and mappings where they are known.</param>
    /// <returns>
    /// One reading a sheet. Rows that cannot be taken are in <see cref="SheetReading.Errors"/>; so is a sheet as a whole, with the row of its
    /// header, when it holds no table or its quarter or channel is stated nowhere.
    /// </returns>
    /// <exception cref="NoticeFormatException">No sheet holds a table; a row of the file is broken; a table in our own columns has a fault.</exception>
    public static TableReading Read(SourceTable table, TableOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var sheets = new List<SheetReading>(table.Sheets.Count);
        var samples = 0;
        foreach (var sheet in table.Sheets)
        {
            var (reading, isSample) = Read(table, sheet, options);
            sheets.Add(reading);
            samples += isSample ? 1 : 0;
        }

        var known = sheets.Count(sheet => sheet.Kind != TableKind.Unknown);
        if (known == 0)
        {
            throw new NoticeFormatException(
                $"“{table.FileName}”里没有找到能读懂的表格。表头应在前 40 行内，写明“单位”，以及“问题描述”或“问题类型”、“数量”、“报送数”和“采用数”、"
                    + "“账号”、“收到日期”等列；请补上表头，或用 --mapping 指定各列的含义。"
            );
        }

        return samples == 0 || samples == known
            ? new(table.FileName, table.Encoding, samples > 0, sheets)
            : throw new NoticeFormatException(
                $"“{table.FileName}”有的工作表标为示例数据，有的没有。示例数据与真实数据不能放在同一个文件里，请分成两个文件。"
            );
    }

    private static (SheetReading Reading, bool IsSample) Read(
        SourceTable table,
        SourceSheet sheet,
        TableOptions options
    )
    {
        var first = First(sheet.Rows, MostSamples);
        if (first.Count > 0 && FactRows.IsHeader(first[0].Cells))
        {
            return ReadFacts(table, sheet, first);
        }

        var head = SheetHead.Find(first);
        var below = head is null ? [] : first.FindAll(row => row.Number > head.LastRow);
        if (head is null || SheetPlan.Make(sheet.Name, head, below, options) is not { } plan)
        {
            return (Unknown(sheet, first, head), false);
        }

        var result = new SheetResult(plan);
        plan = WithPeriod(plan, sheet, below, result);
        var count = IsWholeRefused(plan, first, result) ? Count(plan, sheet) : SheetRows.Read(plan, sheet.Rows, result);
        var reading = new SheetReading(
            sheet.Name,
            plan.Kind,
            head.Title,
            head.LastRow,
            head.Shape,
            plan.Columns,
            FirstRows(below),
            count
        )
        {
            Facts = result.Facts,
            Requests = result.Requests,
            Accounts = result.Accounts,
            Errors = result.Errors,
            Checks = result.Checks,
            Discrepancies = result.Discrepancies,
        };
        return (reading, CellWords.Has(head.Title + sheet.Name, "示例数据", "【示例】"));
    }

    private static (SheetReading Reading, bool IsSample) ReadFacts(
        SourceTable table,
        SourceSheet sheet,
        List<SourceRow> first
    )
    {
        var place = table.Sheets.Count == 1 ? "" : sheet.Name + "!";
        var (isSample, facts) = FactRows.Read(table.FileName, place, sheet.Rows);
        var headings = first[0].Cells.Select(cell => (IReadOnlyList<string>)[cell.Trim()]).ToList();
        var head = new SheetHead("", first[0].Number, headings);
        var columns = headings.Select(
            (heading, index) =>
                new ColumnMapping(
                    index,
                    heading[0],
                    FactRows.IsName(heading[0]) ? heading[0] : ColumnRoles.Ignored,
                    null,
                    IsGuess: false
                )
        );
        var reading = new SheetReading(
            sheet.Name,
            TableKind.Facts,
            "",
            first[0].Number,
            head.Shape,
            [.. columns],
            FirstRows(first[1..]),
            facts.Count
        )
        {
            Facts = facts,
        };
        return (reading, isSample);
    }

    private static SheetReading Unknown(SourceSheet sheet, List<SourceRow> first, SheetHead? head)
    {
        var header = head is null ? 1 : head.LastRow;
        var error = new RowError(
            sheet.Name,
            header,
            null,
            null,
            head is null ? "没有找到表头。" : "看不出这张表是什么：没有问题、数量、报送采用、账号或申请的列。",
            "若是数据，请写明表头（例如 单位、问题描述、数量），或用 --mapping 指定各列的含义；若是说明页，不必处理。",
            first.Count > 0 ? first[0].Cells : []
        );
        var columns = head is null
            ? []
            : head.Parts.Select(
                (_, i) => new ColumnMapping(i, head.Heading(i), ColumnRoles.Ignored, null, IsGuess: true)
            );
        return new(
            sheet.Name,
            TableKind.Unknown,
            head?.Title ?? "",
            header,
            head?.Shape ?? "",
            [.. columns],
            FirstRows(first),
            0
        )
        {
            Errors = [error],
        };
    }

    // Not stated anywhere: the dates of the rows, when all lie in one quarter; and it is said.
    private static SheetPlan WithPeriod(SheetPlan plan, SourceSheet sheet, List<SourceRow> below, SheetResult result)
    {
        if (plan.IsQuarterContradicted)
        {
            result.Disagree(
                DiscrepancyCode.PeriodConflict,
                Severity.Doubtful,
                null,
                null,
                $"表“{plan.Sheet}”的标题写的是 {plan.Period}，与 --quarter 不同，按标题计入。请核对。",
                new(plan.Head.LastRow, [plan.Head.Title])
            );
        }

        if (plan.Period is not null || plan.Kind == TableKind.Requests || plan.Has(ColumnRoles.Period))
        {
            return plan;
        }

        if (DatedQuarter(plan, sheet) is not { } quarter)
        {
            return plan;
        }

        result.Disagree(
            DiscrepancyCode.PeriodInferred,
            Severity.Doubtful,
            null,
            null,
            $"表“{plan.Sheet}”没有写明季度；发现日期都在{quarter.Chinese}内，按{quarter.Chinese}计入。如不对，请用 --quarter 指定。",
            below.Count > 0 ? below[0] : new(plan.Head.LastRow, [])
        );
        return plan.In(quarter.ToString());
    }

    private static Quarter? DatedQuarter(SheetPlan plan, SourceSheet sheet)
    {
        var column = plan.At(ColumnRoles.FoundOn);
        Quarter? only = null;
        if (column < 0)
        {
            return null;
        }

        foreach (var row in sheet.Rows)
        {
            if (row.Number <= plan.Head.LastRow || column >= row.Cells.Length)
            {
                continue;
            }

            var (state, day) = CellDate.Read(row.Cells[column], null);
            if (state != CellState.Stated)
            {
                continue;
            }

            if (only is { } before && before != Quarter.Of(day))
            {
                return null;
            }

            only = Quarter.Of(day);
        }

        return only;
    }

    private static bool IsWholeRefused(SheetPlan plan, List<SourceRow> first, SheetResult result)
    {
        var header = first.Find(row => row.Number == plan.Head.LastRow);
        if (plan.Period is null && plan.Kind != TableKind.Requests && !plan.Has(ColumnRoles.Period))
        {
            result.Refuse(
                header,
                $"表“{plan.Sheet}”没有写明季度，整张表没有读入。",
                "请在标题中写明（例如 2024年第四季度），或增加“季度”列，或用 --quarter 指定，例如 --quarter 2024Q4。"
            );
            return true;
        }

        var isTold =
            plan.Channel is not null
            || plan.Has(ColumnRoles.Channel)
            || plan.Has(ColumnRoles.Platform)
            || plan.Has(ColumnRoles.Account)
            || plan.Numbers.Any(column =>
                CountedBy.Of(plan.Head.Parts[column.Index], column.Detail, null).Channel is not null
            );
        if (!isTold)
        {
            result.Refuse(
                header,
                $"看不出表“{plan.Sheet}”属于哪个渠道，整张表没有读入。",
                "请在标题中写明（例如 政府网站、政务新媒体），或增加“渠道”列，或在列对应中选定渠道（channel）。"
            );
        }

        return !isTold;
    }

    private static int Count(SheetPlan plan, SourceSheet sheet) =>
        sheet.Rows.Count(row => row.Number > plan.Head.LastRow && !SheetRows.IsRemark(row));

    private static List<SourceRow> First(IEnumerable<SourceRow> rows, int count)
    {
        var first = new List<SourceRow>();
        foreach (var row in rows)
        {
            first.Add(row);
            if (first.Count == count)
            {
                break;
            }
        }

        return first;
    }

    private static List<IReadOnlyList<string>> FirstRows(List<SourceRow> rows) =>
        rows.GetRange(0, Math.Min(MostFirstRows, rows.Count)).ConvertAll<IReadOnlyList<string>>(row => row.Cells);
}
