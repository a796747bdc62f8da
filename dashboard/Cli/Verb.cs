using System.CommandLine;
using Analytics.Dashboard.Output;

namespace Analytics.Dashboard.Cli;

/// <summary>Where a verb writes, and the options every verb shares.</summary>
internal sealed class Verb
{
    // ENOSPC of Unix; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private const int NoSpace = 28;
    private const int DiskFull = 112;
    private const int HandleDiskFull = 39;

    private readonly ParseResult _arguments;

    public Verb(ParseResult arguments, TextWriter output, TextWriter messages)
    {
        _arguments = arguments;
        Output = output;
        Messages = messages;
    }

    public TextWriter Output { get; }

    public TextWriter Messages { get; }

    public string Format => Get(CommonOptions.Format) ?? "table";

    public string By => Get(CommonOptions.By) ?? Environment.UserName;

    public Workspace Workspace =>
        new(Get(CommonOptions.Warehouse) ?? "warehouse", Get(CommonOptions.Data) ?? Workspace.FindData(), Messages);

    public T? Get<T>(Option<T> option) => _arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => _arguments.GetValue(argument);

    /// <summary>Writes a result: to <c>--out</c>, never over a file without <c>--force</c> and never half, or to the output.</summary>
    public void Write(byte[] content)
    {
        if (Get(CommonOptions.Out) is null && Format != "xlsx")
        {
            Output.Write(System.Text.Encoding.UTF8.GetString(content));
            return;
        }

        Write(output => output.Write(content));
    }

    /// <summary>Writes a result that only a file can hold, piece by piece.</summary>
    public void Write(Action<Stream> write) =>
        WriteFile(
            Get(CommonOptions.Out)
                ?? throw new RefusedException("xlsx 是文件格式，不能显示在屏幕上。请加 --out 文件名.xlsx。"),
            write
        );

    /// <summary>Writes a file: never over another without <c>--force</c>, and never half.</summary>
    public void WriteFile(string file, Action<Stream> write) =>
        WriteFileAsync(
                file,
                output =>
                {
                    write(output);
                    return Task.CompletedTask;
                }
            )
            .GetAwaiter()
            .GetResult();

    /// <summary>Refuses where another file stands and nobody said <c>--force</c>.</summary>
    public void DemandFree(string file)
    {
        if (File.Exists(file) && !Get(CommonOptions.Force))
        {
            throw new RefusedException(
                $"文件 {file} 已存在，没有改动。要覆盖它请加 --force，或用 --out 换一个文件名。"
            );
        }
    }

    /// <summary>The same for what is written piece by piece.</summary>
    public async Task WriteFileAsync(string file, Func<Stream, Task> write)
    {
        DemandFree(file);
        var temporary = file + ".tmp";
        try
        {
            await using (var output = File.Create(temporary))
            {
                await write(output);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new RefusedException(WhyNot(file, exception), exception);
            }

            throw;
        }

        await Messages.WriteLineAsync($"已写入 {file}");
    }

    private static string WhyNot(string file, Exception exception) =>
        exception is IOException && (exception.HResult & 0xFFFF) is NoSpace or DiskFull or HandleDiskFull
            ? $"没有写成 {file}：磁盘空间不够。没有留下不完整的文件；请腾出空间，或用 --out 写到别处。"
        : exception is DirectoryNotFoundException or FileNotFoundException
            ? $"没有写成 {file}：没有这个文件夹。请先建立它，或用 --out 写到别处。"
        : exception is UnauthorizedAccessException
            ? $"没有写成 {file}：没有写入的权限。请换一个文件夹，或用 --out 写到别处。"
        : $"没有写成 {file}：{exception.Message}。没有留下不完整的文件；请用 --out 写到别处再试一次。";

    /// <summary>Writes rows in the format asked for.</summary>
    /// <param name="columns">The columns of CSV and JSON.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="table">The same for a terminal.</param>
    /// <param name="workbook">The same as a workbook; null where there is none.</param>
    public void WriteRows<T>(
        IReadOnlyList<Column<T>> columns,
        IReadOnlyList<T> rows,
        Func<string> table,
        Func<byte[]>? workbook = null
    )
    {
        switch (Format)
        {
            case "json":
                Write(TableOutput.Json(columns, rows));
                break;
            case "csv":
                WriteCsv(columns, rows);
                break;
            case "xlsx":
                Write(
                    workbook?.Invoke() ?? throw new RefusedException("这里没有 xlsx 格式，请用 csv；rank 和 score 有。")
                );
                break;
            case "ndjson" or "arrow" or "parquet":
                throw new RefusedException($"这里没有 {Format} 格式，请用 csv 或 json；query 有。");
            default:
                Write(table());
                break;
        }
    }

    /// <summary>Writes rows as CSV.</summary>
    public void WriteCsv<T>(IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows) => Write(Csv(columns, rows));

    /// <summary>Rows as CSV.</summary>
    public byte[] Csv<T>(IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows) =>
        // Excel takes UTF-8 for something else without the byte order mark.
        System.Text.Encoding.UTF8.GetBytes((Get(CommonOptions.NoBom) ? "" : "\uFEFF") + TableOutput.Csv(columns, rows));

    public void Write(string text) => Write(System.Text.Encoding.UTF8.GetBytes(text));
}
