using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Warehouse;

namespace Analytics.Tests.Api;

/// <summary>One unit, one rulebook, one metric over HTTP, held against plain SQL, the files of data/ and sums by hand.</summary>
public sealed class DetailsApiTests(ServerFixture server)
{
    [Fact]
    public async Task A_unit_has_its_names_and_how_it_stood_in_every_quarter()
    {
        var unit = await JsonAsync("/api/v1/units/红庆河镇");

        Assert.Equal("红庆河镇", unit.GetProperty("unit").GetProperty("name").GetString());
        var quarters = unit.GetProperty("quarters");
        Assert.Equal(12, quarters.GetArrayLength());
        var last = quarters[11];
        // 18 × 0.5 of 40 leaves 31, which is 77.5 of 100; three of the towns with points are better.
        Assert.Equal(
            ("2024Q4", 77.5m),
            (last.GetProperty("quarter").GetString(), last.GetProperty("score").GetDecimal())
        );
        Assert.Equal((4, 18), (last.GetProperty("rank").GetInt32(), last.GetProperty("findingCount").GetInt32()));
        Assert.True(quarters[0].GetProperty("isSample").GetBoolean());
        Assert.False(last.GetProperty("isSample").GetBoolean());
        Assert.Equal(
            Query("select alias from unit_aliases where unit = 'hongqinghe' order by 1"),
            unit.GetProperty("names").EnumerateArray().Select(name => name.GetProperty("name").GetString()!)
        );
    }

    [Fact]
    public async Task A_vetoed_unit_has_no_score_but_a_veto()
    {
        var unit = await JsonAsync("/api/v1/units/旗阿勒腾席热镇人民政府");

        var last = unit.GetProperty("quarters").EnumerateArray().Last();
        Assert.Equal(JsonValueKind.Null, last.GetProperty("score").ValueKind);
        Assert.Equal("vetoed", last.GetProperty("outcome").GetString());
        Assert.Equal((1, 24), (last.GetProperty("vetoCount").GetInt32(), last.GetProperty("findingCount").GetInt32()));
    }

    [Fact]
    public async Task A_units_quarters_are_a_table_too()
    {
        var csv = await server.Client.GetStringAsync(
            "/api/v1/units/zhasake.csv",
            TestContext.Current.CancellationToken
        );

        var lines = csv.TrimEnd('\n').Split('\n');
        Assert.Equal(13, lines.Length);
        Assert.StartsWith("2024Q4,banner-quarterly,town,", lines[12], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rulebook_has_all_the_parts_of_its_file()
    {
        var path = Path.Combine(ServerFixture.Data, "rulebooks", "banner-quarterly.json");
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        var rulebook = await JsonAsync("/api/v1/rulebooks/banner-quarterly");

        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            rulebook.GetProperty("rulebook").GetProperty("sha256").GetString()
        );
        var indicators = file.RootElement.GetProperty("indicators").EnumerateArray().ToList();
        Assert.Equal(
            indicators.Select(indicator => indicator.GetProperty("code").GetString()),
            rulebook.GetProperty("indicators").EnumerateArray().Select(row => row.GetProperty("indicator").GetString())
        );
        Assert.Equal(
            indicators.Sum(indicator => indicator.GetProperty("fullPoints").GetDecimal()),
            rulebook.GetProperty("indicators").EnumerateArray().Sum(row => row.GetProperty("fullPoints").GetDecimal())
        );
        Assert.Equal(
            indicators.Sum(indicator => indicator.GetProperty("hits").GetArrayLength()),
            rulebook.GetProperty("rules").EnumerateArray().Count(row => row.GetProperty("kind").GetString() == "hit")
        );
        Assert.Equal(
            file.RootElement.GetProperty("vetoes").GetArrayLength(),
            rulebook.GetProperty("vetoes").GetArrayLength()
        );
        Assert.Equal(
            file.RootElement.GetProperty("bands").GetArrayLength(),
            rulebook.GetProperty("bands").GetArrayLength()
        );
        Assert.NotEqual(0, rulebook.GetProperty("groups").GetArrayLength());
    }

    [Fact]
    public async Task Every_metric_is_told_in_words_and_agrees_with_the_list_in_SQL()
    {
        var metrics = (await JsonAsync("/api/v1/metrics")).EnumerateArray().ToList();

        Assert.Equal(
            Query("select concat_ws('|', metric, metric_name, is_for_banner) from trend_metrics order by metric"),
            metrics
                .Select(metric =>
                    $"{metric.GetProperty("name").GetString()}|{metric.GetProperty("title").GetString()}|{(metric.GetProperty("forWholeBanner").GetBoolean() ? "true" : "false")}"
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            metrics,
            metric => Assert.EndsWith("。", metric.GetProperty("definition").GetString()!, StringComparison.Ordinal)
        );
        Assert.Equal(
            metrics.Count,
            metrics
                .Select(metric => metric.GetProperty("definition").GetString())
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
    }

    [Fact]
    public async Task A_metric_comes_with_the_SQL_that_makes_it()
    {
        foreach (var metric in (await JsonAsync("/api/v1/metrics")).EnumerateArray())
        {
            var found = await JsonAsync("/api/v1/metrics/" + metric.GetProperty("name").GetString());

            var file = metric.GetProperty("sqlFile").GetString()!;
            Assert.StartsWith(
                $"-- {Path.GetFileNameWithoutExtension(file)}(",
                found.GetProperty("sql").GetString()!,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("rulebooks.csv", "id,title,kind")]
    [InlineData("rulebooks/banner-quarterly.csv", "rule,kind,title")]
    [InlineData("metrics.csv", "name,title,definition")]
    [InlineData("coverage/2024Q4.csv", "channel,found,covered")]
    [InlineData("notices.csv?quarter=2024Q4", "id,quarter,number")]
    public async Task Lists_are_tables_too(string path, string head)
    {
        var csv = await server.Client.GetStringAsync("/api/v1/" + path, TestContext.Current.CancellationToken);

        Assert.StartsWith(head, csv, StringComparison.Ordinal);
        Assert.True(csv.Split('\n').Length > 2);
    }

    [Theory]
    [InlineData("units/旗公安厅", "unknown-unit")]
    [InlineData("rulebooks/none", "unknown-rulebook")]
    [InlineData("metrics/happiness", "unknown-metric")]
    public async Task What_is_not_there_is_a_problem(string path, string type)
    {
        using var response = await server.Client.GetAsync("/api/v1/" + path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(
            "/problems/" + type,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private IReadOnlyList<string> Query(string sql)
    {
        using var snapshot = new SnapshotStore(server.Warehouse).Open();
        return snapshot.Query(sql, row => row.GetString(0));
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        var text = await server.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(text).RootElement;
    }
}
