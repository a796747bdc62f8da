using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Analytics.Domain;

/// <summary>A calendar quarter (季度); its text is <c>2024Q4</c> in data, addresses and SQL.</summary>
/// <param name="Year">The calendar year, 1900 to 2999.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    private static readonly string[] s_numerals = ["一", "二", "三", "四"];

    /// <summary>The quarter before this one (上季度), the base of 环比.</summary>
    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    /// <summary>The quarter after this one.</summary>
    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <summary>The same quarter one year earlier (去年同期), the base of 同比.</summary>
    public Quarter YearBefore => new(Year - 1, Number);

    /// <summary>The first day of the quarter.</summary>
    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    /// <summary>The last day of the quarter.</summary>
    public DateOnly LastDay => Next.FirstDay.AddDays(-1);

    /// <summary>How people write it: 2024年第四季度.</summary>
    public string Chinese => string.Create(CultureInfo.InvariantCulture, $"{Year}年第{s_numerals[Number - 1]}季度");

    /// <summary>How people write it in English: Q4 2024.</summary>
    public string English => string.Create(CultureInfo.InvariantCulture, $"Q{Number} {Year}");

    /// <summary>Reads <c>2024Q4</c>; nothing else is a quarter.</summary>
    /// <param name="text">The text to read, may be null.</param>
    /// <param name="quarter">The quarter when the result is true.</param>
    /// <returns>False for any other text, never an exception.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        if (
            text is not { Length: 6 }
            || text[4] is not ('Q' or 'q')
            || text[5] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1900 or > 2999
        )
        {
            return false;
        }

        quarter = new(year, text[5] - '0');
        return true;
    }

    /// <summary>Reads <c>2024Q4</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <exception cref="FormatException">The text is no quarter; the message says what one looks like.</exception>
    public static Quarter Parse(string text) =>
        TryParse(text, out var quarter)
            ? quarter
            : throw new FormatException($"“{text}”不是季度。请写成年份加 Q 加 1 到 4，例如 2024Q4。");

    /// <summary>The quarter that holds a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => ((Year * 4) + Number).CompareTo((other.Year * 4) + other.Number);

    /// <summary><c>2024Q4</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}
