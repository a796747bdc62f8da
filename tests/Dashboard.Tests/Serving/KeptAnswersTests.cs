using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Analytics.Tests.Serving;

public sealed class KeptAnswersTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/rulebooks", "br")]
    [InlineData("/rulebooks", "gzip")]
    [InlineData("/api/v1/quarters", "br")]
    [InlineData("/site.css", "br")]
    public async Task A_compressed_answer_is_the_plain_one(string path, string encoding)
    {
        using var plain = await SendAsync(path, null);
        using var packed = await SendAsync(path, encoding);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        await using var bytes = await packed.Content.ReadAsStreamAsync(Cancel);
        await using Stream opened =
            encoding == "br"
                ? new BrotliStream(bytes, CompressionMode.Decompress)
                : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(opened, Encoding.UTF8);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Cancel), await reader.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task Whoever_has_a_page_already_is_told_so_and_gets_no_body()
    {
        using var first = await SendAsync("/rulebooks", "br");
        using var again = await SendAsync("/rulebooks", "br", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task The_two_languages_are_kept_apart()
    {
        using var chinese = await SendAsync("/rulebooks", null);
        using var english = await SendAsync("/rulebooks", null, cookie: "language=en");

        Assert.Contains("lang=\"zh-CN\"", await chinese.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var page = await english.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("Rulebooks", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_is_not_shown_without_a_session()
    {
        using var known = await SendAsync("/rulebooks", null);
        using var client = ServerFixture.ClientOf(server.Server, withKey: false);

        using var answer = await client.GetAsync("/rulebooks", Cancel);

        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/settings", "language=en&back=/trends", "/trends")]
    [InlineData("/settings", "ground=dark&back=https://example.org/", "/")]
    [InlineData("/settings", "ground=dark&back=//example.org/", "/")]
    [InlineData("/settings", "ground=dark&back=/%09/example.org/", "/")]
    public async Task A_setting_leads_back_to_a_page_of_ours_only(string path, string form, string back)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await server.Client.PostAsync(path, content, Cancel);

        Assert.Equal(back, answer.Headers.Location!.ToString());
        Assert.Contains(
            "httponly",
            answer.Headers.GetValues("Set-Cookie").Single(),
            StringComparison.OrdinalIgnoreCase
        );
    }

    private Task<HttpResponseMessage> SendAsync(
        string path,
        string? encoding,
        string? tag = null,
        string? cookie = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return server.Client.SendAsync(request, Cancel);
    }
}
