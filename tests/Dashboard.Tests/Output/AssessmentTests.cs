using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Tests.Output;

/// <summary>The assessment workbook, and the same ranking on the page, by the API, as CSV and in the workbook.</summary>
public sealed class AssessmentTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Every quarter of data/ under the rulebook in effect, the last ones under those that can rank besides it too.
    public static TheoryData<string, string> Rankings
    {
        get
        {
            var rankings = new TheoryData<string, string>();
            foreach (var year in Enumerable.Range(2022, 3))
            {
                foreach (var quarter in Enumerable.Range(1, 4).Select(quarter => $"{year}Q{quarter}"))
                {
                    rankings.Add(quarter, "");
                }
            }

            foreach (var rulebook in (string[])["zhaoqing-2019", "submission-5-10", "banner-quarterly"])
            {
                rankings.Add("2024Q3", "?rulebook=" + rulebook);
                rankings.Add("2024Q4", "?rulebook=" + rulebook);
            }

            return rankings;
        }
    }

    [Theory]
    [MemberData(nameof(Rankings))]
    public async Task Page_api_csv_workbook_and_document_show_the_same_ranking(string quarter, string rulebook)
    {
        var expected = await ApiAsync(quarter + rulebook);
        Assert.NotEmpty(expected);

        Assert.Equal(expected, await CsvAsync(quarter, rulebook));
        Assert.Equal(expected, await WorkbookAsync(quarter, rulebook));
        Assert.Equal(
            expected.Select(row => row with { Score = Shown(row.Score) }),
            await DocumentAsync(quarter, rulebook)
        );
        // A page shows the ranked units, scores with two places.
        Assert.Equal(
            expected.Where(row => row.Rank is not null).Select(row => row with { Score = Shown(row.Score) }),
            await PageAsync(quarter + rulebook)
        );
    }

    [Theory]
    [MemberData(nameof(Rankings))]
    public async Task The_lines_of_the_workbook_add_up_to_its_scores(string quarter, string rulebook)
    {
        using var book = await BookAsync(quarter, rulebook);
        var sums = book.Rows("得分明细")
            .GroupBy(line => line["单位代码"], StringComparer.Ordinal)
            .ToDictionary(
                unit => unit.Key,
                unit => unit.Sum(line => ReadBook.Number(line, "分")),
                StringComparer.Ordinal
            );
        var scored = book.Rows("总排名").Where(row => row.ContainsKey("得分")).ToList();

        // Of 2024 Q4 it is only known what the whole banner submitted, so that nobody is ranked by it.
        Assert.Equal(quarter + rulebook == "2024Q4?rulebook=submission-5-10", scored.Count == 0);
        Assert.All(
            scored,
            row =>
            {
                Assert.Equal(ReadBook.Number(row, "得分"), sums[row["单位代码"]]);
                Assert.Equal(ReadBook.Number(row, "得分"), ReadBook.Number(row, "明细合计（公式）"));
            }
        );
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task A_draft_says_so_above_every_page_and_why()
    {
        using var book = await BookAsync("2024Q4");
        var notes = book.Rows("说明", headRow: 1);

        Assert.Equal(
            [
                "总排名",
                "镇",
                "镇图",
                "旗直部门",
                "旗直部门图",
                "得分明细",
                "问题清单",
                "采用情况",
                "趋势",
                "趋势图",
                "说明",
            ],
            book.Names
        );
        Assert.All(
            book.Headers,
            words => Assert.EndsWith("草稿：排名尚未发布；有 5 处出入未了结", words, StringComparison.Ordinal)
        );
        // 198 stated, 199 added up: both figures stand there.
        Assert.Contains(
            notes,
            note =>
                note["内容"].Contains("198", StringComparison.Ordinal)
                && note["内容"].Contains("199", StringComparison.Ordinal)
        );
        Assert.Contains(notes, note => note["项目"] == "规则文件 SHA-256" && note["内容"].Length == 64);
    }

    [Fact]
    public async Task Findings_adoption_and_trends_are_those_of_the_data()
    {
        using var book = await BookAsync("2024Q4");

        // 21 + 23 + 3 + 11 on the website, 199 on new media.
        Assert.Equal(257, book.Rows("问题清单").Sum(row => ReadBook.Number(row, "条数")));
        var city = book.Rows("采用情况").Single(row => row.ContainsKey("采用"));
        Assert.Equal((52, 28), (ReadBook.Number(city, "报送"), ReadBook.Number(city, "采用")));
        Assert.Equal(0.538462m, ReadBook.Number(city, "采用率"));
        Assert.Equal(54, ReadBook.Number(city, "原文采用率（%）"));
        var last = book.Rows("趋势")[^1];
        Assert.Equal("真实数据", last["数据"]);
        Assert.Equal(257, ReadBook.Number(last, "问题：真实数据"));
        // No change across the seam between sample and real data.
        Assert.False(last.ContainsKey("环比（百分点）"));
        Assert.All(book.Rows("趋势").SkipLast(1), row => Assert.False(row.ContainsKey("问题：真实数据")));
    }

    [Fact]
    public async Task A_year_stands_side_by_side_and_is_combined_where_the_rulebook_says_how()
    {
        using var book = new ReadBook(
            await server.Client.GetByteArrayAsync(
                "/api/v1/assessments/2023Q4.xlsx?rulebook=banner-yearly&year=2023",
                Cancel
            )
        );
        var units = book.Rows("全年").Where(row => row.ContainsKey("全年得分")).ToList();

        Assert.NotEmpty(units);
        Assert.All(
            units,
            row =>
            {
                var scores = Enumerable
                    .Range(1, 4)
                    .Select(quarter => ReadBook.Number(row, $"第{quarter}季度得分"))
                    .OfType<decimal>()
                    .ToList();
                Assert.Equal(scores.Count, ReadBook.Number(row, "计入季度"));
                Assert.Equal(
                    decimal.Round(scores.Average(), 6, MidpointRounding.AwayFromZero),
                    ReadBook.Number(row, "全年得分")
                );
            }
        );
        Assert.Empty(book.Faults());
    }

    [Theory]
    // Three quarters of 2024 are sample data, the fourth is real.
    [InlineData("banner-yearly", "示例数据与真实数据、或几种规则混在一年，不合计")]
    [InlineData("banner-quarterly", "示例数据与真实数据、或几种规则混在一年，不合计")]
    public async Task A_year_that_cannot_be_combined_says_why(string rulebook, string why)
    {
        using var book = new ReadBook(
            await server.Client.GetByteArrayAsync(
                $"/api/v1/assessments/2024Q4.xlsx?rulebook={rulebook}&year=2024",
                Cancel
            )
        );

        Assert.All(
            book.Rows("全年"),
            row =>
            {
                Assert.Equal(why, row["结果"]);
                Assert.False(row.ContainsKey("全年得分"));
            }
        );
        Assert.Contains(book.Rows("全年"), row => row.ContainsKey("第4季度得分"));
    }

    [Fact]
    public async Task What_was_not_checked_has_no_count()
    {
        using var book = await BookAsync("2024Q4");

        // Neither named nor covered by a check in 2024 Q4.
        var unit = book.Rows("总排名").Single(row => row["单位"] == "伊金霍洛镇");

        Assert.False(unit.ContainsKey("问题（条）"));
        Assert.Equal("未检查", unit["结果"]);
    }

    [Theory]
    [InlineData("1999Q1", 404, "quarter-not-loaded")]
    [InlineData("2024", 400, "malformed-quarter")]
    [InlineData("2024Q4?rulebook=nothing", 404, "unknown-rulebook")]
    [InlineData("2024Q4?year=1999", 400, "没有加载 1999 年的数据")]
    public async Task What_is_not_there_is_a_problem(string what, int status, string type)
    {
        using var answer = await server.Client.GetAsync($"/api/v1/assessments/{what}", Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(type, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_none_of_ours_cannot_be_verified()
    {
        using var text = new ByteArrayContent("不是表格"u8.ToArray());
        using var refused = await server.Client.PostAsync("/api/v1/verifications", text, Cancel);
        var ranking = await server.Client.GetByteArrayAsync("/api/v1/rankings/2024Q4.xlsx", Cancel);
        using var unsealed = new ByteArrayContent(ranking);
        using var without = await server.Client.PostAsync("/api/v1/verifications", unsealed, Cancel);
        using var own = new ByteArrayContent(await BytesAsync("2024Q4"));
        using var verified = await server.Client.PostAsync("/api/v1/verifications", own, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("没有清单", await without.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(
            (await verified.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("matches").GetBoolean()
        );
    }

    private static decimal? Shown(decimal? score) =>
        score is { } value ? decimal.Round(value, 2, MidpointRounding.AwayFromZero) : null;

    private async Task<List<Place>> ApiAsync(string quarter)
    {
        var answer = await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/rankings/{quarter}", Cancel);
        return
        [
            .. answer
                .GetProperty("rows")
                .EnumerateArray()
                .Select(row => new Place(
                    row.GetProperty("unitName").GetString()!,
                    (int?)NumberOf(row, "rank"),
                    NumberOf(row, "score"),
                    (int?)NumberOf(row, "findingCount"),
                    (int?)NumberOf(row, "vetoCount"),
                    OutcomeOf(
                        row.GetProperty("outcome").GetString()!,
                        row.GetProperty("band").GetString(),
                        row.GetProperty("isHeldDown").GetBoolean()
                    )
                )),
        ];
    }

    private async Task<List<Place>> CsvAsync(string quarter, string rulebook)
    {
        var text = await server.Client.GetStringAsync($"/api/v1/assessments/{quarter}.csv{rulebook}", Cancel);
        var lines = text.TrimStart('\uFEFF')
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => line.TrimEnd('\r').Split(','))
            .ToList();
        int At(string name) => lines[0].ToList().IndexOf(name);
        return
        [
            .. lines
                .Skip(1)
                .Select(line => new Place(
                    line[At("unitName")],
                    Whole(line[At("rank")]),
                    Decimal(line[At("score")]),
                    Whole(line[At("findingCount")]),
                    Whole(line[At("vetoCount")]),
                    OutcomeOf(line[At("outcome")], line[At("band")], line[At("isHeldDown")] == "true")
                )),
        ];
    }

    private async Task<List<Place>> WorkbookAsync(string quarter, string rulebook)
    {
        using var book = await BookAsync(quarter, rulebook);
        return
        [
            .. book.Rows("总排名")
                .Select(row => new Place(
                    row["单位"],
                    (int?)ReadBook.Number(row, "名次"),
                    ReadBook.Number(row, "得分"),
                    (int?)ReadBook.Number(row, "问题（条）"),
                    (int?)ReadBook.Number(row, "单项否决（次）"),
                    row["结果"]
                )),
        ];
    }

    // The tables of the groups have a column 名次, the notes at the end have not.
    private async Task<List<Place>> DocumentAsync(string quarter, string rulebook)
    {
        var bytes = await server.Client.GetByteArrayAsync($"/api/v1/assessments/{quarter}.docx{rulebook}", Cancel);
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document));
        return
        [
            .. document
                .MainDocumentPart!.Document.Descendants<W.Table>()
                .Where(table =>
                    table.Descendants<W.TableRow>().First().InnerText.StartsWith("名次", StringComparison.Ordinal)
                )
                .SelectMany(table => table.Elements<W.TableRow>().Skip(1))
                .Select(row => row.Elements<W.TableCell>().Select(cell => cell.InnerText).ToList())
                .Select(cells => new Place(
                    cells[1],
                    Whole(cells[0]),
                    Decimal(cells[2]),
                    Whole(cells[4]),
                    Whole(cells[5]),
                    cells[3]
                )),
        ];
    }

    private async Task<List<Place>> PageAsync(string quarter)
    {
        var html = await server.Client.GetStringAsync($"/rankings/{quarter}", Cancel);
        using var page = await new HtmlParser().ParseDocumentAsync(html, Cancel);
        return
        [
            .. page.QuerySelectorAll("main .scroll table tbody tr")
                .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())
                .Select(cells => new Place(
                    cells[1],
                    Whole(cells[0].Replace("并列 ", "", StringComparison.Ordinal)),
                    Decimal(cells[2]),
                    Whole(cells[4]),
                    Whole(cells[5]),
                    cells[3]
                )),
        ];
    }

    private async Task<ReadBook> BookAsync(string quarter, string rulebook = "") =>
        new(await BytesAsync(quarter, rulebook));

    private Task<byte[]> BytesAsync(string quarter, string rulebook = "") =>
        server.Client.GetByteArrayAsync($"/api/v1/assessments/{quarter}.xlsx{rulebook}", Cancel);

    private static decimal? NumberOf(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    // As people read it; the API and CSV have codes.
    private static string OutcomeOf(string outcome, string? band, bool isHeldDown) =>
        outcome switch
        {
            "scored" when isHeldDown => band + "（单项否决）",
            "vetoed" => "不合格（单项否决）",
            "unchecked" => "未检查",
            "incomplete" => "规则未定",
            _ => band ?? "",
        };

    private static int? Whole(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Place(string Unit, int? Rank, decimal? Score, int? Findings, int? Vetoes, string Outcome);
}
