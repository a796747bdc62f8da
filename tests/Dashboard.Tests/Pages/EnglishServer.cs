using System.Net.Http.Json;
using System.Text.Json;
using Analytics.Tests.Importing;

namespace Analytics.Tests.Pages;

/// <summary>A server on which everything happened that a page can tell of, read in English.</summary>
public sealed class EnglishServer : OwnServer, IAsyncLifetime
{
    private const string Problems = """
        责任单位,渠道,具体问题,发现时间
        札萨克镇,政府网站,“工作动态”栏目自8月2日起没有更新过,2024-11-05
        公安局,政务新媒体,昨夜球队三比二夺冠主帅谈成长,2024-11-07
        """;

    private const string Who = "%E5%BC%A0%E4%B8%89";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public new async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Client.DefaultRequestHeaders.Add("Cookie", "language=en");
        await PostAsync($"quarters/2024Q4/publish?by={Who}");
        await LoadAsync("facts.csv", Given.Utf8(Given.Facts(7)));
        await LoadAsync("facts.csv", Given.Utf8(Given.Facts(8)));
        await PostAsync($"batches/3/revert?by={Who}&force=true");
        await LoadAsync("list.csv", Given.Utf8(Problems), "&quarter=2024Q4");
        _places["model"] = (await PostAsync($"models?by={Who}&force=true")).GetProperty("modelId").GetString()!;
        await PostAsync($"units/aliases?by={Who}", new { words = "旗火星局", unit = "jiaotiju" });
        _places["loaded"] = await LoadAsync("mars.csv", Given.Utf8(Given.Finding("旗火星局")));

        _places["same"] = await PreviewAsync("again.csv", Given.Utf8(Given.Facts(7)));
        _places["good"] = await PreviewAsync("good.csv", Given.Utf8(Given.Finding("旗公安局")));
        _places["bad"] = await PreviewAsync("bad.csv", Given.Utf8(Given.OneBadRow));
        _places["unknown"] = await PreviewAsync("unknown.csv", Given.Utf8(Given.Finding("旗水星局")));
        _places["document"] = await PreviewAsync("notice.txt", await NoticeAsync());
        _places["notice"] = await FirstAsync("notices");
        _places["finding"] = (await GetAsync("findings?size=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A page in English, its placeholders filled in, for example /models/{model}.</summary>
    public async Task<string> PageAsync(string address, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(address);
        foreach (var (name, value) in _places)
        {
            address = address.Replace('{' + name + '}', value, StringComparison.Ordinal);
        }

        using var response = await Client.GetAsync(address, Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<byte[]> NoticeAsync() =>
        Given.Utf8(
            (await File.ReadAllTextAsync(Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt"), Cancel))
                + "\n另有3处情况尚待核实。\n"
        );

    private async Task<string> PreviewAsync(string name, byte[] content, string more = "")
    {
        using var form = Form(name, content);
        var (_, preview) = await SendAsync(HttpMethod.Post, $"/api/v1/imports?by={Who}" + more, form);
        return preview.GetProperty("id").GetString()!;
    }

    private async Task<string> LoadAsync(string name, byte[] content, string more = "")
    {
        var id = await PreviewAsync(name, content, more);
        await PostAsync($"imports/{id}/confirm");
        return id;
    }

    private async Task<JsonElement> GetAsync(string path) => (await SendAsync(HttpMethod.Get, "/api/v1/" + path)).Body;

    private async Task<string> FirstAsync(string list) => (await GetAsync(list))[0].GetProperty("id").GetString()!;

    private async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        var (status, answer) = await SendAsync(
            HttpMethod.Post,
            "/api/v1/" + path,
            body is null ? null : JsonContent.Create(body)
        );
        Assert.True((int)status < 300, $"{path}: {answer}");
        return answer;
    }
}
