using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Analytics.Dashboard.Output;
using Analytics.Dashboard.Serving;
using Analytics.Query;

namespace Analytics.Dashboard.Cli;

/// <summary><c>query SQL</c></summary>
internal sealed class QueryCommand : VerbCommand
{
    private const int MostShown = 200;

    private readonly Argument<string> _sql = new("SQL") { Description = "一条 SELECT，或写 - 从标准输入读取" };

    private readonly Option<string[]> _parameters = new("--parameter")
    {
        Description = "参数的值，写成 名称=值，可写几次；SQL 中写 $名称",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<long?> _rows = new("--rows")
    {
        Description = "最多返回几行，默认 1000000，屏幕上 200",
        HelpName = "N",
    };

    private readonly Option<double?> _seconds = new("--seconds")
    {
        Description = "时限（秒），默认 10，最长 60",
        HelpName = "N",
    };

    public QueryCommand()
        : base("query", "用 SQL 查询数据（只读）", "analytics query \"from ranking('2024Q4', null)\" --format csv")
    {
        Arguments.Add(_sql);
        Options.Add(_parameters);
        Options.Add(_rows);
        Options.Add(_seconds);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var sql = verb.Get(_sql)!;
        var format = ResultFormat.Find(verb.Format);
        if (format is not null && IsBinary(format) && verb.Get(CommonOptions.Out) is null)
        {
            throw new RefusedException(
                $"{format.Name} 是文件格式，不能显示在屏幕上。请加 --out 文件名{format.Suffix}。"
            );
        }

        var request = new QueryRequest(
            sql == "-" ? await Console.In.ReadToEndAsync(cancel) : sql,
            QueryForm.Run,
            ParametersOf(verb.Get(_parameters) ?? []),
            Bounded(
                verb.Get(_rows) ?? (format is null ? MostShown : QueryRequest.MostRows),
                1,
                QueryRequest.MostRows,
                "rows"
            ),
            TimeSpan.FromSeconds(
                Bounded(verb.Get(_seconds) ?? QueryRequest.DefaultDeadline.TotalSeconds, 0.001, 60, "seconds")
            )
        );
        if (verb.Workspace.Server is { } running)
        {
            using var server = new RemoteServer(running, verb.Workspace.ServerFiles.Key());
            await WriteAsync(
                verb,
                format,
                (output, chosen) =>
                    server.QueryAsync(request, chosen, verb.By, !verb.Get(CommonOptions.NoBom), output, cancel),
                cancel
            );
        }
        else
        {
            await RunHereAsync(verb, format, request, cancel);
        }

        return CommandLine.Done;
    }

    // The same worker as the server's, and the same record.
    private static async Task RunHereAsync(
        Verb verb,
        ResultFormat? format,
        QueryRequest request,
        CancellationToken cancel
    )
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        using var archive = QueryArchive.Open(verb.Workspace.WarehouseDirectory);
        await using var pool = new QueryPool(QueryWorkerCommand.Options(), () => snapshot.FilePath);
        using var desk = new QueryDesk(pool, archive, TimeProvider.System);
        try
        {
            var asked = await desk.AskAsync(request, verb.By, "cli");
            await using var giveUp = cancel.Register(asked.Ticket.Cancel);
            var result = await asked.Ticket.Completion;
            await asked.Recorded;
            await WriteAsync(
                verb,
                format,
                (output, chosen) =>
                    chosen.WriteAsync(result, output, !verb.Get(CommonOptions.NoBom), CancellationToken.None),
                cancel
            );
        }
        catch (QueryException fault)
        {
            throw new RefusedException(Words(fault.Fault), fault);
        }
    }

    /// <summary>A fault with its place.</summary>
    internal static string Words(QueryFault fault) =>
        fault.Line is { } line
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"第 {line} 行{(fault.Column is { } column ? $"第 {column} 个字符" : "")}：{fault.Message}"
            )
            : fault.Message;

    private static async Task WriteAsync(
        Verb verb,
        ResultFormat? format,
        Func<Stream, ResultFormat, Task> write,
        CancellationToken cancel
    )
    {
        if (format is not null && verb.Get(CommonOptions.Out) is { } file)
        {
            await verb.WriteFileAsync(file, output => write(output, format));
            return;
        }

        using var buffer = new MemoryStream();
        await write(buffer, format ?? ResultFormat.Json);
        cancel.ThrowIfCancellationRequested();
        verb.Write(format is null ? Encoding.UTF8.GetBytes(Table(buffer)) : buffer.ToArray());
    }

    private static string Table(MemoryStream json)
    {
        var result = JsonDocument.Parse(json.ToArray()).RootElement;
        var columns = result
            .GetProperty("columns")
            .EnumerateArray()
            .Select(
                (column, index) =>
                    new Column<JsonElement>(
                        column.GetProperty("name").GetString()!,
                        column.GetProperty("name").GetString()!,
                        row => TextOf(row[index]),
                        row => TextOf(row[index])
                    )
            )
            .ToList();
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ConsoleTables.Print(text, columns, [.. result.GetProperty("rows").EnumerateArray()]);
        text.WriteLine(
            result.GetProperty("truncated").ValueKind == JsonValueKind.Null
                ? $"{result.GetProperty("rowCount")} 行"
                : $"只显示前 {result.GetProperty("rowCount")} 行，结果不完整；要更多请加 --rows，或用 --format csv --out 文件。"
        );
        return text.ToString();
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? Numbers.Nothing : value.ToString();

    private static bool IsBinary(ResultFormat format) =>
        format == ResultFormat.Workbook || format == ResultFormat.Arrow || format == ResultFormat.Parquet;

    private static List<QueryParameter> ParametersOf(string[] given) =>
        [
            .. given.Select(pair =>
                pair.Split('=', 2) is [{ Length: > 0 } name, var value]
                    ? new QueryParameter(
                        name.TrimStart('$'),
                        long.TryParse(
                            value,
                            NumberStyles.AllowLeadingSign,
                            CultureInfo.InvariantCulture,
                            out var number
                        )
                            ? number
                            : value
                    )
                    : throw new RefusedException($"参数 “{pair}” 应写成 名称=值，例如 quarter=2024Q4。")
            ),
        ];

    private static T Bounded<T>(T value, T least, T most, string name)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new RefusedException($"--{name} 是 {value}，应在 {least} 与 {most} 之间。");
}
