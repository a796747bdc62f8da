using System.Security.Cryptography;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Ingest.Tables;
using Analytics.Sources;

namespace Analytics.Warehouse;

/// <summary>One file to load, read but not yet resolved: a notice (通报) or a table of facts (数据表).</summary>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="Bytes">The file's content, kept in the warehouse by its hash.</param>
/// <param name="Sha256">The hash of the content.</param>
/// <param name="Notice">The notice; null for a table.</param>
/// <param name="Facts">The facts of either.</param>
/// <param name="IsSample">Whether the facts are sample data (示例数据).</param>
/// <param name="DocumentKey">What makes two files the same document: number, else title, of a notice; the name of a table (<see cref="TableName"/>).</param>
public sealed record LoadFile(
    string FileName,
    ReadOnlyMemory<byte> Bytes,
    string Sha256,
    Notice? Notice,
    IReadOnlyList<Fact> Facts,
    bool IsSample,
    string DocumentKey
)
{
    /// <summary>The table as understood: its sheets, mapping and refused rows; null for a notice and for a table of facts in our own columns.</summary>
    public TableReading? Table { get; init; }

    /// <summary>The mapping (列对应) that a person gave, as JSON; null when the columns were recognised without one.</summary>
    public string? Mapping { get; init; }

    /// <summary>The kinds of rows: notice, or codes of <see cref="TableKind"/>, joined by + where the sheets are of several.</summary>
    public string Kind =>
        Notice is not null ? "notice"
        : Table is null ? TableKind.Facts
        : string.Join(
            '+',
            Table.Sheets.Select(sheet => sheet.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    /// <summary>A file that the sources have read.</summary>
    /// <param name="source">A text becomes a notice; a table needs its reading.</param>
    /// <param name="table">The reading of a <see cref="SourceTable"/>; null for a text.</param>
    /// <param name="quarter">The quarter of a notice that does not say it; null to insist that it does.</param>
    /// <param name="mapping">The mapping that a person gave, as JSON.</param>
    /// <exception cref="NoticeFormatException">The file cannot be loaded; the message says why and what to do.</exception>
    /// <exception cref="ArgumentException">A table without its reading.</exception>
    public static LoadFile Of(
        SourceFile source,
        TableReading? table = null,
        Quarter? quarter = null,
        string? mapping = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        if (table is null)
        {
            return source is SourceText text
                ? OfNotice(text, quarter)
                : throw new ArgumentException($"The table {source.FileName} needs its reading.", nameof(table));
        }

        return new LoadFile(
            source.FileName,
            source.Bytes,
            source.Sha256,
            null,
            table.Sheets.Count == 1 ? table.Sheets[0].Facts : [.. table.Sheets.SelectMany(sheet => sheet.Facts)],
            table.IsSample,
            TableName.KeyOf(source.FileName)
        )
        {
            Table = table,
            Mapping = mapping,
        };
    }

    /// <summary>Reads a file of the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quarter">The quarter of a notice that does not say it; null to insist that it does.</param>
    /// <param name="reader">Who reads the content; null for this process.</param>
    /// <exception cref="NoticeFormatException">The file is missing, too large, or cannot be loaded; the message says why and what to do.</exception>
    public static LoadFile Read(string path, Quarter? quarter = null, ISourceReader? reader = null)
    {
        if (IsTable(path))
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new NoticeFormatException($"找不到文件 {path}。请检查路径。");
            }

            if (info.Length > FactTable.MaxBytes)
            {
                throw new NoticeFormatException(
                    $"{info.Name} 有 {info.Length / 1048576} MB，超过上限 {FactTable.MaxBytes / 1048576} MB。请按季度拆分后再加载。"
                );
            }

            return OfTable(info.Name, File.ReadAllBytes(path));
        }

        return OfSource(SourceReader.ReadFile(path, reader), quarter);
    }

    /// <summary>Reads a file that was sent.</summary>
    /// <param name="fileName">The name it was sent under.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="quarter">The quarter of a notice that does not say it; null to insist that it does.</param>
    /// <param name="reader">Who reads the content; null for this process.</param>
    /// <exception cref="NoticeFormatException">The content cannot be loaded.</exception>
    public static LoadFile Read(string fileName, byte[] bytes, Quarter? quarter = null, ISourceReader? reader = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var name = Path.GetFileName(fileName);
        if (IsTable(name))
        {
            return OfTable(name, bytes);
        }

        return OfSource((reader ?? new SourceReader()).Read(name, bytes), quarter);
    }

    private static bool IsTable(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static LoadFile OfTable(string name, byte[] bytes)
    {
        var table = FactTable.Read(name, bytes);
        return new LoadFile(
            name,
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            null,
            table.Facts,
            table.IsSample,
            TableName.KeyOf(name)
        );
    }

    private static LoadFile OfSource(SourceFile source, Quarter? quarter) =>
        source is SourceText text
            ? OfNotice(text, quarter)
            : throw new NoticeFormatException(
                $"{source.FileName} 是表格，目前只能加载 .csv 数据表。请另存为 .csv（列与 read --format csv 相同）后再加载。"
            );

    private static LoadFile OfNotice(SourceText source, Quarter? quarter)
    {
        var notice = NoticeReader.Read(source);
        var stated = notice.Document.Quarter;
        if (stated is null && quarter is null)
        {
            throw new NoticeFormatException(
                $"{source.FileName} 的标题和正文没有写明是哪个季度。请用 --quarter 指定，例如 --quarter 2024Q4。"
            );
        }

        if (stated is not null && quarter is not null && stated != quarter)
        {
            throw new NoticeFormatException(
                $"{source.FileName} 写的是{stated.Value.Chinese}，与 --quarter {quarter} 不符。请去掉 --quarter，或核对文件。"
            );
        }

        var facts = stated is null
            ? [.. notice.Facts.Select(fact => fact.Period is null ? fact with { Period = quarter.ToString() } : fact)]
            : notice.Facts;
        var read = notice with { Document = notice.Document with { Quarter = stated ?? quarter }, Facts = facts };
        return new LoadFile(
            source.FileName,
            source.Bytes,
            source.Sha256,
            read,
            facts,
            IsSample: false,
            "notice:" + (notice.Document.Number ?? notice.Document.Title ?? source.Sha256)
        );
    }
}
