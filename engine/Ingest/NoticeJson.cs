using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Domain;

namespace Analytics.Ingest;

/// <summary>A notice as JSON, in exactly the keys that scripts rely on; absent values have no key.</summary>
/// <remarks>Source: the contract of <c>analytics read FILE --format json</c>.</remarks>
public static class NoticeJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Chinese stays readable; the text is never put into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <returns>Indented JSON without a byte order mark; spans are <c>[start, end]</c>.</returns>
    public static string Write(Notice notice)
    {
        using var buffer = new MemoryStream();
        Write(notice, buffer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes a notice to a stream as UTF-8.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="stream">Where to; not closed.</param>
    public static void Write(Notice notice, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(notice);
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteString("text", notice.Text);
        WriteDocument(json, notice.Document);
        WriteArray(json, "facts", notice.Facts, WriteFact);
        WriteArray(json, "checks", notice.Checks, WriteCheck);
        WriteArray(json, "discrepancies", notice.Discrepancies, WriteDiscrepancy);
        WriteArray(json, "unrecognised", notice.Unrecognised, WriteUnrecognised);
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, NoticeDocument document)
    {
        json.WriteStartObject("document");
        Text(json, "number", document.Number);
        Text(json, "title", document.Title);
        Text(json, "issuer", document.Issuer);
        Text(json, "issuedOn", document.IssuedOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Text(json, "quarter", document.Quarter?.ToString());
        json.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter json, Fact fact)
    {
        Text(json, "channel", fact.Channel);
        Text(json, "measure", fact.Measure);
        Text(json, "period", fact.Period);
        Text(json, "unit", fact.Unit);
        Text(json, "group", fact.Group);
        Text(json, "platform", fact.Platform);
        Text(json, "account", fact.Account);
        Text(json, "category", fact.Category);
        Text(json, "column", fact.Column);
        Text(json, "target", fact.Target);
        Text(json, "level", fact.Level);
        Number(json, "count", fact.Count);
        if (fact.CountImplied)
        {
            json.WriteBoolean("countImplied", value: true);
        }

        Number(json, "numerator", fact.Numerator);
        Number(json, "denominator", fact.Denominator);
        Number(json, "rate", fact.Rate);
        Number(json, "value", fact.Value);
        Text(json, "statedUnit", fact.StatedUnit);
        Text(json, "basis", fact.Basis);
        Text(json, "comparator", fact.Comparator);
        Number(json, "score", fact.Score);
        Number(json, "rank", fact.Rank);
        WriteSpan(json, "span", fact.Span);
        json.WriteString("location", fact.Location);
        json.WriteString("words", fact.Words);
    }

    private static void WriteCheck(Utf8JsonWriter json, Check check)
    {
        json.WriteString("what", check.What);
        json.WriteNumber("stated", check.Stated);
        json.WriteNumber("computed", check.Computed);
        WriteSpans(json, check.Spans);
    }

    private static void WriteDiscrepancy(Utf8JsonWriter json, Discrepancy discrepancy)
    {
        json.WriteString("code", discrepancy.Code);
        json.WriteString(
            "severity",
            discrepancy.Severity switch
            {
                Severity.Error => "error",
                Severity.Doubtful => "doubtful",
                _ => "style",
            }
        );
        Number(json, "stated", discrepancy.Stated);
        Number(json, "computed", discrepancy.Computed);
        json.WriteString("message", discrepancy.Message);
        WriteSpans(json, discrepancy.Spans);
    }

    private static void WriteUnrecognised(Utf8JsonWriter json, Unrecognised unrecognised)
    {
        WriteSpan(json, "span", unrecognised.Span);
        json.WriteString("words", unrecognised.Words);
    }

    private static void WriteArray<T>(
        Utf8JsonWriter json,
        string name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, IReadOnlyList<Span> spans)
    {
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, Span span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
