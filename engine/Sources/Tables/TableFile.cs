using System.Security.Cryptography;
using Analytics.Domain;

namespace Analytics.Sources.Tables;

/// <summary>Reads a spreadsheet (.xlsx, .xls) or a CSV as rows of cells, streamed.</summary>
public static class TableFile
{
    /// <summary>The largest file that is read, in bytes: that of a CSV, some one and a half million rows; workbooks have a limit of their own.</summary>
    public const int MaxBytes = (int)SourceLimits.MaxCsvBytes;

    // A byte order mark, spaces and line ends, which may stand before a markup's first bracket.
    private static readonly byte[] s_blank = [0xEF, 0xBB, 0xBF, .. " \r\n\t"u8];

    /// <summary>Whether a file's extension is one of those read here.</summary>
    /// <param name="fileName">A name or path.</param>
    public static bool IsTable(string fileName) => IsWorkbook(Extension(fileName)) || IsText(Extension(fileName));

    /// <summary>Reads a file.</summary>
    /// <param name="fileName">Its name; the extension says workbook or text, the content which kind of workbook.</param>
    /// <param name="bytes">The content; kept, since rows are read from it as they are asked for.</param>
    /// <returns>The sheets that hold something. Their rows can be enumerated more than once, each time from the file; a fault further down shows when it is reached.</returns>
    /// <exception cref="NoticeFormatException">
    /// The file is empty, too large, broken, protected, of another kind or without any filled cell; also while rows are enumerated, for a
    /// broken row, a cell of more than 32,767 characters, more than 1,000 columns or 1,048,577 rows.
    /// </exception>
    public static SourceTable Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        var name = Path.GetFileName(fileName);
        if (bytes.Length == 0)
        {
            throw new NoticeFormatException($"文件“{name}”是空的（0 字节）。请确认文件已保存，再重新导入。");
        }

        SourceLimits.Check(name, bytes.Length);
        var content = Content(bytes.Span);
        var (encoding, sheets) = Extension(name) switch
        {
            var extension when IsWorkbook(extension) => (
                content is "xlsx" or "xls" ? content : throw NotAWorkbook(name, content),
                new WorkbookFile(name, bytes).Sheets()
            ),
            var extension when IsText(extension) => content is "text" or "html" ? Csv(name, bytes)
            : content is "pdf" ? throw NotText(name, "PDF 文件", "请索取表格文件（.xlsx 或 .csv）")
            : throw NotText(name, "Excel 工作簿", "请把扩展名改成 .xlsx 或 .xls 后重新导入"),
            var extension => throw new NoticeFormatException(
                $"文件“{name}”的扩展名“{extension}”不是表格，只能读取 .xlsx、.xls 和 .csv。请用表格软件打开后另存为其中一种。"
            ),
        };
        return sheets.Count > 0
            ? new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), encoding, sheets)
            : throw new NoticeFormatException(
                $"文件“{name}”里没有任何有内容的单元格。请确认选对了文件、数据不在深度隐藏的工作表里。"
            );
    }

    private static (string Encoding, IReadOnlyList<SourceSheet> Sheets) Csv(string name, ReadOnlyMemory<byte> bytes)
    {
        if (TextDecoding.Recognise(bytes.Span) is not { } found)
        {
            throw new NoticeFormatException(
                $"文件“{name}”不是可读的文本：既不是 UTF-8、UTF-16，也不是 GB18030 编码。请用表格软件打开后另存为“CSV UTF-8”。"
            );
        }

        var rows = new CsvRows(name, name, bytes[found.MarkLength..], found.Encoding);
        return (found.Name, rows.Any() ? [new(name, rows)] : []);
    }

    private static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();

    private static bool IsWorkbook(string extension) => extension is ".xlsx" or ".xls";

    private static bool IsText(string extension) => extension is ".csv";

    private static string Content(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => "xlsx",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "xls",
            [0x25, 0x50, 0x44, 0x46, ..] => "pdf",
            _ when bytes.TrimStart(s_blank) is [(byte)'<', ..] => "html",
            _ => "text",
        };

    private static NoticeFormatException NotAWorkbook(string name, string content) =>
        content switch
        {
            "html" => new(
                $"文件“{name}”的内容是网页（HTML），不是 Excel 工作簿；许多系统“导出 Excel”时给的就是这种文件。请用 Excel 或 WPS 打开它，另存为 .xlsx 后重新导入。"
            ),
            "pdf" => new($"文件“{name}”的内容是 PDF，不是 Excel 工作簿。请向来文单位索取表格文件（.xlsx 或 .csv）。"),
            _ => new(
                $"文件“{name}”的内容不是 Excel 工作簿，像是文本。若是逗号分隔的表格，请把扩展名改成 .csv；否则请用 Excel 或 WPS 打开后另存为 .xlsx。"
            ),
        };

    private static NoticeFormatException NotText(string name, string kind, string cure) =>
        new($"文件“{name}”的内容不是文本，而是改了扩展名的{kind}。{cure}。");
}
