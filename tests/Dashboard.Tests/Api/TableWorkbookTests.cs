using System.Globalization;
using System.Net;
using ExcelDataReader;
using Sylvan.Data.Csv;

namespace Analytics.Tests.Api;

/// <summary>Every table of the API as a workbook: the rows of its CSV, in the same order.</summary>
public sealed class TableWorkbookTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("quarters", "")]
    [InlineData("units", "")]
    [InlineData("findings", "?quarter=2024Q4")]
    [InlineData("notices", "")]
    [InlineData("discrepancies", "?quarter=2024Q4")]
    [InlineData("coverage/2024Q4", "")]
    [InlineData("trends/adoption_rate", "")]
    [InlineData("adoption/2024Q4", "")]
    [InlineData("metrics", "")]
    [InlineData("batches", "")]
    public async Task A_workbook_has_the_rows_of_the_CSV(string table, string query)
    {
        using var csv = await server.Client.GetAsync($"/api/v1/{table}.csv{query}", Cancel);
        using var xlsx = await server.Client.GetAsync($"/api/v1/{table}.xlsx{query}", Cancel);

        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
        var lines = await CsvAsync(csv);
        var rows = await RowsAsync(xlsx);
        // The heads differ: names for programs in CSV, Chinese in the workbook.
        Assert.Equal(lines[0].Length, rows[0].Length);
        Assert.All(rows[0], head => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}|SHA", head));
        Assert.True(rows.Count > 1);
        Assert.Equal(lines.Count, rows.Count);
        // Codes and Chinese words are the same letter by letter; numbers and dates are typed in the workbook.
        foreach (var (line, row) in lines.Zip(rows).Skip(1))
        {
            Assert.All(
                line.Zip(row).Where(pair => pair.First.Any(char.IsLetter) && !IsTyped(pair.First)),
                pair => Assert.Equal(pair.First.TrimStart('\''), pair.Second.TrimStart('\''))
            );
        }
    }

    [Fact]
    public async Task Rates_of_ours_look_like_percentages_stated_ones_stay_as_printed_and_times_are_of_Beijing()
    {
        using var adoption = await server.Client.GetAsync("/api/v1/adoption/2024Q4.xlsx", Cancel);
        using var batches = await server.Client.GetAsync("/api/v1/batches.xlsx", Cancel);
        using var csv = await server.Client.GetAsync("/api/v1/batches.csv", Cancel);

        var shown = await ShownAsync(adoption);
        // 28 of 52, and 54 as the notice prints it.
        Assert.Contains(shown["采用率"], cell => cell is { Value: > 0.538 and < 0.539, Format: "0.0%" });
        Assert.Contains(
            shown["原文采用率（%）"],
            cell => cell.Value == 54 && !cell.Format.Contains('%', StringComparison.Ordinal)
        );
        var (utc, loaded) = ((await CsvAsync(csv))[1], (await RowsAsync(batches))[1]);
        var at = Array.FindIndex(utc, text => text.EndsWith('Z'));
        Assert.Equal(
            DateTime.Parse(utc[at], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).AddHours(8),
            DateTime.Parse(loaded[at], CultureInfo.CurrentCulture),
            TimeSpan.FromSeconds(1)
        );
    }

    // The numbers of each column with the format in which they are shown.
    private static async Task<Dictionary<string, List<(double Value, string Format)>>> ShownAsync(
        HttpResponseMessage answer
    )
    {
        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        using var reader = ExcelReaderFactory.CreateReader(bytes);
        reader.Read();
        var heads = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToList();
        var shown = heads.ToDictionary(head => head, _ => new List<(double, string)>(), StringComparer.Ordinal);
        while (reader.Read())
        {
            for (var column = 0; column < heads.Count; column++)
            {
                if (reader.GetValue(column) is double number)
                {
                    shown[heads[column]].Add((number, reader.GetNumberFormatString(column)));
                }
            }
        }

        return shown;
    }

    // true, false, and times such as 2025-01-20T02:00:00Z.
    private static bool IsTyped(string text) => text is "true" or "false" || (text.Length == 20 && text[10] == 'T');

    private static async Task<List<string[]>> CsvAsync(HttpResponseMessage answer)
    {
        using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel));
        using var reader = CsvDataReader.Create(
            text,
            new CsvDataReaderOptions { HasHeaders = false, MaxBufferSize = 1 << 24 }
        );
        var rows = new List<string[]>();
        while (await reader.ReadAsync(Cancel))
        {
            rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
        }

        return rows;
    }

    private static async Task<List<string[]>> RowsAsync(HttpResponseMessage answer)
    {
        using var bytes = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancel));
        using var reader = ExcelReaderFactory.CreateReader(bytes);
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([
                .. Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetValue(index)?.ToString() ?? ""),
            ]);
        }

        return rows;
    }
}
