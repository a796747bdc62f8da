using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Ingest;

public sealed class RulebookFileTests
{
    private static readonly CategoryList s_categories = CategoryList.Of([
        new("W-TYPO", Channel.Website, "错别字", ["错别字"]),
        new("W-LINK", Channel.Website, "错链", ["错链"]),
    ]);

    [Theory]
    [InlineData("\"kind\": \"deduction\"", "\"kind\": \"deduction\", \"colour\": 1", "colour")]
    [InlineData("\"cap\": 30", "\"cap\": 41", "$.indicators[0].cap")]
    [InlineData(
        "\"points\": 0.5 }, { \"category\": \"W-TYPO\"",
        "\"points\": -1 }, { \"category\": \"W-TYPO\"",
        "$.indicators[0].hits[0].points"
    )]
    [InlineData("\"W-TYPO\"", "\"W-NONSENSE\"", "W-NONSENSE")]
    [InlineData("\"base\": 100", "\"base\": 90", "$.indicators")]
    [InlineData("\"level\": \"region\"", "\"level\": \"planet\"", "planet")]
    [InlineData("\"from\": 0 ", "\"from\": 1 ", "$.bands")]
    [InlineData("\"points\": 2 ", "\"points\": \"2\" ", "$.indicators[0].hits[1].points")]
    [InlineData("\"units\": [ \"town\" ]", "\"units\": [ ]", "$.ranking.groups")]
    [InlineData("{", "[", "test-rules.json")]
    [InlineData("\"points\": 2 ", "\"points\": NaN ", "$.indicators[0].hits")]
    [InlineData("\"points\": 2 ", "\"points\": 1e400 ", "hits[1].points")]
    [InlineData("\"points\": 2 ", "\"points\": 0.1234567 ", "hits[1].points")]
    [InlineData("\"cap\": 30", "\"cap\": 1000000000", "$.indicators[0].cap")]
    [InlineData("\"cap\": 30", "\"cap\": 30, \"cap\": 31", "$.indicators[0]")]
    [InlineData("\"base\": 100,", "", "base")]
    [InlineData("\"base\": 100", "\"base\": 100, \"unallocated\": 5", "$.indicators")]
    [InlineData("\"category\": \"NONE\", ", "", "$.indicators[1].hits[1]")]
    [InlineData("\"code\": \"newmedia\"", "\"code\": \"website\"", "$.indicators[1]")]
    [InlineData("\"outcome\": \"fail\"", "\"outcome\": \"atMost\"", "$.vetoes[0].score")]
    [InlineData("\"outcome\": \"fail\"", "\"outcome\": \"fail\", \"atLeast\": 5", "$.vetoes[0].atLeast")]
    [InlineData("\"rebase\": \"scale\"", "\"rebase\": \"guess\"", "$.rebase")]
    [InlineData("\"2020-01-01\"", "\"2020-01-01\", \"effectiveTo\": \"2019-12-31\"", "$.effectiveTo")]
    [InlineData("\"2020-01-01\"", "\"2020-13-01\"", "$.effectiveFrom")]
    [InlineData("\"kind\": \"deduction\"", "\"kind\": \"additive\"", "$.base")]
    [InlineData("\"points\": 2 ", "\"points\": 2, \"per\": 0 ", "hits[1].per")]
    [InlineData("\"points\": 2 ", "\"points\": 2, \"unlessAlso\": [ \"W-TYPO\" ] ", "hits[1].unlessAlso[0]")]
    [InlineData(
        "\"points\": 2 }",
        "\"points\": 2, \"unlessAlso\": [\"W-LINK\"] },"
            + "{ \"category\": \"W-LINK\", \"points\": 1, \"unlessAlso\": [\"W-TYPO\"] }",
        "$.indicators[0].hits[1].unlessAlso：“W-LINK” 与其他类别互相排除"
    )]
    [InlineData("\"id\": \"test-rules\"", "\"id\": \"../rules\"", "$.id")]
    public void A_rulebook_that_cannot_be_meant_is_refused_with_its_place(string old, string now, string place)
    {
        var refusal = Assert.Throws<NoticeFormatException>(() =>
            Load(TestWarehouse.Rules.Replace(old, now, StringComparison.Ordinal))
        );

        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("test-rules.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_indicators_are_no_rulebook()
    {
        var indicator =
            "{ \"code\": \"i#\", \"title\": \"指标\", \"channel\": \"website\", \"fullPoints\": 0.01, \"cap\": 0.01 },";
        var many = string.Concat(
            Enumerable.Range(0, 10_000).Select(i => indicator.Replace("#", $"{i}", StringComparison.Ordinal))
        );

        var refusal = Assert.Throws<NoticeFormatException>(() =>
            Load(TestWarehouse.Rules.Replace("\"indicators\": [", "\"indicators\": [" + many, StringComparison.Ordinal))
        );

        Assert.Contains("test-rules.json", refusal.Message, StringComparison.Ordinal);
        Assert.Matches("最多 100 个|超过 1024 KB", refusal.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"id\": ")]
    [InlineData("{ \"id\": \"a\" } {")]
    [InlineData("\u0000\u0001")]
    public void Broken_json_is_refused_with_its_line(string json)
    {
        var refusal = Assert.Throws<NoticeFormatException>(() => Load(json));

        Assert.Contains("test-rules.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_name_what_nobody_confirmed()
    {
        var gaps = Load(
                TestWarehouse
                    .Rules.Replace("\"points\": 2 ", "\"points\": null ", StringComparison.Ordinal)
                    .Replace("\"fullPoints\": 40", "\"fullPoints\": 35", StringComparison.Ordinal)
                    .Replace("\"base\": 100", "\"base\": 100, \"unallocated\": 5", StringComparison.Ordinal)
            )
            .Gaps();

        Assert.Equal(
            ["$.unallocated：5 分没有分给任何指标", "$.indicators[0].hits[1].points：政府网站的分值未确认"],
            gaps
        );
    }

    [Fact]
    public void The_most_specific_points_count()
    {
        var rules = RulebookCells
            .Of(Load(TestWarehouse.Rules), s_categories)
            .Where(cell => cell.Channel == Channel.Website)
            .ToDictionary(cell => (cell.Category, cell.Level), cell => cell.Rule);

        Assert.Equal("website.2", rules[("W-TYPO", "region")]);
        Assert.Equal("website.1", rules[("W-TYPO", "city")]);
        Assert.Equal("website.1", rules[("NONE", "region")]);
        Assert.Equal(15, rules.Count);
    }

    private static Rulebook Load(string json)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-test-");
        try
        {
            var path = Path.Combine(folder.FullName, "test-rules.json");
            File.WriteAllText(path, json);
            return RulebookFile.Load(path, s_categories);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
