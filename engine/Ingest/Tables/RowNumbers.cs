using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>The numbers of a row, one for each numeric column of the plan.</summary>
internal static class RowNumbers
{
    private const decimal Largest = 1_000_000_000;

    /// <summary>Reads them.</summary>
    /// <param name="plan">The plan; <see cref="SheetPlan.Numbers"/> gives the order.</param>
    /// <param name="row">The row.</param>
    /// <param name="numbers">Where to.</param>
    /// <param name="result">Where a row is refused.</param>
    /// <returns>False when the row was refused.</returns>
    public static bool TryRead(SheetPlan plan, SourceRow row, CellNumber[] numbers, SheetResult result)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = plan.Numbers[i];
            var cell = column.Index < row.Cells.Length ? row.Cells[column.Index] : "";
            var number = CellNumber.Read(cell);
            numbers[i] = number;
            if (number.State == CellState.NotStated)
            {
                continue;
            }

            var fault =
                number.State == CellState.Wrong ? ("不是数字。", Cure(cell))
                : IsRate(column.Role) ? RateFault(number)
                : CountFault(number);
            if (fault is var (message, cure))
            {
                result.Refuse(row, column.Index, message, cure);
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a role holds a rate.</summary>
    public static bool IsRate(string role) => role is ColumnRoles.AdoptionRate or ColumnRoles.PassRate;

    private static string Cure(string cell) =>
        cell.StartsWith('#')
            ? "这是公式错误，请在表格软件中改正公式，再重新保存。"
            : "请只填一个数字，例如 3；没有的写 0，没有统计的留空或写“—”。";

    private static (string, string)? CountFault(CellNumber number) =>
        number.IsPercent ? ("数量写成了百分比。", "请填写个数，百分比另列一栏。")
        : number.Value < 0 ? ("数量不能是负数。", "请核对后改成 0 或正数。")
        : number.Value != decimal.Truncate(number.Value) ? ("数量应为整数。", "请核对后改成整数。")
        : number.Value > Largest ? ("数量超过十亿，不像是真的。", "请核对这一格。")
        : null;

    private static (string, string)? RateFault(CellNumber number) =>
        number.Value is < 0 or > 1000 ? ("不像一个百分比。", "请写成 53.8% 这样。") : null;
}
