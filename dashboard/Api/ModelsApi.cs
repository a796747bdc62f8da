using System.ComponentModel;
using Analytics.Charts;
using Analytics.Classify;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>The text classifiers of the warehouse (分类模型).</summary>
internal static class ModelsApi
{
    private const string FileType = "application/octet-stream";

    public static void MapModels(this RouteGroupBuilder api)
    {
        api.MapGet("/models", List)
            .WithSummary("Text classifiers")
            .WithDescription("The newest first, with how good each is on the texts kept aside, and which is in use.")
            .WithProblems(400);
        api.MapPost("/models", Train)
            .RequireAuthorization(Access.Admin)
            .WithSummary("Train a model on all texts")
            .WithDescription(
                "On data/classification and what persons decided; a tenth is kept aside. It is used unless it is worse there; force uses it all the same."
            )
            .WithMetadata(new AllowedQuery("by", "force"))
            .WithProblems(400, 422);
        api.MapGet("/models/{id}", Show)
            .WithSummary("A model and its card")
            .WithDescription("Classes, parameters, measures, confusions, calibration, coverage against accuracy.")
            .WithProblems(400, 404);
        api.MapGet("/models/{id}/file", Download)
            .WithSummary("A model as a file")
            .WithDescription("For classify evaluate and classify predict --model.")
            .Produces<byte[]>(200, FileType)
            .WithProblems(400, 404);
        api.MapGet("/models/{id}/{chart}.{format}", Draw)
            .WithSummary("A chart of a model")
            .WithDescription(
                "confusion: which class was taken for which; calibration: confidence against accuracy. As a picture, or the numbers drawn as CSV or a workbook."
            )
            .WithMetadata(new AllowedQuery("language"))
            .Produces<byte[]>(200, ChartFile.MediaTypes[0], ChartFile.MediaTypes[1..])
            .WithProblems(400, 404, 503);
        api.MapPost("/models/{id}/activate", Activate)
            .RequireAuthorization(Access.Admin)
            .WithSummary("Use a model that was trained before")
            .WithDescription(
                "Unless it is worse than the one in use on the texts kept aside; force uses it all the same, and that is recorded."
            )
            .WithMetadata(new AllowedQuery("by", "force"))
            .WithProblems(400, 404, 422);
    }

    /// <summary>The model whose id begins so, with its card.</summary>
    internal static ModelDetail? Find(Snapshot snapshot, AnalyticsWarehouse warehouse, string id) =>
        Models.All(snapshot).Where(row => id.Length >= 6 && row.Id.StartsWith(id, StringComparison.Ordinal)).ToList()
            is [var row]
        && warehouse.Classifier.FileOf(row.Id) is { } bytes
            ? new(row, ModelFile.Read(row.Id, bytes).Card)
            : null;

    private static RowsResult<IReadOnlyList<ModelRow>> List(SnapshotLease data)
    {
        var rows = Models.All(data.Snapshot);
        return RowsResult.Of(rows, Tables.Models, rows, "models");
    }

    private static Results<Ok<ModelDetail>, ProblemHttpResult> Show(
        [Description("Its SHA-256, or at least the first six characters.")] string id,
        SnapshotLease data,
        AnalyticsWarehouse warehouse
    ) => Find(data.Snapshot, warehouse, id) is { } found ? TypedResults.Ok(found) : None(data, id);

    private static Results<FileContentHttpResult, ProblemHttpResult> Download(
        [Description("Its SHA-256, or at least the first six characters.")] string id,
        SnapshotLease data,
        AnalyticsWarehouse warehouse
    ) =>
        Find(data.Snapshot, warehouse, id) is { } found
            ? TypedResults.File(warehouse.Classifier.FileOf(found.Model.Id)!, FileType, found.Model.Id[..12] + ".model")
            : None(data, id);

    private static Results<FileContentHttpResult, ProblemHttpResult> Draw(
        [Description("Its SHA-256, or at least the first six characters.")] string id,
        [Description("confusion or calibration.")] string chart,
        [Description("png, svg, csv or xlsx.")] string format,
        SnapshotLease data,
        AnalyticsWarehouse warehouse,
        ChartService charts,
        [Description("The language of the words: zh (the usual) or en.")] string? language = null
    )
    {
        if (chart is not ("confusion" or "calibration"))
        {
            return Problems.Unknown("chart", "图表", chart, ["confusion", "calibration"]);
        }

        if ((ChartFile.ProblemOf(language, out var say) ?? ChartFile.ProblemOf(charts, format)) is { } wrong)
        {
            return wrong;
        }

        return Find(data.Snapshot, warehouse, id) is { } found
            ? ChartFile.Of(charts, ChartOf(found, chart, say), format, $"{chart}-{found.Model.Id[..12]}")
            : None(data, id);
    }

    /// <summary>A chart of a model.</summary>
    internal static Chart ChartOf(ModelDetail found, string chart, ChartLanguage say)
    {
        var text = new ChartText
        {
            Source = say[
                $"模型 {found.Model.Id[..12]}，训练文本轮流留出检验",
                $"model {found.Model.Id[..12]}, each text of training judged by a model that had not seen it"
            ],
            Language = say,
        };
        var aside = found.Card.Aside;
        return chart == "confusion"
            ? ConfusionChart.Of(aside.Confusions, text)
            : CalibrationChart.Of(aside.Calibration, aside.Measures.CalibrationError, text);
    }

    private static Ok<ModelReport> Train(
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        CancellationToken cancel,
        [Description("Who trains it.")] string? by = null,
        [Description("Use it even if it is worse.")] bool force = false
    )
    {
        var report = warehouse.Classifier.Train(Asked.Who(by), force, cancel);
        snapshots.Refresh();
        return TypedResults.Ok(report);
    }

    private static Results<Ok<ModelReport>, ProblemHttpResult> Activate(
        [Description("Its SHA-256, or at least the first six characters.")] string id,
        AnalyticsWarehouse warehouse,
        SnapshotHolder snapshots,
        [Description("Who wants it.")] string? by = null,
        [Description("Use it even if it is worse.")] bool force = false
    )
    {
        using (var data = snapshots.Rent())
        {
            if (Find(data.Snapshot, warehouse, id) is null)
            {
                return None(data, id);
            }
        }

        var report = warehouse.Classifier.Activate(id, Asked.Who(by), force);
        snapshots.Refresh();
        return TypedResults.Ok(report);
    }

    private static ProblemHttpResult None(SnapshotLease data, string id) =>
        Problems.Unknown("model", "模型", id, Models.All(data.Snapshot).Select(row => row.Id[..12]));
}

/// <summary>A model and its card.</summary>
/// <param name="Model">When it was trained and used, and how good it is on the texts kept aside.</param>
/// <param name="Card">What it is made of.</param>
public sealed record ModelDetail(ModelRow Model, ModelCard Card);
