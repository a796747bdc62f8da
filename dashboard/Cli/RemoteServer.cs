using System.Net.Http.Headers;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary>Writes through the server that holds the warehouse.</summary>
internal sealed class RemoteServer : IDisposable
{
    /// <summary>JSON as the API writes it, on several lines.</summary>
    public static readonly JsonSerializerOptions Json = MakeJson();

    private readonly HttpClient _client;

    public RemoteServer(RunningServer server, string key)
    {
        _client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<LoadReport> LoadAsync(
        IReadOnlyList<LoadFile> files,
        Quarter? quarter,
        string by,
        bool dryRun,
        CancellationToken cancel
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            form.Add(new ReadOnlyMemoryContent(file.Bytes), "files", Uri.EscapeDataString(file.FileName));
        }

        var query = $"by={Uri.EscapeDataString(by)}" + (quarter is null ? "" : $"&quarter={quarter}");
        var preview = await SendAsync<ImportPreview>($"api/v1/imports?{query}", form, cancel);
        return dryRun
            ? preview.Report
            : await SendAsync<LoadReport>($"api/v1/imports/{preview.Id}/confirm", null, cancel);
    }

    public Task<PublishedQuarter> PublishAsync(
        Quarter quarter,
        string? rulebook,
        string by,
        CancellationToken cancel
    ) =>
        SendAsync<PublishedQuarter>(
            $"api/v1/quarters/{quarter}/publish?by={Uri.EscapeDataString(by)}"
                + (rulebook is null ? "" : $"&rulebook={Uri.EscapeDataString(rulebook)}"),
            null,
            cancel
        );

    public Task<PublishedRulebook> PublishAsync(byte[] rulebook, string by, CancellationToken cancel)
    {
        var content = new ByteArrayContent(rulebook);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync<PublishedRulebook>($"api/v1/rulebooks?by={Uri.EscapeDataString(by)}", content, cancel);
    }

    public void Dispose() => _client.Dispose();

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }

    private async Task<T> SendAsync<T>(string path, HttpContent? content, CancellationToken cancel)
    {
        HttpResponseMessage response;
        try
        {
            response = await _client.PostAsync(new Uri(path, UriKind.Relative), content, cancel);
        }
        catch (HttpRequestException exception)
        {
            throw new RefusedException(
                $"占用数据仓库的服务 {_client.BaseAddress} 没有应答。请关闭它再试一次。",
                exception
            );
        }

        using (response)
        {
            if (response.IsSuccessStatusCode)
            {
                return (await response.Content.ReadFromJsonAsync<T>(Json, cancel))!;
            }

            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
            throw new RefusedException(
                problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 } words
                    ? words
                    : $"服务拒绝了请求（{(int)response.StatusCode}）。"
            );
        }
    }
}
