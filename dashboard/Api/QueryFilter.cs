namespace Analytics.Dashboard.Api;

/// <summary>Refuses query parameters that the route does not have.</summary>
internal sealed class QueryFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AllowedQuery>()?.Names ?? [];
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(key =>
            !known.Contains(key, StringComparer.Ordinal)
        );
        return unknown is null ? await next(context) : Problems.UnknownParameter(unknown, known);
    }
}

/// <summary>The query parameters a route takes; any other is refused, so that a misspelt filter is never taken for none.</summary>
internal sealed record AllowedQuery(params string[] Names);
