using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Output;
using Analytics.Query;

namespace Analytics.Tests.Query;

/// <summary>Queries over HTTP.</summary>
public sealed class QueriesApiTests(ServerFixture fixture)
{
    private const string Queries = Asking.Queries;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_come_with_names_types_and_bound_parameters()
    {
        using var answer = await fixture.AskAsync(
            new
            {
                sql = "select $quarter as quarter, 28::decimal(10, 2) / 1 as n, 12345678901234567890::hugeint as big, [1, 2] as list, null as nothing, '千' as words",
                parameters = new { quarter = "2024Q4'; drop table units; --" },
            }
        );
        var body = await Asking.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("VARCHAR", body.GetProperty("columns")[0].GetProperty("type").GetString());
        Assert.Equal("HUGEINT", body.GetProperty("columns")[2].GetProperty("type").GetString());
        Assert.Equal("INTEGER[]", body.GetProperty("columns")[3].GetProperty("type").GetString());
        var row = body.GetProperty("rows")[0];
        Assert.Equal("2024Q4'; drop table units; --", row[0].GetString());
        Assert.Equal(28m, row[1].GetDecimal());
        // A double would hold ...568 instead of ...890.
        Assert.Equal("12345678901234567890", row[2].GetString());
        Assert.Equal([1, 2], row[3].EnumerateArray().Select(item => item.GetInt32()));
        Assert.Equal(JsonValueKind.Null, row[4].ValueKind);
        Assert.Equal("千", row[5].GetString());
        Assert.Equal(1, body.GetProperty("rowCount").GetInt32());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("truncated").ValueKind);
        Assert.Equal("1", answer.Headers.GetValues("Analytics-Rows").Single());
        Assert.False(answer.Headers.Contains("Analytics-Truncated"));
    }

    [Fact]
    public async Task The_ranking_by_sql_is_the_ranking_of_the_page()
    {
        var byRoute = await fixture.Client.GetFromJsonAsync<JsonElement>("/api/v1/rankings/2024Q4", Cancel);
        using var answer = await fixture.AskAsync(
            new { sql = "select unit, score from ranking('2024Q4', null) where score is not null" }
        );
        var bySql = (await Asking.JsonAsync(answer))
            .GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(row => row[0].GetString()!, row => row[1].GetDecimal());

        var expected = byRoute
            .GetProperty("rows")
            .EnumerateArray()
            .Where(row => row.GetProperty("score").ValueKind == JsonValueKind.Number)
            .ToDictionary(row => row.GetProperty("unit").GetString()!, row => row.GetProperty("score").GetDecimal());
        Assert.NotEmpty(expected);
        Assert.Equal(expected, bySql);
    }

    [Theory]
    [InlineData("selec 1", 400, "query-syntax", 1, 1)]
    [InlineData("select 1,\n  '千', read_text('/etc/passwd')", 403, "query-not-allowed", 2, 8)]
    [InlineData("select 1 from 'x.csv'", 403, "query-not-allowed", 1, 15)]
    [InlineData("select 1; select 2", 403, "query-not-allowed", null, null)]
    [InlineData("drop table units", 403, "query-not-allowed", null, null)]
    [InlineData("select nobody from units", 400, "query-failed", 1, 8)]
    [InlineData("select $q", 400, "query-failed", null, null)]
    [InlineData("select len(range(400000000))", 422, "query-memory", null, null)]
    public async Task A_refusal_says_what_and_where(string sql, int status, string type, int? line, int? column)
    {
        using var answer = await fixture.AskAsync(new { sql });
        var problem = await Asking.JsonAsync(answer);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("/problems/" + type, problem.GetProperty("type").GetString());
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("detail").GetString()!);
        Assert.Equal(line, problem.TryGetProperty("line", out var found) ? found.GetInt32() : null);
        Assert.Equal(column, problem.TryGetProperty("column", out found) ? found.GetInt32() : null);
    }

    [Theory]
    [InlineData("""{"sql":""}""")]
    [InlineData("""{"sql":"select 1","rows":0}""")]
    [InlineData("""{"sql":"select 1","rows":1000001}""")]
    [InlineData("""{"sql":"select 1","seconds":61}""")]
    [InlineData("""{"sql":"select 1","seconds":-1}""")]
    [InlineData("""{"sql":"select 1","wait":30001}""")]
    [InlineData("""{"sql":"select 1","form":"drop"}""")]
    [InlineData("""{"sql":"select 1","via":"somewhere"}""")]
    [InlineData("""{"sql":"select $a","parameters":{"a":[1]}}""")]
    [InlineData("""{"sql":""")]
    public async Task What_cannot_be_meant_is_a_bad_request(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await fixture.Client.PostAsync(Queries, content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Too_long_a_text_is_refused_before_anything_reads_it()
    {
        using var answer = await fixture.AskAsync(new { sql = "select 1" + new string(' ', QueryRequest.MostText) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("/problems/too-large", (await Asking.JsonAsync(answer)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_and_the_next_query_works()
    {
        using var late = await fixture.AskAsync(
            new { sql = "select count(*) from range(100000000000)", seconds = 0.5 }
        );
        using var next = await fixture.AskAsync(new { sql = "select 42 as n" });

        Assert.Equal(HttpStatusCode.GatewayTimeout, late.StatusCode);
        Assert.Equal("/problems/query-timeout", (await Asking.JsonAsync(late)).GetProperty("type").GetString());
        Assert.Equal(42, (await Asking.JsonAsync(next)).GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task A_limit_of_rows_is_said_in_body_header_and_last_line()
    {
        const string Sql = "select i from range(25) t(i)";
        using var json = await fixture.AskAsync(new { sql = Sql, rows = 10 });
        using var csv = await fixture.AskAsync(new { sql = Sql, rows = 10 }, "text/csv");
        using var lines = await fixture.AskAsync(new { sql = Sql, rows = 10 }, "application/x-ndjson");
        using var exact = await fixture.AskAsync(new { sql = Sql, rows = 25 });
        var body = await Asking.JsonAsync(json);

        Assert.Equal("rows", json.Headers.GetValues("Analytics-Truncated").Single());
        Assert.Equal("rows", body.GetProperty("truncated").GetString());
        Assert.Equal(10, body.GetProperty("rows").GetArrayLength());
        var text = await csv.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(12, text.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("结果不完整", text.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains(
            "\"truncated\":\"rows\"",
            (await lines.Content.ReadAsStringAsync(Cancel)).TrimEnd('\n').Split('\n')[^1],
            StringComparison.Ordinal
        );
        Assert.Equal(JsonValueKind.Null, (await Asking.JsonAsync(exact)).GetProperty("truncated").ValueKind);
    }

    [Fact]
    public async Task Every_format_comes_by_accept_and_by_suffix()
    {
        var starts = new Dictionary<string, byte[]>
        {
            ["json"] = "{\"columns\""u8.ToArray(),
            ["ndjson"] = "{\"a\":1"u8.ToArray(),
            ["csv"] = [0xEF, 0xBB, 0xBF, (byte)'a'],
            ["xlsx"] = "PK"u8.ToArray(),
            ["arrow"] = [0xFF, 0xFF, 0xFF, 0xFF],
            ["parquet"] = "PAR1"u8.ToArray(),
        };
        foreach (var format in ResultFormat.All)
        {
            using var asked = await fixture.AskAsync(new { sql = "select 1 as a, '千' as b" }, format.MediaType);
            var id = asked.Headers.GetValues("Analytics-Query").Single();
            var byAccept = await asked.Content.ReadAsByteArrayAsync(Cancel);
            using var again = await fixture.Client.GetAsync($"{Queries}/{id}{format.Suffix}", Cancel);
            using var content = JsonContent.Create(new { sql = "select 1 as a, '千' as b" });
            using var posted = await fixture.Client.PostAsync(Queries + format.Suffix, content, Cancel);

            Assert.Equal(format.MediaType, asked.Content.Headers.ContentType?.MediaType);
            Assert.Equal(starts[format.Name], byAccept.Take(starts[format.Name].Length));
            Assert.Equal(byAccept.Length, (await again.Content.ReadAsByteArrayAsync(Cancel)).Length);
            Assert.Equal(format.MediaType, posted.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_format_that_cannot_hold_a_result_says_so_and_another_can()
    {
        // 129 columns 128 times; a sheet has 16,384.
        var narrow = string.Join(", ", Enumerable.Range(0, 129).Select(column => $"1 as c{column}"));
        var wide = $"select {string.Join(", ", Enumerable.Repeat("t.*", 128))} from (select {narrow}) as t";
        using var refused = await fixture.AskAsync(new { sql = wide }, ResultFormat.Workbook.MediaType);
        var id = refused.Headers.GetValues("Analytics-Query").Single();
        using var csv = await fixture.Client.GetAsync($"{Queries}/{id}.csv", Cancel);
        var problem = await Asking.JsonAsync(refused);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.Contains("16512列", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "c0,c1,",
            (await csv.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF'),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_result_cut_within_a_batch_keeps_every_value_of_the_rows_it_has()
    {
        using var answer = await fixture.AskAsync(
            new
            {
                sql = "select case when i % 3 > 0 then i end as n, case when i % 4 > 0 then i % 2 = 0 end as flag, "
                    + "case when i % 5 > 0 then '第' || i || '行' end as words, case when i % 2 > 0 then [i, null] end as list, "
                    + "case when i % 7 > 0 then {'a': i} end as pair from range(25) t(i)",
                rows = 13,
            }
        );
        var rows = (await Asking.JsonAsync(answer))
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => row.GetRawText());

        var expected = Enumerable
            .Range(0, 13)
            .Select(i =>
                $"[{(i % 3 > 0 ? $"{i}" : "null")},{(i % 4 > 0 ? i % 2 == 0 ? "true" : "false" : "null")},"
                + $"{(i % 5 > 0 ? $"\"第{i}行\"" : "null")},{(i % 2 > 0 ? $"[{i},null]" : "null")},"
                + $"{(i % 7 > 0 ? $"{{\"a\":{i}}}" : "null")}]"
            );
        Assert.Equal(expected, rows);
    }

    [Fact]
    public async Task A_long_query_is_followed_and_fetched_by_its_id_then_let_go()
    {
        using var asked = await fixture.AskAsync(
            new { sql = "select count(*) as n from range(300000000) t(i) where i % 7 = 3", wait = 0 }
        );
        var state = await Asking.JsonAsync(asked);
        var id = state.GetProperty("id").GetString();
        using var done = await fixture.Client.GetAsync($"{Queries}/{id}?wait=30000", Cancel);
        using var removed = await fixture.Client.DeleteAsync($"{Queries}/{id}", Cancel);
        using var gone = await fixture.Client.GetAsync($"{Queries}/{id}", Cancel);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal($"{Queries}/{id}", asked.Headers.Location?.ToString());
        Assert.Contains(state.GetProperty("state").GetString(), (string[])["queued", "running"]);
        // 3, 10, 17 … below 300,000,000: (299,999,999 − 3) / 7, rounded down, and one.
        Assert.Equal(42_857_143, (await Asking.JsonAsync(done)).GetProperty("rows")[0][0].GetInt64());
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_query_that_is_given_up_ends_at_once()
    {
        using var content = JsonContent.Create(
            new
            {
                sql = "select count(*) from range(100000000000)",
                seconds = 60,
                wait = 0,
            }
        );
        using var asked = await fixture.Client.PostAsync(Queries, content, Cancel);
        var id = (await Asking.JsonAsync(asked)).GetProperty("id").GetString();

        var waiting = fixture.Client.GetAsync($"{Queries}/{id}?wait=30000", Cancel);
        using var removed = await fixture.Client.DeleteAsync($"{Queries}/{id}", Cancel);
        using var ended = await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancel);

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        // Where the removal came first, there is nothing left to wait for.
        Assert.Contains(ended.StatusCode, (HttpStatusCode[])[HttpStatusCode.Conflict, HttpStatusCode.NotFound]);
    }

    [Fact]
    public async Task A_query_that_is_given_up_while_it_runs_is_recorded_too()
    {
        var mark = Guid.NewGuid().ToString("N");
        using var content = JsonContent.Create(
            new
            {
                sql = $"select count(*), '{mark}' from range(100000000000)",
                seconds = 60,
                wait = 0,
            }
        );
        using var asked = await fixture.Client.PostAsync(Queries, content, Cancel);
        var id = (await Asking.JsonAsync(asked)).GetProperty("id").GetString();
        while (await StateOfAsync(id) == "queued")
        {
            await Task.Delay(50, Cancel);
        }

        using var removed = await fixture.Client.DeleteAsync($"{Queries}/{id}", Cancel);

        var outcome = (string?)null;
        for (var look = 0; outcome is null && look < 200; look++)
        {
            await Task.Delay(50, Cancel);
            outcome = (await fixture.Client.GetFromJsonAsync<JsonElement>(Queries, Cancel))
                .EnumerateArray()
                .Where(line => line.GetProperty("id").GetString() == id)
                .Select(line => line.GetProperty("outcome").GetString())
                .SingleOrDefault();
        }

        Assert.Equal("cancelled", outcome);
    }

    private async Task<string?> StateOfAsync(string? id) =>
        (await fixture.Client.GetFromJsonAsync<JsonElement>($"{Queries}/{id}/state", Cancel))
            .GetProperty("state")
            .GetString();

    [Theory]
    [InlineData("explain", "select count(*) from findings", "explain_key")]
    [InlineData("describe", "select 1 as a", "column_name")]
    [InlineData("summarize", "from units", "column_name")]
    [InlineData("run", "describe findings", "column_name")]
    [InlineData("run", "SHOW TABLES;", "name")]
    [InlineData("run", "explain analyze select 1", "explain_key")]
    public async Task The_forms_around_a_select_are_offered(string form, string sql, string first)
    {
        using var answer = await fixture.AskAsync(new { sql, form });
        var body = await Asking.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(first, body.GetProperty("columns")[0].GetProperty("name").GetString());
        Assert.True(body.GetProperty("rowCount").GetInt32() > 0);
    }

    [Fact]
    public async Task Every_query_is_recorded_also_a_refused_one_and_no_query_reads_the_record()
    {
        var mark = Guid.NewGuid().ToString("N");
        using var done = await fixture.AskAsync(new { sql = $"select '{mark}' as x", by = "张三" });
        using var refused = await fixture.AskAsync(new { sql = $"select read_text('{mark}')" });
        var lines = (await fixture.Client.GetFromJsonAsync<JsonElement>(Queries, Cancel))
            .EnumerateArray()
            .Where(line => line.GetProperty("sql").GetString()!.Contains(mark, StringComparison.Ordinal))
            .ToList();
        using var look = await fixture.AskAsync(new { sql = "from query_audit" });

        Assert.Equal(["notAllowed", "done"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal("张三", lines[1].GetProperty("by").GetString());
        Assert.Equal(1, lines[1].GetProperty("rowCount").GetInt64());
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("rowCount").ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, look.StatusCode);
    }
}
