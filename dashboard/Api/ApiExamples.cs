namespace Analytics.Dashboard.Api;

/// <summary>An address to try for every GET route; all but those of an import, a model or a query answer on the data that is shipped.</summary>
internal static class ApiExamples
{
    private static readonly Dictionary<string, string> s_addresses = new(StringComparer.Ordinal)
    {
        ["quarters"] = "quarters",
        ["units"] = "units",
        ["units/{code}"] = "units/zhasake",
        ["units/aliases"] = "units/aliases",
        ["rankings/{quarter}"] = "rankings/2024Q4?rulebook=banner-quarterly&group=town",
        ["scores/{quarter}/{unit}"] = "scores/2024Q4/zhasake?rulebook=banner-quarterly",
        ["assessments/{quarter}"] = "assessments/2024Q4?rulebook=banner-yearly&year=2024",
        ["drafts/{quarter}.docx"] = "drafts/2024Q4.docx?rulebook=banner-quarterly&template=standard",
        ["sheets/{quarter}/{unit}.docx"] = "sheets/2024Q4/zhasake.docx?rulebook=banner-quarterly&due=2025-02-10",
        ["sheets/{quarter}.zip"] = "sheets/2024Q4.zip?rulebook=banner-quarterly&due=2025-02-10",
        ["rectifications/{quarter}.xlsx"] = "rectifications/2024Q4.xlsx?rulebook=banner-quarterly&due=2025-02-10",
        ["adoption/{quarter}"] = "adoption/2024Q4",
        ["trends/{metric}"] = "trends/newmedia_finding_count?unit=zhasake&from=2024Q1&to=2024Q4",
        ["coverage/{quarter}"] = "coverage/2024Q4",
        ["findings"] =
            "findings?quarter=2024Q4&unit=yingjiju&channel=website&platform=NONE&category=W-TYPO&level=city&q=应急&from=2024Q4&to=2024Q4&size=50",
        ["findings/{id}"] = "findings/1c8551132d6db8d9",
        ["notices"] = "notices?quarter=2024Q4",
        ["notices/{id}"] = "notices/notice-1ac96239",
        ["discrepancies"] = "discrepancies?quarter=2024Q4",
        ["batches"] = "batches",
        ["batches/{batch}"] = "batches/1",
        ["rulebooks"] = "rulebooks",
        ["rulebooks/{id}"] = "rulebooks/banner-quarterly",
        ["metrics"] = "metrics",
        ["metrics/{name}"] = "metrics/adoption_rate",
        ["charts/{name}.{format}"] = "charts/trend.svg?metric=newmedia_finding_count&from=2023Q1&to=2024Q4&width=800",
        ["imports/{id}"] = "imports/4f1c2a9be07d4c55",
        ["imports/{id}/refused.csv"] = "imports/4f1c2a9be07d4c55/refused.csv?sheet=1",
        ["models"] = "models",
        ["models/{id}"] = "models/0123456789ab",
        ["models/{id}/file"] = "models/0123456789ab/file",
        ["models/{id}/{chart}.{format}"] = "models/0123456789ab/confusion.svg",
        ["reviews"] = "reviews?quarter=2024Q4",
        ["queries"] = "queries",
        ["queries/{id}"] = "queries/0123456789abcdef?wait=1000&bom=false",
        ["queries/{id}/state"] = "queries/0123456789abcdef/state?wait=1000",
        ["queries/{id}/chart.{format}"] = "queries/0123456789abcdef/chart.svg?kind=bar&x=0&y=1",
        ["relations"] = "relations",
        ["saved-queries"] = "saved-queries",
    };

    /// <summary>The address, below /api/v1, for a route below it; null when there is none.</summary>
    public static string? AddressOf(string route) => s_addresses.GetValueOrDefault(route);

    /// <summary>The values that the address has for the parameters of its route.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(string route)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (AddressOf(route) is not { } address)
        {
            return values;
        }

        var parts = address.Split('?');
        var names = route.Split('/', '.');
        var given = parts[0].Split('/', '.');
        for (var i = 0; i < names.Length && i < given.Length; i++)
        {
            if (names[i].StartsWith('{'))
            {
                values[names[i].Trim('{', '}')] = given[i];
            }
        }

        foreach (var pair in parts.Skip(1).SelectMany(query => query.Split('&')))
        {
            values[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[
                (pair.IndexOf('=', StringComparison.Ordinal) + 1)..
            ];
        }

        return values;
    }
}
