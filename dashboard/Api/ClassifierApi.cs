using System.ComponentModel;
using Analytics.Classify;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>The classifier on a table that is sent: train, evaluate, predict, as on the command line.</summary>
internal static class ClassifierApi
{
    private const string CsvType = "text/csv";

    public static void MapClassifier(this RouteGroupBuilder api)
    {
        api.MapPost("/classifier/train", TrainAsync)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Train a model on a CSV")
            .WithDescription(
                "Columns text and label, perhaps channel and source; the answer is the model's file. Nothing is stored."
            )
            .Accepts<byte[]>(CsvType)
            .Produces<byte[]>(200, "application/octet-stream")
            .WithProblems(400, 422);
        api.MapPost("/classifier/evaluate", EvaluateAsync)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Judge a model on a CSV")
            .WithDescription("Columns text and label, perhaps channel.")
            .WithMetadata(new AllowedQuery("model"))
            .Accepts<byte[]>(CsvType)
            .WithProblems(400, 404, 422);
        api.MapPost("/classifier/predict", PredictAsync)
            .RequireAuthorization(Access.Analyst)
            .WithSummary("Classify the texts of a CSV")
            .WithDescription(
                "Column text, perhaps channel. Its columns come back with category, confidence, needs_review, second, third, reasons, as JSON, or as CSV to who accepts text/csv."
            )
            .WithMetadata(new AllowedQuery("model"))
            .Accepts<byte[]>(CsvType)
            .Produces<Dictionary<string, string>[]>(200, "application/json", CsvType)
            .WithProblems(400, 404, 422);
    }

    private static async Task<FileContentHttpResult> TrainAsync(
        HttpRequest request,
        ISourceReader reader,
        AnalyticsWarehouse warehouse,
        CancellationToken cancel
    )
    {
        var rows = LabelledFile.Read(await TableAsync(request, reader, cancel));
        var file = ModelFile.Write(warehouse.Classifier.TrainOn(rows, cancel));
        return TypedResults.File(file, "application/octet-stream", ModelFile.Sha256(file)[..12] + ".model");
    }

    private static async Task<Results<Ok<EvaluationReport>, ProblemHttpResult>> EvaluateAsync(
        HttpRequest request,
        ISourceReader reader,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel,
        [Description("The model; by default the one in use.")] string? model = null
    )
    {
        var table = await TableAsync(request, reader, cancel);
        return Model(warehouse, snapshots, model, out var found) is { } problem
            ? problem
            : TypedResults.Ok(EvaluationReport.Of(warehouse.Classifier.Judge(found!, LabelledFile.Read(table))));
    }

    private static async Task<IResult> PredictAsync(
        HttpRequest request,
        ISourceReader reader,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel,
        [Description("The model; by default the one in use.")] string? model = null
    )
    {
        var table = await TableAsync(request, reader, cancel);
        if (Model(warehouse, snapshots, model, out var found) is { } problem)
        {
            return problem;
        }

        var (columns, rows) = PredictionTable.Of(table, found!);
        return RowsResult.Wants(request, RowsResult.Suffix, CsvType)
            ? TypedResults.Text("\uFEFF" + TableOutput.Csv(columns, rows), CsvType, System.Text.Encoding.UTF8)
            : TypedResults.Text(TableOutput.Json(columns, rows), "application/json", System.Text.Encoding.UTF8);
    }

    private static ProblemHttpResult? Model(
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        string? id,
        out TextModel? model
    )
    {
        if (id is null)
        {
            model = warehouse.Classifier.Ensure(Environment.UserName);
            snapshots.Refresh();
            return null;
        }

        using var data = snapshots.Rent();
        model = ModelsApi.Find(data.Snapshot, warehouse, id) is { } found
            ? ModelFile.Read(found.Model.Id, warehouse.Classifier.FileOf(found.Model.Id)!)
            : null;
        return model is null ? Problems.Unknown("model", "模型", id, []) : null;
    }

    private static async Task<SourceTable> TableAsync(
        HttpRequest request,
        ISourceReader reader,
        CancellationToken cancel
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancel);
        return reader.Read("texts.csv", body.ToArray(), cancel) as SourceTable
            ?? throw new NoticeFormatException("收到的不是 csv 表格。请发送第一行为 text,label 的 csv。");
    }
}
