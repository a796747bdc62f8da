using System.ComponentModel;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Metrics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>One unit, one rulebook, one metric.</summary>
internal static class DetailsApi
{
    public static void MapDetails(this RouteGroupBuilder api)
    {
        api.MapGet("/units/{code}", ShowUnit)
            .WithSummary("A unit and how it stood")
            .WithDescription(
                "Its names, what it came from and became, its accounts, and rank, score and findings in every quarter under the rulebook in "
                    + "effect. CSV has the quarters."
            )
            .WithProblems(400, 404);
        api.MapGet("/rulebooks/{id}", ShowRulebook)
            .WithSummary("A rulebook, part by part")
            .WithDescription(
                "Indicators, rules, vetoes, bands and groups, with the SHA-256 of its file. CSV has the rules."
            )
            .WithProblems(400, 404);
        api.MapGet("/metrics/{name}", ShowMetric)
            .WithSummary("A metric and its SQL")
            .WithDescription("What it counts, in Chinese words, and the file that makes its values, header included.")
            .WithProblems(400, 404);
    }

    private static Results<RowsResult<UnitAnswer>, ProblemHttpResult> ShowUnit(
        [Description("The unit: code, full name, short name or alias.")] string code,
        SnapshotLease data
    )
    {
        if (Asked.Unit(data.Snapshot, code, out var unit) is { } problem)
        {
            return problem;
        }

        var standings = Units.Standings(data.Snapshot, unit!.Code);
        return RowsResult.Of(
            new UnitAnswer(
                unit,
                Units.Names(data.Snapshot, unit.Code),
                Units.Changes(data.Snapshot, unit.Code),
                Accounts.Of(data.Snapshot, unit.Code),
                standings
            ),
            Tables.Standings,
            standings,
            $"unit-{unit.Code}"
        );
    }

    private static Results<RowsResult<RulebookDetail>, ProblemHttpResult> ShowRulebook(
        [Description("The rulebook's id.")] string id,
        SnapshotLease data
    )
    {
        var bare = RowsResult.Bare(id);
        return RulebookDetails.Of(data.Snapshot, bare) is { } found
            ? RowsResult.Of(found, Tables.Rules, found.Rules, $"rulebook-{bare}")
            : Asked.Rulebook(data.Snapshot, bare)!;
    }

    private static Results<Ok<MetricSql>, ProblemHttpResult> ShowMetric(
        [Description("The metric, for example adoption_rate.")] string name
    ) =>
        MetricCatalogue.Find(name) is { } found
            ? TypedResults.Ok(found)
            : Problems.Unknown("metric", "指标", name, MetricCatalogue.All.Select(known => known.Name));
}

/// <summary>A unit (单位) with everything that is known of it.</summary>
/// <param name="Unit">Code, names, group.</param>
/// <param name="Names">The names it goes by, and when.</param>
/// <param name="Successions">What it came from and became.</param>
/// <param name="Accounts">Its accounts.</param>
/// <param name="Quarters">How it stood in every quarter, in order of time.</param>
internal sealed record UnitAnswer(
    UnitRow Unit,
    IReadOnlyList<UnitName> Names,
    IReadOnlyList<UnitChange> Successions,
    IReadOnlyList<AccountOwner> Accounts,
    IReadOnlyList<UnitStanding> Quarters
);
