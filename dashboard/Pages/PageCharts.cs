using Analytics.Charts;
using Analytics.Dashboard.Api;

namespace Analytics.Dashboard.Pages;

/// <summary>The charts of one page, in the language in which it is read.</summary>
/// <param name="charts">Draws and keeps.</param>
/// <param name="speech">How the page is read.</param>
internal sealed class PageCharts(ChartService charts, Speech speech)
{
    /// <summary>Why nothing can be drawn; null when it can.</summary>
    public string? Problem => charts.Problem;

    /// <summary>What the page of a request gets, as handlers take it.</summary>
    public static ValueTask<PageCharts?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<PageCharts?>(
            new(context.RequestServices.GetRequiredService<ChartService>(), Speech.Of(context.Request))
        );

    /// <summary>What a page needs to lay its links over a chart.</summary>
    /// <param name="version">The version of the data.</param>
    /// <param name="address">The picture's address in Chinese, ending in .svg and its query.</param>
    /// <param name="chart">Makes the chart in a size and a language; null when there is nothing to draw.</param>
    /// <returns>Null when there is nothing to draw, or no font to draw it with.</returns>
    public ChartView? View(string version, string address, Func<ChartSize, ChartLanguage, Chart?> chart)
    {
        return charts.View(version, In(address, speech), size => chart(size, speech.ForCharts));
    }

    /// <summary>A picture's address in the language of a page; the usual language is not said.</summary>
    public static string In(string address, Speech speech) =>
        !speech.IsEnglish ? address
        : address.Contains('?', StringComparison.Ordinal) ? address + "&language=en"
        : address + "?language=en";
}
