using System.Text;
using System.Text.Json;
using Analytics.Export;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Writer = System.Func<
    System.IO.Stream,
    Analytics.Export.ResultInfo,
    System.IO.Stream,
    System.Threading.CancellationToken,
    System.Threading.Tasks.Task
>;

namespace Analytics.Tests.Export;

/// <summary>What holds of every format: many batches, little memory, and what is refused.</summary>
public sealed class ResultsStreamTests
{
    private const int Rows = 100_000;

    // A word per row, or a boxed number, would take 24 bytes or more a cell.
    private const int BytesOfRow = 32;

    private const string Wide =
        "select range as id, (range * 0.01)::decimal(18,6) as rate, '扎萨克镇第' || range || '号' as name, range * 1.1e0 as x,"
        + " date '2024-01-01' + (range % 365)::integer as day, timestamp '2024-01-01' + to_seconds(range) as at,"
        + " range % 2 = 0 as flag, case range % 3 when 0 then null when 1 then '采用' else '未报' end::enum('采用', '未报') as word"
        + " from range(100000)";

    public static TheoryData<string> Formats { get; } = [.. s_writers.Keys];

    private static Dictionary<string, Writer> s_writers =>
        new(StringComparer.Ordinal)
        {
            ["json"] = ResultJson.WriteAsync,
            ["ndjson"] = ResultNdjson.WriteAsync,
            ["csv"] = (arrow, info, output, cancel) =>
                ResultCsv.WriteAsync(arrow, info, output, byteOrderMark: true, cancel),
            ["xlsx"] = ResultWorkbook.WriteAsync,
            ["parquet"] = ResultParquet.WriteAsync,
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Memory_does_not_grow_with_the_rows(string format)
    {
        var result = await ArrowResult.OfAsync(Wide);
        // Rents the buffers and readies the code.
        await result.WriteAsync(s_writers[format]);
        using var arrow = new MemoryStream(result.Arrow);
        var before = GC.GetAllocatedBytesForCurrentThread();

        // Nothing here waits, so all of it runs on this thread.
        var writing = s_writers[format](arrow, result.Info, Stream.Null, TestContext.Current.CancellationToken);

        Assert.True(writing.IsCompletedSuccessfully, format);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < (long)Rows * BytesOfRow, $"{format}: {allocated / (double)Rows} bytes a row");
        await writing;
    }

    [Fact]
    public async Task Every_row_of_many_batches_is_written_once_and_in_order()
    {
        var result = await ArrowResult.OfAsync(Wide);
        var lines = Encoding.UTF8.GetString(await result.NdjsonAsync()).Split('\n');
        using var json = JsonDocument.Parse(await result.JsonAsync());
        var csv = Encoding.UTF8.GetString(await result.CsvAsync()).Split('\n');

        Assert.Equal(Rows + 1, lines.Length);
        Assert.Equal(Rows, json.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Equal(Rows + 2, csv.Length);
        Assert.Equal(
            "4999,49.99,扎萨克镇第4999号,5498.900000000001,2024-09-11,2024-01-01 01:23:19,false,采用",
            csv[5000]
        );
        Assert.Equal(
            """[99998,999.98,"扎萨克镇第99998号",109997.8,"2024-12-19","2024-01-02T03:46:38",true,"未报"]""",
            json.RootElement.GetProperty("rows")[99_998].GetRawText()
        );
        Assert.Equal(
            """{"id":3,"rate":0.03,"name":"扎萨克镇第3号","x":3.3000000000000003,"day":"2024-01-04","at":"2024-01-01T00:00:03","flag":false,"word":null}""",
            lines[3]
        );
    }

    [Fact]
    public async Task Parquet_has_groups_of_rows_and_says_what_was_cut()
    {
        var result = await ArrowResult.OfAsync("select range as n from range(250000)", "rows", rowLimit: 250_000);

        await using var file = await ParquetFile.OfAsync(await result.ParquetAsync());

        var sums = await file.ReadAsync("select count(*)::varchar, sum(n)::varchar from result");
        var groups = await file.ReadAsync(
            "select distinct row_group_id::varchar, row_group_num_rows::varchar, compression from parquet_metadata('{path}') order by 1"
        );
        var notes = await file.ReadAsync(
            "select decode(key), decode(value) from parquet_kv_metadata('{path}') where decode(key) <> 'ARROW:schema' order by 1"
        );
        // n × (n - 1) / 2 for 250,000.
        Assert.Equal(["250000", "31249875000"], sums[0]);
        Assert.Equal(
            [
                ["0", "100000", "ZSTD"],
                ["1", "100000", "ZSTD"],
                ["2", "50000", "ZSTD"],
            ],
            groups
        );
        Assert.Equal(
            [
                ["rowCount", "250000"],
                ["rowLimit", "250000"],
                ["truncated", "rows"],
            ],
            notes
        );
    }

    [Fact]
    public async Task Parquet_of_an_empty_result_has_its_columns()
    {
        var result = await ArrowResult.OfAsync("select 1 as n, 'x' as t where false");

        await using var file = await ParquetFile.OfAsync(await result.ParquetAsync());

        Assert.Empty(await file.ReadAsync("from result"));
        Assert.Equal(
            [
                ["n", "INTEGER"],
                ["t", "VARCHAR"],
            ],
            await file.ReadAsync("select column_name, column_type from (describe result)")
        );
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_result_without_columns_is_refused(string format)
    {
        using var arrow = new MemoryStream();
        using (var writer = new ArrowStreamWriter(arrow, new Schema([], null), leaveOpen: true))
        {
            await writer.WriteStartAsync(TestContext.Current.CancellationToken);
            await writer.WriteEndAsync(TestContext.Current.CancellationToken);
        }

        var result = new ArrowResult(arrow.ToArray(), new([], 0, null, 10, 1));

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => result.WriteAsync(s_writers[format]));

        Assert.Contains("结果没有列", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_stream_that_was_cut_is_no_whole_result(string format)
    {
        var result = await ArrowResult.OfAsync("select range as n from range(3)");
        result = result with { Info = result.Info with { RowCount = 4 } };

        await Assert.ThrowsAsync<InvalidDataException>(() => result.WriteAsync(s_writers[format]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_stream_without_a_schema_is_refused(string format)
    {
        var result = new ArrowResult([], new([new("n", "INTEGER")], 0, null, 10, 1));

        await Assert.ThrowsAsync<InvalidDataException>(() => result.WriteAsync(s_writers[format]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_result_that_is_no_longer_wanted_stops(string format)
    {
        var result = await ArrowResult.OfAsync("select 1 as n");
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            result.WriteAsync((arrow, info, output, _) => s_writers[format](arrow, info, output, cancel.Token))
        );
    }

    [Theory]
    [InlineData("'08:00:00+08'::timetz")]
    [InlineData("[12345678901234567890::bignum]")]
    [InlineData("{'a': '101'::bit}")]
    [InlineData("[1::uhugeint]")]
    public async Task Types_whose_value_Arrow_loses_are_refused_with_a_cure(string value)
    {
        var result = await ArrowResult.OfAsync($"select {value} as 值");

        var fault = await Assert.ThrowsAsync<NotSupportedException>(() => result.JsonAsync());

        Assert.Contains("列“值”", fault.Message, StringComparison.Ordinal);
        Assert.Contains("转换为VARCHAR", fault.Message, StringComparison.Ordinal);
    }
}
