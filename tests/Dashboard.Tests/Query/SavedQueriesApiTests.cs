using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Analytics.Tests.Query;

/// <summary>What an analyst finds beside the editor: saved queries, examples, the relations with their comments.</summary>
public sealed class SavedQueriesApiTests(ServerFixture fixture)
{
    // The names that others rely on.
    private static readonly string[] s_promised =
    [
        "quarters",
        "units",
        "unit_aliases",
        "unit_successions",
        "accounts",
        "categories",
        "notices",
        "findings",
        "submissions",
        "inspections",
        "coverage",
        "vetoes",
        "requests",
        "stated_totals",
        "discrepancies",
        "batches",
        "rulebooks",
        "rulebook_rules",
        "classifications",
        "annotations",
        "finding_cube",
        "unit_quarter",
        "unit_score",
        "score_lines",
        "ranking",
        "adoption_rate",
        "trend",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_is_saved_found_and_removed_and_an_example_stays()
    {
        using var content = JsonContent.Create(
            new
            {
                title = "我的查询",
                sql = "select $q as q",
                parameters = new[] { new { name = "q", value = "2024Q4" } },
            }
        );
        using var saved = await fixture.Client.PostAsync("/api/v1/saved-queries", content, Cancel);
        var id = (await Asking.JsonAsync(saved)).GetProperty("id").GetString();
        using var page = await fixture.Client.GetAsync($"/sql/{id}", Cancel);
        using var removed = await fixture.Client.DeleteAsync($"/api/v1/saved-queries/{id}", Cancel);
        using var gone = await fixture.Client.GetAsync($"/sql/{id}", Cancel);
        using var example = await fixture.Client.DeleteAsync("/api/v1/saved-queries/01-rank-changes", Cancel);

        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        Assert.Contains("select $q as q", await page.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, example.StatusCode);
    }

    [Fact]
    public async Task Relations_are_told_with_their_comments()
    {
        var relations = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/v1/relations", Cancel);
        var byName = relations.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!);

        Assert.All(
            byName.Values,
            one => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", one.GetProperty("comment").GetString()!)
        );
        Assert.All(
            byName.Values.SelectMany(one =>
                one.GetProperty("columns")
                    .EnumerateArray()
                    .Select(column => (Table: one.GetProperty("name").GetString(), Column: column))
            ),
            column =>
                Assert.True(
                    column.Column.GetProperty("comment").GetString()!.Length > 0,
                    $"{column.Table}.{column.Column.GetProperty("name")}"
                )
        );
        Assert.Empty(s_promised.Except(byName.Keys));
        Assert.Equal(
            ["of_quarter", "of_rulebook"],
            byName["ranking"].GetProperty("parameters").EnumerateArray().Select(name => name.GetString())
        );
    }

    [Fact]
    public async Task Every_example_runs_with_its_own_values()
    {
        var saved = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/v1/saved-queries", Cancel);
        var examples = saved.EnumerateArray().Where(query => query.GetProperty("isExample").GetBoolean()).ToList();

        Assert.True(examples.Count >= 12, $"{examples.Count} examples");
        foreach (var example in examples)
        {
            using var answer = await fixture.AskAsync(
                new
                {
                    sql = example.GetProperty("sql").GetString(),
                    parameters = example
                        .GetProperty("parameters")
                        .EnumerateArray()
                        .ToDictionary(
                            field => field.GetProperty("name").GetString()!,
                            field => Typed(field.GetProperty("value").GetString()!)
                        ),
                }
            );
            Assert.True(
                answer.IsSuccessStatusCode,
                example.GetProperty("id") + ": " + await answer.Content.ReadAsStringAsync(Cancel)
            );
        }
    }

    private static object Typed(string value) =>
        long.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value;
}
