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
    public void A_rulebook_that_cannot_be_meant_is_refused_with_its_place(string old, string now, string place)
    {
        var refusal = Assert.Throws<NoticeFormatException>(() =>
            Load(TestWarehouse.Rules.Replace(old, now, StringComparison.Ordinal))
        );

        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("test-rules.json", refusal.Message, StringComparison.Ordinal);
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
