using System.Globalization;

namespace Analytics.Export;

/// <summary>A value as its cell will hold it.</summary>
/// <param name="Value">Clean text or a number in invariant notation; null leaves the cell empty.</param>
/// <param name="IsText">Whether <paramref name="Value"/> is text.</param>
/// <param name="Style">How it is shown, before anything is wrapped.</param>
internal readonly record struct CellContent(string? Value, bool IsText, CellStyle Style)
{
    /// <summary>The formula that gives the number; null for a plain value.</summary>
    internal string? Formula { get; private init; }

    // Day numbers before it differ between programs: some believe in 29 February 1900.
    private static readonly DateTime s_firstSafeDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The content for a value; null when a cell cannot hold it.</summary>
    internal static CellContent? Of(object? value, CellFormat column) =>
        value switch
        {
            null => new CellContent(null, IsText: false, Styles.For(column)),
            string text => OfText(text),
            bool flag => OfText(flag ? "是" : "否"),
            decimal number => OfDecimal(number, column),
            int or long or short or sbyte or byte or ushort or uint or ulong => OfDecimal(
                Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                column
            ),
            double number when double.IsFinite(number) => OfDouble(number, column),
            DateOnly day => OfDate(day.ToDateTime(TimeOnly.MinValue)),
            DateTime time => OfDate(time),
            CellFormula { Value: { } result } formula => OfDecimal(result, column) with { Formula = formula.Text },
            CellFormula formula => new CellContent(null, IsText: false, Styles.For(column)) { Formula = formula.Text },
            _ => null,
        };

    /// <summary>How many characters of half width it takes on the screen.</summary>
    internal int Width()
    {
        if (Value is null || IsText)
        {
            return Value is null ? 0 : CellText.Width(Value);
        }

        var point = Value.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? Value.Length : point;
        return Style switch
        {
            CellStyle.Integer or CellStyle.Whole => whole,
            CellStyle.Score => whole + 3,
            CellStyle.Fraction => Math.Min(Value.Length, whole + 7),
            CellStyle.Percent => whole + 5,
            CellStyle.Points => whole + 3,
            CellStyle.Date => 10,
            CellStyle.DateTime => 16,
            _ => Value.Length,
        };
    }

    private static CellContent OfText(string text)
    {
        var clean = CellText.Clean(text);
        return new(clean, IsText: true, CellText.LooksLikeFormula(clean) ? CellStyle.Quoted : CellStyle.Text);
    }

    private static CellContent OfDecimal(decimal number, CellFormat column)
    {
        var isWhole = decimal.IsInteger(decimal.Round(number, 6, MidpointRounding.AwayFromZero));
        var text = number.ToString(CultureInfo.InvariantCulture);
        text = text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
        return new(text is "-0" ? "0" : text, IsText: false, Styles.For(column, isWhole));
    }

    private static CellContent OfDouble(double number, CellFormat column)
    {
        var isWhole = double.IsInteger(number) || double.IsInteger(RoundedToSix(number));
        return new(
            number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture),
            IsText: false,
            Styles.For(column, isWhole)
        );
    }

    private static double RoundedToSix(double number) => Math.Round(number, 6, MidpointRounding.AwayFromZero);

    private static CellContent OfDate(DateTime time)
    {
        var isDay = time.TimeOfDay == TimeSpan.Zero;
        return time < s_firstSafeDay
            ? OfText(time.ToString(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : new(
                time.ToOADate().ToString("R", CultureInfo.InvariantCulture),
                IsText: false,
                isDay ? CellStyle.Date : CellStyle.DateTime
            );
    }
}
