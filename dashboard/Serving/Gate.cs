using Analytics.Dashboard.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Serving;

/// <summary>What every request passes first: headers, Host, Origin, session.</summary>
/// <param name="next">The rest.</param>
/// <param name="sessions">Who may come in.</param>
internal sealed class Gate(RequestDelegate next, Sessions sessions)
{
    private static readonly string[] s_hosts = ["127.0.0.1", "localhost"];

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        // With no-referrer a browser sends forms under the origin "null", which is refused below.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        var request = context.Request;
        if (!IsOwnHost(request))
        {
            await RefuseAsync(context, Problems.WrongHost(request.Host.ToString()));
        }
        else if (!IsSafe(request.Method) && !IsOwnOrigin(request))
        {
            await RefuseAsync(context, Problems.ForeignOrigin(request.Headers.Origin.ToString()));
        }
        else if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
        }
        else if (!sessions.Admits(request))
        {
            await RefuseAsync(context, Problems.NoSession());
        }
        else
        {
            context.User = Access.Holder;
            await next(context);
        }
    }

    /// <summary>Answers with a problem: as JSON to scripts, as a page to people.</summary>
    public static Task RefuseAsync(HttpContext context, ProblemHttpResult problem) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal)
            ? problem.ExecuteAsync(context)
            : PageResults.Problem(problem).ExecuteAsync(context);

    // A page of another site can make the browser send requests here under that site's name (DNS rebinding).
    private static bool IsOwnHost(HttpRequest request) =>
        s_hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && (
            request.Host.Port is null
            || request.Host.Port == request.HttpContext.Connection.LocalPort
            || request.HttpContext.Connection.LocalPort == 0
        );

    private static bool IsOwnOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" or "none"
            && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
