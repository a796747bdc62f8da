using System.IO.Compression;
using System.Net;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;
using Analytics.Tests.Importing;
using Analytics.Tests.Output;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Analytics.Tests.Pages;

/// <summary>What is handed in, from the page and the API; files that come back; discrepancies settled on the page.</summary>
public sealed class PaperPagesTests : OwnServer
{
    private static readonly string s_notice = Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt");

    [Fact]
    public async Task Every_file_that_the_page_offers_is_there()
    {
        var page = await Client.GetStringAsync("/papers/2024Q4", Cancel);
        var draft = await Client.GetByteArrayAsync("/api/v1/drafts/2024Q4.docx?template=rectification", Cancel);
        var zip = await Client.GetByteArrayAsync("/api/v1/sheets/2024Q4.zip?due=2025-02-10", Cancel);
        var list = await Client.GetByteArrayAsync("/api/v1/rectifications/2024Q4.xlsx?due=2025-02-10", Cancel);

        Assert.All(
            [
                "/api/v1/drafts/2024Q4.docx",
                "/api/v1/sheets/2024Q4.zip",
                "/api/v1/rectifications/2024Q4.xlsx",
                "/api/v1/assessments/2024Q4.xlsx?year=2024",
                "/sheets/2024Q4/zhasake",
                "排名尚未发布；有 5 处出入未了结",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
        var read = NoticeReader.Read((SourceText)new SourceReader().Read("draft.docx", draft, Cancel));
        Assert.Contains(read.Facts, fact => fact is { Channel: Channel.NewMedia, Unit: null, Count: 199 });
        Assert.Empty(FaultsOf(draft));
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Contains(archive.Entries, entry => entry.Name == "001-乌兰木伦镇.docx");
        Assert.All(
            archive.Entries,
            entry =>
            {
                using var content = new MemoryStream();
                using var opened = entry.Open();
                opened.CopyTo(content);
                Assert.Empty(FaultsOf(content.ToArray()));
            }
        );
        using var book = new ReadBook(list);
        Assert.Empty(book.Faults());
        Assert.Equal(236, book.Rows("整改清单").Sum(row => ReadBook.Number(row, "条数")));
    }

    [Fact]
    public async Task The_page_of_a_unit_says_what_its_document_says()
    {
        var page = await Client.GetStringAsync("/sheets/2024Q4/zhasake?due=2025-02-10", Cancel);
        var file = await Client.GetByteArrayAsync("/api/v1/sheets/2024Q4/zhasake.docx?due=2025-02-10", Cancel);

        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var text = document.MainDocumentPart!.Document.InnerText;
        Assert.All(
            ["札萨克镇2024年第四季度情况单", "得分 0 分，不合格；在镇 6 个参加排名的单位中名列第 5。", "2025年2月10日"],
            words =>
            {
                Assert.Contains(words, page, StringComparison.Ordinal);
                Assert.Contains(words, text, StringComparison.Ordinal);
            }
        );
        Assert.Contains("草稿：", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/api/v1/sheets/2024Q4/zhasake.docx?due=2025-02-10\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_audited_from_the_page_and_over_the_api()
    {
        using var form = Sent(await File.ReadAllBytesAsync(s_notice, Cancel), "通报.txt", ("against", "2024Q4"));
        var page = await AnswerAsync("/papers/audit", form);
        using var again = Sent(await File.ReadAllBytesAsync(s_notice, Cancel), "通报.txt");
        var (status, answer) = await SendAsync(HttpMethod.Post, "/api/v1/audits?against=2024Q4", again);
        using var alone = Sent("旗政府网站发现问题3条。"u8.ToArray(), "短.txt");
        var (_, own) = await SendAsync(HttpMethod.Post, "/api/v1/audits", alone);

        Assert.Contains("通报.txt", page, StringComparison.Ordinal);
        Assert.Contains(">198<", page, StringComparison.Ordinal);
        Assert.Contains(">199<", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(answer.GetProperty("agrees").GetBoolean());
        var one = Assert.Single(answer.GetProperty("differences").EnumerateArray());
        Assert.Equal(
            ("differs", 198m, 199m),
            (
                one.GetProperty("kind").GetString(),
                one.GetProperty("stated").GetDecimal(),
                one.GetProperty("now").GetDecimal()
            )
        );
        Assert.True(own.GetProperty("agrees").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, own.GetProperty("comparedCount").ValueKind);
    }

    [Fact]
    public async Task An_export_is_verified_from_the_page()
    {
        var export = await Client.GetByteArrayAsync("/api/v1/assessments/2024Q4.docx", Cancel);
        using var own = Sent(export, "排名.docx");
        var intact = await AnswerAsync("/papers/verify", own);
        using var other = Sent(Encoding.UTF8.GetBytes("不是"), "别的.docx");
        var refused = await AnswerAsync("/papers/verify", other, HttpStatusCode.UnprocessableEntity);

        Assert.Contains("文件与导出时一致", intact, StringComparison.Ordinal);
        Assert.Contains("数据与导出时一致", intact, StringComparison.Ordinal);
        Assert.Contains("无法核验", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discrepancy_is_settled_on_the_page_of_its_quarter_and_opened_again()
    {
        const string Id = "notice-1ac96239-3";
        using var form = new FormUrlEncodedContent([new("note", "经核实，以清单合计为准"), new("by", "张三")]);
        using var settled = await Client.PostAsync($"/discrepancies/{Id}/settle", form, Cancel);
        var after = await Client.GetStringAsync("/quarters/2024Q4", Cancel);
        var papers = await Client.GetStringAsync("/papers/2024Q4", Cancel);
        using var twice = await Client.PostAsync($"/discrepancies/{Id}/settle", form, Cancel);
        var (status, reopened) = await SendAsync(HttpMethod.Post, $"/api/v1/discrepancies/{Id}/reopen?by=李四");
        var (missing, _) = await SendAsync(HttpMethod.Post, "/api/v1/discrepancies/nothing/reopen");

        Assert.Equal($"/quarters/2024Q4#{Id}", settled.Headers.Location!.ToString());
        Assert.Contains("已由张三于", after, StringComparison.Ordinal);
        Assert.Contains("经核实，以清单合计为准", after, StringComparison.Ordinal);
        Assert.Contains("有 4 处出入未了结", papers, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(reopened.GetProperty("isOpen").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, missing);
    }

    [Theory]
    [InlineData("/api/v1/drafts/2024Q4.docx?template=nothing", 404, "unknown-template")]
    [InlineData("/api/v1/drafts/1999Q1.docx", 404, "quarter-not-loaded")]
    [InlineData("/api/v1/sheets/2024Q4/nobody.docx", 404, "unknown-unit")]
    [InlineData("/api/v1/sheets/2024Q4/zhasake.docx?due=tomorrow", 400, "不是日期")]
    [InlineData("/api/v1/rectifications/2024Q4.xlsx?rulebook=nothing", 404, "unknown-rulebook")]
    [InlineData("/papers/1999Q1", 404, "没有加载")]
    [InlineData("/sheets/2024Q4/nobody", 404, "没有这个单位")]
    public async Task What_is_not_there_is_a_problem(string address, int status, string words)
    {
        using var answer = await Client.GetAsync(address, Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static List<string> FaultsOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(document, Cancel)
                .Select(fault => $"{fault.Path?.XPath}: {fault.Description}"),
        ];
    }

    private async Task<string> AnswerAsync(string path, HttpContent content, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.PostAsync(path, content, Cancel);
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static MultipartFormDataContent Sent(byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", Uri.EscapeDataString(name) } };
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        return form;
    }
}
