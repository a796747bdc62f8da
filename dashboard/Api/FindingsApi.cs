using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Dashboard.Api;

/// <summary>Findings (问题条目), the rows behind every count.</summary>
internal static class FindingsApi
{
    private const int DefaultSize = 50;

    private static readonly string[] s_filters =
    [
        "quarter",
        "unit",
        "channel",
        "platform",
        "category",
        "level",
        "q",
        "document",
        "from",
        "to",
    ];

    public static void MapFindings(this RouteGroupBuilder api)
    {
        api.MapGet("/findings", List)
            .WithSummary("Findings, page by page")
            .WithDescription(
                "The newest quarter first, units in official order, those without a unit last. next is the cursor of the following page. "
                    + "CSV and workbook have every row that the filter lets through, and take neither size nor cursor."
            )
            .WithMetadata(new AllowedQuery([.. s_filters, "size", "cursor"]), new Streamed())
            .WithProblems(400, 404);
        foreach (var suffix in RowsResult.Suffixes)
        {
            api.MapGet("/findings" + suffix, List)
                .WithMetadata(new AllowedQuery([.. s_filters, "size", "cursor"]), new Streamed())
                .ExcludeFromDescription();
        }

        api.MapGet("/findings/{id}", Show)
            .WithSummary("A finding")
            .WithDescription("With its unit, category and where that comes from, file, place, words and batch.")
            .WithProblems(400, 404);
    }

    private static Results<RowsResult<FindingPage>, ProblemHttpResult> List(
        SnapshotLease data,
        HttpRequest request,
        [AsParameters] FindingsQuery query,
        [Description("Rows of a page, 1 to 500; 50 by default.")] int? size = null,
        [Description("The next of the page before.")] string? cursor = null
    )
    {
        var format = RowsResult.FormatOf(request);
        if (format != "json" && (size is not null || cursor is not null))
        {
            return Problems.BadRequest($"{format} 一次给出全部行，请去掉 size 和 cursor。");
        }

        if ((Asked.Findings(data.Snapshot, query, out var filter) ?? Asked.Page(size, cursor)) is { } problem)
        {
            return problem;
        }

        if (
            format == "xlsx"
            && Findings.Search(data.Snapshot, filter, size: 1).Total is > TableWorkbook.MostRows and var total
        )
        {
            return Problems.BadRequest(
                $"共 {total} 条，超过一个工作表的 {TableWorkbook.MostRows} 行。请下载 csv，或缩小范围，例如只选一个季度。"
            );
        }

        return RowsResult.Paged(
            () => Findings.Search(data.Snapshot, filter, size ?? DefaultSize, cursor),
            Tables.Findings,
            () => Findings.Every(data.Snapshot, filter),
            "findings"
        );
    }

    private static Results<RowsResult<FindingDetail>, ProblemHttpResult> Show(
        [Description("The finding's id.")] string id,
        SnapshotLease data
    ) =>
        Findings.Find(data.Snapshot, RowsResult.Bare(id)) is { } found
            ? RowsResult.Of(found, Tables.Findings, [found], $"finding-{found.Id}")
            : Problems.Unknown("finding", "问题条目", id, []);
}

/// <summary>Which findings are asked for.</summary>
internal sealed record FindingsQuery(
    [property: FromQuery, Description("Only this quarter, for example 2024Q4.")] string? Quarter = null,
    [property: FromQuery, Description("A unit: code, full name, short name or alias; NONE for findings without one.")]
        string? Unit = null,
    [property: FromQuery, Description("website, newmedia, openness, request, submission, interaction, or NONE.")]
        string? Channel = null,
    [property: FromQuery, Description("A platform as in the data, for example 抖音; NONE where none is said.")]
        string? Platform = null,
    [property: FromQuery, Description("A category's code, for example W-TYPO; NONE for findings without one.")]
        string? Category = null,
    [property: FromQuery, Description("Who found it: state, region, city, banner, or NONE.")] string? Level = null,
    [property:
        FromQuery,
        Description("Words parted by blanks; each must stand in the words, the unit's names or the account.")
    ]
        string? Q = null,
    [property: FromQuery, Description("The code of the document they come from.")] string? Document = null,
    [property: FromQuery, Description("The first quarter.")] string? From = null,
    [property: FromQuery, Description("The last quarter.")] string? To = null
);
