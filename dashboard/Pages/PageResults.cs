using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Pages;

/// <summary>Pages as results.</summary>
internal static class PageResults
{
    /// <summary>A problem as a page for people, with its status.</summary>
    public static IResult Problem(ProblemHttpResult problem) =>
        new RazorComponentResult<ProblemPage>(new { Details = problem.ProblemDetails })
        {
            StatusCode = problem.StatusCode,
        };
}
