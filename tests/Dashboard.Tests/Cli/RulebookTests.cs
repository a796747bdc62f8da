using System.Text.Json;
using Analytics.Dashboard.Cli;

namespace Analytics.Tests.Cli;

/// <summary>Rulebooks by command line: tried, compared, published; each test has a warehouse of its own.</summary>
public sealed class RulebookTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public RulebookTests() => ServerFixture.Begin(Path.Combine(_root, "warehouse"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_draft_is_tried_against_the_rulebook_in_effect_and_nothing_is_stored()
    {
        // Twice the points for a finding of unknown kind: 红庆河镇's 18 cost 18 of 40 instead of 9: 22 × 100 ÷ 40 = 55.
        var draft = Draft(
            "draft-rules",
            text =>
                text.Replace(
                    "\"category\": \"NONE\", \"points\": 0.5",
                    "\"category\": \"NONE\", \"points\": 1",
                    StringComparison.Ordinal
                )
        );

        var run = await RunAsync(
            "rank",
            "2024Q4",
            "--rulebook",
            draft,
            "--against",
            "banner-quarterly",
            "--format",
            "json"
        );
        var list = await RunAsync("rulebook", "list", "--format", "json");

        Assert.Equal(CommandLine.Done, run.Code);
        var result = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(result.GetProperty("isDraft").GetBoolean());
        var row = result
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("unit").GetString() == "hongqinghe");
        Assert.Equal(77.5m, row.GetProperty("scoreBefore").GetDecimal());
        Assert.Equal(55m, row.GetProperty("score").GetDecimal());
        Assert.Equal(0, row.GetProperty("moves").GetInt32());
        Assert.Equal("政务新媒体：未注明类别（旗检查） 18 条：-9 → -18 分", row.GetProperty("movedBy").GetString());
        Assert.DoesNotContain("draft", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_rule_it_hangs_on_a_unit_would_stand_elsewhere()
    {
        var run = await RunAsync("rank", "2024Q4", "--group", "town", "--against", "zhaoqing-2019", "--format", "json");

        // 札萨克镇 has 0 for its 82 findings. Without that rule every town has 100 and only the vetoed one comes after: from rank 5
        // to a shared 1.
        var row = JsonDocument
            .Parse(run.Output)
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("unit").GetString() == "zhasake");
        Assert.Equal("newmedia.2", row.GetProperty("sensitiveRule").GetString());
        Assert.Equal(4, row.GetProperty("sensitiveMoves").GetInt32());
        // Under the other rulebook it has 18 points and the vetoed town 59: rank 6 there, 5 here.
        Assert.Equal(6, row.GetProperty("rankBefore").GetInt32());
        Assert.Equal(1, row.GetProperty("moves").GetInt32());
    }

    [Fact]
    public async Task A_published_rulebook_can_be_used_and_never_changed()
    {
        var file = Draft("office-rules", text => text.Replace("建议稿", "定稿", StringComparison.Ordinal));

        var published = await RunAsync("rulebook", "publish", file, "--by", "测试");
        var ranked = await RunAsync("rank", "2024Q4", "--rulebook", "office-rules", "--group", "town");
        File.AppendAllText(file, "\n");
        var again = await RunAsync("rulebook", "publish", file);

        Assert.Equal(CommandLine.Done, published.Code);
        Assert.Contains("定稿", ranked.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, again.Code);
        Assert.Contains("发布后的规则不能更改", again.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_lists_what_nobody_confirmed()
    {
        var run = await RunAsync(
            "rulebook",
            "check",
            Path.Combine(ServerFixture.Data, "rulebooks", "gov-2019-19.json")
        );

        Assert.Equal(CommandLine.Done, run.Code);
        Assert.Contains("补齐之前不能排名", run.Output, StringComparison.Ordinal);
        Assert.Contains("$.unallocated：75 分", run.Output, StringComparison.Ordinal);
        Assert.Contains("$.indicators[0].hits[0].points", run.Output, StringComparison.Ordinal);
        Assert.Contains("$.bonus.unallocated：30 分", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"cap\": 40", "\"cap\": 41", "$.indicators[0].cap")]
    [InlineData("\"W-LINK\"", "\"W-NOTHING\"", "W-NOTHING")]
    [InlineData("\"kind\"", "\"colour\": 1, \"kind\"", "colour")]
    public async Task A_rulebook_that_cannot_be_meant_is_refused_with_its_path(string old, string now, string place)
    {
        var file = Draft("bad-rules", text => text.Replace(old, now, StringComparison.Ordinal));

        var run = await RunAsync("rank", "2024Q4", "--rulebook", file);

        Assert.Equal(CommandLine.Refused, run.Code);
        Assert.Contains(place, run.Messages, StringComparison.Ordinal);
        Assert.Contains("bad-rules.json", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_quarter_tells_what_changed_since()
    {
        var published = await RunAsync("publish", "2024Q4", "--by", "测试");
        var before = await RunAsync("rank", "2024Q4", "--group", "town");
        var late = Path.Combine(_root, "late.csv");
        File.WriteAllText(late, "channel,measure,period,unit,level,count\nnewmedia,issues,2024Q4,红庆河镇,市,1\n");
        await RunAsync("load", late);
        var after = await RunAsync("rank", "2024Q4", "--group", "town");

        Assert.Contains("已发布2024年第四季度的排名（第 1 次发布", published.Output, StringComparison.Ordinal);
        Assert.Contains("，测试，与现在的计算结果一致", before.Output, StringComparison.Ordinal);
        Assert.Contains("发布之后有 1 个单位的结果变了：红庆河镇", after.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rulebook_with_gaps_cannot_publish_a_ranking()
    {
        var run = await RunAsync("publish", "2024Q4", "--rulebook", "gov-2019-19");

        Assert.Equal(CommandLine.Refused, run.Code);
        Assert.Contains("没有确认", run.Messages, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync([
            .. arguments,
            "--warehouse",
            Path.Combine(_root, "warehouse"),
            "--data",
            ServerFixture.Data,
        ]);

    private string Draft(string id, Func<string, string> change)
    {
        var text = File.ReadAllText(Path.Combine(ServerFixture.Data, "rulebooks", "banner-quarterly.json"));
        var file = Path.Combine(_root, id + ".json");
        File.WriteAllText(
            file,
            change(text)
                .Replace("\"banner-quarterly\"", $"\"{id}\"", StringComparison.Ordinal)
                .Replace("\"default\": true", "\"default\": false", StringComparison.Ordinal)
        );
        return file;
    }
}
