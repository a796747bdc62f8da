using System.Globalization;

namespace Analytics.Charts;

/// <summary>Numbers as charts print them: rounded for display only, half away from zero (四舍五入).</summary>
internal static class ChartNumbers
{
    private static readonly decimal[] s_steps = [1, 2, 5, 10];

    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Text(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The fewest decimals, at most <paramref name="most"/>, that print all values alike without loss.</summary>
    public static int Decimals(IEnumerable<decimal> values, int most)
    {
        var needed = 0;
        foreach (var value in values)
        {
            var shown = decimal.Round(value, most, MidpointRounding.AwayFromZero);
            while (needed < most && decimal.Round(shown, needed, MidpointRounding.AwayFromZero) != shown)
            {
                needed++;
            }
        }

        return needed;
    }

    /// <summary>Places for axis labels: round steps that cover the range in about <paramref name="about"/> steps.</summary>
    /// <returns>The ticks in ascending order; the first is not above <paramref name="low"/>, the last not below <paramref name="high"/>.</returns>
    public static IReadOnlyList<decimal> Ticks(decimal low, decimal high, int about, decimal leastStep)
    {
        var rough = Math.Max((high - low) / about, leastStep);
        var power = 1m;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        while (power > rough)
        {
            power /= 10;
        }

        var step = s_steps.Select(factor => factor * power).First(step => step >= rough);
        var ticks = new List<decimal> { decimal.Floor(low / step) * step };
        do
        {
            ticks.Add(ticks[^1] + step);
        } while (ticks[^1] < high);

        return ticks;
    }
}
