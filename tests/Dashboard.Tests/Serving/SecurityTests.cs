using System.Net;

namespace Analytics.Tests.Serving;

public sealed class SecurityTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_server_listens_on_this_machine_only() => Assert.Equal("127.0.0.1", server.Server.Address.Host);

    [Theory]
    [InlineData("/api/v1/quarters", "application/problem+json")]
    [InlineData("/openapi/v1.json", "application/problem+json")]
    [InlineData("/", "text/html")]
    [InlineData("/quarters/2024Q4", "text/html")]
    [InlineData("/units/gonganju", "text/html")]
    public async Task Nothing_is_shown_without_a_session_or_key(string path, string type)
    {
        using var client = ServerFixture.ClientOf(server.Server, withKey: false);

        using var response = await client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("札萨克", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_does_not_open()
    {
        using var client = ServerFixture.ClientOf(server.Server, withKey: false);
        client.DefaultRequestHeaders.Authorization = new("Bearer", new string('0', 64));

        using var response = await client.GetAsync("/api/v1/quarters", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task The_link_opens_a_session_once_and_its_cookie_is_for_this_site_only()
    {
        var root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        await using (var own = await ServerFixture.StartAsync(Path.Combine(root, "warehouse")))
        {
            using var client = ServerFixture.ClientOf(own, withKey: false);
            var link = own.OneTimeLink;

            using var first = await client.GetAsync(link, Cancel);
            using var second = await client.GetAsync(link, Cancel);

            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            Assert.Equal("/", first.Headers.Location!.ToString());
            var cookie = first.Headers.GetValues("Set-Cookie").Single();
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);

            using var page = new HttpRequestMessage(HttpMethod.Get, "/");
            page.Headers.Add("Cookie", cookie.Split(';')[0]);
            using var opened = await client.SendAsync(page, Cancel);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        }

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task The_key_typed_into_the_form_opens_a_session_and_a_wrong_one_does_not()
    {
        using var client = ServerFixture.ClientOf(server.Server, withKey: false);

        using var right = await client.PostAsync("/session", Form(server.Server.Key), Cancel);
        using var wrong = await client.PostAsync("/session", Form("guess"), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1:1")]
    public async Task A_foreign_host_name_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/quarters");
        request.Headers.Host = host;

        using var response = await server.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_change_asked_for_by_another_site_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports/0/confirm");
        request.Headers.Add(header, value);

        using var response = await server.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_a_strict_content_security_policy()
    {
        using var response = await server.Client.GetAsync("/", Cancel);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotMatch("<script(?![^>]* src=\"/)", page);
        Assert.DoesNotMatch(" on[a-z]+=", page);
        Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_key_is_readable_by_its_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are Unix's.");
            return;
        }

        var mode = File.GetUnixFileMode(Path.Combine(server.Warehouse, "api.key"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    private static FormUrlEncodedContent Form(string key) => new([KeyValuePair.Create("key", key)]);
}
