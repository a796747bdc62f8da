using System.Net;
using System.Net.Http.Json;

namespace Analytics.Tests.Query;

/// <summary>The picture of a result over HTTP.</summary>
public sealed class QueryChartTests(ServerFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("svg?kind=bar&x=0&y=1", "image/svg+xml")]
    [InlineData("svg?kind=line&x=2&y=3&width=380&theme=dark&language=en", "image/svg+xml")]
    [InlineData("png?x=0&y=3", "image/png")]
    [InlineData("csv?x=0&y=4", "text/csv")]
    public async Task Any_column_of_numbers_is_drawn_over_any_other(string format, string type)
    {
        var id = await AskAsync(
            "select 'n' || i as name, i as n, date '2024-01-01' + i::integer as day, i * 1.25 as d, sum(i) over (order by i) as big from range(5) t(i)"
        );
        using var answer = await fixture.Client.GetAsync($"/api/v1/queries/{id}/chart.{format}", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("select chr(1) || 'a' as x, 1 as n")]
    [InlineData("select 1 as n, 'a' as \"b\u0001\"")]
    [InlineData("select repeat('很', 100000) as x, 1 as n union all select 'b', 2")]
    [InlineData(
        "select * from (values ('a', 7e28::decimal(38, 0)), ('b', -7e28::decimal(38, 0)), ('c', 1)) as t(x, n)"
    )]
    [InlineData("select 'infinity'::date as x, 1 as n")]
    [InlineData("select timestamp '290000-01-01' as x, 1 as n")]
    [InlineData("select '👍𠮷' as x, 1e-300 as n")]
    public async Task Odd_values_are_drawn_or_left_out_and_hold_nobody_up(string sql)
    {
        var id = await AskAsync(sql);
        var y = sql.StartsWith("select 1", StringComparison.Ordinal) ? 0 : 1;
        using var bar = await fixture.Client.GetAsync($"/api/v1/queries/{id}/chart.svg?x={1 - y}&y={y}", Cancel);
        using var line = await fixture.Client.GetAsync(
            $"/api/v1/queries/{id}/chart.svg?kind=line&x={1 - y}&y={y}",
            Cancel
        );

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (bar.StatusCode, line.StatusCode));
    }

    [Fact]
    public async Task Its_numbers_are_those_of_the_result()
    {
        var id = await AskAsync("select * from (values ('甲', 1.5), ('乙', null), ('丙', -2.25)) as t(name, value)");
        var csv = await fixture.Client.GetStringAsync($"/api/v1/queries/{id}/chart.csv?x=0&y=1", Cancel);

        Assert.Equal(["甲,1.5", "乙,—", "丙,-2.25"], csv.TrimEnd('\n').Split('\n').Skip(1));
    }

    [Fact]
    public async Task Rows_of_every_type_have_a_name()
    {
        var id = await AskAsync(
            "select time '08:30:00' as t, interval 3 day as i, [1, 2] as l, true as b, timestamp '2024-12-31 06:00' as m, 5 as n"
        );
        var names = new List<string>();
        for (var column = 0; column < 5; column++)
        {
            var csv = await fixture.Client.GetStringAsync($"/api/v1/queries/{id}/chart.csv?x={column}&y=5", Cancel);
            names.Add(csv.TrimEnd('\n').Split('\n')[1]);
        }

        Assert.Equal(["08:30:00,5", "3 days,5", "\"[1,2]\",5", "true,5", "2024-12-31 06:00:00,5"], names);
    }

    [Fact]
    public async Task Only_a_column_that_tells_the_kind_of_data_marks_a_picture_as_sample()
    {
        var id = await AskAsync("select '示例' as 名称, 1 as n");
        var other = await fixture.Client.GetStringAsync($"/api/v1/queries/{id}/chart.svg?x=0&y=1", Cancel);
        id = await AskAsync("select 'a' as 名称, 1 as n, '示例' as 数据");
        var said = await fixture.Client.GetStringAsync($"/api/v1/queries/{id}/chart.svg?x=0&y=1", Cancel);

        Assert.DoesNotContain("示例数据", other, StringComparison.Ordinal);
        Assert.Contains("示例数据", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_failed_has_its_own_problem_for_a_picture()
    {
        using var content = JsonContent.Create(new { sql = "select nobody from units", wait = 0 });
        using var asked = await fixture.Client.PostAsync("/api/v1/queries", content, Cancel);
        var id = asked.Headers.GetValues("Analytics-Query").Single();
        using var state = await fixture.Client.GetAsync($"/api/v1/queries/{id}/state?wait=30000", Cancel);
        using var picture = await fixture.Client.GetAsync($"/api/v1/queries/{id}/chart.svg", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, picture.StatusCode);
        Assert.Contains("query-failed", await picture.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chart.svg?x=0&y=0", 400)]
    [InlineData("chart.svg?x=0&y=9", 400)]
    [InlineData("chart.svg?x=-1&y=1", 400)]
    [InlineData("chart.svg?x=0&y=2", 404)]
    [InlineData("chart.svg?kind=pie", 404)]
    [InlineData("chart.svg?theme=pink", 404)]
    [InlineData("chart.svg?width=1", 400)]
    [InlineData("chart.gif", 404)]
    public async Task What_cannot_be_drawn_is_a_problem(string what, int status)
    {
        var id = await AskAsync("select 'a' as name, 1 as n, null::integer as nothing");
        using var answer = await fixture.Client.GetAsync($"/api/v1/queries/{id}/{what}", Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_query_that_runs_or_is_gone_has_no_picture()
    {
        using var content = JsonContent.Create(new { sql = "select count(*) from range(100000000000)", wait = 0 });
        using var asked = await fixture.Client.PostAsync("/api/v1/queries", content, Cancel);
        var id = asked.Headers.GetValues("Analytics-Query").Single();
        using var running = await fixture.Client.GetAsync($"/api/v1/queries/{id}/chart.svg", Cancel);
        using var removed = await fixture.Client.DeleteAsync($"/api/v1/queries/{id}", Cancel);
        using var gone = await fixture.Client.GetAsync($"/api/v1/queries/{id}/chart.svg", Cancel);

        Assert.Equal(HttpStatusCode.Conflict, running.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private async Task<string> AskAsync(string sql)
    {
        using var content = JsonContent.Create(new { sql });
        using var answer = await fixture.Client.PostAsync("/api/v1/queries", content, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return answer.Headers.GetValues("Analytics-Query").Single();
    }
}
