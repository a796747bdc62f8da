using Analytics.Dashboard.Api;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Query;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>The pages' addresses.</summary>
internal static class PageRoutes
{
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("")
            .ExcludeFromDescription()
            .WithMetadata(new Kept())
            .RequireAuthorization(Access.Leader);
        pages.MapGet("/", Latest);
        pages.MapGet("/quarters", Latest);
        pages.MapGet("/quarters/{quarter}", OfQuarter);
        pages.MapGet("/rankings", LatestRanking);
        pages.MapGet("/rankings/{quarter}", OfRanking);
        pages.MapGet("/rankings/{quarter}/what-if", OfWhatIf).RequireAuthorization(Access.Analyst);
        pages.MapGet("/units", OfUnits);
        pages.MapGet("/units/{unit}", OfUnit);
        pages.MapGet("/trends", OfTrends);
        pages.MapGet("/findings", OfFindings);
        pages.MapGet("/findings/{id}", OfFinding);
        pages.MapGet("/notices", OfNotices);
        pages.MapGet("/notices/{id}", OfNotice);
        pages.MapGet("/rulebooks", OfRulebooks);
        pages.MapGet("/rulebooks/{id}", OfRulebook);
        pages.MapGet("/metrics", OfMetrics);
        pages.MapGet("/search", OfSearch);

        // Saved queries change without the data.
        pages.MapGet("/sql", OfSql).RequireAuthorization(Access.Analyst).WithMetadata(new Unversioned());
        pages.MapGet("/sql/{id}", OfSavedSql).RequireAuthorization(Access.Analyst).WithMetadata(new Unversioned());

