using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Tests.Api;

/// <summary>The numbers of a chart as CSV, as a workbook and on its page.</summary>
public sealed class ChartTableApiTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ranking", "?quarter=2024Q4", "单位,名次,得分（分）,说明,组别")]
    [InlineData("trend", "?metric=adoption_rate", "季度,信息采用率（%）")]
    [InlineData("control", "?metric=finding_count", "季度,发现问题（条）,环比")]
    [InlineData("waterfall", "?quarter=2024Q4&unit=hongqinghe", "步骤,分,累计")]
    [InlineData("categories", "", "类别,")]
    [InlineData("heatmap", "?quarter=2024Q4", "单位,")]
    [InlineData("ranks", "?group=town", "单位,")]
    public async Task CSV_and_workbook_are_the_same_table(string name, string query, string head)
    {
        using var csv = await server.Client.GetAsync($"/api/v1/charts/{name}.csv{query}", Cancel);
        using var xlsx = await server.Client.GetAsync($"/api/v1/charts/{name}.xlsx{query}", Cancel);

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains(".xlsx", xlsx.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var bytes = await csv.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).TrimEnd('\n').Split('\n');
        Assert.StartsWith(head, lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 1);
        // A title stands above the head of the sheet.
        Assert.Equal(lines.Select(Told), (await RowsAsync(xlsx)).Skip(1).Select(row => Told(string.Join(',', row))));
    }

    [Fact]
    public async Task The_numbers_are_those_of_the_score()
    {
        var csv = await server.Client.GetStringAsync(
            "/api/v1/charts/waterfall.csv?quarter=2024Q4&unit=hongqinghe",
            Cancel
        );

        // 100 − 40 − 10 − 10 − 9 = 31 of 40 is 77.5.
        var lines = csv.TrimEnd('\n').Split('\n');
        Assert.Equal("步骤,分,累计", lines[0]);
        Assert.Equal("基准分,100,100", lines[1]);
        Assert.Equal("得分,77.5,77.5", lines[^1]);
    }

    [Fact]
    public async Task A_chart_speaks_English_where_that_is_asked_for()
    {
        const string Chart = "/api/v1/charts/waterfall.csv?quarter=2024Q4&unit=hongqinghe";

        var english = await server.Client.GetStringAsync(Chart + "&language=en", Cancel);
        var chinese = await server.Client.GetStringAsync(Chart + "&language=zh", Cancel);
        using var unknown = await server.Client.GetAsync(Chart + "&language=mn", Cancel);
        using var ofModel = await server.Client.GetAsync(
            "/api/v1/models/0123456789ab/confusion.csv?language=mn",
            Cancel
        );

        var lines = english.TrimEnd('\n').Split('\n');
        Assert.Equal("Step,Points,Total so far", lines[0]);
        Assert.Equal("Base,100,100", lines[1]);
        // Names of indicators stay as the rulebook has them.
        Assert.Equal("政府网站: not checked,-40,60", lines[2]);
        Assert.Equal("Score,77.5,77.5", lines[^1]);
        Assert.Equal(await server.Client.GetStringAsync(Chart, Cancel), chinese);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains(
            "/problems/unknown-language",
            await unknown.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, ofModel.StatusCode);
    }

    [Fact]
    public async Task An_English_page_asks_for_English_pictures_and_a_Chinese_one_says_nothing()
    {
        var chinese = await PageAsync("/units/hongqinghe?quarter=2024Q4", "zh");
        Assert.SkipUnless(chinese.Contains("class=\"chart\"", StringComparison.Ordinal), "No Chinese font here.");

        var english = await PageAsync("/units/hongqinghe?quarter=2024Q4", "en");

        Assert.DoesNotContain("language=en", chinese, StringComparison.Ordinal);
        Assert.Contains(
            "/api/v1/charts/ranks.svg?unit=hongqinghe&to=2024Q4&language=en&width=960",
            english,
            StringComparison.Ordinal
        );
        Assert.Contains("Data of this chart", english, StringComparison.Ordinal);
        Assert.Contains("Q4 2024: 红庆河镇 scores 77.5 points", english, StringComparison.Ordinal);
        Assert.DoesNotContain("红庆河镇2024年第四季度得", english, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/charts/trend.gif")]
    [InlineData("/api/v1/charts/trend.json")]
    [InlineData("/api/v1/charts/trend.CSV")]
    [InlineData("/api/v1/models/0123456789ab/confusion.gif")]
    public async Task Another_format_is_refused(string path)
    {
        using var answer = await server.Client.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "/problems/unknown-format",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_page_puts_the_table_behind_a_picture_that_has_none_beside_it()
    {
        var unit = await server.Client.GetStringAsync("/units/hongqinghe?quarter=2024Q4", Cancel);
        Assert.SkipUnless(unit.Contains("class=\"chart\"", StringComparison.Ordinal), "No Chinese font here.");
        var ranking = await server.Client.GetStringAsync("/rankings/2024Q4", Cancel);

        // The waterfall and the ranks; its trends have their tables in the open, as the ranking has.
        Assert.Equal(2, unit.Split("本图数据").Length - 1);
        Assert.DoesNotContain("本图数据", ranking, StringComparison.Ordinal);
        Assert.Contains("/api/v1/charts/ranking.xlsx?quarter=2024Q4", ranking, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">按已检查部分折算</th><td class=\"n\">▲ +46.5</td>",
            Tight(unit),
            StringComparison.Ordinal
        );
    }

    private async Task<string> PageAsync(string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", "language=" + language);
        using var answer = await server.Client.SendAsync(request, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string Tight(string page) =>
        string.Concat(WebUtility.HtmlDecode(page).Split('\n').Select(line => line.Trim()));

    // Numbers as numbers: 0.50 of a sheet is 0.5 of a text. Quotes only part fields.
    private static string Told(string line) =>
        string.Join(
            ',',
            line.Replace("\"", "", StringComparison.Ordinal)
                .Split(',')
                .Select(field =>
                    decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? number.ToString("0.############", CultureInfo.InvariantCulture)
                        : field
                )
        );

    private static async Task<List<List<string>>> RowsAsync(HttpResponseMessage answer)
    {
        using var book = SpreadsheetDocument.Open(
            new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel)),
            isEditable: false
        );
        var sheet = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First();
        return
        [
            .. ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!))
                .Worksheet.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .Select(cell => cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "")
                        .ToList()
                ),
        ];
    }
}
