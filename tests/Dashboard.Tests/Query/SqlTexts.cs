using System.Globalization;
using System.Text.Json;
using Analytics.Query;

namespace Analytics.Tests.Query;

/// <summary>The statements of <c>attacks.sql.txt</c> and <c>honest.sql.txt</c>; README.md tells their form.</summary>
internal static class SqlTexts
{
    public static IReadOnlyList<SqlText> Attacks(string canary, string target) =>
        [.. Read("attacks.sql.txt").Select(text => text with { Sql = Fill(text, canary, target) })];

    public static IReadOnlyList<SqlText> Honest() => Read("honest.sql.txt");

    private static List<SqlText> Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Query", name);
        return [.. File.ReadAllText(path).Split("\n---\n").Select(Parse)];
    }

    private static SqlText Parse(string block)
    {
        var lines = block.Trim('\n').Split('\n');
        var head = lines.TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        return new(
            head[0]["# ".Length..].Replace("family: ", "", StringComparison.Ordinal),
            string.Join('\n', lines.Skip(head.Count)),
            head.Find(line => line.StartsWith("# parameters: ", StringComparison.Ordinal)) is { } parameters
                ? ParametersOf(parameters["# parameters: ".Length..])
                : [],
            [.. head.Where(line => line.StartsWith("# repeat: ", StringComparison.Ordinal))]
        );
    }

    private static List<QueryParameter> ParametersOf(string json) =>
        [
            .. JsonSerializer
                .Deserialize<Dictionary<string, JsonElement>>(json)!
                .Select(pair => new QueryParameter(
                    pair.Key,
                    pair.Value.ValueKind == JsonValueKind.Number ? pair.Value.GetInt64() : pair.Value.GetString()
                )),
        ];

    private static string Fill(SqlText text, string canary, string target)
    {
        var sql = text
            .Sql.Replace("{{canary}}", canary, StringComparison.Ordinal)
            .Replace("{{target}}", target, StringComparison.Ordinal)
            .Replace("{{nul}}", "\0", StringComparison.Ordinal);
        foreach (var repeat in text.Repeats)
        {
            var parts = repeat["# repeat: ".Length..].Split(' ', 3);
            var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
            sql = sql.Replace(
                "{{" + parts[0] + "}}",
                string.Concat(Enumerable.Repeat(parts[2], count)),
                StringComparison.Ordinal
            );
        }

        return sql;
    }
}

/// <summary>A statement.</summary>
/// <param name="Name">Its family, or what it shows.</param>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">Its values.</param>
/// <param name="Repeats">What stands in it many times.</param>
internal sealed record SqlText(
    string Name,
    string Sql,
    IReadOnlyList<QueryParameter> Parameters,
    IReadOnlyList<string> Repeats
)
{
    /// <summary>Short enough for a message.</summary>
    public string Shown => Sql.Length > 120 ? Sql[..120] + "…" : Sql;
}
