using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Analytics.Dashboard.Cli;
using Analytics.Tests.Output;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Tests.Cli;

/// <summary><c>export assessment</c> and <c>verify</c>: what is handed in, and whether it still holds.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

    public ExportTests() => ServerFixture.Begin(Path.Combine(_root, "warehouse"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_published_quarter_is_exported_twice_with_the_same_bytes_and_is_no_draft()
    {
        var (first, second) = (At("a.xlsx"), At("b.xlsx"));
        var draft = await RunAsync("export", "assessment", "2024Q3", "--out", At("draft.xlsx"));
        await RunAsync("publish", "2024Q3", "--by", "测试");

        var exported = await RunAsync("export", "assessment", "2024Q3", "--out", first);
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        await RunAsync("export", "assessment", "2024Q3", "--out", second, "--by", "别人");

        Assert.Equal(CommandLine.Done, exported.Code);
        Assert.Contains("草稿", draft.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", exported.Messages, StringComparison.Ordinal);
        Assert.Equal(await BytesAsync(first), await BytesAsync(second));
        using var book = new ReadBook(await BytesAsync(first));
        Assert.All(book.Headers, Assert.Null);
        Assert.Contains(book.Rows("说明", headRow: 1), note => note["项目"] == "发布人" && note["内容"] == "测试");
    }

    [Fact]
    public async Task A_file_that_is_there_stays_without_force()
    {
        var file = At("a.xlsx");
        await File.WriteAllTextAsync(file, "别人的", TestContext.Current.CancellationToken);

        var refused = await RunAsync("export", "assessment", "2024Q4", "--out", file);
        var kept = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var forced = await RunAsync("export", "assessment", "2024Q4", "--out", file, "--force");

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Equal("别人的", kept);
        Assert.Equal(CommandLine.Done, forced.Code);
        Assert.True((await BytesAsync(file)).Length > 10_000);
        Assert.False(File.Exists(file + ".tmp"));
    }

    [Fact]
    public async Task Verify_tells_an_edited_file_and_what_changed_in_the_warehouse_since()
    {
        var file = At("a.xlsx");
        await RunAsync("export", "assessment", "2024Q4", "--out", file);
        var same = await RunAsync("verify", file);
        var list = At("补充.csv");
        await File.WriteAllTextAsync(
            list,
            "单位,渠道,具体问题,条数,发现时间\n红庆河镇,政务新媒体,内容不更新,4,2024-11-03\n",
            new UTF8Encoding(true),
            TestContext.Current.CancellationToken
        );
        var loaded = await RunAsync("load", list, "--quarter", "2024Q4");
        var later = await RunAsync("verify", file);
        Edit(file);
        var edited = await RunAsync("verify", file);

        Assert.Equal(CommandLine.Done, same.Code);
        Assert.Contains("数据仓库：与导出时一致", same.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Done, loaded.Code);
        Assert.Equal(CommandLine.Refused, later.Code);
        Assert.Contains("文件：与导出时一致", later.Output, StringComparison.Ordinal);
        Assert.Contains("新加载了第 2 批的 补充.csv", later.Output, StringComparison.Ordinal);
        Assert.Contains("红庆河镇：名次", later.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, edited.Code);
        Assert.Contains("导出之后被改动过", edited.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.txt", "不是 xlsx 或 docx 文件，旁边也没有它的清单")]
    [InlineData("nowhere.xlsx", "nowhere.xlsx")]
    public async Task What_cannot_be_verified_is_said(string name, string words)
    {
        await File.WriteAllTextAsync(At("notes.txt"), "文字", TestContext.Current.CancellationToken);

        var refused = await RunAsync("verify", At(name));

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains(words, refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ranking_comes_as_csv_json_and_document_too_by_the_name_of_the_file()
    {
        var csv = await RunAsync("export", "assessment", "2024Q4", "--out", At("a.csv"));
        var json = await RunAsync("export", "assessment", "2024Q4", "--format", "json");
        var document = await RunAsync("export", "assessment", "2024Q4", "--out", At("a.docx"));
        var verified = await RunAsync("verify", At("a.docx"));
        var sealedCsv = await RunAsync("verify", At("a.csv"));
        await File.AppendAllTextAsync(At("a.csv"), "札萨克镇\n", TestContext.Current.CancellationToken);
        var edited = await RunAsync("verify", At("a.csv"));
        var other = await RunAsync("export", "assessment", "2024Q4", "--out", At("a.pdf"));

        Assert.Equal(CommandLine.Done, csv.Code);
        Assert.Contains(
            "札萨克镇",
            await File.ReadAllTextAsync(At("a.csv"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"isDraft\":true",
            json.Output.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Equal((CommandLine.Done, CommandLine.Done), (document.Code, verified.Code));
        Assert.Equal((CommandLine.Done, CommandLine.Refused), (sealedCsv.Code, edited.Code));
        Assert.Contains("导出之后被改动过", edited.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, other.Code);
        Assert.False(File.Exists(At("a.pdf")));
    }

    [Fact]
    public async Task Audit_holds_a_notice_against_itself_and_against_the_warehouse()
    {
        var notice = Path.Combine(ServerFixture.Data, "notices", "2024Q4", "notice.txt");
        var alone = await RunAsync("audit", notice);
        var against = await RunAsync("audit", notice, "--against", "2024Q4");
        var rows = await RunAsync("audit", notice, "--against", "2024Q4", "--format", "csv");
        var other = await RunAsync("audit", notice, "--against", "1999Q1");

        // It says 198, and its own list adds up to 199.
        Assert.Equal(CommandLine.Refused, alone.Code);
        Assert.DoesNotContain("与数据仓库核对", alone.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, against.Code);
        Assert.Contains("通报 198，数据仓库 199", against.Output, StringComparison.Ordinal);
        Assert.Contains("\nDiffers,", rows.Output, StringComparison.Ordinal);
        Assert.Contains("没有加载", other.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_unit_has_its_sheet_and_the_findings_their_deadline()
    {
        var one = await RunAsync(
            "export",
            "unit",
            "2024Q4",
            "--unit",
            "札萨克镇",
            "--due",
            "2025-02-10",
            "--out",
            At("一.docx")
        );
        var all = await RunAsync("export", "units", "2024Q4", "--out", At("全部.zip"));
        var list = await RunAsync("export", "rectification", "2024Q4", "--due", "2025-02-10", "--out", At("整改.xlsx"));
        var verified = new[] { await RunAsync("verify", At("一.docx")), await RunAsync("verify", At("整改.xlsx")) };
        var nobody = await RunAsync("export", "unit", "2024Q4", "--out", At("二.docx"));
        var wrong = await RunAsync("export", "units", "2024Q4", "--out", At("全部.docx"));

        Assert.Equal((CommandLine.Done, CommandLine.Done, CommandLine.Done), (one.Code, all.Code, list.Code));
        Assert.All(verified, run => Assert.Equal(CommandLine.Done, run.Code));
        Assert.Contains("单位情况单", verified[0].Output, StringComparison.Ordinal);
        using (var document = WordprocessingDocument.Open(At("一.docx"), isEditable: false))
        {
            var text = document.MainDocumentPart!.Document.InnerText;
            // 82 findings of half a point take all 40 points: nothing is left of what was checked.
            Assert.Contains("得分 0 分，不合格；在镇 6 个参加排名的单位中名列第 5。", text, StringComparison.Ordinal);
            Assert.Contains("2025年2月10日", text, StringComparison.Ordinal);
            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
                    document,
                    TestContext.Current.CancellationToken
                )
            );
        }

        using (var zip = ZipFile.OpenRead(At("全部.zip")))
        {
            using var units = new ReadBook(await ExportedAsync());
            Assert.Equal(units.Rows("总排名").Count, zip.Entries.Count);
            Assert.Contains(zip.Entries, entry => entry.Name == "001-乌兰木伦镇.docx");
        }

        using var book = new ReadBook(await BytesAsync(At("整改.xlsx")));
        // 257 findings, 21 of them without a unit. 45698 is 10 February 2025.
        Assert.Equal(236, book.Rows("整改清单").Sum(row => ReadBook.Number(row, "条数")));
        Assert.All(book.Rows("整改清单"), row => Assert.Equal("45698", row["整改期限"]));
        Assert.Empty(book.Faults());
        Assert.Equal((CommandLine.Refused, CommandLine.Refused), (nobody.Code, wrong.Code));
    }

    private async Task<byte[]> ExportedAsync()
    {
        await RunAsync("export", "assessment", "2024Q4", "--out", At("排名.xlsx"));
        return await BytesAsync(At("排名.xlsx"));
    }

    [Fact]
    public async Task A_draft_agrees_with_the_data_until_somebody_edits_a_figure()
    {
        var file = At("通报.docx");
        var draft = await RunAsync("draft", "2024Q4", "--out", file, "--template", "rectification");
        var audited = await RunAsync("audit", file, "--against", "2024Q4");
        var again = await RunAsync("draft", "2024Q4", "--out", file);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var list = document
                .MainDocumentPart!.Document.Descendants<W.Text>()
                .Single(text => text.Text.Contains("红庆河镇（18条）", StringComparison.Ordinal));
            list.Text = list.Text.Replace("红庆河镇（18条）", "红庆河镇（8条）", StringComparison.Ordinal);
        }

        var edited = await RunAsync("audit", file, "--against", "2024Q4");

        Assert.Equal((CommandLine.Done, CommandLine.Done), (draft.Code, audited.Code));
        Assert.Contains("0 处不一致", audited.Output, StringComparison.Ordinal);
        Assert.Equal(CommandLine.Refused, again.Code);
        Assert.Equal(CommandLine.Refused, edited.Code);
        Assert.Contains("红庆河镇", edited.Output, StringComparison.Ordinal);
        Assert.Contains("通报 8，数据仓库 18", edited.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024Q4", "nothing", "standard（")]
    [InlineData("1999Q1", "standard", "没有加载")]
    public async Task A_draft_of_what_is_not_there_is_refused(string quarter, string template, string words)
    {
        var refused = await RunAsync("draft", quarter, "--template", template, "--out", At("x.docx"));
        var onScreen = await RunAsync("draft", "2024Q4");

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains(words, refused.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(At("x.docx")));
        Assert.Contains("--out", onScreen.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_whose_discrepancies_are_settled_is_signed_with_both_figures_and_what_was_found_out()
    {
        await RunAsync("publish", "2024Q4", "--by", "测试");
        await RunAsync("export", "assessment", "2024Q4", "--out", At("前.xlsx"));
        var list = await RunAsync("discrepancies", "list", "2024Q4", "--format", "csv");
        // Two errors and three doubts stand in the way, the wording (numbering) does not.
        var codes = list
            .Output.Split('\n')
            .Where(line =>
                line.Contains(",error,", StringComparison.Ordinal)
                || line.Contains(",doubtful,", StringComparison.Ordinal)
            )
            .Select(line => line.Split(',')[0])
            .ToList();
        var unsaid = await RunAsync("discrepancies", "settle", codes[0]);
        foreach (var code in codes)
        {
            await RunAsync("discrepancies", "settle", code, "--note", "经核实，以清单合计为准", "--by", "张三");
        }

        var exported = await RunAsync("export", "assessment", "2024Q4", "--out", At("后.xlsx"));
        var earlier = await RunAsync("verify", At("前.xlsx"));
        var reopened = await RunAsync("discrepancies", "reopen", codes[0], "--by", "李四");
        var again = await RunAsync("export", "assessment", "2024Q4", "--out", At("再.xlsx"));

        Assert.Equal(5, codes.Count);
        Assert.Equal((CommandLine.Refused, CommandLine.Done), (unsaid.Code, reopened.Code));
        Assert.DoesNotContain("草稿", exported.Messages, StringComparison.Ordinal);
        using var book = new ReadBook(await BytesAsync(At("后.xlsx")));
        Assert.All(book.Headers, Assert.Null);
        Assert.Contains(
            book.Rows("说明", headRow: 1),
            note =>
                note["项目"] == "出入（错误，已了结）"
                && note["内容"].Contains("198", StringComparison.Ordinal)
                && note["内容"].Contains("199", StringComparison.Ordinal)
                && note["内容"].Contains("已由张三于", StringComparison.Ordinal)
                && note["内容"].EndsWith("经核实，以清单合计为准", StringComparison.Ordinal)
        );
        Assert.Contains("出入多了 0 处，少了 5 处", earlier.Output, StringComparison.Ordinal);
        Assert.Contains("有 1 处出入未了结", again.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_unknown_units_that_were_left_out_make_a_draft()
    {
        var list = At("清单.csv");
        await File.WriteAllTextAsync(
            list,
            "单位,渠道,具体问题,条数,发现时间\n红庆河镇,政务新媒体,内容不更新,4,2024-11-03\n旗火星局,政务新媒体,内容不更新,1,2024-11-03\n",
            new UTF8Encoding(true),
            TestContext.Current.CancellationToken
        );
        await RunAsync("load", list, "--quarter", "2024Q4", "--accept-good-rows");

        var exported = await RunAsync("export", "assessment", "2024Q4", "--out", At("a.xlsx"));

        Assert.Contains("有 1 行因单位不明或内容有误没有载入", exported.Messages, StringComparison.Ordinal);
        using var book = new ReadBook(await BytesAsync(At("a.xlsx")));
        Assert.All(book.Headers, words => Assert.Contains("没有载入", words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(28, "磁盘空间不够")]
    [InlineData(unchecked((int)0x80070070), "磁盘空间不够")]
    [InlineData(5, "没有写成")]
    public async Task A_disk_that_fails_half_way_leaves_no_file_and_the_one_before_as_it_was(int code, string why)
    {
        var file = At("a.bin");
        await File.WriteAllTextAsync(file, "从前的", TestContext.Current.CancellationToken);
        var verb = new Verb(
            new RootCommand { CommonOptions.Force, CommonOptions.Out }.Parse(["--force", "--out", file]),
            TextWriter.Null,
            TextWriter.Null
        );

        var refusal = Assert.Throws<RefusedException>(() =>
            verb.Write(output =>
            {
                output.Write(new byte[100_000]);
                throw new IOException("No space left on device", code);
            })
        );

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--out", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("从前的", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(_root));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said()
    {
        var refused = await RunAsync("export", "assessment", "2024Q4", "--out", At("没有/a.xlsx"));

        Assert.Equal(CommandLine.Refused, refused.Code);
        Assert.Contains("没有这个文件夹", refused.Messages, StringComparison.Ordinal);
    }

    private static void Edit(string file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<S.CellValue>().First().Text = "7";
    }

    private string At(string name) => Path.Combine(_root, name);

    private static Task<byte[]> BytesAsync(string file) =>
        File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync([
            .. arguments,
            "--warehouse",
            Path.Combine(_root, "warehouse"),
            "--data",
            ServerFixture.Data,
        ]);
}
