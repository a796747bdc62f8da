using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Analytics.Dashboard.Serving;

/// <summary>Who may do what. Until there are accounts, the one who holds the link or the key has every role.</summary>
internal static class Access
{
    /// <summary>领导: reads pages, charts and tables.</summary>
    public const string Leader = "leader";

    /// <summary>分析: also tries rules and asks in SQL.</summary>
    public const string Analyst = "analyst";

    /// <summary>录入: also loads, decides names and categories.</summary>
    public const string Editor = "editor";

    /// <summary>管理: also publishes, undoes batches, replaces models.</summary>
    public const string Admin = "admin";

    // Each may what those before it may.
    private static readonly string[] s_roles = [Leader, Analyst, Editor, Admin];

    /// <summary>A policy for each role.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusal>();
        services.AddAuthorization(options =>
        {
            for (var index = 0; index < s_roles.Length; index++)
            {
                var allowed = s_roles[index..];
                options.AddPolicy(s_roles[index], policy => policy.RequireRole(allowed));
            }
        });
    }

    /// <summary>Whoever holds the link or the key.</summary>
    public static ClaimsPrincipal Holder { get; } =
        new(new ClaimsIdentity(s_roles.Select(role => new Claim(ClaimTypes.Role, role)), "link"));

    /// <summary>Refuses to start with a route that nobody thought about: it would be open to all, or a change open to readers.</summary>
    /// <exception cref="InvalidOperationException">A route has no policy; the message names it.</exception>
    public static void DemandPolicies(IEnumerable<Endpoint> endpoints)
    {
        var open = endpoints
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                && !endpoint
                    .Metadata.OfType<IAuthorizeData>()
                    .Any(asked => asked.Policy is not null && (asked.Policy != Leader || IsReading(endpoint)))
            )
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (open.Count > 0)
        {
            throw new InvalidOperationException($"Routes without a policy: {string.Join(", ", open)}.");
        }
    }

    // A leader reads; a change needs a role of its own.
    private static bool IsReading(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.All(HttpMethods.IsGet) == true;

    private sealed class Refusal : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        ) => authorizeResult.Succeeded ? next(context) : Gate.RefuseAsync(context, Problems.NotAllowed());
    }
}
