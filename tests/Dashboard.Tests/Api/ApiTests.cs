using System.Net;
using System.Text;
using System.Text.Json;

namespace Analytics.Tests.Api;

public sealed class ApiTests(ServerFixture server)
{
    private static readonly string[] s_routes =
    [
        "quarters",
        "findings",
        "findings/{id}",
        "notices",
        "notices/{id}",
        "units/{code}",
        "rulebooks/{id}",
        "metrics",
        "metrics/{name}",
        "units",
        "rankings/{quarter}",
        "scores/{quarter}/{unit}",
        "adoption/{quarter}",
        "trends/{metric}",
        "coverage/{quarter}",
        "discrepancies",
        "discrepancies/{id}/settle",
        "discrepancies/{id}/reopen",
        "batches",
        "rulebooks",
        "charts/{name}.{format}",
        "imports",
        "imports/{id}",
        "imports/{id}/confirm",
        "imports/{id}/mapping",
        "imports/{id}/refused.csv",
        "batches/{batch}",
        "batches/{batch}/revert",
        "units/aliases",
        "units/aliases/{decision}/revoke",
        "simulations",
        "quarters/{quarter}/publish",
        "assessments/{quarter}",
        "verifications",
        "drafts/{quarter}.docx",
        "sheets/{quarter}/{unit}.docx",
        "sheets/{quarter}.zip",
        "rectifications/{quarter}.xlsx",
        "audits",
        "models",
        "models/{id}",
        "models/{id}/file",
        "models/{id}/activate",
        "models/{id}/{chart}.{format}",
        "classifier/train",
        "classifier/evaluate",
        "classifier/predict",
        "reviews",
        "reviews/{finding}",
        "queries",
        "queries/{id}",
        "queries/{id}/state",
        "queries/{id}/chart.{format}",
        "relations",
        "saved-queries",
        "saved-queries/{id}",
    ];

    [Fact]
    public async Task The_quarters_are_listed_with_the_sample_ones_marked()
    {
        var quarters = await JsonAsync("/api/v1/quarters");

        Assert.Equal(12, quarters.GetArrayLength());
        var last = quarters[11];
        Assert.Equal("2024Q4", last.GetProperty("quarter").GetString());
        Assert.False(last.GetProperty("isSample").GetBoolean());
        Assert.True(quarters[0].GetProperty("isSample").GetBoolean());
    }

    [Fact]
    public async Task The_units_are_listed_in_official_order_towns_first()
    {
        var units = await JsonAsync("/api/v1/units");

        Assert.Equal("阿勒腾席热镇", units[0].GetProperty("name").GetString());
        Assert.Equal("town", units[0].GetProperty("group").GetString());
        Assert.Contains(units.EnumerateArray(), unit => unit.GetProperty("name").GetString() == "公安局");
    }

