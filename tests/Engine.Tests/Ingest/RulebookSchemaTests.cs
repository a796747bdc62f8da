using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Analytics.Domain;
using NJsonSchema;

namespace Analytics.Tests.Ingest;

/// <summary>The JSON Schema is for people's editors; the program checks by itself. These tests keep the two from drifting apart.</summary>
public sealed class RulebookSchemaTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "data", "rulebooks");
    private static readonly string s_schema = File.ReadAllText(Path.Combine(s_folder, "rulebook.schema.json"));

    public static TheoryData<string> Shipped { get; } =
        new(
            Directory
                .GetFiles(s_folder, "*.json")
                .Select(path => Path.GetFileName(path)!)
                .Where(name => !name.EndsWith(".schema.json", StringComparison.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shipped_rulebook_follows_the_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(s_schema, TestContext.Current.CancellationToken);

        Assert.Empty(
            schema.Validate(
                await File.ReadAllTextAsync(Path.Combine(s_folder, name), TestContext.Current.CancellationToken)
            )
        );
    }

    [Theory]
    [InlineData("\"kind\": \"deduction\"", "\"kind\": \"subtraction\"")]
    [InlineData("\"base\": 100", "\"base\": 100, \"colour\": 1")]
    [InlineData("\"points\": 0.5", "\"points\": -0.5")]
    [InlineData("\"points\": 0.5", "\"points\": \"0.5\"")]
    [InlineData("\"level\": \"state\"", "\"level\": \"planet\"")]
    [InlineData("\"channel\": \"website\",", "")]
    [InlineData("\"outcome\": \"fail\"", "\"outcome\": \"shame\"")]
    public async Task The_schema_refuses_what_the_program_refuses(string old, string now)
    {
        var schema = await JsonSchema.FromJsonAsync(s_schema, TestContext.Current.CancellationToken);
        var text = await File.ReadAllTextAsync(
            Path.Combine(s_folder, "banner-quarterly.json"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(old, text, StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(text.Replace(old, now, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_has_every_field_of_the_format_and_no_other()
    {
        var schema = JsonNode.Parse(s_schema)!;

        Compare(typeof(Rulebook), schema);
        var indicator = schema["properties"]!["indicators"]!["items"]!;
        Compare(typeof(RulebookIndicator), indicator);
        Compare(typeof(RulebookHit), indicator["properties"]!["hits"]!["items"]!);
        Compare(typeof(RulebookQuota), indicator["properties"]!["quotas"]!["items"]!);
        Compare(typeof(RulebookVeto), schema["properties"]!["vetoes"]!["items"]!);
        Compare(typeof(RulebookBonus), schema["properties"]!["bonus"]!);
        Compare(typeof(RulebookAward), schema["properties"]!["bonus"]!["properties"]!["items"]!["items"]!);
        Compare(typeof(RulebookRanking), schema["properties"]!["ranking"]!);
    }

    private static void Compare(Type type, JsonNode schema)
    {
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != "EqualityContract")
            .Select(property =>
                property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)
            );
        Assert.Equal(
            fields.Order(StringComparer.Ordinal),
            schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal)
        );
    }
}
