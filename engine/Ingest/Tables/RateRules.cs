using Analytics.Domain;
using Analytics.Ingest.Audit;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>Rates of a row against the counts beside them.</summary>
internal static class RateRules
{
    /// <summary>Turns shares into percentages: 0.538 in a column of rates is 53.8% where the counts say so, or cannot tell.</summary>
    public static void Percentages(SheetPlan plan, CellNumber[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (
                RowNumbers.IsRate(plan.Numbers[i].Role)
                && numbers[i] is { State: CellState.Stated, IsPercent: false, Value: > 0 and <= 1 } share
                && IsShare(share.Value, Fraction(plan, numbers, plan.Numbers[i]))
            )
            {
                numbers[i] = share with { Value = share.Value * 100m, Decimals = Math.Max(0, share.Decimals - 2) };
            }
        }
    }

    /// <summary>The numerator and denominator of the rate column with a detail; null when the row does not state both.</summary>
    public static (decimal Part, decimal Whole)? Fraction(SheetPlan plan, CellNumber[] numbers, ColumnMapping rate)
    {
        var (part, whole) =
            rate.Role == ColumnRoles.PassRate
                ? (ColumnRoles.Passed, ColumnRoles.Inspected)
                : (ColumnRoles.Adopted, ColumnRoles.Submitted);
        return Find(plan, numbers, part, rate.Detail) is { } some && Find(plan, numbers, whole, rate.Detail) is { } all
            ? (some, all)
            : null;
    }

    /// <summary>Checks the rates of a row, and that no part is larger than its whole.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="row">For the place.</param>
    /// <param name="numbers">Its numbers, rates in percent.</param>
    /// <param name="result">Where to.</param>
    /// <param name="whose">The unit, for the sentence.</param>
    public static void Check(SheetPlan plan, SourceRow row, CellNumber[] numbers, SheetResult result, string? whose)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            var column = plan.Numbers[i];
            if (numbers[i].State != CellState.Stated)
            {
                continue;
            }

            if (RowNumbers.IsRate(column.Role))
            {
                if (Fraction(plan, numbers, column) is { Whole: > 0 } fraction && fraction.Part <= fraction.Whole)
                {
                    var name = $"{result.LocationOf(row.Number)}{whose}的{column.Heading}";
                    result.Compare(name, numbers[i], fraction.Part, fraction.Whole, row);
                }
            }
            else if (
                WholeOf(column.Role) is { } wholeRole
                && Exact(plan, numbers, wholeRole, column.Detail) is { } whole
            )
            {
                CheckPart(row, result, whose, column.Heading, numbers[i].Value, whole);
            }
        }
    }

    private static void CheckPart(
        SourceRow row,
        SheetResult result,
        string? whose,
        string heading,
        decimal part,
        decimal whole
    )
    {
        if (part > whole)
        {
            result.Disagree(
                DiscrepancyCode.PartExceedsWhole,
                Severity.Error,
                part,
                whole,
                $"{result.LocationOf(row.Number)}{whose}的{heading}为 {Wording.Number(part)}，大于它所属的 {Wording.Number(whole)}。请核对原表。",
                row
            );
        }
    }

    private static bool IsShare(decimal value, (decimal Part, decimal Whole)? fraction)
    {
        if (fraction is not { Whole: > 0 } known)
        {
            return true;
        }

        var percent = known.Part * 100m / known.Whole;
        return Math.Abs((value * 100m) - percent) <= Math.Abs(value - percent);
    }

    private static string? WholeOf(string role) =>
        role switch
        {
            ColumnRoles.Adopted => ColumnRoles.Submitted,
            ColumnRoles.Passed or ColumnRoles.Failed => ColumnRoles.Inspected,
            _ => null,
        };

    // 采用率 beside 市级采用数 alone is of that; 市级采用率 is of 报送数 where there is no 报送市级数.
    private static decimal? Find(SheetPlan plan, CellNumber[] numbers, string role, string? detail) =>
        Exact(plan, numbers, role, detail)
        ?? (detail is null ? Only(plan, numbers, role) : Exact(plan, numbers, role, null));

    private static decimal? Only(SheetPlan plan, CellNumber[] numbers, string role)
    {
        decimal? only = null;
        var count = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (plan.Numbers[i].Role == role)
            {
                only = numbers[i].State == CellState.Stated ? numbers[i].Value : null;
                count++;
            }
        }

        return count == 1 ? only : null;
    }

    private static decimal? Exact(SheetPlan plan, CellNumber[] numbers, string role, string? detail)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (plan.Numbers[i].Role == role && plan.Numbers[i].Detail == detail)
            {
                return numbers[i].State == CellState.Stated ? numbers[i].Value : null;
            }
        }

        return null;
    }
}
