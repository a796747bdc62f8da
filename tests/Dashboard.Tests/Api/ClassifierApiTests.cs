using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Analytics.Classify;

namespace Analytics.Tests.Api;

/// <summary>Classifying, reviewing and choosing models over HTTP, on a server of its own.</summary>
public sealed class ClassifierApiTests : IAsyncLifetime
{
    private const string Problems = """
        责任单位,渠道,具体问题,发现时间
        札萨克镇,政府网站,“工作动态”栏目自8月2日起没有更新过,2024-11-05
        公安局,政务新媒体,昨夜球队三比二夺冠主帅谈成长,2024-11-07
        """;

    private readonly ServerFixture _server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_problem_list_is_classified_reviewed_and_learnt_from()
    {
        await LoadAsync();

        var models = await GetAsync("models");
        var model = Assert.Single(models.EnumerateArray());
        Assert.True(model.GetProperty("isActive").GetBoolean());
        var waiting = Assert.Single((await GetAsync("reviews?quarter=2024Q4")).EnumerateArray());
        Assert.Equal("FewKnown", waiting.GetProperty("reason").GetString());

        var finding = waiting.GetProperty("findingId").GetString();
        using var refused = await _server.Client.PostAsJsonAsync(
            $"/api/v1/reviews/{finding}",
            new { category = "W-TYPO" },
            Cancel
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var decided = await _server.Client.PostAsJsonAsync(
            $"/api/v1/reviews/{finding}?by=%E5%BC%A0%E4%B8%89",
            new { category = "N-OFF" },
            Cancel
        );
        var annotation = await decided.Content.ReadFromJsonAsync<JsonElement>(Cancel);

        Assert.Equal("张三", annotation.GetProperty("by").GetString());
        Assert.Equal(waiting.GetProperty("proposed").GetString(), annotation.GetProperty("proposed").GetString());
        Assert.Empty((await GetAsync("reviews")).EnumerateArray());

        using var trained = await _server.Client.PostAsync("/api/v1/models?by=t", null, Cancel);
        var report = await trained.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var before = model.GetProperty("textCount").GetInt64();
        Assert.InRange(report.GetProperty("card").GetProperty("textCount").GetInt64(), before, before + 1);
    }

    [Fact]
    public async Task A_model_has_a_card_a_file_and_charts()
    {
        using var trained = await _server.Client.PostAsync("/api/v1/models", null, Cancel);
        var id = (await trained.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("modelId").GetString()!;

        var card = (await GetAsync($"models/{id[..8]}")).GetProperty("card");
        var file = await _server.Client.GetByteArrayAsync($"/api/v1/models/{id}/file", Cancel);
        using var confusion = await _server.Client.GetAsync($"/api/v1/models/{id}/confusion.svg", Cancel);
        using var calibration = await _server.Client.GetAsync($"/api/v1/models/{id}/calibration.png", Cancel);
        using var unknown = await _server.Client.GetAsync("/api/v1/models/000000", Cancel);

        Assert.Equal(id, ModelFile.Sha256(file));
        Assert.Equal(30, card.GetProperty("labels").GetArrayLength());
        // Without a Chinese font the answer says so.
        Assert.True(confusion.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable);
        Assert.Equal(confusion.StatusCode, calibration.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_table_is_trained_on_judged_and_classified()
    {
        var labelled =
            "text,label\n"
            + string.Join(
                '\n',
                Enumerable
                    .Range(0, 40)
                    .Select(i => $"第{(char)('甲' + i)}个苹果又红又甜,果\n第{(char)('甲' + i)}根黄瓜又脆又长,菜")
            );

        using var model = await PostAsync("train", labelled);
        using var judged = await PostAsync("evaluate", "text,label,channel\n首页链接打不开,W-LINK,website");
        using var predicted = await PostAsync(
            "predict",
            "id,text,channel\n7,首页链接打不开,website\n8,,website",
            "text/csv"
        );
        using var oneClass = await PostAsync("train", "text,label\n一,果\n二,果");
        using var noText = await PostAsync("predict", "名称\n一");

        var read = ModelFile.Read("m", await model.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("果", read.Predict("苹果又红又甜").Category);
        var measures = (await judged.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("measures");
        Assert.Equal(1, measures.GetProperty("textCount").GetInt32());
        var lines = (await predicted.Content.ReadAsStringAsync(Cancel)).TrimStart('\uFEFF').Split('\n');
        Assert.Equal("id,text,channel,category,confidence,needs_review,second,third,reasons", lines[0]);
        Assert.StartsWith("7,首页链接打不开,website,W-LINK,", lines[1], StringComparison.Ordinal);
        Assert.Equal("8,,website,,,true,,,需人工：没有模型认识的文字", lines[2]);
        Assert.Contains("没有可以区分的类别", await Detail(oneClass), StringComparison.Ordinal);
        Assert.Contains("没有名为“text”的列", await Detail(noText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_show_queue_and_models()
    {
        await LoadAsync();
        var model = (await GetAsync("models"))[0].GetProperty("id").GetString();

        var review = await _server.Client.GetStringAsync("/review?quarter=2024Q4", Cancel);
        var models = await _server.Client.GetStringAsync("/models", Cancel);
        var card = await _server.Client.GetStringAsync($"/models/{model}", Cancel);
        var unit = await _server.Client.GetStringAsync("/units/zhasake?quarter=2024Q4", Cancel);
        using var script = await _server.Client.GetAsync("/review.js", Cancel);

        Assert.Contains("昨夜", review, StringComparison.Ordinal);
        Assert.Contains("与训练过的文本差别太大", review, StringComparison.Ordinal);
        Assert.Contains(model![..12], models, StringComparison.Ordinal);
        Assert.Contains("正在使用", card, StringComparison.Ordinal);
        Assert.Contains("模型归类", unit, StringComparison.Ordinal);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_form_without_script_decides_too()
    {
        await LoadAsync();
        var finding = (await GetAsync("reviews"))[0].GetProperty("findingId").GetString();

        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["category"] = "N-OFF", ["by"] = "李四" }
        );
        using var answer = await _server.Client.PostAsync($"/review/{finding}", form, Cancel);

        Assert.Equal("/review", answer.Headers.Location?.ToString() ?? answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Empty((await GetAsync("reviews")).EnumerateArray());
    }

    private async Task LoadAsync()
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(Problems)), "files", Uri.EscapeDataString("问题清单.csv"));
        using var answer = await _server.Client.PostAsync("/api/v1/imports?quarter=2024Q4", form, Cancel);
        var preview = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var id = preview.GetProperty("id").GetString();
        using var confirmed = await _server.Client.PostAsync($"/api/v1/imports/{id}/confirm", null, Cancel);
        // On a machine that is too busy the file's reader may be stopped at its deadline; then the preview says so.
        Assert.True(
            confirmed.StatusCode == HttpStatusCode.OK,
            $"{preview}\n{await confirmed.Content.ReadAsStringAsync(Cancel)}"
        );
    }

    private async Task<JsonElement> GetAsync(string path) =>
        await _server.Client.GetFromJsonAsync<JsonElement>("/api/v1/" + path, Cancel);

    private async Task<HttpResponseMessage> PostAsync(string action, string csv, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/classifier/" + action)
        {
            Content = new StringContent(csv, Encoding.UTF8, "text/csv"),
        };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await _server.Client.SendAsync(request, Cancel);
    }

    private static async Task<string> Detail(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString()!;
}
