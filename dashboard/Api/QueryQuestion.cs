using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Analytics.Query;

namespace Analytics.Dashboard.Api;

/// <summary>A query as it is sent.</summary>
/// <param name="Sql">One SELECT, or EXPLAIN, DESCRIBE, SUMMARIZE of one, or SHOW TABLES.</param>
/// <param name="Parameters">A value for every $name in it: text, number, true, false or null. They are bound, never put into the text.</param>
/// <param name="Form">run, explain, describe or summarize; run by default.</param>
/// <param name="Rows">The most rows, 1 to 1,000,000; by default 10,000 as JSON, 1,000,000 in the other formats.</param>
/// <param name="Seconds">The deadline, up to 60; 10 by default.</param>
/// <param name="Wait">Milliseconds until the answer is 202 instead of the rows, at most 30,000; 0 only asks, and by default it waits for the end.</param>
/// <param name="Via">page, api or cli; api by default.</param>
/// <param name="By">Who asks; whoever runs the server by default.</param>
internal sealed record QueryQuestion(
    string Sql,
    Dictionary<string, JsonElement>? Parameters = null,
    [property: Description("run, explain, describe or summarize")] string? Form = null,
    long? Rows = null,
    double? Seconds = null,
    int? Wait = null,
    string? Via = null,
    string? By = null
)
{
    /// <summary>The longest that an answer waits, in milliseconds.</summary>
    public const int LongestWait = 30_000;

    /// <summary>The same in words.</summary>
    public const string WaitRule = "wait 是等待的毫秒数，应在 0 与 30000 之间。";

    private static readonly string[] s_vias = ["page", "api", "cli"];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    /// <param name="rows">The rows asked for.</param>
    /// <param name="seconds">The deadline asked for.</param>
    public string? Wrong(long rows, double seconds) =>
        string.IsNullOrWhiteSpace(Sql) ? "没有 SQL。请在 sql 中写一条 SELECT。"
        : rows is < 1 or > QueryRequest.MostRows ? Rule($"rows 是 {rows}，应在 1 与 {QueryRequest.MostRows} 之间。")
        : seconds is not (> 0 and <= 60) ? Rule($"seconds 是 {seconds}，应大于 0，不超过 60。")
        : Wait is < 0 or > LongestWait ? WaitRule
        : Form is not null && !Enum.GetNames<QueryForm>().Contains(Form, StringComparer.OrdinalIgnoreCase)
            ? $"form 是 “{Form}”，应为 run、explain、describe 或 summarize。"
        : Via is not null && !s_vias.Contains(Via, StringComparer.Ordinal) ? $"via 是 “{Via}”，应为 page、api 或 cli。"
        : null;

    /// <summary>A value of a parameter.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(JsonElement element, out object? value)
    {
        value = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when element.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number when element.TryGetDecimal(out var number) => number,
            JsonValueKind.Number => element.GetDouble(),
            _ => null,
        };
        return element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined);
    }

    private static string Rule(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