        var open = app.MapGroup("").ExcludeFromDescription().DisableAntiforgery().AllowAnonymous();
        open.MapGet("/session", OpenWithLink);
        open.MapPost("/session", OpenWithKey);
        open.MapPost("/settings", Settle);
        open.MapGet("/health/live", () => TypedResults.Text("ok"));
        foreach (var asset in Asset.All)
        {
            open.MapGet("/" + asset.Name, () => TypedResults.Bytes(asset.Bytes, asset.MediaType))
                .WithMetadata(new Kept());
        }
    }

    private static IResult Latest(SnapshotLease data, PageCharts charts)
    {
        var latest = Quarters.Latest(data.Snapshot);
        return latest is null ? Empty(data) : Page(data, latest.Quarter, charts);
    }

    /// <summary>The page of a warehouse without data.</summary>
    internal static RazorComponentResult<EmptyPage> Empty(SnapshotLease data) =>
        new(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(EmptyPage.UnitCount)] = Units.All(data.Snapshot).Count,
                [nameof(EmptyPage.Rulebooks)] = Rulebooks.All(data.Snapshot).Count,
            }
        );

    private static IResult OfQuarter(string quarter, SnapshotLease data, PageCharts charts) =>
        Asked.Quarter(data.Snapshot, quarter, out var asked) is { } problem
            ? PageResults.Problem(problem)
            : Page(data, asked, charts);

    private static RazorComponentResult<QuarterPage> Page(SnapshotLease data, Quarter quarter, PageCharts charts) =>
        new(new { Model = QuarterModel.Of(data.Snapshot, quarter, charts) });

    private static IResult LatestRanking(SnapshotLease data, PageCharts charts) =>
        Quarters.Latest(data.Snapshot) is { } latest ? OfRanking(latest.Quarter.ToString(), data, charts) : Empty(data);

    private static IResult OfRanking(
        string quarter,
        SnapshotLease data,
        PageCharts charts,
        string? rulebook = null,
        string? group = null
    )
    {
        (rulebook, group) = (Given(rulebook), Given(group));
        if (
            (Asked.Quarter(data.Snapshot, quarter, out var asked) ?? Asked.Rulebook(data.Snapshot, rulebook)) is
            { } problem
        )
        {
            return PageResults.Problem(problem);
        }

        var ranking = RankingModel.Of(data.Snapshot, asked, rulebook, group, charts);
        return ranking.Rulebook is { } used && Asked.Group(data.Snapshot, used.Id, group) is { } unknown
            ? PageResults.Problem(unknown)
            : new RazorComponentResult<RankingPage>(new { Model = ranking });
    }

    private static IResult OfWhatIf(string quarter, SnapshotLease data, string? rulebook = null, string? against = null)
    {
        (rulebook, against) = (Given(rulebook), Given(against));
        if (
            (
                Asked.Quarter(data.Snapshot, quarter, out var asked)
                ?? Asked.Rulebook(data.Snapshot, rulebook)
                ?? Asked.Rulebook(data.Snapshot, against)
            ) is
            { } problem
        )
        {
            return PageResults.Problem(problem);
        }

        var result = rulebook is null ? null : Simulation.Run(data.Snapshot, asked, draft: null, rulebook, against);
        return new RazorComponentResult<WhatIfPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(WhatIfPage.Quarter)] = asked,
                [nameof(WhatIfPage.Rulebooks)] = Rulebooks.All(data.Snapshot),
                [nameof(WhatIfPage.Groups)] = result is null
                    ? new Dictionary<string, string>(StringComparer.Ordinal)
                    : Rulebooks
                        .Groups(data.Snapshot, result.Rulebook)
                        .ToDictionary(group => group.Code, group => group.Title, StringComparer.Ordinal),
                [nameof(WhatIfPage.Tried)] = rulebook,
                [nameof(WhatIfPage.Against)] = against,
                [nameof(WhatIfPage.Result)] = result,
            }
        );
    }

    private static RazorComponentResult<UnitsPage> OfUnits(SnapshotLease data)
    {
        var latest = Quarters.Latest(data.Snapshot)?.Quarter;
        return new(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Units"] = Units.All(data.Snapshot),
                ["Ranking"] = latest is { } quarter ? Ranking.Rank(data.Snapshot, quarter) : [],
                ["Latest"] = latest,
            }
        );
    }

    private static IResult OfUnit(
        string unit,
        SnapshotLease data,
        PageCharts charts,
        string? quarter = null,
        string? rulebook = null
    )
    {
        if (Asked.Unit(data.Snapshot, unit, out var row) is { } unknown)
        {
            return PageResults.Problem(unknown);
        }

        var latest = Quarters.Latest(data.Snapshot);
        return
            (
                Asked.Quarter(data.Snapshot, quarter ?? latest?.Quarter.ToString() ?? "", out var asked)
                ?? Asked.Rulebook(data.Snapshot, rulebook)
            )
                is { } problem
            ? PageResults.Problem(problem)
            : new RazorComponentResult<UnitPage>(
                new { Model = UnitModel.Of(data.Snapshot, row!, asked, rulebook, charts) }
            );
    }

    private static IResult OfTrends(
        SnapshotLease data,
        PageCharts charts,
        string? metric = null,
        string[]? unit = null,
        string? from = null,
        string? to = null
    )
    {
        var units = new List<UnitRow>();
        foreach (var code in (unit ?? []).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (Asked.Unit(data.Snapshot, code, out var row) is { } unknown)
            {
                return PageResults.Problem(unknown);
            }

            units.Add(row!);
        }

        var (first, last) = ((Quarter?)null, (Quarter?)null);
        var wrong =
            Asked.Metric(Given(metric) ?? "adoption_rate", units.FirstOrDefault(), out var asked)
            ?? Asked.OptionalQuarter(Given(from), out first)
            ?? Asked.OptionalQuarter(Given(to), out last)
            ?? (
                units.Count > TrendsModel.MostUnits
                    ? Problems.BadRequest($"一次最多对比 {TrendsModel.MostUnits} 个单位。")
                    : null
            );
        return wrong is not null
            ? PageResults.Problem(wrong)
            : new RazorComponentResult<TrendsPage>(
                new { Model = TrendsModel.Of(data.Snapshot, asked!, units, (first, last), charts) }
            );
    }

    private static RazorComponentResult<RulebooksPage> OfRulebooks(SnapshotLease data) =>
        new(new { Rulebooks = Rulebooks.All(data.Snapshot) });

    private static IResult OfRulebook(string id, SnapshotLease data)
    {
        var names = Categories
            .List(data.Snapshot)
            .Categories.ToDictionary(category => category.Code, category => category.Name, StringComparer.Ordinal);
        return RulebookDetails.Of(data.Snapshot, id) is { } detail
            ? new RazorComponentResult<RulebookPage>(
                new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["Detail"] = detail,
                    ["CategoryOf"] = (Func<string, string>)(code => names.GetValueOrDefault(code, "未注明")),
                }
            )
            : PageResults.Problem(Asked.Rulebook(data.Snapshot, id)!);
    }

    private static RazorComponentResult<MetricsPage> OfMetrics(SnapshotLease data) =>
        new(new { FirstUnit = Units.All(data.Snapshot) is [var first, ..] ? first.Code : "" });

    private static IResult OfFindings(SnapshotLease data, [AsParameters] FindingsQuery query, string? cursor = null)
    {
        var given = query with
        {
            Quarter = Given(query.Quarter),
            Unit = Given(query.Unit),
            Channel = Given(query.Channel),
            Platform = Given(query.Platform),
            Category = Given(query.Category),
            Level = Given(query.Level),
            Q = Given(query.Q),
            Document = Given(query.Document),
            From = Given(query.From),
            To = Given(query.To),
        };
        return (Asked.Findings(data.Snapshot, given, out var filter) ?? Asked.Page(null, cursor)) is { } problem
            ? PageResults.Problem(problem)
            : new RazorComponentResult<FindingsPage>(new { Model = FindingsModel.Of(data.Snapshot, filter, cursor) });
    }

    private static IResult OfFinding(string id, SnapshotLease data) =>
        Findings.Find(data.Snapshot, id) is { } row
            ? new RazorComponentResult<FindingDetailPage>(new { Row = row })
            : PageResults.Problem(Problems.Unknown("finding", "问题条目", id, []));

    private static RazorComponentResult<NoticesPage> OfNotices(SnapshotLease data) =>
        new(new { Notices = Notices.All(data.Snapshot), Found = Discrepancies.All(data.Snapshot) });

    private static IResult OfNotice(string id, SnapshotLease data, NoticeShelf shelf) =>
        shelf.Find(data.Snapshot, id) is { } notice
            ? new RazorComponentResult<NoticePage>(new { Notice = notice })
            : PageResults.Problem(
                Problems.Unknown("notice", "通报", id, Notices.All(data.Snapshot).Take(5).Select(known => known.Id))
            );

    private static RazorComponentResult<SqlPage> OfSql(SnapshotLease data, QueryShelf shelf) =>
        SqlPageOf(data, shelf, chosen: null);

    private static IResult OfSavedSql(string id, SnapshotLease data, QueryShelf shelf) =>
        shelf.Find(id) is { } chosen
            ? SqlPageOf(data, shelf, chosen)
            : PageResults.Problem(
                Problems.Unknown("saved-query", "保存的查询", id, shelf.All().Select(known => known.Id)),
                "/sql"
            );

    private static RazorComponentResult<SqlPage> SqlPageOf(SnapshotLease data, QueryShelf shelf, SavedQuery? chosen) =>
        new(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(SqlPage.Relations)] = Relations.All(data.Snapshot),
                [nameof(SqlPage.Saved)] = shelf.All(),
                [nameof(SqlPage.Chosen)] = chosen,
            }
        );

    private static IResult OfSearch(SnapshotLease data, string? q = null)
    {
        var query = Given(q) ?? "";
        FindingPage? found = null;
        if (query.Length > 0)
        {
            if (Asked.Findings(data.Snapshot, new FindingsQuery(Q: query), out var filter) is { } problem)
            {
                return PageResults.Problem(problem);
            }

            found = Findings.Search(data.Snapshot, filter, 20);
        }

        return new RazorComponentResult<SearchPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Query"] = query,
                ["Units"] = query.Length == 0 ? [] : Units.Search(data.Snapshot, query),
                ["Found"] = found,
            }
        );
    }

    // A form sends an empty value where nothing is chosen.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static async Task<IResult> Settle(HttpContext context, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        };
        if (form["language"].ToString() is "zh" or "en")
        {
            context.Response.Cookies.Append(Speech.LanguageCookie, form["language"]!, options);
        }

        if (form["ground"].ToString() is "light" or "dark" or "auto")
        {
            context.Response.Cookies.Append(Speech.GroundCookie, form["ground"]!, options);
        }

        // Only to a page of our own; browsers drop control characters, so that /\t/example.org would lead away.
        var back = form["back"].ToString();
        return TypedResults.LocalRedirect(
            back.StartsWith('/')
            && !back.StartsWith("//", StringComparison.Ordinal)
            && !back.Contains('\\')
            && !back.Any(char.IsControl)
                ? back
                : "/"
        );
    }

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
}
