using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Api;

public sealed class RulebookApiTests(ServerFixture server)
{
    [Fact]
    public async Task A_simulation_takes_a_draft_in_full_and_stores_nothing()
    {
        var draft = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(ServerFixture.Data, "rulebooks", "banner-quarterly.json"),
                TestContext.Current.CancellationToken
            )
        )!;
        draft["vetoes"]![0]!["outcome"] = "atMost";
        draft["vetoes"]![0]!["score"] = 59;

        var result = await PostAsync(
            new
            {
                quarter = "2024Q4",
                rulebook = draft,
                against = "banner-quarterly",
            },
            HttpStatusCode.OK
        );

        // 24 × 0.5 = 12 of 40: 28 × 100 ÷ 40 = 70, held down to 59 by the veto; before it stopped the scoring.
        var row = result
            .GetProperty("rows")
            .EnumerateArray()
            .Single(row => row.GetProperty("unit").GetString() == "aletengxire");
        Assert.Equal(JsonValueKind.Null, row.GetProperty("scoreBefore").ValueKind);
        Assert.Equal(59m, row.GetProperty("score").GetDecimal());
        Assert.Equal((6, 5), (row.GetProperty("rankBefore").GetInt32(), row.GetProperty("rank").GetInt32()));
        var rulebooks = await server.Client.GetStringAsync("/api/v1/rulebooks", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("draft", rulebooks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulation_refuses_what_is_no_rulebook_with_its_path()
    {
        var problem = await PostAsync(
            new { quarter = "2024Q4", rulebook = new { id = "x" } },
            HttpStatusCode.UnprocessableEntity
        );
        var quarter = await PostAsync(
            new { quarter = "2031Q4", rulebook = "banner-quarterly" },
            HttpStatusCode.NotFound
        );
        var unknown = await PostAsync(new { quarter = "2024Q4", rulebook = "nothing" }, HttpStatusCode.NotFound);

        Assert.Contains("缺少必填的字段", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Contains("2031Q4", quarter.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Contains("banner-quarterly", unknown.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_names_the_findings_behind_each_line()
    {
        var score = await server.Client.GetFromJsonAsync<JsonElement>(
            "/api/v1/scores/2024Q4/zhasake",
            TestContext.Current.CancellationToken
        );

        var line = score
            .GetProperty("lines")
            .EnumerateArray()
            .Single(line => line.GetProperty("kind").GetString() == "hit");
        Assert.Equal(
            "政务新媒体：扣 40 分：未注明类别（旗检查） 82 条 × 0.5 分，应扣 41 分，封顶后扣 40 分",
            line.GetProperty("words").GetString()
        );
        Assert.Equal(
            (41m, 1m, -40m),
            (
                line.GetProperty("pointsBeforeCap").GetDecimal(),
                line.GetProperty("cappedPoints").GetDecimal(),
                line.GetProperty("points").GetDecimal()
            )
        );
        Assert.Equal(1, line.GetProperty("findingIds").GetArrayLength());
    }

    [Theory]
    [InlineData("2024Q4", "banner-quarterly")]
    [InlineData("2024Q4", "zhaoqing-2019")]
    [InlineData("2023Q3", "banner-quarterly")]
    public async Task The_workbook_holds_the_numbers_of_the_ranking_cell_by_cell(string quarter, string rulebook)
    {
        var answer = await server.Client.GetFromJsonAsync<JsonElement>(
            $"/api/v1/rankings/{quarter}?rulebook={rulebook}",
            TestContext.Current.CancellationToken
        );
        var bytes = await server.Client.GetByteArrayAsync(
            $"/api/v1/rankings/{quarter}.xlsx?rulebook={rulebook}",
            TestContext.Current.CancellationToken
        );
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheets = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToList();

        // One sheet for each group, then lines and notes; each sheet has a title row and a head row.
        var cells = sheets.SkipLast(2).SelectMany(sheet => Rows(book, sheet).Skip(2)).ToList();
        var rows = answer.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(rows.Count, cells.Count);
        Assert.Equal("得分明细", sheets[^2].Name!.Value);
        Assert.Equal("说明", sheets[^1].Name!.Value);
        foreach (var (row, written) in rows.Zip(cells))
        {
            Assert.Equal(Number(row, "rank"), written[0]);
            Assert.Equal(row.GetProperty("unit").GetString(), written[1]);
            Assert.Equal(row.GetProperty("unitName").GetString(), written[2]);
            Assert.Equal(Number(row, "score"), written[3]);
            Assert.Equal(Number(row, "findingCount"), written[4]);
        }

        var notes = string.Join('\n', Rows(book, sheets[^1]).Select(row => string.Join('|', row)));
        Assert.Contains(answer.GetProperty("rulebookSha256").GetString()!, notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_ranking_tell_the_same_scores()
    {
        var page = await server.Client.GetStringAsync("/rankings/2024Q4", TestContext.Current.CancellationToken);
        var csv = await server.Client.GetStringAsync(
            "/api/v1/rankings/2024Q4.csv",
            TestContext.Current.CancellationToken
        );

        // Columns: quarter, rulebook, group, rank, unit, unitName, score …
        Assert.All(
            csv.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).Where(row => row[6].Length > 0),
            row =>
            {
                var shown = decimal.Round(
                        decimal.Parse(row[6], CultureInfo.InvariantCulture),
                        2,
                        MidpointRounding.AwayFromZero
                    )
                    .ToString("0.##", CultureInfo.InvariantCulture);
                var at = page.IndexOf($">{row[5]}</a>", StringComparison.Ordinal);
                Assert.True(at > 0, row[5]);
                Assert.Contains($"<td class=\"n\">{shown}</td>", page[at..(at + 200)], StringComparison.Ordinal);
            }
        );
    }

    private static List<List<string?>> Rows(SpreadsheetDocument book, Sheet sheet) =>
        [
            .. ((WorksheetPart)book.WorkbookPart!.GetPartById(sheet.Id!.Value!))
                .Worksheet.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .Select(cell => cell.CellValue?.Text ?? (cell.InlineString is { } text ? text.InnerText : null))
                        .ToList()
                ),
        ];

    private static string? Number(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : null;

    private async Task<JsonElement> PostAsync(object body, HttpStatusCode expected)
    {
        using var response = await server.Client.PostAsJsonAsync(
            "/api/v1/simulations",
            body,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
