using Analytics.Dashboard.Serving;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Analytics.Tests.Serving;

public sealed class AccessTests
{
    // A server with a route like these does not start, so that every running one has a policy on each route.
    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", null)]
    [InlineData("POST", Access.Leader)]
    public void A_route_nobody_thought_about_keeps_the_server_from_starting(string method, string? policy) =>
        Assert.Contains(
            "/forgotten",
            Assert.Throws<InvalidOperationException>(() => Access.DemandPolicies([Route(method, policy)])).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("GET", Access.Leader)]
    [InlineData("POST", Access.Editor)]
    public void A_reader_may_read_and_a_change_has_a_role_of_its_own(string method, string policy) =>
        Access.DemandPolicies([Route(method, policy)]);

    private static Endpoint Route(string method, string? policy) =>
        new(
            null,
            new EndpointMetadataCollection(
                policy is null
                    ? [new HttpMethodMetadata([method])]
                    : [new HttpMethodMetadata([method]), new AuthorizeAttribute(policy)]
            ),
            "/forgotten"
        );
}
