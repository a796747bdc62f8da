using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analytics.Dashboard.Output;

/// <summary>Rows as CSV and JSON.</summary>
public static class TableOutput
{
    private static readonly JsonWriterOptions s_json = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Rows as CSV: a head, commas, line feeds, no byte order mark.</summary>
    public static string Csv<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new StringBuilder().AppendJoin("", CsvLines(columns, rows)).ToString();
    }

    /// <summary>The lines of <see cref="Csv"/>, each with its line feed, made as they are asked for.</summary>
    public static IEnumerable<string> CsvLines<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        rows.Select(row => string.Join(',', columns.Select(column => Cell(column.Value(row)))) + "\n")
            .Prepend(string.Join(',', columns.Select(column => Cell(column.Name))) + "\n");

    /// <summary>Rows as a JSON array of objects, numbers as numbers, Chinese as it is.</summary>
    public static string Json<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    json.WritePropertyName(column.Name);
                    Write(json, column.Value(row));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal number:
                json.WriteNumberValue(Numbers.Trim(number));
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            decimal number => Numbers.Trim(number).ToString(CultureInfo.InvariantCulture),
            string words => Harmless(words),
            _ => Text(value),
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? text
            : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }

    // A spreadsheet would run a text cell that begins like a formula.
    private static string Harmless(string words) =>
        words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + words : words;

    private static string Text(object value) =>
        value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            IEnumerable<string> words => string.Join(' ', words),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
