using Analytics.Domain;
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

    /// <summary>Makes a change; what is refused is said with a way back to where the person came from.</summary>
    /// <param name="back">Where the page of the problem leads back to.</param>
    /// <param name="change">The change and its answer.</param>
    public static IResult Try(string back, Func<IResult> change)
    {
        try
        {
            return change();
        }
        catch (NoticeFormatException refused)
        {
            return Problem(Problems.Refused(refused.Message), back);
        }
    }
}
