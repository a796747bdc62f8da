using Analytics.Domain;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The horizontal axis of quarters in two lines: 一季度 or Q1 below each place, 2024年 or 2024 below its quarters.</summary>
internal static class TrendAxis
{
    private const float RoomForName = 52;
    private static readonly string[] s_numerals = ["一", "二", "三", "四"];

    public static IEnumerable<string> Texts(TrendPicture picture) =>
        picture.Slots.SelectMany(slot =>
            new[] { NameOf(slot, RoomForName, picture.Say), YearOf(slot.Year, picture.Say) }
        );

    public static void Write(Sheet sheet, TrendScale scale, TrendPicture picture, TextStyle style)
    {
        var (slots, say) = (picture.Slots, picture.Say);
        var step = scale.X(1) - scale.X(0);
        var bottom = scale.Area.Bottom;
        for (var slot = 0; slot < slots.Count && step >= 18; slot++)
        {
            sheet.WriteMiddle(NameOf(slots[slot], step, say), scale.X(slot), bottom + 16, style, SKTextAlign.Center);
        }

        var years = slots.Select((quarter, slot) => (quarter.Year, Slot: slot)).GroupBy(place => place.Year).ToList();
        var wanted = sheet.Width(YearOf(2024, say), style) + 10;
        // Where years are narrower than their names, only every second or third is named.
        var every = Math.Max(1, (int)MathF.Ceiling(wanted / (4 * step)));
        foreach (var year in years)
        {
            var first = scale.X(year.First().Slot - 0.5f);
            var last = scale.X(year.Last().Slot + 0.5f);
            if (year.First().Slot > 0)
            {
                sheet.Line(first, bottom, first, bottom + 44, Tone.Rule);
            }

            if (year.Key % every == 0 && (last - first >= wanted || every > 1))
            {
                sheet.WriteMiddle(YearOf(year.Key, say), (first + last) / 2, bottom + 37, style, SKTextAlign.Center);
            }
        }
    }

    private static string YearOf(int year, ChartLanguage say) => say[$"{year}年", $"{year}"];

    // Where quarters stand close, the name is left to the year below.
    private static string NameOf(Quarter quarter, float step, ChartLanguage say)
    {
        var numeral = s_numerals[quarter.Number - 1];
        return say[
            step >= RoomForName ? numeral + "季度" : numeral,
            step >= 26 ? $"Q{quarter.Number}" : $"{quarter.Number}"
        ];
    }
}
