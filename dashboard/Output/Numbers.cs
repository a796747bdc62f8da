using System.Globalization;

namespace Analytics.Dashboard.Output;

/// <summary>Numbers as people read them: rounded half away from zero, here and nowhere earlier.</summary>
public static class Numbers
{
    /// <summary>What stands where there is nothing to show.</summary>
    public const string Nothing = "—";

    /// <summary>A score with up to two places: 95.63, 70.</summary>
    public static string Score(decimal? score) =>
        score is { } value ? Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A rate of 0 to 1 as a percentage with one place: 53.8%.</summary>
    public static string Rate(decimal? rate) =>
        rate is { } value ? Round(value * 100, 1).ToString("0.0", CultureInfo.InvariantCulture) + "%" : Nothing;

    /// <summary>A printed figure without needless zeros: 54, 6, 0.5.</summary>
    public static string Plain(decimal? number) =>
        number is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A change with its sign and unit: ▲ +3.8 个百分点, ▼ −6 条, 持平; of a rank the places: ▲ 上升 2 名.</summary>
    /// <param name="change">The change; percentage points for rates, below zero for a better rank.</param>
    /// <param name="unit">The unit of the change.</param>
    public static string Change(decimal? change, string unit)
    {
        if (change is not { } value)
        {
            return Nothing;
        }

        if (unit == "名")
        {
            return RankMove(value);
        }

        var isRate = unit == "个百分点";
        var rounded = Round(value, isRate ? 1 : 2);
        var size = Math.Abs(rounded).ToString(isRate ? "0.0" : "0.##", CultureInfo.InvariantCulture);
        return rounded switch
        {
            0 => "持平",
            > 0 => $"▲ +{size} {unit}",
            _ => $"▼ −{size} {unit}",
        };
    }

    /// <summary>A change of a count with its percentage: ▼ −6 条（−25.0%）; where the base is 0, ▲ +4 条（—）.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="percent">The change in percent of the base; null without a base above 0.</param>
    public static string Change(decimal? change, string unit, decimal? percent) =>
        Change(change, unit) + (change is null or 0 ? "" : $"（{Percent(percent)}）");

    private static string Percent(decimal? percent)
    {
        if (percent is not { } value)
        {
            return Nothing;
        }

        var rounded = Round(value, 1);
        var sign =
            rounded > 0 ? "+"
            : rounded < 0 ? "−"
            : "";
        return sign + Math.Abs(rounded).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }

    private static string RankMove(decimal change)
    {
        var places = Math.Abs(change).ToString("0", CultureInfo.InvariantCulture);
        return change switch
        {
            0 => "持平",
            < 0 => $"▲ 上升 {places} 名",
            _ => $"▼ 下降 {places} 名",
        };
    }

    /// <summary>28/52（53.8%）, or what there is of it.</summary>
    public static string Share(long? part, long? whole, decimal? rate) =>
        part is null && whole is null
            ? Nothing
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{part?.ToString(CultureInfo.InvariantCulture) ?? Nothing}/{whole?.ToString(CultureInfo.InvariantCulture) ?? Nothing}"
            ) + (rate is null ? "" : $"（{Rate(rate)}）");

    /// <summary>Without trailing zeros, for machines: 95.625000 becomes 95.625.</summary>
    public static decimal Trim(decimal number) => number / 1.000000000000000000000000000000m;

    private static decimal Round(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}
