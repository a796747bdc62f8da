using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Analytics.Ingest;
using Analytics.Sources;
using Analytics.Tests.Importing;

namespace Analytics.Tests.Api;

/// <summary>The shipped notice over HTTP, held against the command line's JSON and the figures of the paper.</summary>
public sealed class NoticesApiTests(ServerFixture server)
{
    [Fact]
    public async Task A_notice_is_what_read_prints_with_its_file()
    {
        var path = Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt");
        var printed = JsonNode.Parse(
            NoticeJson.Write(
                NoticeReader.Read(
                    (SourceText)SourceReader.ReadFile(path, cancel: TestContext.Current.CancellationToken)
                )
            )
        )!;

        var served = await NoticeAsync();

        Assert.Equal("notice.txt", (string)served["fileName"]!);
        foreach (var key in (string[])["text", "document", "facts", "checks", "discrepancies", "unrecognised"])
        {
            Assert.True(JsonNode.DeepEquals(printed[key], served[key]), key);
        }
    }

    [Fact]
    public async Task Spans_hold_the_numbers_as_printed_198_and_199_side_by_side()
    {
        var notice = await NoticeAsync();

        var text = (string)notice["text"]!;
        var facts = notice["facts"]!.AsArray();
        Assert.Equal(51, facts.Count);
        Assert.All(
            facts,
            fact =>
            {
                var printed = text[(int)fact!["span"]![0]!..(int)fact["span"]![1]!];
                var number = fact["count"] ?? fact["rate"] ?? fact["value"];
                Assert.Equal((decimal)number!, decimal.Parse(printed, CultureInfo.InvariantCulture));
            }
        );
        var sum = notice["discrepancies"]!.AsArray().Single(found => (string)found!["code"]! == "sum-mismatch")!;
        Assert.Equal(
            (198m, 199m, "error"),
            ((decimal)sum["stated"]!, (decimal)sum["computed"]!, (string)sum["severity"]!)
        );
        Assert.Equal("198", text[(int)sum["spans"]![0]![0]!..(int)sum["spans"]![0]![1]!]);
        Assert.Equal(6, notice["checks"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("notices/none", 404, "unknown-notice")]
    [InlineData("notices?quarter=4", 400, "malformed-quarter")]
    public async Task What_is_not_there_is_a_problem(string path, int status, string type)
    {
        using var response = await server.Client.GetAsync("/api/v1/" + path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(
            "/problems/" + type,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private async Task<JsonNode> NoticeAsync()
    {
        var list = await JsonAsync("/api/v1/notices?quarter=2024Q4");
        var row = Assert.Single(list.AsArray())!;
        Assert.Equal("伊政数发〔2025〕1号", (string)row["number"]!);
        return await JsonAsync("/api/v1/notices/" + Uri.EscapeDataString((string)row["id"]!));
    }

    private async Task<JsonNode> JsonAsync(string path) =>
        JsonNode.Parse(await server.Client.GetStringAsync(path, TestContext.Current.CancellationToken))!;
}

/// <summary>A notice with personal data, and one whose file is lost.</summary>
public sealed class NoticeShelfTests : OwnServer
{
    private const string Text = """
        伊金霍洛旗政务服务与数据管理局关于2025年第一季度政务公开、政府网站、政务新媒体情况的通报

        一、政府网站。第一季度检查发现政府网站泄露个人信息问题3条（旗公安局3条），其中一条为手机号码13812345678。

        二、政务新媒体。发现问题5条，涉及的单位有：旗民政局（5条）。联系电话：１３９１２３４５６７８。

        伊金霍洛旗政务服务与数据管理局

        2025年4月10日
        """;

    [Fact]
    public async Task Personal_data_is_masked_and_spans_stay_right_and_a_lost_file_is_told()
    {
        var (_, preview) = await UploadAsync("通报.txt", Encoding.UTF8.GetBytes(Text));
        var (loaded, _) = await ConfirmAsync(preview);
        Assert.Equal(HttpStatusCode.OK, loaded);
        var (_, list) = await SendAsync(HttpMethod.Get, "/api/v1/notices?quarter=2025Q1");
        var address = "/api/v1/notices/" + Uri.EscapeDataString(list[0].GetProperty("id").GetString()!);

        var (status, notice) = await SendAsync(HttpMethod.Get, address);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("12345678", notice.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9123456", notice.ToString(), StringComparison.Ordinal);
        var text = notice.GetProperty("text").GetString()!;
        Assert.Contains("*", text, StringComparison.Ordinal);
        Assert.Equal(
            ["3", "3", "5", "5"],
            notice
                .GetProperty("facts")
                .EnumerateArray()
                .Where(fact => fact.GetProperty("measure").GetString() == "issues")
                .Select(fact => fact.GetProperty("span"))
                .Select(span => text[span[0].GetInt32()..span[1].GetInt32()])
        );

        foreach (var file in Directory.GetFiles(Path.Combine(Warehouse, "sources")))
        {
            File.Delete(file);
        }

        // What is in memory is still shown; the shipped notice was not read yet.
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, address)).Status);
        var (_, shipped) = await SendAsync(HttpMethod.Get, "/api/v1/notices?quarter=2024Q4");
        var (gone, problem) = await SendAsync(
            HttpMethod.Get,
            "/api/v1/notices/" + Uri.EscapeDataString(shipped[0].GetProperty("id").GetString()!)
        );
        Assert.Equal(HttpStatusCode.NotFound, gone);
        Assert.Equal("/problems/source-gone", problem.GetProperty("type").GetString());
    }
}
