using System.Globalization;
using ExcelDataReader;

namespace Analytics.Sources.Tables;

/// <summary>The text of a workbook's cell, the same for every format.</summary>
internal static class CanonicalText
{
    private const double LargestDate = 2_958_466;

    /// <summary>The text of the value in a column of the current row; "" for an empty cell.</summary>
    public static string Of(IExcelDataReader reader, int column)
    {
        return reader.GetValue(column) switch
        {
            null => "",
            string text => Lines(text),
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime day => Date(day),
            TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm}"),
            double number => Number(reader, column, number),
            int number => Number(reader, column, number),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }

    /// <summary>A number without exponent, cut at the 15 digits that a worksheet keeps.</summary>
    public static string Number(double number)
    {
        if (!double.IsFinite(number))
        {
            return "#NUM!";
        }

        return Math.Abs(number) < 1e28
            // The conversion keeps 15 significant digits, so that 0.1 + 0.2 is 0.3.
            ? ((decimal)number).ToString("0.#############################", CultureInfo.InvariantCulture)
            : number.ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary>A share as a percentage with at most so many decimals, rounded half away from zero.</summary>
    /// <remarks>A format pads what was typed as 54% to 54.00%; the zeros would claim a precision that nobody stated.</remarks>
    public static string Percent(double share, int decimals)
    {
        if (!double.IsFinite(share) || Math.Abs(share) >= 1e20)
        {
            return Number(share);
        }

        var percent = Math.Round((decimal)share * 100m, Math.Min(decimals, 10), MidpointRounding.AwayFromZero);
        return percent.ToString("0.##########", CultureInfo.InvariantCulture) + "%";
    }

    private static string Number(IExcelDataReader reader, int column, double number)
    {
        if (NumberFormat.PercentDecimals(reader.GetNumberFormatString(column)) is { } decimals)
        {
            return Percent(number, decimals);
        }

        return NumberFormat.IsEastAsianDate(reader.GetNumberFormatIndex(column)) && number is > 0 and < LargestDate
            ? Date(DateTime.FromOADate(number))
            : Number(number);
    }

    private static string Date(DateTime moment)
    {
        // A day's fraction in binary falls a millisecond short of the full minute.
        var rounded = moment.AddMilliseconds(500);
        return (rounded.Year, rounded.TimeOfDay.TotalMinutes) switch
        {
            (< 1900, _) => rounded.ToString("HH:mm", CultureInfo.InvariantCulture),
            (_, < 1) => rounded.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => rounded.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        };
    }

    private static string Lines(string text) =>
        text.AsSpan().IndexOfAny('\r', '_') < 0
            ? text
            // _x000D_ is how a worksheet writes the carriage return of a line break.
            : text.Replace("_x000D_", "", StringComparison.Ordinal)
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n');
}
