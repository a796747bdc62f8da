namespace Analytics.Dashboard.Api;

/// <summary>Refuses query parameters that the route does not have, and values that nobody can have typed.</summary>
internal sealed class QueryFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AllowedQuery>()?.Names ?? [];
        var unknown = context.HttpContext.Request.Query.Keys.FirstOrDefault(key =>
            !known.Contains(key, StringComparer.Ordinal)
        );
        if (unknown is not null)
        {
            return Problems.UnknownParameter(unknown, known);
        }

        return Controlled(context.HttpContext.Request) is { } name
            ? Problems.BadRequest($"参数 {name} 中有控制字符（例如换行、NUL），请去掉。")
            : await next(context);
    }

    // A database takes a text with a NUL for the part before it: a filter would be taken for another.
    private static string? Controlled(HttpRequest request) =>
        request.Query.FirstOrDefault(pair => pair.Value.Any(HasControl)).Key
        ?? request.RouteValues.FirstOrDefault(pair => HasControl(pair.Value as string)).Key;

    private static bool HasControl(string? text) => text is not null && text.Any(char.IsControl);
}

/// <summary>The query parameters a route takes; any other is refused, so that a misspelt filter is never taken for none.</summary>
internal sealed record AllowedQuery(params string[] Names);
