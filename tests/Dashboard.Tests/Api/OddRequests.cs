using System.Text.Json.Nodes;

namespace Analytics.Tests.Api;

/// <summary>Odd requests over every GET route of an OpenAPI document: the same seed gives the same requests.</summary>
internal sealed class OddRequests(JsonNode document, int seed)
{
    private static readonly string[] s_values =
    [
        "",
        " ",
        "0",
        "1",
        "-1",
        "50",
        "1e9",
        "99999999999999999999",
        "NaN",
        "true",
        "null",
        "NONE",
        "ALL",
        "2024Q4",
        "2024q4",
        "2024Q5",
        "0000Q1",
        "2031Q1",
        "2024Q3.csv",
        "2024Q4.xlsx",
        ".csv",
        ".xlsx",
        "zhasake",
        "札萨克镇",
        "旗公安厅",
        "banner-quarterly",
        "town",
        "website",
        "newmedia",
        "抖音",
        "W-TYPO",
        "banner",
        "adoption_rate",
        "unit_score",
        "ranking",
        "png",
        "svg",
        "confusion",
        "notice-1ac96239",
        "1c8551132d6db8d9",
        "LTIwMjQ0CjEKMQpOT05FCjE",
        "'; drop table findings; --",
        "%' or 1=1",
        "$1",
        "{quarter}",
        "<script>alert(1)</script>",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "a?b#c&d=e",
        "\u0001",
        "a\nb",
        "\u202e",
        "\ufeff",
        "é e\u0301 ﷺ 👩‍👩‍👧",
        "２０２４Ｑ４",
        new string('很', 300),
        new string('x', 2500),
    ];

    private static readonly string[] s_accepts =
    [
        "",
        "*/*",
        "application/json",
        "text/csv",
        "text/html",
        "image/webp",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/json;q=0, text/csv;q=0.1",
        "no type",
    ];

    private readonly Random _random = new(seed);

    private readonly List<(
        string Path,
        Dictionary<string, string> Examples,
        Dictionary<string, string> Query
    )> _routes =
    [
        .. document["paths"]!
            .AsObject()
            .Where(path => path.Value!["get"] is not null)
            .Select(path =>
                (path.Key, ExamplesOf(path.Value!["get"]!, "path"), ExamplesOf(path.Value!["get"]!, "query"))
            ),
    ];

    /// <summary>The address and what is accepted.</summary>
    public IEnumerable<(string Address, string Accept)> Take(int count)
    {
        // Every route in turn, so that none is left out; those without parameters have little that could be odd.
        for (var (i, taken) = (0, 0); taken < count; i++)
        {
            var (path, examples, query) = _routes[i % _routes.Count];
            if (examples.Count + query.Count > 0 || _random.Next(8) == 0)
            {
                taken++;
                yield return (AddressOf(path, examples) + QueryOf(query), Pick(s_accepts));
            }
        }
    }

    private static Dictionary<string, string> ExamplesOf(JsonNode operation, string place) =>
        (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => (string)parameter!["in"]! == place)
            .ToDictionary(
                parameter => (string)parameter!["name"]!,
                parameter => parameter!["example"]?.ToString() ?? "",
                StringComparer.Ordinal
            );

    private string AddressOf(string path, Dictionary<string, string> examples)
    {
        // One odd value of two hides what the other does; a single one is meant often enough by chance.
        var isMeant = examples.Count > 1 && _random.Next(16) == 0;
        while (path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = path.IndexOf('}', start);
            var value = isMeant ? examples[path[(start + 1)..end]] : Pick(s_values);
            path = path[..start] + Uri.EscapeDataString(value) + path[(end + 1)..];
        }

        return _random.Next(10) == 0 ? path + Pick([".csv", ".xlsx", ".arrow", "/", "/x"]) : path;
    }

    private string QueryOf(Dictionary<string, string> known)
    {
        var names = known.Keys.ToList();
        var pairs = Enumerable
            .Range(0, names.Count == 0 ? _random.Next(20) / 19 : _random.Next(4))
            .Select(_ =>
            {
                var name = names.Count > 0 && _random.Next(12) > 0 ? names[_random.Next(names.Count)] : Pick(s_values);
                var value = _random.Next(2) == 0 && known.TryGetValue(name, out var example) ? example : Pick(s_values);
                return Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value);
            })
            .ToList();
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
