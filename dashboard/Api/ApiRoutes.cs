using Microsoft.AspNetCore.Mvc;

namespace Analytics.Dashboard.Api;

/// <summary>What routes have in common.</summary>
internal static class ApiRoutes
{
    /// <summary>The problems a route answers with, besides 401, which all do.</summary>
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses.Append(401))
        {
            route.Produces<ProblemDetails>(status, Problems.MediaType);
        }

        return route;
    }
}
