using System.Text.Json;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;

namespace Analytics.Tests.Ingest;

/// <summary>The invented notices of Golden/Notices with the facts, discrepancies and identities that somebody wrote down by hand.</summary>
internal sealed record OwnNotice(
    string Id,
    string Text,
    List<ExpectedFact> Facts,
    List<string?> Periods,
    List<string> Discrepancies,
    List<Identity> Identities
)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Golden", "Notices");

    /// <summary>Every notice, by id.</summary>
    public static IEnumerable<OwnNotice> All =>
        Directory.GetDirectories(s_folder).Order(StringComparer.Ordinal).Select(Load);

    /// <summary>Reads a text under this notice's name.</summary>
    public Notice Read(string text) => NoticeReader.Read(new SourceText($"{Id}.txt", default, "", text, "UTF-8"));

    private static OwnNotice Load(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var root = json.RootElement;
        var facts = root.GetProperty("facts").EnumerateArray().ToList();
        return new(
            Path.GetFileName(folder),
            File.ReadAllText(Path.Combine(folder, "notice.txt")),
            [.. facts.SelectMany(ExpectedFact.From)],
            facts.ConvertAll(fact => fact.GetProperty("period").GetString()),
            [.. root.GetProperty("discrepancies").EnumerateArray().Select(code => code.GetString()!)],
            [.. root.GetProperty("identities").EnumerateArray().Select(Identity.From)]
        );
    }
}

/// <summary>Figures of a notice that must agree: 412 = 46 + 158 + 208, or 82 of 84 is 97.6 %.</summary>
/// <param name="Kind">sum, or some (其中 may leave some over): total, parts; rate, or rest of those that failed: percent, numerator, denominator; balance: in, in, out, out.</param>
/// <param name="Figures">The figures as printed.</param>
internal sealed record Identity(string Kind, List<string> Figures)
{
    /// <summary>Whether it is a rate.</summary>
    public bool IsRate => Kind is "rate" or "rest";

    public static Identity From(JsonElement json)
    {
        var words = json.GetString()!.Split(' ');
        return new(words[0], [.. words[1..]]);
    }

    /// <summary>Whether the figures agree, a rate to half a unit of its last printed digit.</summary>
    public bool Holds(IReadOnlyList<decimal> figures)
    {
        if (Kind == "balance")
        {
            return figures[0] + figures[1] == figures[2] + figures[3];
        }

        if (!IsRate)
        {
            var sum = figures.Skip(1).Sum();
            return Kind == "some" ? sum <= figures[0] : figures[0] == sum;
        }

        var some = Kind == "rest" ? figures[2] - figures[1] : figures[1];
        var point = Figures[0].IndexOf('.', StringComparison.Ordinal);
        var unit = 1m;
        for (var i = 0; point >= 0 && i < Figures[0].Length - point - 1; i++)
        {
            unit /= 10m;
        }

        return figures[2] > 0 && Math.Abs((some * 100m / figures[2]) - figures[0]) <= unit / 2;
    }
}
