using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Tests.Importing;

public sealed partial class ImportPageTests : OwnServer
{
    [Fact]
    public async Task An_unknown_unit_is_decided_on_the_page_then_loaded_then_undone()
    {
        using var form = Form("清单.csv", Given.Utf8(Given.Finding("旗火星局")));
        form.Add(new StringContent("张三"), "by");
        var address = await PostAsync("/imports", form);
        Assert.Matches("^/imports/[0-9a-f]{16}$", address);
        var preview = await TextAsync(address);
        Assert.All(
            ["还不能加载", "旗火星局", "教育体育局（相近）", "清单.csv!第3行", "推测", "发现日期"],
            words => Assert.Contains(words, preview, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("确认加载", preview, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=\"/)", preview);
        Assert.DoesNotContain(" style=", preview, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(
            address,
            await PostAsync(address + "/aliases", Fields(("words", "旗火星局"), ("unit", "jiaotiju")))
        );
        Assert.Contains("确认加载", await TextAsync(address), StringComparison.Ordinal);
        await PostAsync(address + "/confirm", Fields());
        Assert.Contains("已加载为第 2 批", await TextAsync(address), StringComparison.Ordinal);
        Assert.Equal(1, await FindingsAsync("2025Q1", "jiaotiju"));
        Assert.Contains("href=\"/batches/2\"", await TextAsync("/imports"), StringComparison.Ordinal);

        Assert.Contains("确认撤销第 2 批", await TextAsync("/batches/2"), StringComparison.Ordinal);
        await PostAsync("/batches/2/revert", Fields(("by", "李四")));
        Assert.Contains("已被第 3 批撤销", await TextAsync("/imports"), StringComparison.Ordinal);
        Assert.DoesNotContain("确认撤销", await TextAsync("/batches/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_changed_by_a_form_and_the_address_stays()
    {
        using var form = Form("清单.csv", Given.Utf8(Given.Finding("旗公安局")));
        var address = await PostAsync("/imports", form);
        var shape = Shapes().Match(await TextAsync(address)).Groups["shape"].Value;

        var after = await PostAsync(
            address + "/mapping",
            Fields(
                ("shape", shape),
                ("kind", "findings"),
                ("channel", "website"),
                ("role-0", "unit"),
                ("role-1", "description"),
                ("role-2", "ignored")
            )
        );

        Assert.Equal(address, after);
        var page = await TextAsync(address);
        Assert.Contains("<option value=\"ignored\" selected", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"website\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">推测<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_on_a_page_that_leads_back()
    {
        using var form = Form("坏.docx", Given.Utf8("PK"));
        using var refused = await Client.PostAsync("/imports", form, Cancel);
        using var empty = await Client.PostAsync(
            "/imports",
            new MultipartFormDataContent { { new StringContent("x"), "by" } },
            Cancel
        );
        using var gone = await Client.GetAsync("/imports/0123456789abcdef", Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("坏.docx", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/imports\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Forms_of_another_site_change_nothing()
    {
        await ConfirmAsync((await UploadAsync("表.csv", Given.Utf8(Given.Facts(7)))).Body);
        foreach (var path in new[] { "/imports", "/batches/2/revert", "/imports/0/aliases" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Fields() };
            request.Headers.Add("Origin", "http://evil.example");
            using var response = await Client.SendAsync(request, Cancel);

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(7, await FindingsAsync("2025Q1", "gonganju"));
    }

    // A browser sends the origin "null" with a form on a page that must not name where it comes from.
    [Fact]
    public async Task Pages_let_the_browser_name_their_own_origin()
    {
        using var response = await Client.GetAsync("/imports", Cancel);

        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<string> PostAsync(string path, HttpContent content)
    {
        using var response = await Client.PostAsync(path, content, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private async Task<string> TextAsync(string path) => await Client.GetStringAsync(path, Cancel);

    [GeneratedRegex("name=\"shape\" value=\"(?<shape>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shapes();
}
