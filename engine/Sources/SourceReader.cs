using System.Security.Cryptography;
using Analytics.Domain;
using Analytics.Sources.Documents;
using Analytics.Sources.Tables;

namespace Analytics.Sources;

/// <summary>Reads a file in this process: what it is by content and extension, the guards, the reader of its kind, personal data masked.</summary>
/// <remarks>What comes from outside goes through <see cref="GuardedReader"/>, which runs this in a process that may be killed.</remarks>
public sealed class SourceReader : ISourceReader
{
    /// <inheritdoc/>
    public SourceFile Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        cancel.ThrowIfCancellationRequested();
        var name = Path.GetFileName(fileName);
        if (bytes.IsEmpty)
        {
            throw new NoticeFormatException(
                $"文件“{name}”是空的（0 字节）。需要一份有正文的通报文本，请确认文件已保存。"
            );
        }

        SourceLimits.Check(name, bytes.Length);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var kind = FileSignature.Of(bytes);
        if (KindRefusal.Of(name, extension, kind) is { } refusal)
        {
            throw refusal;
        }

        if (kind is FileKind.Docx or FileKind.Xlsx or FileKind.Ofd)
        {
            ArchiveGuard.Check(name, bytes, kind);
        }

        return Masked(
            extension switch
            {
                ".docx" => DocxDocument.Read(name, bytes),
                ".pdf" => PdfDocumentText.Read(name, bytes),
                ".html" or ".htm" => HtmlDocument.Read(name, bytes),
                ".ofd" => OfdDocument.Read(name, bytes),
                _ when TableFile.IsTable(name) => TableFile.Read(name, bytes),
                _ => PlainText(name, bytes),
            }
        );
    }

    /// <summary>Reads a file of the disk.</summary>
    /// <param name="path">A path to a file of any kind that is read.</param>
    /// <param name="reader">Who reads the content; null for this process.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>A <see cref="SourceText"/> or a <see cref="SourceTable"/>.</returns>
    /// <exception cref="NoticeFormatException">The file is missing, a folder, may not be read, is too large, or cannot be read; the message names it and the cure.</exception>
    public static SourceFile ReadFile(string path, ISourceReader? reader = null, CancellationToken cancel = default)
    {
        var bytes = FileContent.Read(path);
        return (reader ?? new SourceReader()).Read(Path.GetFileName(path), bytes, cancel);
    }

    private static SourceText PlainText(string name, ReadOnlyMemory<byte> bytes)
    {
        if (TextDecoding.Decode(bytes.Span) is not { } decoded)
        {
            throw new NoticeFormatException(
                $"文件“{name}”不是可读的文本：既不是 UTF-8、UTF-16，也不是 GB18030 编码。"
                    + "请用 Word 或 WPS 打开它，另存为“纯文本”并选 UTF-8 编码（.txt），再重新读取。"
            );
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            throw new NoticeFormatException(
                $"文件“{name}”里只有空白，没有文字。需要一份有正文的通报文本，请确认文件已保存。"
            );
        }

        return new(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), decoded.Text, decoded.Encoding);
    }

    private static SourceFile Masked(SourceFile file) =>
        file switch
        {
            SourceText text => text with { Text = PersonalData.Mask(text.Text) },
            SourceTable table => table with
            {
                Sheets = [.. table.Sheets.Select(sheet => sheet with { Rows = sheet.Rows.Select(Masked) })],
            },
            _ => file,
        };

    private static SourceRow Masked(SourceRow row)
    {
        string[]? masked = null;
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var cell = PersonalData.Mask(row.Cells[i]);
            if (!ReferenceEquals(cell, row.Cells[i]))
            {
                masked ??= [.. row.Cells];
                masked[i] = cell;
            }
        }

        return masked is null ? row : row with { Cells = masked };
    }
}
