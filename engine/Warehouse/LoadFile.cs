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

    /// <summary>The table as understood, also one in our own columns; null for a notice.</summary>
    public TableReading? Reading { get; init; }

    /// <summary>What the sources read, personal data masked; null for a file made otherwise.</summary>
    public SourceFile? Source { get; init; }

    /// <summary>The mappings that the columns were read by, given ones before remembered ones.</summary>
    public IReadOnlyList<TableMapping> Mappings { get; init; } = [];

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

    /// <summary>Turns what the sources read into what is loaded: a text becomes a notice, a table the rows its columns say.</summary>
    /// <param name="source">A text or a table.</param>
    /// <param name="options">Quarter and mappings; none by default.</param>
    /// <exception cref="NoticeFormatException">The file cannot be loaded; the message says why and what to do.</exception>
    public static LoadFile Understand(SourceFile source, LoadFileOptions? options = null)
    {
        options ??= new LoadFileOptions();
        if (source is not SourceTable raw)
        {
            return Of(source, quarter: options.Quarter) with { Source = source };
        }

        var table = RefusedRows.Without(raw);
        var mappings = options.Mappings.Concat(RememberedFor(table, options)).ToList();
        var reading = TableReader.Read(table, new TableOptions { Quarter = options.Quarter, Mappings = mappings });
        RefuseStrangers(reading, options.Mappings);
        var file = Of(
            table,
            reading,
            mapping: options.Mappings.Count == 0
                ? null
                : string.Join('\n', options.Mappings.Select(mapping => mapping.ToJson()))
        );
        return file with
        {
            // Our own columns need no mapping, and nothing about them is remembered.
            Table = reading.Sheets.All(sheet => sheet.Kind == TableKind.Facts) ? null : reading,
            Reading = reading,
            Source = table,
            Mappings = mappings,
        };
    }

    /// <summary>Reads a file of the disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quarter">The quarter of a file that does not say it; null to insist that it does.</param>
    /// <param name="reader">Who reads the content; null for this process.</param>
    /// <exception cref="NoticeFormatException">The file is missing, too large, or cannot be loaded; the message says why and what to do.</exception>
    public static LoadFile Read(string path, Quarter? quarter = null, ISourceReader? reader = null) =>
        Understand(SourceReader.ReadFile(path, reader), new LoadFileOptions { Quarter = quarter });

    private static IEnumerable<TableMapping> RememberedFor(SourceTable table, LoadFileOptions options)
    {
        if (options.Remembered is not { } remembered)
        {
            yield break;
        }

        foreach (var sheet in table.Sheets)
        {
            if (
                SheetHead.Find([.. sheet.Rows.Take(SheetHead.MostRows)])?.Shape is { } shape
                && remembered(shape) is { } json
            )
            {
                yield return TableMapping.Parse("记住的列对应", json) with
                {
                    Shape = shape,
                };
            }
        }
    }

    // A mapping that fits nothing would be left out without a word.
    private static void RefuseStrangers(TableReading reading, IReadOnlyList<TableMapping> mappings)
    {
        foreach (var mapping in mappings.Where(mapping => mapping.Shape is null))
        {
            var missing = reading
                .Sheets.Select(sheet =>
                    mapping
                        .Columns.Select(column => column.Heading)
                        .Except(sheet.Columns.Select(column => column.Heading), StringComparer.Ordinal)
                        .ToList()
                )
                .MinBy(headings => headings.Count);
            if (missing is { Count: > 0 })
            {
                throw new NoticeFormatException(
                    $"列对应中的列 {string.Join("、", missing.Select(heading => $"“{heading}”"))} 不在 {reading.FileName} 的表头中。请把 heading 改成表头的原文；多行表头用 / 连接，例如 政府网站/错别字。"
                );
            }
        }
    }

    private static LoadFile OfNotice(SourceText source, Quarter? quarter)
    {
        var notice = NoticeReader.Read(source);
        var stated = notice.Document.Quarter;
        if (stated is null && quarter is null)
        {
            throw new NoticeFormatException(
                $"{source.FileName} 的标题和正文没有写明是哪个季度。请指定季度：命令行用 --quarter 2024Q4，网页上填“季度”。"
            );
        }

        if (stated is not null && quarter is not null && stated != quarter)
        {
            throw new NoticeFormatException(
                $"{source.FileName} 写的是{stated.Value.Chinese}，与指定的季度 {quarter} 不符。请去掉指定的季度，或核对文件。"
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
