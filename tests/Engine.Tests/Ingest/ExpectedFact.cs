using System.Text.Json;
using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>A fact written down by hand, in the terms of the measure table.</summary>
internal sealed record ExpectedFact(
    string Channel,
    string Measure,
    decimal Number,
    string? Unit,
    string? Account,
    string? Platform,
    string? Group,
    string? Target,
    string? Category,
    string? Level,
    decimal? Rate,
    bool IsAmbiguous,
    bool IsImplied,
    bool IsShare
)
{
    private static readonly HashSet<string> s_measures =
    [
        .. typeof(Measure)
            .GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    public static IEnumerable<ExpectedFact> From(JsonElement json)
    {
        var measure = Text(json, "measure")!;
        var stem = measure.EndsWith("_change", StringComparison.Ordinal) ? measure[..^"_change".Length] : measure;
        var known = s_measures.Contains(stem) ? measure : Analytics.Domain.Measure.Other;
        if (json.TryGetProperty("values", out var values))
        {
            foreach (var value in values.EnumerateArray())
            {
                yield return Of(json, known, value.GetDecimal());
            }
        }
        else
        {
            // A sampling share is the rate of the number that was inspected.
            var isShare = measure == "inspected_share";
            yield return Of(json, isShare ? Analytics.Domain.Measure.Inspected : known, Printed(json));
        }
    }

    public bool Matches(Fact fact)
    {
        var number = Rate is not null && Rate == Number ? fact.Rate : fact.Number;
        return fact.Channel == Channel
            && fact.Measure == Measure
            && number == Number
            && (Unit is null ? fact.Unit is null || Unit == fact.Unit : Same(Unit, fact.Unit))
            && (Account is null || Same(Account, fact.Account))
            && (Platform is null || Same(Platform, fact.Platform));
    }

    // 微博 and 政务微博, 抖音 and 抖音账号 are the same platform.
    private static bool Same(string expected, string? found) =>
        found is not null
        && found.Replace(" ", "", StringComparison.Ordinal) == expected.Replace(" ", "", StringComparison.Ordinal);

    private static ExpectedFact Of(JsonElement json, string measure, decimal number) =>
        new(
            Text(json, "channel")!,
            measure,
            number,
            Text(json, "unit"),
            Text(json, "account"),
            Text(json, "platform"),
            Text(json, "group"),
            Text(json, "target"),
            Text(json, "category"),
            Text(json, "level"),
            json.TryGetProperty("rate", out var rate) ? rate.GetDecimal() : null,
            json.TryGetProperty("ambiguous", out _),
            json.TryGetProperty("count_implied", out _),
            Text(json, "measure") == "inspected_share"
        );

    private static decimal Printed(JsonElement json)
    {
        foreach (var key in (string[])["count", "value", "score", "rate"])
        {
            if (json.TryGetProperty(key, out var number))
            {
                return number.GetDecimal();
            }
        }

        throw new InvalidOperationException(json.GetRawText());
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? value.GetString() : null;
}
