using System.Globalization;
using System.Text.Json;

namespace Analytics.Tests.Ingest;

/// <summary>The notices beside the repository that raise no alarm, with the identities that follow from the facts they are said to state.</summary>
internal static class SharedIdentities
{
    /// <summary>Every such notice; skips the test where the folder is absent.</summary>
    public static List<OwnNotice> All()
    {
        var notices = new List<OwnNotice>();
        foreach (var file in Directory.GetFiles(SharedNotices.Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var own = new OwnNotice(
                Path.GetFileNameWithoutExtension(file),
                File.ReadAllText(file),
                [],
                [],
                [],
                Identities(Path.ChangeExtension(file, ".expected.json"))
            );
            if (own.Identities.Count > 0 && own.Read(own.Text).Discrepancies.Count == 0)
            {
                notices.Add(own);
            }
        }

        return notices;
    }

    private static List<Identity> Identities(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var facts = json.RootElement.GetProperty("facts").EnumerateArray().Where(IsPrinted).ToList();
        List<Identity> all = [.. facts.Where(IsRate).Select(RateOf), .. Sums(facts)];
        return all.FindAll(identity =>
            identity.Holds(identity.Figures.ConvertAll(figure => decimal.Parse(figure, CultureInfo.InvariantCulture)))
        );
    }

    private static bool IsPrinted(JsonElement fact) =>
        !fact.TryGetProperty("ambiguous", out _) && !fact.TryGetProperty("count_implied", out _);

    private static bool IsRate(JsonElement fact) =>
        Text(fact, "measure") is "pass_rate" or "adoption_rate" or "on_time_rate"
        && fact.TryGetProperty("numerator", out _)
        && fact.TryGetProperty("denominator", out _)
        && !fact.TryGetProperty("numerator_derived", out _)
        && !fact.TryGetProperty("denominator_derived", out _);

    private static Identity RateOf(JsonElement fact) =>
        new("rate", [Raw(fact, "rate"), Raw(fact, "numerator"), Raw(fact, "denominator")]);

    // A total without a subject, and all the units, classes or platforms that have the same measure.
    private static IEnumerable<Identity> Sums(List<JsonElement> facts)
    {
        foreach (var total in facts.Where(fact => IsCount(fact) && !HasAny(fact, "unit", "group", "platform")))
        {
            foreach (var key in (string[])["unit", "group", "platform"])
            {
                var parts = facts.FindAll(fact =>
                    IsCount(fact)
                    && HasAny(fact, key)
                    && Text(fact, "channel") == Text(total, "channel")
                    && Text(fact, "measure") == Text(total, "measure")
                    && Text(fact, "category") == Text(total, "category")
                    && Text(fact, "level") == Text(total, "level")
                );
                if (parts.Count > 1)
                {
                    yield return new("sum", [Raw(total, "count"), .. parts.Select(part => Raw(part, "count"))]);
                }
            }
        }
    }

    private static bool IsCount(JsonElement fact) => fact.TryGetProperty("count", out _);

    private static bool HasAny(JsonElement fact, params string[] keys) =>
        Array.Exists(keys, key => fact.TryGetProperty(key, out _));

    private static string? Text(JsonElement fact, string key) =>
        fact.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static string Raw(JsonElement fact, string key) => fact.GetProperty(key).GetRawText();
}
