using Analytics.Dashboard.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Api;

/// <summary>An ETag for each version of the data: a script that has it is told that nothing changed.</summary>
internal sealed class VersionFilter : IEndpointFilter
{
    // Another build may answer the same data differently.
    private static readonly string s_build = typeof(VersionFilter).Module.ModuleVersionId.ToString("N")[..8];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<Unversioned>() is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
            return await next(context);
        }

        var snapshot = http.RequestServices.GetRequiredService<SnapshotLease>().Snapshot;
        var tag = $"\"{snapshot.Version}-{s_build}-{RowsResult.FormatOf(http.Request)}\"";
        var result = await next(context);
        if ((result is INestedHttpResult nested ? nested.Result : result) is ProblemHttpResult)
        {
            return result;
        }

        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal)
            ? TypedResults.StatusCode(304)
            : result;
    }
}

/// <summary>A route whose answer changes without a new version of the data.</summary>
internal sealed record Unversioned;
