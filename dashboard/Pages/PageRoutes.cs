using System.Reflection;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>The pages' addresses.</summary>
internal static class PageRoutes
{
    private static readonly byte[] s_style = ReadAsset("site.css");
    private static readonly byte[] s_review = ReadAsset("review.js");

    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", Latest).ExcludeFromDescription();
        app.MapGet("/quarters/{quarter}", OfQuarter).ExcludeFromDescription();
        app.MapGet("/units/{unit}", OfUnit).ExcludeFromDescription();
        app.MapGet("/session", OpenWithLink).ExcludeFromDescription();
        app.MapPost("/session", OpenWithKey).DisableAntiforgery().ExcludeFromDescription();
        app.MapGet("/site.css", () => TypedResults.Bytes(s_style, "text/css; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/review.js", () => TypedResults.Bytes(s_review, "text/javascript; charset=utf-8"))
            .ExcludeFromDescription();
        app.MapGet("/health/live", () => TypedResults.Text("ok")).ExcludeFromDescription();
    }

    private static IResult Latest(SnapshotLease data, ChartService charts)
    {
        var latest = Quarters.Latest(data.Snapshot);
        return latest is null
            ? new RazorComponentResult<EmptyPage>()
            : Page(QuarterModel.Of(data.Snapshot, latest.Quarter, charts.Problem));
    }

    private static IResult OfQuarter(string quarter, SnapshotLease data, ChartService charts) =>
        Asked.Quarter(data.Snapshot, quarter, out var asked) is { } problem
            ? PageResults.Problem(problem)
            : Page(QuarterModel.Of(data.Snapshot, asked, charts.Problem));

    private static IResult OfUnit(
        string unit,
        SnapshotLease data,
        ChartService charts,
        string? quarter = null,
        string? rulebook = null
    )
    {
        if (Asked.Unit(data.Snapshot, unit, out var row) is { } unknown)
        {
            return PageResults.Problem(unknown);
        }

        var latest = Quarters.Latest(data.Snapshot);
        if (
            (
                Asked.Quarter(data.Snapshot, quarter ?? latest?.Quarter.ToString() ?? "", out var asked)
                ?? Asked.Rulebook(data.Snapshot, rulebook)
            ) is
            { } problem
        )
        {
            return PageResults.Problem(problem);
        }

        var ranked = Ranking.Rank(data.Snapshot, asked, rulebook).FirstOrDefault(other => other.Unit == row!.Code);
        var names = Units
            .All(data.Snapshot)
            .ToDictionary(known => known.Code, known => known.ShortName, StringComparer.Ordinal);
        return new RazorComponentResult<UnitPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Unit"] = row,
                ["Quarter"] = asked,
                ["Ranked"] = ranked,
                ["Rulebook"] = Rulebooks.All(data.Snapshot).FirstOrDefault(known => known.Id == ranked?.Rulebook),
                ["ChartProblem"] = charts.Problem,
                ["Lines"] = Score.Lines(data.Snapshot, asked, rulebook, row!.Code),
                ["Vetoes"] = Vetoes.Of(data.Snapshot, asked, row.Code),
                ["Findings"] = Findings.Of(data.Snapshot, asked, row.Code),
                ["Trends"] = TrendsOf(data.Snapshot, row.Code, asked),
                ["NameOf"] = (Func<string, string>)(code => names.GetValueOrDefault(code, code)),
            }
        );
    }

    private static List<(TrendMetric Metric, IReadOnlyList<TrendPoint> Points)> TrendsOf(
        Snapshot snapshot,
        string unit,
        Quarter to
    ) =>
        [
            .. Trend
                .Metrics.Where(metric => metric.Name is "finding_count" or "unit_score" or "unit_rank")
                .Select(metric => (metric, Trend.Of(snapshot, metric.Name, unit, to: to))),
        ];

    private static RazorComponentResult<QuarterPage> Page(QuarterModel model) =>
        new RazorComponentResult<QuarterPage>(new { Model = model });

    private static IResult OpenWithLink(HttpContext context, Sessions sessions, string? token = null) =>
        Enter(context, sessions.OpenWithToken(token));

    private static async Task<IResult> OpenWithKey(HttpContext context, Sessions sessions)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Enter(context, sessions.OpenWithKey(form["key"]));
    }

    private static IResult Enter(HttpContext context, string? session)
    {
        if (session is null)
        {
            return PageResults.Problem(Problems.LinkUsed());
        }

        context.Response.Cookies.Append(
            Sessions.CookieName,
            session,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
            }
        );
        return TypedResults.LocalRedirect("/");
    }

    private static byte[] ReadAsset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Assets/" + name)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
