using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Analytics.Tests.Importing;

namespace Analytics.Tests.Query;

/// <summary>Many who ask at once, on a server of their own.</summary>
public sealed class QueryCrowdTests : OwnServer
{
    // Fewer than may wait, and more than results are kept for later.
    private const int Clients = 40;
    private const int QueriesOfEach = 5;

    [Fact]
    public async Task Everybody_gets_the_rows_of_his_query_and_each_is_recorded()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(AskAsync));

        Assert.All(
            answers.SelectMany(own => own),
            answer => Assert.Equal((HttpStatusCode.OK, answer.Expected), (answer.Status, answer.Number))
        );
        var recorded = await Client.GetFromJsonAsync<JsonElement>("/api/v1/queries", Cancel);
        Assert.Equal(200, recorded.GetArrayLength());
        Assert.All(recorded.EnumerateArray(), line => Assert.Equal("done", line.GetProperty("outcome").GetString()));
    }

    private async Task<List<(HttpStatusCode Status, int Number, int Expected)>> AskAsync(int client)
    {
        var answers = new List<(HttpStatusCode, int, int)>();
        for (var query = 0; query < QueriesOfEach; query++)
        {
            var expected = (client * 100) + query;
            using var answer = await Client.PostAsJsonAsync(
                "/api/v1/queries",
                new { sql = $"select {expected} as n" },
                Cancel
            );
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
            answers.Add(
                (
                    answer.StatusCode,
                    answer.IsSuccessStatusCode ? body.GetProperty("rows")[0][0].GetInt32() : -1,
                    expected
                )
            );
        }

        return answers;
    }
}
