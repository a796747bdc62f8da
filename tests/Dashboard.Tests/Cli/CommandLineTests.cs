using System.Text.Json;
using Analytics.Dashboard.Cli;

namespace Analytics.Tests.Cli;

public sealed class CommandLineTests(CommandLineTests.Filled filled) : IClassFixture<CommandLineTests.Filled>
{
    private static readonly string s_notice = Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt");

    [Fact]
    public async Task Rank_prints_both_groups_with_ties_vetoes_and_unchecked_units()
    {
        var run = await filled.RunAsync("rank", "2024Q4");

        Assert.Equal(CommandLine.Done, run.Code);
        Assert.Contains("并列 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("不合格（单项否决）", run.Output, StringComparison.Ordinal);
        Assert.Contains("未检查、不参加排名 1 个：伊金霍洛镇", run.Output, StringComparison.Ordinal);
        Assert.Contains("未经公开文件确认", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rank_as_csv_begins_with_the_mark_Excel_needs_and_is_the_same_each_time()
    {
        var first = await filled.RunAsync("rank", "2024Q4", "--format", "csv");
        var second = await filled.RunAsync("rank", "2024Q4", "--format", "csv");

        Assert.Equal(first.Output, second.Output);
        Assert.StartsWith("\uFEFFquarter,", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            "2024Q4,banner-quarterly,town,4,hongqinghe,红庆河镇,77.5,scored,合格,18,0,false,false,",
            first.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Score_of_a_unit_prints_lines_that_add_up()
    {
        var table = await filled.RunAsync("score", "2024Q4", "--unit", "旗红庆河镇人民政府");
        var json = await filled.RunAsync("score", "2024Q4", "--unit", "红庆河镇", "--format", "json");

        Assert.Contains("合计 77.5 分", table.Output, StringComparison.Ordinal);
        using var lines = JsonDocument.Parse(json.Output);
        Assert.Equal(77.5m, lines.RootElement.EnumerateArray().Sum(line => line.GetProperty("points").GetDecimal()));
    }

    [Fact]
    public async Task A_table_in_a_pipe_cuts_no_name()
    {
        var run = await filled.RunAsync("read", s_notice);

        Assert.Contains("旗城市管理综合行政执法局", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("…", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Read_as_json_has_the_facts_and_the_discrepancies()
    {
        var run = await filled.RunAsync("read", s_notice, "--format", "json");

        using var notice = JsonDocument.Parse(run.Output);
        Assert.Equal("2024Q4", notice.RootElement.GetProperty("document").GetProperty("quarter").GetString());
        Assert.Contains(
            notice.RootElement.GetProperty("discrepancies").EnumerateArray(),
            found =>
                found.GetProperty("stated").ValueKind == JsonValueKind.Number
                && found.GetProperty("stated").GetDecimal() == 198
        );
        Assert.Equal(51, notice.RootElement.GetProperty("facts").GetArrayLength());
    }

    [Fact]
    public async Task What_read_prints_as_csv_can_be_loaded()
    {
        var csv = await filled.RunAsync("read", s_notice, "--format", "csv");
        var file = filled.Write("facts.csv", csv.Output);

        var load = await filled.RunAsync("load", file, "--dry-run");

        Assert.Equal(CommandLine.Done, load.Code);
        Assert.Contains("51 个数字", load.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trend_marks_sample_quarters_and_does_not_compare_across_the_seam()
    {
        var run = await filled.RunAsync("trend", "adoption_rate", "--from", "2024Q3");

        Assert.Contains("示例数据", run.Output, StringComparison.Ordinal);
        var last = run.Output.Split('\n').Single(line => line.Contains("2024年第四季度", StringComparison.Ordinal));
        Assert.Contains("53.8%", last, StringComparison.Ordinal);
        Assert.DoesNotContain("百分点", last, StringComparison.Ordinal);
    }

    // From the sample data: 1, 2 and 3 new-media findings of 公安局; the quarter of the notice has a veto only, so no value.
    [Fact]
    public async Task Trend_prints_percentages_and_says_what_is_usual()
    {
        var findings = await filled.RunAsync("trend", "newmedia_finding_count", "--unit", "公安局", "--from", "2024Q2");
        var rank = await filled.RunAsync("trend", "unit_rank", "--unit", "公安局");
        var csv = await filled.RunAsync(
            "trend",
            "newmedia_inspected_count",
            "--from",
            "2024Q4",
            "--format",
            "csv",
            "--no-bom"
        );

        Assert.Contains("▲ +1 条（+50.0%）", findings.Output, StringComparison.Ordinal);
        Assert.Contains("在正常波动范围内", findings.Output, StringComparison.Ordinal);
        Assert.Contains("三倍标准差", findings.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2024年第四季度", findings.Output, StringComparison.Ordinal);
        Assert.Matches("上升 [0-9]+ 名", rank.Output);
        Assert.Equal(
            "metric,unit,quarter,value,change,yearChange,changeUnit,isSample,changePercent,yearChangePercent,numerator,denominator,"
                + "isBreak,sourceUnit,chain,centerLine,lowerLimit,upperLimit,isSignal,isUsualChange\n"
                + "newmedia_inspected_count,ALL,2024Q4,47,,,个,false,,,,,false,ALL,ALL,,,,,\n",
            csv.Output
        );
    }

    [Theory]
    [InlineData("ranking.png")]
    [InlineData("trend.svg")]
    public async Task Chart_writes_a_picture_and_never_over_a_file_without_force(string name)
    {
        var file = Path.Combine(filled.Root, Guid.NewGuid().ToString("N") + name);
        var kind = name[..name.IndexOf('.', StringComparison.Ordinal)];

        var first = await filled.RunAsync("chart", kind, "2024Q4", "--out", file);
        if (first.Messages.Contains("字体", StringComparison.Ordinal) && first.Code == CommandLine.Refused)
        {
            Assert.Skip("No Chinese font on this machine: " + first.Messages);
        }

        var second = await filled.RunAsync("chart", kind, "2024Q4", "--out", file);
        var forced = await filled.RunAsync("chart", kind, "2024Q4", "--out", file, "--force");

        Assert.Equal((CommandLine.Done, CommandLine.Refused, CommandLine.Done), (first.Code, second.Code, forced.Code));
        Assert.Contains("--force", second.Messages, StringComparison.Ordinal);
        Assert.True(new FileInfo(file).Length > 5000);
    }

    [Theory]
    [InlineData("rank", "2031Q1", "2024Q4")]
    [InlineData("rank", "last", "2024Q4")]
    [InlineData("trend", "happiness", "adoption_rate")]
    [InlineData("trend", "unit_score", "--unit")]
    [InlineData("chart", "pie", "--out")]
    public async Task What_is_not_there_is_refused_and_says_what_is(string verb, string argument, string hint)
    {
        var run = await filled.RunAsync(verb, argument);

        Assert.Equal(CommandLine.Refused, run.Code);
        Assert.Contains(hint, run.Messages, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task An_unknown_unit_is_refused_with_the_nearest_names()
    {
        var run = await filled.RunAsync("score", "2024Q4", "--unit", "旗公安厅");

        Assert.Equal(CommandLine.Refused, run.Code);
        Assert.Contains("公安局", run.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("rank")]
    [InlineData("rank", "2024Q4", "--colour", "red")]
    [InlineData("rank", "2024Q4", "--format", "pdf")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("--colour")]
    [InlineData("read")]
    public async Task A_command_that_is_not_understood_ends_with_2_and_serves_nothing(params string[] arguments)
    {
        var run = await filled.RunAsync(arguments);

        Assert.Equal(CommandLine.Usage, run.Code);
        Assert.Contains("--help", run.Messages, StringComparison.Ordinal);
        Assert.All(
            run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains(line, letter => letter >= 0x4E00)
        );
    }

    [Fact]
    public async Task Help_lists_every_verb_and_each_verb_its_options_and_an_example()
    {
        var help = await CommandRun.OfAsync("--help");
        foreach (var verb in CommandLine.MakeRoot().Subcommands)
        {
            var own = await CommandRun.OfAsync(verb.Name, "--help");

            Assert.Contains(verb.Name, help.Output, StringComparison.Ordinal);
            Assert.Equal(CommandLine.Done, own.Code);
            Assert.Contains("例如：analytics " + verb.Name, own.Output, StringComparison.Ordinal);
            Assert.All(verb.Options, option => Assert.Contains(option.Name, own.Output, StringComparison.Ordinal));
        }
    }

    /// <summary>A warehouse with everything in data/, made by the first command that needs it.</summary>
    public sealed class Filled : IDisposable
    {
        public string Root { get; } = Directory.CreateTempSubdirectory("analytics-test-").FullName;

        internal Task<CommandRun> RunAsync(params string[] arguments) =>
            CommandRun.OfAsync([
                .. arguments,
                "--warehouse",
                Path.Combine(Root, "warehouse"),
                "--data",
                ServerFixture.Data,
            ]);

        public string Write(string name, string text)
        {
            var path = Path.Combine(Root, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => Directory.Delete(Root, recursive: true);
    }
}
