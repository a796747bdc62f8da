using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Grammar;

/// <summary>A period named in the text (2024年第四季度, 三季度, 7-9月, 2月份, 上半年, 2023年).</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Year">The year, null when it is not printed.</param>
/// <param name="FirstMonth">1 to 12.</param>
/// <param name="LastMonth">1 to 12, not before the first.</param>
/// <param name="IsDate">A day or a cut-off (截至2月底), which is no period of a number.</param>
internal readonly record struct PeriodMention(int Start, int End, int? Year, int FirstMonth, int LastMonth, bool IsDate)
{
    /// <summary>The quarter, when the period is one.</summary>
    public int? QuarterNumber => LastMonth == FirstMonth + 2 && LastMonth % 3 == 0 ? LastMonth / 3 : null;

    /// <summary>Whether only a year is named.</summary>
    public bool IsYear => FirstMonth == 1 && LastMonth == 12;

    /// <summary>The period's text in a year: 2024Q4, 2024H1, 2023, 2018-03, 2018-01/02.</summary>
    public string In(int year)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{FirstMonth:00}");
        return (FirstMonth, LastMonth) switch
        {
            (1, 12) => text[..4],
            (1, 6) => text[..4] + "H1",
            (7, 12) => text[..4] + "H2",
            _ when QuarterNumber is { } number => new Quarter(year, number).ToString(),
            _ when FirstMonth == LastMonth => text,
            _ => string.Create(CultureInfo.InvariantCulture, $"{text}/{LastMonth:00}"),
        };
    }
}
