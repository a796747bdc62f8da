using Analytics.Ingest.Grammar;
using Analytics.Ingest.Text;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Goes through the rows below a header: data, totals, remarks, headers printed again.</summary>
internal static class SheetRows
{
    private static readonly string[] s_remarks =
    [
        "备注",
        "注：",
        "注1",
        "说明",
        "填表人",
        "填表单位",
        "填表日期",
        "填报人",
        "填报单位",
        "填报日期",
        "填报时间",
        "制表",
        "审核人",
        "审核：",
        "单位负责人",
        "负责人",
        "联系人",
        "联系电话",
        "（盖章）",
        "单位（盖章）",
        "统计时间",
        "数据来源",
    ];

    /// <summary>Reads them.</summary>
    /// <param name="plan">How.</param>
    /// <param name="rows">The sheet from its first row.</param>
    /// <param name="result">Where to.</param>
    /// <returns>The number of data rows, refused ones included.</returns>
    public static int Read(SheetPlan plan, IEnumerable<SourceRow> rows, SheetResult result)
    {
        var scopes = new RowScopes(plan, result);
        var kinds = new KindRows(plan, result, scopes);
        var totals = new Totals(plan, result);
        var numbers = new CellNumber[plan.Numbers.Count];
        var count = 0;
        foreach (var row in rows)
        {
            if (row.Number <= plan.Head.LastRow || IsRemark(row) || IsHeader(plan, row))
            {
                continue;
            }

            if (Totals.NamingColumn(row) is >= 0 and var naming)
            {
                totals.CheckRow(row, naming);
            }
            else if (!IsData(plan, row))
            {
                count += ReadOther(plan, row, scopes, result);
            }
            else
            {
                count++;
                if (RowNumbers.TryRead(plan, row, numbers, result) && kinds.TryRead(row, numbers))
                {
                    totals.Add(numbers);
                    totals.CheckAcross(row, numbers);
                }
            }
        }

        totals.Close();
        result.Close();
        return count;
    }

    /// <summary>Whether a row below the table only explains it.</summary>
    public static bool IsRemark(SourceRow row)
    {
        var first = First(row);
        if (
            first.Length == 0
            || first[0]
                is not (
                    '备'
                    or '注'
                    or '说'
                    or '填'
                    or '制'
                    or '审'
                    or '单'
                    or '负'
                    or '联'
                    or '（'
                    or '('
                    or '统'
                    or '数'
                    or ' '
                    or '　'
                )
        )
        {
            return false;
        }

        var text = ColumnWords.Clean(first);
        foreach (var word in s_remarks)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                // 负责人 may head a column printed again; a remark goes on behind a colon, or stands alone.
                return text.Contains('：', StringComparison.Ordinal) || IsAlone(row);
            }
        }

        return false;
    }

    // Something stands in a column that is used.
    private static bool IsData(SheetPlan plan, SourceRow row)
    {
        if (IsAlone(row) && UnitNames.IsClass(GroupName(row)))
        {
            return false;
        }

        foreach (var column in plan.Used)
        {
            if (column < row.Cells.Length && !string.IsNullOrWhiteSpace(row.Cells[column]))
            {
                return true;
            }
        }

        return false;
    }

    // A row between the data names a group; one with nothing but its printed number is a line left free in a form.
    private static int ReadOther(SheetPlan plan, SourceRow row, RowScopes scopes, SheetResult result)
    {
        if (IsAlone(row) && UnitNames.IsClass(GroupName(row)))
        {
            scopes.Group = GroupName(row);
            return 0;
        }

        foreach (var cell in row.Cells)
        {
            if (CellWords.Text(cell) is { Length: > 1 } text && CellNumber.Read(text).State != CellState.Stated)
            {
                result.Refuse(
                    row,
                    "本行只在不使用的列里有内容。",
                    "若是说明文字，请以“备注：”开头；若是数据，请填在有标题的列里，或在列对应中选定该列的含义。"
                );
                return 1;
            }
        }

        return 0;
    }

    private static string GroupName(SourceRow row)
    {
        var text = ColumnWords.Clean(First(row));
        return (ListMark.Read(text, 0) is { } mark ? text[mark.End..] : text).TrimEnd('：');
    }

    // A long list printed on many pages repeats its header.
    private static bool IsHeader(SheetPlan plan, SourceRow row)
    {
        var same = 0;
        foreach (var column in plan.Used)
        {
            if (column >= row.Cells.Length || row.Cells[column].Length == 0)
            {
                continue;
            }

            var parts = plan.Head.Parts[column];
            if (
                parts.Count == 0
                || row.Cells[column][0] != parts[^1][0]
                || ColumnWords.Clean(row.Cells[column]) != parts[^1]
            )
            {
                return false;
            }

            same++;
        }

        return same >= 2;
    }

    private static string First(SourceRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                return cell;
            }
        }

        return "";
    }

    private static bool IsAlone(SourceRow row)
    {
        var filled = 0;
        for (var i = 0; i < row.Cells.Length && filled < 2; i++)
        {
            filled += string.IsNullOrWhiteSpace(row.Cells[i]) ? 0 : 1;
        }

        return filled == 1;
    }
}
