using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Api;

namespace Analytics.Tests.Api;

/// <summary>The OpenAPI document: the served one is the one checked in, and says what the server does.</summary>
public sealed class OpenApiTests(ServerFixture server)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_document_checked_in_is_the_one_served()
    {
        var path = Path.Combine(FindRoot(), "dashboard", "openapi.json");
        var served = (await DocumentAsync()).ToJsonString(s_indented) + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);
        }

        var kept = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.True(
            kept.ReplaceLineEndings("\n") == served,
            "dashboard/openapi.json is not what /openapi/v1.json serves. If the change is meant, run "
                + "UPDATE_GOLDEN=1 dotnet run --project tests/Dashboard.Tests -- -class \"*OpenApiTests\" and commit the file."
        );
    }

    [Fact]
    public async Task No_number_may_also_be_a_text()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        foreach (var types in Everything(schemas).Select(node => node["type"]).OfType<JsonArray>())
        {
            var names = types.Select(type => (string)type!).ToList();
            Assert.False(
                names.Contains("string") && names.Exists(name => name is "integer" or "number"),
                types.ToJsonString()
            );
        }
    }

    [Fact]
    public async Task What_is_no_JSON_is_bytes()
    {
        var found = 0;
        foreach (var (_, operation) in Operations(await DocumentAsync()))
        {
            foreach (var (type, media) in operation["responses"]!.AsObject().SelectMany(ContentOf))
            {
                var isBinary = (string?)media!["schema"]?["format"] == "binary";
                Assert.Equal(!type.EndsWith("json", StringComparison.Ordinal), isBinary);
                found += isBinary ? 1 : 0;
            }
        }

        Assert.True(found > 20);
    }

    [Fact]
    public async Task Every_type_that_is_documented_is_served()
    {
        foreach (var (route, operation) in Operations(await DocumentAsync()).Where(IsGet))
        {
            var address = "/api/v1/" + ApiExamples.AddressOf(route["/api/v1/".Length..]);
            var types = ContentOf(KeyValuePair.Create("200", operation["responses"]!["200"])).Select(pair => pair.Key);
            foreach (var type in types.Where(type => type is "text/csv" or "application/json" or Xlsx))
            {
                var asked = InFormat(type == "application/json" ? address : WithoutPaging(address), type);
                using var request = new HttpRequestMessage(HttpMethod.Get, asked);
                request.Headers.Add("Accept", type);
                using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

                if (
                    address.Contains("imports/", StringComparison.Ordinal)
                    || address.Contains("models/", StringComparison.Ordinal)
                    || address.Contains("v1/queries/", StringComparison.Ordinal)
                )
                {
                    Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
                    continue;
                }

                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{asked} as {type}: {response.StatusCode}");
                Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            }
        }
    }

    [Fact]
    public async Task Every_GET_has_an_example_for_every_part_of_its_address_and_names_are_as_they_are_sent()
    {
        foreach (var (route, operation) in Operations(await DocumentAsync()).Where(IsGet))
        {
            Assert.NotNull(ApiExamples.AddressOf(route["/api/v1/".Length..]));
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                var name = (string)parameter!["name"]!;
                Assert.True(char.IsAsciiLetterLower(name[0]), name);
                Assert.True((string)parameter["in"]! == "query" || parameter["example"] is not null, $"{route} {name}");
                Assert.NotNull(parameter["description"]);
            }
        }
    }

    // The example of a chart is a picture, and its ending says what is wanted.
    private static string InFormat(string address, string type) =>
        address.Replace(".svg", type == Xlsx ? ".xlsx" : ".csv", StringComparison.Ordinal);

    private static string WithoutPaging(string address) => address.Replace("&size=50", "", StringComparison.Ordinal);

    private static bool IsGet((string Route, JsonObject Operation) operation) =>
        operation.Operation.Parent is JsonObject methods && methods["get"] == operation.Operation;

    private static IEnumerable<KeyValuePair<string, JsonNode?>> ContentOf(KeyValuePair<string, JsonNode?> response) =>
        response.Value!["content"]?.AsObject() ?? [];

    private static IEnumerable<(string Route, JsonObject Operation)> Operations(JsonNode document) =>
        document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, method.Value!.AsObject())));

    private static IEnumerable<JsonObject> Everything(JsonNode node) =>
        node switch
        {
            JsonObject part => part.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Everything).Prepend(part),
            JsonArray list => list.OfType<JsonNode>().SelectMany(Everything),
            _ => [],
        };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("no Analytics.sln above the tests");
        }

        return folder.FullName;
    }

    private async Task<JsonNode> DocumentAsync() =>
        JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
}
