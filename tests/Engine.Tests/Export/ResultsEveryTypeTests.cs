using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using Sylvan.Data.Csv;

namespace Analytics.Tests.Export;

/// <summary>One result with every type, read back by programs that are not ours.</summary>
public sealed class ResultsEveryTypeTests
{
    // ExcelDataReader asks for an encoding of old xls files even for xlsx.
    public ResultsEveryTypeTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Json_holds_every_type()
    {
        var result = await EveryType.ResultAsync();
        using var json = JsonDocument.Parse(await result.JsonAsync());

        var rows = json.RootElement.GetProperty("rows");
        Assert.Equal(EveryType.Columns.Count, rows[0].GetArrayLength());
        Assert.Empty(
            EveryType.Differences(column => column.Json, rows[0].EnumerateArray().Select(value => value.GetRawText()))
        );
        Assert.All(rows[1].EnumerateArray(), value => Assert.Equal(JsonValueKind.Null, value.ValueKind));
    }

    [Fact]
    public async Task Ndjson_holds_every_type_by_its_name()
    {
        var result = await EveryType.ResultAsync();
        var lines = Encoding.UTF8.GetString(await result.NdjsonAsync()).Split('\n');

        using var first = JsonDocument.Parse(lines[0]);
        using var second = JsonDocument.Parse(lines[1]);
        Assert.Equal(3, lines.Length);
        Assert.Equal("", lines[2]);
        Assert.Equal(
            EveryType.Columns.Select(column => column.Name),
            first.RootElement.EnumerateObject().Select(field => field.Name)
        );
        Assert.Empty(
            EveryType.Differences(
                column => column.Json,
                first.RootElement.EnumerateObject().Select(field => field.Value.GetRawText())
            )
        );
        Assert.All(
            second.RootElement.EnumerateObject(),
            field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind)
        );
    }

    [Fact]
    public async Task Csv_holds_every_type()
    {
        var result = await EveryType.ResultAsync();
        using var text = new StringReader(Encoding.UTF8.GetString(await result.CsvAsync()));
        await using var csv = await CsvDataReader.CreateAsync(text, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(EveryType.Columns.Select(column => column.Name), NamesOf(csv));
        Assert.True(await csv.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Empty(
            EveryType.Differences(column => column.Csv, Enumerable.Range(0, csv.FieldCount).Select(csv.GetString))
        );
        Assert.True(await csv.ReadAsync(TestContext.Current.CancellationToken));
        Assert.All(Enumerable.Range(0, csv.FieldCount), i => Assert.Equal("", csv.GetString(i)));
        Assert.False(await csv.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_workbook_holds_every_type_and_has_no_faults()
    {
        var result = await EveryType.ResultAsync();
        var bytes = await result.WorkbookAsync();

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        Assert.True(reader.Read());
        Assert.Equal(
            EveryType.Columns.Select(column => column.Name),
            Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)
        );
        Assert.True(reader.Read());
        Assert.Empty(
            EveryType.Differences(
                column => column.Book,
                Enumerable.Range(0, reader.FieldCount).Select(i => Shown(reader.GetValue(i)))
            )
        );
        using var book = new WrittenBook(bytes);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Parquet_holds_every_type()
    {
        var result = await EveryType.ResultAsync();

        await using var file = await ParquetFile.OfAsync(await result.ParquetAsync());

        var values = await file.ReadAsync(
            "select "
                + string.Join(
                    ", ",
                    EveryType.Columns.Select(c => $"typeof(\"{c.Name}\") || ' ' || coalesce(\"{c.Name}\"::varchar, '')")
                )
                + " from result"
        );
        Assert.Empty(EveryType.Differences(column => column.Parquet, values[0].Select(value => value!)));
        Assert.All(
            EveryType.Columns.Select((column, i) => (column.Parquet, Null: values[1][i])),
            pair => Assert.StartsWith(pair.Null!.TrimEnd(), pair.Parquet, StringComparison.Ordinal)
        );
        Assert.All(values[1], value => Assert.EndsWith(" ", value, StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesOf(DbDataReader reader) =>
        Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);

    // A moment is rounded to milliseconds, which is what a spreadsheet keeps.
    private static string Shown(object? value) =>
        value switch
        {
            null => "",
            DateTime time => time.AddTicks(TimeSpan.TicksPerMillisecond / 2)
                .ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
