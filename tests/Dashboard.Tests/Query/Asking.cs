using System.Net.Http.Json;
using System.Text.Json;

namespace Analytics.Tests.Query;

/// <summary>Asks the server of the tests in SQL.</summary>
internal static class Asking
{
    public const string Queries = "/api/v1/queries";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Asks; whoever calls disposes the answer.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this ServerFixture fixture,
        object question,
        string? accept = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Queries) { Content = JsonContent.Create(question) };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await fixture.Client.SendAsync(request, Cancel);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
}
