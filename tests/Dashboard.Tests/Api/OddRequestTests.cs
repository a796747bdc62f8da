using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Tests.Api;

/// <summary>Nothing that is asked of a GET route brings the server to a fault, and every refusal is a problem.</summary>
public sealed class OddRequestTests(ServerFixture server, ITestOutputHelper output)
{
    private const int Count = 3000;

    [Fact]
    public async Task Three_thousand_odd_requests_meet_no_fault_and_every_error_is_problem_json()
    {
        var document = JsonNode.Parse(
            await server.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)
        )!;
        var wrong = new ConcurrentBag<string>();
        var answers = new ConcurrentDictionary<int, int>();
        var clock = Stopwatch.StartNew();

        await Parallel.ForEachAsync(
            new OddRequests(document, seed: 20241231).Take(Count),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 4,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (request, cancel) =>
            {
                var (status, fault) = await AskAsync(request.Address, request.Accept, cancel);
                answers.AddOrUpdate(status, 1, (_, before) => before + 1);
                if (fault is not null)
                {
                    wrong.Add($"{status} {fault}: {request.Address} as '{request.Accept}'");
                }
            }
        );

        output.WriteLine(
            $"{clock.Elapsed.TotalSeconds:0.0} s; {string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}"
        );
        Assert.Empty(wrong);
        Assert.True(answers[200] > 200 && answers[400] > 500 && answers[404] > 500, "the requests are not odd enough");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    private async Task<(int Status, string? Fault)> AskAsync(string address, string accept, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await server.Client.SendAsync(request, cancel);
        var type = response.Content.Headers.ContentType?.MediaType;
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return (status, type is null ? "an answer without a type" : null);
        }

        // Charts need a font, which a machine may not have.
        if (status >= 500 && response.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            return (status, "a fault");
        }

        if (type != "application/problem+json")
        {
            return (status, $"no problem but {type}");
        }

        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel)).RootElement;
        var isWhole =
            problem.GetProperty("status").GetInt32() == status
            && problem.GetProperty("type").GetString()!.StartsWith("/problems/", StringComparison.Ordinal)
            && problem.GetProperty("title").GetString() is { Length: > 0 }
            && problem.GetProperty("detail").GetString() is { Length: > 0 };
        return (status, isWhole ? null : "a problem without its parts");
    }
}
