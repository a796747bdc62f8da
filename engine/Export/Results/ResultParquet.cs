using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Types;
using ParquetSharp;
using ParquetSharp.Arrow;

namespace Analytics.Export;

/// <summary>A query's result as a Parquet file: zstd, row groups of 100,000 rows.</summary>
/// <remarks>
/// Text, because Parquet has no such type: INTERVAL, UNION, BIT, UHUGEINT, ENUM; a column that holds an INTERVAL, UNION or
/// ENUM within is JSON text. HUGEINT becomes DECIMAL(38,0), UUID and JSON VARCHAR, ARRAY LIST.
/// </remarks>
public static class ResultParquet
{
    private const int RowsOfGroup = 100_000;

    /// <summary>Writes the file; its key-value metadata says rowCount, rowLimit, and truncated when the result is cut.</summary>
    /// <param name="arrow">The rows as an Arrow IPC stream, at its beginning; stays open.</param>
    /// <param name="info">What else is known; equal names of columns (also but for case) become n, n_2.</param>
    /// <param name="output">Need not seek; stays open and is not flushed.</param>
    /// <param name="cancel">Stops between two writes; what was written by then is no whole file.</param>
    /// <exception cref="ArgumentException">The result has no column, or another number than the stream.</exception>
    /// <exception cref="NotSupportedException">A type cannot be written; the Chinese message names column and cure.</exception>
    /// <exception cref="InvalidDataException">The stream has no schema, or other rows than <paramref name="info"/> counts.</exception>
    public static async Task WriteAsync(Stream arrow, ResultInfo info, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var batches = await ResultBatches.OpenAsync(arrow, info, cancel);
        var isText = batches
            .Schema.FieldsList.Select((field, i) => IsText(field.DataType, info.Columns[i].Type))
            .ToArray();
        var schema = MakeSchema(batches.Schema, info, isText);
        await using var held = new HeldStream(output);
        using var builder = new WriterPropertiesBuilder();
        using var properties = builder
            .Compression(Compression.Zstd)
            .MaxRowGroupLength(RowsOfGroup)
            .EnableStoreDecimalAsInteger()
            .Build();
        using var arrowBuilder = new ArrowWriterPropertiesBuilder();
        // Without the Arrow schema its metadata is left out too.
        using var arrowProperties = arrowBuilder.StoreSchema().Build();
        using (var file = new FileWriter(held, schema, properties, arrowProperties, leaveOpen: true))
        {
            using var scratch = new ResultBuffer();
            while (await batches.NextAsync(cancel) > 0)
            {
                Write(file, batches, schema, isText, scratch);
                await held.DrainAsync(isLast: false, cancel);
            }

            file.Close();
        }

        await held.DrainAsync(isLast: true, cancel);
    }

    private static void Write(
        FileWriter file,
        ResultBatches batches,
        Schema schema,
        bool[] isText,
        ResultBuffer scratch
    )
    {
        var batch = batches.Current!;
        var columns = new IArrowArray[isText.Length];
        try
        {
            for (var c = 0; c < columns.Length; c++)
            {
                columns[c] = isText[c] ? MakeText(batches.Cells[c], batch.Length, scratch) : batch.Column(c);
            }

            file.WriteBufferedRecordBatch(new RecordBatch(schema, columns, batch.Length));
        }
        finally
        {
            // The other columns belong to the batch that was read.
            foreach (var text in columns.Where((_, c) => isText[c]))
            {
                text?.Dispose();
            }
        }
    }

    private static StringArray MakeText(ResultCell cell, int rows, ResultBuffer scratch)
    {
        var text = new StringArray.Builder();
        for (var row = 0; row < rows; row++)
        {
            if (cell.IsNull(row))
            {
                text.AppendNull();
            }
            else
            {
                text.Append(cell.ReadText(row, scratch));
            }
        }

        return text.Build();
    }

    private static bool IsText(IArrowType arrow, string type) =>
        type is "BIT" or "UHUGEINT"
        || arrow switch
        {
            // The writer keeps the list of words until its row group ends, and the batch that owns it must go before.
            DictionaryType or IntervalType or UnionType => true,
            NestedType nested => nested.Fields.Any(field => IsText(field.DataType, "")),
            _ => false,
        };

    private static Schema MakeSchema(Schema schema, ResultInfo info, bool[] isText)
    {
        var names = ResultNames.Unique(info.Columns, StringComparer.OrdinalIgnoreCase);
        var fields = schema.FieldsList.Select(
            (field, i) => new Field(names[i], isText[i] ? StringType.Default : field.DataType, nullable: true)
        );
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rowCount"] = info.RowCount.ToString(CultureInfo.InvariantCulture),
            ["rowLimit"] = info.RowLimit.ToString(CultureInfo.InvariantCulture),
        };
        if (info.Truncated is { } truncated)
        {
            metadata["truncated"] = truncated;
        }

        return new Schema(fields, metadata);
    }
}
