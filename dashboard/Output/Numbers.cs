using System.Globalization;
using Analytics.Dashboard.Pages;

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

    /// <summary>A change with its sign and unit: ▲ +3.8 个百分点, ▼ −6 findings, 持平; of a rank the places: ▲ 上升 2 名, ▲ up 2 places.</summary>
    /// <param name="change">The change; percentage points for rates, below zero for a better rank.</param>
    /// <param name="unit">The unit of the change.</param>
    /// <param name="speech">The language.</param>
    public static string Change(decimal? change, UnitOfMeasure unit, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(speech);
        if (change is not { } value)
        {
            return Nothing;
        }

        if (unit == UnitOfMeasure.Place)
        {
            return RankMove(value, speech);
        }

        var isRate = unit == UnitOfMeasure.PercentagePoint;
        var rounded = Round(value, isRate ? 1 : 2);
        var size = Math.Abs(rounded).ToString(isRate ? "0.0" : "0.##", CultureInfo.InvariantCulture);
        var word = unit.For(Math.Abs(rounded), speech);
        return rounded switch
        {
            0 => speech["持平", "unchanged"],
            > 0 => $"▲ +{size} {word}",
            _ => $"▼ −{size} {word}",
        };
    }

    /// <summary>A change of a count with its percentage: ▼ −6 条（−25.0%）; where the base is 0, ▲ +4 条（—）.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="percent">The change in percent of the base; null without a base above 0.</param>
    /// <param name="speech">The language.</param>
    public static string Change(decimal? change, UnitOfMeasure unit, decimal? percent, Speech speech) =>
        Change(change, unit, speech) + (change is null or 0 ? "" : InBrackets(Percent(percent), speech));

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

    private static string RankMove(decimal change, Speech speech)
    {
        var size = Math.Abs(change);
        var places = size.ToString("0", CultureInfo.InvariantCulture) + " " + UnitOfMeasure.Place.For(size, speech);
        return change switch
        {
            0 => speech["持平", "unchanged"],
            < 0 => $"▲ {speech["上升", "up"]} {places}",
            _ => $"▼ {speech["下降", "down"]} {places}",
        };
    }

    /// <summary>28/52（53.8%）, or what there is of it.</summary>
    public static string Share(long? part, long? whole, decimal? rate, Speech speech) =>
        part is null && whole is null
            ? Nothing
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{part?.ToString(CultureInfo.InvariantCulture) ?? Nothing}/{whole?.ToString(CultureInfo.InvariantCulture) ?? Nothing}"
            ) + (rate is null ? "" : InBrackets(Rate(rate), speech));

    private static string InBrackets(string text, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return speech[$"（{text}）", $" ({text})"];
    }

    /// <summary>Without trailing zeros, for machines: 95.625000 becomes 95.625.</summary>
    public static decimal Trim(decimal number) => number / 1.000000000000000000000000000000m;

    private static decimal Round(decimal value, int places) => Math.Round(value, places, MidpointRounding.AwayFromZero);
}
