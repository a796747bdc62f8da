using Analytics.Export;
using Analytics.Query;

namespace Analytics.Dashboard.Output;

/// <summary>A format in which a query's result leaves.</summary>
/// <param name="Name">What the command line calls it; the ending of a file, and of an address.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record ResultFormat(string Name, string MediaType)
{
    public static readonly ResultFormat Json = new("json", "application/json");
    public static readonly ResultFormat Ndjson = new("ndjson", "application/x-ndjson");
    public static readonly ResultFormat Csv = new("csv", "text/csv");
    public static readonly ResultFormat Workbook = new(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    public static readonly ResultFormat Arrow = new("arrow", "application/vnd.apache.arrow.stream");
    public static readonly ResultFormat Parquet = new("parquet", "application/vnd.apache.parquet");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ResultFormat> All { get; } = [Json, Ndjson, Csv, Workbook, Arrow, Parquet];

    /// <summary>The ending of an address.</summary>
    public string Suffix => "." + Name;

    /// <summary>The one of that name; null when there is none.</summary>
    public static ResultFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Writes a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="byteOrderMark">Whether CSV begins with one.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="QueryException">The result has been let go, or this format cannot hold it; nothing has been written.</exception>
    public async Task WriteAsync(QueryResult result, Stream output, bool byteOrderMark, CancellationToken cancel)
    {
        await using var arrow = result.OpenArrow();
        var info = result.Info;
        try
        {
            await (
                Name switch
                {
                    "arrow" => arrow.CopyToAsync(output, cancel),
                    "ndjson" => ResultNdjson.WriteAsync(arrow, info, output, cancel),
                    "csv" => ResultCsv.WriteAsync(arrow, info, output, byteOrderMark, cancel),
                    "xlsx" => ResultWorkbook.WriteAsync(arrow, info, output, cancel),
                    "parquet" => ResultParquet.WriteAsync(arrow, info, output, cancel),
                    _ => ResultJson.WriteAsync(arrow, info, output, cancel),
                }
            );
        }
        catch (NotSupportedException fault)
        {
            throw new QueryException(new(QueryFaultKind.Failed, fault.Message));
        }
    }
}
