using System.Net;
using System.Text.Json;
using Analytics.Warehouse;

namespace Analytics.Tests.Api;

/// <summary>Findings over HTTP, held against plain SQL on the snapshot and the facts of the 2024 Q4 notice.</summary>
public sealed class FindingsApiTests(ServerFixture server)
{
    [Fact]
    public async Task The_notice_has_199_new_media_findings_in_21_rows_the_towns_first()
    {
        var page = await JsonAsync("/api/v1/findings?quarter=2024Q4&channel=newmedia");

        var rows = page.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal((21, 21), (page.GetProperty("total").GetInt32(), rows.Count));
        Assert.Equal(199, rows.Sum(row => row.GetProperty("count").GetInt32()));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
        // 82 + 24 + 18 + 3 + 3 + 1 of six towns come before any department.
        Assert.Equal(131, rows.Take(6).Sum(row => row.GetProperty("count").GetInt32()));
        Assert.All(rows, row => Assert.Equal("banner", row.GetProperty("level").GetString()));
        Assert.All(rows, row => Assert.Equal("NONE", row.GetProperty("category").GetString()));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_and_all_pages_are_all_rows()
    {
        var expected = Ids("from findings where quarter between '2024Q1' and '2024Q4'");
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var after = cursor is null ? "" : "&cursor=" + cursor;
            var page = await JsonAsync("/api/v1/findings?from=2024Q1&to=2024Q4&size=7" + after);
            Assert.Equal(expected.Count, page.GetProperty("total").GetInt32());
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(IdOf));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);

        Assert.True(expected.Count > 500);
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        var whole = await JsonAsync("/api/v1/findings?from=2024Q1&to=2024Q4&size=500");
        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(IdOf), seen.Take(500));
    }

    [Theory]
    [InlineData("unit=札萨克镇", "unit = 'zhasake'")]
    [InlineData(
        "unit=旗公安局&from=2023Q1&to=2023Q4",
        "unit = (select unit from units where unit_name = '公安局') and left(quarter, 4) = '2023'"
    )]
    [InlineData("unit=NONE", "unit = 'NONE'")]
    [InlineData("channel=website&level=region", "channel = 'website' and level = 'region'")]
    [InlineData("category=NONE&quarter=2024Q4", "category = 'NONE' and quarter = '2024Q4'")]
    [InlineData("platform=NONE", "platform = 'NONE'")]
    [InlineData("q=应急", "contains(words, '应急') or contains(unit_words, '应急')")]
    [InlineData("q=%20%20&quarter=2024Q4", "quarter = '2024Q4'")]
    [InlineData("q=没有这样的词", "false")]
    public async Task A_filter_lets_through_what_plain_SQL_does(string query, string where)
    {
        var expected = Ids($"from findings where {where}");

        var page = await JsonAsync("/api/v1/findings?size=500&" + query);

        Assert.Equal(expected.Count, page.GetProperty("total").GetInt32());
        Assert.Equal(Math.Min(expected.Count, 500), page.GetProperty("items").GetArrayLength());
        Assert.Subset(
            expected.ToHashSet(StringComparer.Ordinal),
            page.GetProperty("items").EnumerateArray().Select(IdOf).ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_document_leads_to_its_findings()
    {
        var document = Query("select document from batches where file_name = '2024Q3.csv'")[0];

        var page = await JsonAsync("/api/v1/findings?size=1&document=" + Uri.EscapeDataString(document));

        Assert.Equal(Ids("from findings where quarter = '2024Q3'").Count, page.GetProperty("total").GetInt32());
        var first = page.GetProperty("items")[0];
        Assert.Equal("2024Q3.csv", first.GetProperty("fileName").GetString());
        Assert.True(first.GetProperty("isSample").GetBoolean());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("notice").ValueKind);
    }

    [Fact]
    public async Task A_finding_is_shown_with_everything_that_is_known_of_it()
    {
        var id = Ids("from findings where quarter = '2024Q4' and unit_words = '旗退役军人事务局' and level = 'region'")[
            0
        ];

        var found = await JsonAsync("/api/v1/findings/" + id);

        Assert.Equal(id, IdOf(found));
        Assert.Equal("旗退役军人事务局", found.GetProperty("unitWords").GetString());
        Assert.Equal(
            Query("select short_name from units where unit_name = '退役军人事务局'")[0],
            found.GetProperty("unitName").GetString()
        );
        Assert.Equal(("website", 1), (found.GetProperty("channel").GetString(), found.GetProperty("count").GetInt32()));
        Assert.Equal("stated", found.GetProperty("categorySource").GetString());
        Assert.Equal("notice.txt", found.GetProperty("fileName").GetString());
        Assert.Equal(found.GetProperty("document").GetString(), found.GetProperty("notice").GetString());
        Assert.Contains("旗退役军人事务局（1条", found.GetProperty("words").GetString()!, StringComparison.Ordinal);
        Assert.StartsWith("第", found.GetProperty("location").GetString()!, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, found.GetProperty("foundOn").ValueKind);
        Assert.False(found.GetProperty("isSample").GetBoolean());
    }

    [Fact]
    public async Task Csv_has_every_row_of_all_pages()
    {
        using var response = await server.Client.GetAsync(
            "/api/v1/findings.csv?from=2022Q1",
            TestContext.Current.CancellationToken
        );

        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("findings.csv", response.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("id,quarter,unit,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            Ids("from findings").Order(StringComparer.Ordinal),
            lines
                .Skip(1)
                .Where(line => line.Length > 0)
                .Select(line => line.Split(',')[0])
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("quarter=2024-4", 400, "malformed-quarter")]
    [InlineData("quarter=2020Q1", 404, "quarter-not-loaded")]
    [InlineData("from=last", 400, "malformed-quarter")]
    [InlineData("unit=旗公安厅", 404, "unknown-unit")]
    [InlineData("channel=网站", 404, "unknown-channel")]
    [InlineData("platform=电报", 404, "unknown-platform")]
    [InlineData("category=typo", 404, "unknown-category")]
    [InlineData("level=town", 404, "unknown-level")]
    [InlineData("document=none", 404, "unknown-document")]
    [InlineData("size=0", 400, "bad-request")]
    [InlineData("size=501", 400, "bad-request")]
    [InlineData("size=many", 400, "malformed-parameter")]
    [InlineData("q=%00a", 400, "bad-request")]
    [InlineData("cursor=2", 400, "malformed-cursor")]
    [InlineData("colour=red", 400, "unknown-parameter")]
    public async Task A_filter_that_is_not_understood_is_a_problem(string query, int status, string type)
    {
        using var response = await server.Client.GetAsync(
            "/api/v1/findings?" + query,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("/problems/" + type, (await ReadAsync(response)).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("findings/0", 404)]
    [InlineData("findings.csv?size=5", 400)]
    public async Task Other_requests_that_cannot_be_meant_are_problems_too(string path, int status)
    {
        using var response = await server.Client.GetAsync("/api/v1/" + path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    private static string IdOf(JsonElement finding) => finding.GetProperty("id").GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private IReadOnlyList<string> Ids(string from) => Query("select finding_id " + from);

    private IReadOnlyList<string> Query(string sql)
    {
        using var snapshot = new SnapshotStore(server.Warehouse).Open();
        return snapshot.Query(sql, row => row.GetString(0));
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }
}
