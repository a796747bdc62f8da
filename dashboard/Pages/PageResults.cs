using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>Pages as results.</summary>
internal static class PageResults
{
    /// <summary>A problem as a page for people, with its status.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="back">Where its page leads back to.</param>
    public static IResult Problem(ProblemHttpResult problem, string back = "/") =>
        new RazorComponentResult<ProblemPage>(new { Details = problem.ProblemDetails, Back = back })
        {
            StatusCode = problem.StatusCode,
        };
}
