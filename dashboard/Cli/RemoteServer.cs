using System.Net.Http.Headers;
using System.Text.Json;
using Analytics.Classify;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Query;
using Analytics.Sources;
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

    public async Task<ImportPreview> PreviewAsync(
        IReadOnlyList<SourceFile> files,
        Quarter? quarter,
        string by,
        IReadOnlyList<TableMapping> mappings,
        CancellationToken cancel
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            form.Add(new ReadOnlyMemoryContent(file.Bytes), "files", Uri.EscapeDataString(file.FileName));
        }

        foreach (var mapping in mappings)
        {
            form.Add(new StringContent(mapping.ToJson()), "mapping");
        }

        var query = $"by={Uri.EscapeDataString(by)}" + (quarter is null ? "" : $"&quarter={quarter}");
        return await SendAsync<ImportPreview>($"api/v1/imports?{query}", form, cancel);
    }

    public Task<LoadReport> ConfirmAsync(string id, bool acceptGoodRows, CancellationToken cancel) =>
        SendAsync<LoadReport>(
            $"api/v1/imports/{id}/confirm?acceptGoodRows={(acceptGoodRows ? "true" : "false")}",
            null,
            cancel
        );

    public Task<byte[]> RefusedRowsAsync(string id, int sheet, CancellationToken cancel) =>
        _client.GetByteArrayAsync(new Uri($"api/v1/imports/{id}/refused.csv?sheet={sheet}", UriKind.Relative), cancel);

    public Task<BatchDetail> BatchAsync(long batch, CancellationToken cancel) =>
        AskAsync<BatchDetail>(HttpMethod.Get, $"api/v1/batches/{batch}", null, cancel);

    public Task<RevertReport> RevertAsync(long batch, bool force, string by, CancellationToken cancel) =>
        SendAsync<RevertReport>(
            $"api/v1/batches/{batch}/revert?force={(force ? "true" : "false")}&by={Uri.EscapeDataString(by)}",
            null,
            cancel
        );

    public Task<AliasDecision> DecideAsync(AliasRequest request, string by, CancellationToken cancel) =>
        SendAsync<AliasDecision>(
            $"api/v1/units/aliases?by={Uri.EscapeDataString(by)}",
            JsonContent.Create(request, options: Json),
            cancel
        );

    public Task<AliasDecision> RevokeAsync(long decision, string by, CancellationToken cancel) =>
        SendAsync<AliasDecision>($"api/v1/units/aliases/{decision}/revoke?by={Uri.EscapeDataString(by)}", null, cancel);

    public Task<DiscrepancyRow> SettleAsync(string id, string note, string by, CancellationToken cancel) =>
        SendAsync<DiscrepancyRow>(
            $"api/v1/discrepancies/{Uri.EscapeDataString(id)}/settle?by={Uri.EscapeDataString(by)}",
            JsonContent.Create(new SettlementRequest(note), options: Json),
            cancel
        );

    public Task<DiscrepancyRow> ReopenAsync(string id, string by, CancellationToken cancel) =>
        SendAsync<DiscrepancyRow>(
            $"api/v1/discrepancies/{Uri.EscapeDataString(id)}/reopen?by={Uri.EscapeDataString(by)}",
            null,
            cancel
        );

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

    public Task<ModelReport> TrainAsync(bool force, string by, CancellationToken cancel) =>
        SendAsync<ModelReport>(
            $"api/v1/models?force={(force ? "true" : "false")}&by={Uri.EscapeDataString(by)}",
            null,
            cancel
        );

    public Task<ModelReport> ActivateAsync(string id, bool force, string by, CancellationToken cancel) =>
        SendAsync<ModelReport>(
            $"api/v1/models/{Uri.EscapeDataString(id)}/activate?force={(force ? "true" : "false")}&by={Uri.EscapeDataString(by)}",
            null,
            cancel
        );

    /// <summary>The model in use; the first one is trained when there is none.</summary>
    public async Task<TextModel> CurrentModelAsync(string by, CancellationToken cancel)
    {
        var models = await AskAsync<IReadOnlyList<ModelRow>>(HttpMethod.Get, "api/v1/models", null, cancel);
        var id = models.FirstOrDefault(row => row.IsActive)?.Id ?? (await TrainAsync(false, by, cancel)).ModelId;
        var file = await _client.GetByteArrayAsync(new Uri($"api/v1/models/{id}/file", UriKind.Relative), cancel);
        return ModelFile.Read(id, file);
    }

    /// <summary>Runs a query there, and writes what it answers.</summary>
    public async Task QueryAsync(
        QueryRequest request,
        ResultFormat format,
        string by,
        bool byteOrderMark,
        Stream output,
        CancellationToken cancel
    )
    {
        var question = new
        {
            request.Sql,
            Parameters = request.Parameters.ToDictionary(
                parameter => parameter.Name,
                parameter => parameter.Value,
                StringComparer.Ordinal
            ),
            Rows = request.RowLimit,
            Seconds = request.Deadline.TotalSeconds,
            Via = "cli",
            By = by,
        };
        using var response = await AnswerAsync(
            HttpMethod.Post,
            $"api/v1/queries{format.Suffix}?bom={(byteOrderMark ? "true" : "false")}",
            JsonContent.Create(question, options: Json),
            cancel
        );
        await response.Content.CopyToAsync(output, cancel);
    }

    public void Dispose() => _client.Dispose();

    private static JsonSerializerOptions MakeJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        ApiJson.Configure(options);
        return options;
    }

    private Task<T> SendAsync<T>(string path, HttpContent? content, CancellationToken cancel) =>
        AskAsync<T>(HttpMethod.Post, path, content, cancel);

    private async Task<T> AskAsync<T>(HttpMethod method, string path, HttpContent? content, CancellationToken cancel)
    {
        using var response = await AnswerAsync(method, path, content, cancel);
        return (await response.Content.ReadFromJsonAsync<T>(Json, cancel))!;
    }

    private async Task<HttpResponseMessage> AnswerAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancel
    )
    {
        HttpResponseMessage response;
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException exception)
        {
            throw new RefusedException(
                $"占用数据仓库的服务 {_client.BaseAddress} 没有应答。请关闭它再试一次。",
                exception
            );
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
            throw new RefusedException(
                problem.TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 } words
                    ? Placed(problem, words)
                    : $"服务拒绝了请求（{(int)response.StatusCode}）。"
            );
        }
    }

    private static string Placed(JsonElement problem, string words) =>
        problem.TryGetProperty("line", out var line)
            ? QueryCommand.Words(
                new(
                    QueryFaultKind.Failed,
                    words,
                    line.GetInt32(),
                    problem.TryGetProperty("column", out var column) && column.ValueKind == JsonValueKind.Number
                        ? column.GetInt32()
                        : null
                )
            )
            : words;
}
