using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>Lists: quarters, units, notices, batches, rulebooks, metrics, coverage.</summary>
internal static class ListsApi
{
    public static void MapQuarters(this RouteGroupBuilder api) =>
        api.MapList("/quarters", ListQuarters, "Quarters with data", "In order of time; sample quarters are marked.");

    public static void MapUnits(this RouteGroupBuilder api) =>
        api.MapList("/units", ListUnits, "Units", "In official order, with the names they go by.");

    public static void MapBatches(this RouteGroupBuilder api) =>
        api.MapList("/batches", ListBatches, "Batches", "Every file ever loaded, the newest first.");

    public static void MapRulebooks(this RouteGroupBuilder api) =>
        api.MapList(
            "/rulebooks",
            ListRulebooks,
            "Rulebooks",
            "With the SHA-256 of their files and whether a public text confirms their points."
        );

    public static void MapNotices(this RouteGroupBuilder api) =>
        api.MapList("/notices", ListNotices, "Notices in force", "The newest quarter first.", "quarter");

    public static void MapMetrics(this RouteGroupBuilder api) =>
        api.MapList(
            "/metrics",
            ListMetrics,
            "Metrics",
            "What each counts, in Chinese words, and the SQL file under engine/Sql that makes it."
        );

    public static void MapCoverage(this RouteGroupBuilder api) =>
        api.MapGet("/coverage/{quarter}", ListCoverage)
            .WithSummary("Coverage of a quarter")
            .WithDescription("How many units were named, checked without finding, or not checked, in each channel.")
            .WithProblems(400, 404);

    private static RowsResult<IReadOnlyList<QuarterRow>> ListQuarters(SnapshotLease data)
    {
        var rows = Quarters.All(data.Snapshot);
        return RowsResult.Of(rows, Tables.Quarters, rows, "quarters");
    }

    private static RowsResult<IReadOnlyList<UnitRow>> ListUnits(SnapshotLease data)
    {
        var rows = Units.All(data.Snapshot);
        return RowsResult.Of(rows, Tables.Units, rows, "units");
    }

    private static RowsResult<IReadOnlyList<BatchRow>> ListBatches(SnapshotLease data)
    {
        var rows = Batches.All(data.Snapshot);
        return RowsResult.Of(rows, Tables.Batches, rows, "batches");
    }

    private static RowsResult<IReadOnlyList<RulebookRow>> ListRulebooks(SnapshotLease data)
    {
        var rows = Rulebooks.All(data.Snapshot);
        return RowsResult.Of(rows, Tables.Rulebooks, rows, "rulebooks");
    }

    private static Results<RowsResult<IReadOnlyList<NoticeRow>>, ProblemHttpResult> ListNotices(
        SnapshotLease data,
        [Description("Only this quarter, for example 2024Q4.")] string? quarter = null
    )
    {
        if (Asked.OptionalQuarter(quarter, out var asked) is { } problem)
        {
            return problem;
        }

        var rows = Notices.All(data.Snapshot, asked);
        return RowsResult.Of(rows, Tables.Notices, rows, "notices");
    }

    private static RowsResult<IReadOnlyList<MetricDefinition>> ListMetrics() =>
        RowsResult.Of(MetricCatalogue.All, Tables.MetricDefinitions, MetricCatalogue.All, "metrics");

    private static Results<RowsResult<IReadOnlyList<CoverageRow>>, ProblemHttpResult> ListCoverage(
        [Description("The quarter, for example 2024Q4.")] string quarter,
        SnapshotLease data
    )
    {
        if (Asked.Quarter(data.Snapshot, quarter, out var asked) is { } problem)
        {
            return problem;
        }

        var rows = Coverage.Of(data.Snapshot, asked);
        return RowsResult.Of(rows, Tables.Coverage, rows, $"coverage-{asked}");
    }

    // A list without a value in its address has others for CSV and a workbook.
    internal static void MapList(
        this RouteGroupBuilder api,
        string pattern,
        Delegate handler,
        string summary,
        string description,
        params string[] query
    )
    {
        api.MapGet(pattern, handler)
            .WithSummary(summary)
            .WithDescription(description)
            .WithMetadata(new AllowedQuery(query))
            .WithProblems(400);
        foreach (var suffix in RowsResult.Suffixes)
        {
            api.MapGet(pattern + suffix, handler).WithMetadata(new AllowedQuery(query)).ExcludeFromDescription();
        }
    }
}
