using System.ComponentModel;
using Analytics.Dashboard.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>A notice with its text and everything that was read from it.</summary>
internal static class NoticesApi
{
    public static void MapNotice(this RouteGroupBuilder api) =>
        api.MapGet("/notices/{id}", Show)
            .WithSummary("A notice with its text")
            .WithDescription(
                "What read --format json prints: the text, every number with its place in it, what agrees, what does not, what was not "
                    + "understood. Personal data is masked; spans are [start, end) in UTF-16 units of the text. Absent values have no key."
            )
            .WithProblems(400, 404, 422);

    private static Results<Ok<NoticeAnswer>, ProblemHttpResult> Show(
        [Description("The notice's id.")] string id,
        SnapshotLease data,
        NoticeShelf shelf
    ) =>
        shelf.Find(data.Snapshot, id) switch
        {
            { Content: { } content, Row: var row } => TypedResults.Ok(NoticeAnswer.Of(row, content)),
            { Row: var row } => Problems.SourceGone(row.FileName, row.Sha256),
            null => Problems.Unknown(
                "notice",
                "通报",
                id,
                Metrics.Notices.All(data.Snapshot).Take(5).Select(known => known.Id)
            ),
        };
}