    [Fact]
    public async Task The_ranking_of_the_towns_is_the_one_worked_out_by_hand()
    {
        var ranking = await JsonAsync("/api/v1/rankings/2024Q4?group=town");

        // 82 × 0.5 is over the 40 points of new media; 18 × 0.5 leaves 31 of 40, which is 77.5.
        var rows = ranking
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => (row.GetProperty("unitName").GetString(), row.GetProperty("score").ToString()));
        Assert.Equal(
            [
                ("乌兰木伦镇", "98.75"),
                ("纳林陶亥镇", "96.25"),
                ("苏布尔嘎镇", "95.625"),
                ("红庆河镇", "77.5"),
                ("札萨克镇", "0"),
                ("阿勒腾席热镇", ""),
                ("伊金霍洛镇", ""),
            ],
            rows
        );
        Assert.False(ranking.GetProperty("isConfirmed").GetBoolean());
    }

    [Theory]
    [InlineData("zhasake")]
    [InlineData("札萨克镇")]
    [InlineData("旗札萨克镇人民政府")]
    public async Task A_score_is_found_under_any_name_and_its_lines_add_up(string unit)
    {
        var score = await JsonAsync($"/api/v1/scores/2024Q4/{Uri.EscapeDataString(unit)}");

        var sum = score.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("points").GetDecimal());
        Assert.Equal(0m, sum);
        Assert.Equal(sum, score.GetProperty("ranked").GetProperty("score").GetDecimal());
        Assert.Equal(82, score.GetProperty("ranked").GetProperty("findingCount").GetInt32());
    }

    [Fact]
    public async Task Adoption_has_the_computed_and_the_stated_rate_side_by_side()
    {
        var adoption = await JsonAsync("/api/v1/adoption/2024Q4");

        var city = adoption.EnumerateArray().Single(row => row.GetProperty("target").GetString() == "city");
        Assert.Equal(52, city.GetProperty("submittedCount").GetInt32());
        Assert.Equal(28, city.GetProperty("adoptedCount").GetInt32());
        Assert.Equal(0.538462m, city.GetProperty("adoptionRate").GetDecimal());
        Assert.Equal(54m, city.GetProperty("statedRate").GetDecimal());
        Assert.Equal(JsonValueKind.Null, city.GetProperty("changePp").ValueKind);
    }

    [Fact]
    public async Task A_trend_can_be_cut_and_does_not_compare_with_sample_data()
    {
        var trend = await JsonAsync("/api/v1/trends/adoption_rate?from=2024Q3&to=2024Q4");

        var points = trend.GetProperty("points");
        Assert.Equal(2, points.GetArrayLength());
        Assert.Equal(JsonValueKind.Null, points[1].GetProperty("change").ValueKind);
    }

    [Fact]
    public async Task A_trend_of_a_count_has_percentages_limits_and_its_source()
    {
        var trend = await JsonAsync("/api/v1/trends/newmedia_inspected_count?from=2024Q1&to=2024Q4");
        var findings = await JsonAsync("/api/v1/trends/finding_count?unit=公安局&to=2024Q3");

        var (metric, points) = (trend.GetProperty("metric"), trend.GetProperty("points"));
        Assert.Equal("count", metric.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, metric.GetProperty("higherIsBetter").ValueKind);
        Assert.Equal(47, points[3].GetProperty("value").GetDecimal());
        Assert.Equal(0, points[2].GetProperty("changePercent").GetDecimal());
        Assert.Equal(JsonValueKind.Null, points[2].GetProperty("upperLimit").ValueKind);
        var last = findings.GetProperty("points").EnumerateArray().Last();
        Assert.Equal(findings.GetProperty("unit").GetString(), last.GetProperty("sourceUnit").GetString());
        Assert.True(last.GetProperty("upperLimit").GetDecimal() > last.GetProperty("centerLine").GetDecimal());
        Assert.NotEqual(JsonValueKind.Null, last.GetProperty("isSignal").ValueKind);
    }

    [Fact]
    public async Task The_discrepancies_of_the_notice_are_those_of_the_paper()
    {
        var found = await JsonAsync("/api/v1/discrepancies?quarter=2024Q4");

        Assert.Equal(
            [
                "numbering",
                "percent-or-points",
                "period-conflict",
                "sum-mismatch",
                "unattributed-total",
                "veto-without-finding",
            ],
            found.EnumerateArray().Select(row => row.GetProperty("code").GetString()!).Order(StringComparer.Ordinal)
        );
        var sum = found.EnumerateArray().Single(row => row.GetProperty("code").GetString() == "sum-mismatch");
        Assert.Equal((198m, 199m), (sum.GetProperty("stated").GetDecimal(), sum.GetProperty("computed").GetDecimal()));
        Assert.Contains("198", sum.GetProperty("words").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/batches")]
    [InlineData("/api/v1/rulebooks")]
    [InlineData("/api/v1/coverage/2024Q4")]
    public async Task Every_other_list_answers_with_rows(string path) =>
        Assert.NotEqual(0, (await JsonAsync(path)).GetArrayLength());

    [Theory]
    [InlineData("/api/v1/charts/ranking.png?quarter=2024Q4", "image/png")]
    [InlineData("/api/v1/charts/ranking.svg?quarter=2024Q4&group=town&unit=札萨克镇", "image/svg+xml")]
    [InlineData("/api/v1/charts/trend.svg?metric=newmedia_finding_count&width=600", "image/svg+xml")]
    [InlineData("/api/v1/charts/heatmap.png?quarter=2024Q3&dpi=300", "image/png")]
    [InlineData("/api/v1/charts/trend.png?metric=unit_score&unit=公安局", "image/png")]
    public async Task A_chart_is_drawn_or_says_that_a_font_is_missing(string path, string type)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);

        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Equal("/problems/no-font", await TypeAsync(response));
            return;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 5000);
    }

    [Theory]
    [InlineData("/api/v1/nothing", 404, "not-found")]
    [InlineData("/api/v1/rankings/2020Q1", 404, "quarter-not-loaded")]
    [InlineData("/api/v1/rankings/2024-4", 400, "malformed-quarter")]
    [InlineData("/api/v1/rankings/2024Q4?rulebook=none", 404, "unknown-rulebook")]
    [InlineData("/api/v1/rankings/2024Q4?group=none", 404, "unknown-group")]
    [InlineData("/api/v1/rankings/2024Q4?colour=red", 400, "unknown-parameter")]
    [InlineData("/api/v1/scores/2024Q4/旗公安厅", 404, "unknown-unit")]
    [InlineData("/api/v1/trends/happiness", 404, "unknown-metric")]
    [InlineData("/api/v1/trends/unit_score", 400, "bad-request")]
    [InlineData("/api/v1/trends/adoption_rate?from=yesterday", 400, "malformed-quarter")]
    [InlineData("/api/v1/charts/pie.png", 404, "unknown-chart")]
    [InlineData("/api/v1/charts/trend.gif", 404, "unknown-format")]
    [InlineData("/api/v1/charts/trend.svg?width=99999", 400, "bad-request")]
    [InlineData("/api/v1/charts/trend.svg?dpi=300", 400, "bad-request")]
    [InlineData("/api/v1/charts/trend.png?dpi=300&width=800", 400, "bad-request")]
    [InlineData("/api/v1/charts/trend.png?dpi=9999", 400, "bad-request")]
    [InlineData("/api/v1/charts/trend.svg?width=wide", 400, "malformed-parameter")]
    [InlineData("/api/v1/batches/first", 400, "malformed-parameter")]
    [InlineData("/api/v1/charts/ranking.svg", 400, "bad-request")]
    public async Task An_error_is_problem_json_with_a_stable_type_whatever_is_accepted(
        string path,
        int status,
        string type
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "image/webp");

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/problems/" + type, await TypeAsync(response));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"quarter\": 5}")]
    public async Task A_body_that_is_not_understood_is_a_problem_whatever_is_accepted(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/simulations")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", "text/html");

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/problems/bad-request", await TypeAsync(response));
    }

    [Fact]
    public async Task A_malformed_parameter_is_named_with_its_value()
    {
        using var response = await server.Client.GetAsync(
            "/api/v1/charts/trend.svg?width=w%22x",
            TestContext.Current.CancellationToken
        );

        var detail = (await ReadAsync(response)).GetProperty("detail").GetString()!;
        Assert.Contains("width", detail, StringComparison.Ordinal);
        Assert.Contains("“w\"x”", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_quarter_names_the_loaded_ones()
    {
        using var response = await server.Client.GetAsync(
            "/api/v1/adoption/2031Q1",
            TestContext.Current.CancellationToken
        );

        var problem = await ReadAsync(response);
        Assert.Contains("2024Q4", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Contains("2022Q1", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_the_route_does_not_take_is_a_problem_too()
    {
        using var response = await server.Client.DeleteAsync("/api/v1/quarters", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("/problems/method-not-allowed", await TypeAsync(response));
    }

    [Theory]
    [InlineData("/api/v1/quarters.json")]
    [InlineData("/api/v1/rankings/2024Q4.json")]
    [InlineData("/api/v1/findings.json?quarter=2024Q4&size=5")]
    public async Task The_ending_of_an_address_outweighs_what_else_is_accepted(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/csv");

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/rankings/2024Q4.csv", null)]
    [InlineData("/api/v1/rankings/2024Q4", "text/csv")]
    [InlineData("/api/v1/quarters.csv", null)]
    [InlineData("/api/v1/discrepancies.csv?quarter=2024Q4", null)]
    public async Task Csv_has_a_byte_order_mark_and_a_head(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Contains("quarter,", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_has_this_version_is_told_that_nothing_changed()
    {
        using var first = await server.Client.GetAsync(
            "/api/v1/rankings/2024Q4",
            TestContext.Current.CancellationToken
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rankings/2024Q4");
        request.Headers.Add("If-None-Match", first.Headers.ETag!.ToString());

        using var second = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Every_route_is_in_the_OpenAPI_document_with_its_problems_and_numbers_are_numbers()
    {
        var document = await JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString()!, StringComparison.Ordinal);
        var paths = document.GetProperty("paths");
        Assert.Equal(
            s_routes.Select(route => "/api/v1/" + route).Order(StringComparer.Ordinal),
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation =>
            {
                Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
                Assert.True(
                    operation
                        .Value.GetProperty("responses")
                        .GetProperty("401")
                        .GetProperty("content")
                        .TryGetProperty("application/problem+json", out _)
                );
            }
        );
        var score = document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("RankingRow")
            .GetProperty("properties")
            .GetProperty("score");
        Assert.DoesNotContain("string", score.GetProperty("type").ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private static async Task<string?> TypeAsync(HttpResponseMessage response) =>
        (await ReadAsync(response)).GetProperty("type").GetString();

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var response = await server.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }
}
