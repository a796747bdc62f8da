using System.Globalization;
using System.Text;
using Analytics.Export;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Analytics.Query;

/// <summary>Two columns of a result as plain values, for a chart of them.</summary>
public static class ResultColumns
{
    private const decimal MostNumber = 1e27m;

    // What our relations call it, and what queries for people do.
    private const string SampleFlag = "is_sample";
    private const string SampleColumn = "数据";
    private const string SampleWord = "示例";
    private const string RealWord = "实际";

    /// <summary>Reads them, no further than needed.</summary>
    /// <param name="result">The result.</param>
    /// <param name="names">The column of the names, from 0.</param>
    /// <param name="numbers">The column of the numbers, from 0.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The first rows; null when the column has no numbers.</returns>
    /// <exception cref="QueryException">The result has been let go.</exception>
    public static async Task<IReadOnlyList<ResultRow>?> ReadAsync(
        QueryResult result,
        int names,
        int numbers,
        int most,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var arrow = result.OpenArrow();
        using var batches = await ResultBatches.OpenAsync(arrow, result.Info, cancel);
        if (!IsNumber(batches.Schema.FieldsList[numbers].DataType))
        {
            return null;
        }

        using var scratch = new ResultBuffer();
        var rows = new List<ResultRow>();
        while (rows.Count < most && await batches.NextAsync(cancel) is > 0 and var length)
        {
            var values = batches.Current!.Column(numbers);
            var count = Math.Min(length, most - rows.Count);
            for (var row = 0; row < count; row++)
            {
                rows.Add(
                    new(
                        TextOf(batches.Cells[names], row, scratch),
                        Drawable(NumberOf(values, row)),
                        IsSample(batches, row, scratch)
                    )
                );
            }
        }

        return rows;
    }

    private static string? TextOf(ResultCell cell, int row, ResultBuffer scratch) =>
        cell.IsNull(row) ? null : Encoding.UTF8.GetString(cell.ReadText(row, scratch));

    // The range of two larger ones overflows.
    private static decimal? Drawable(decimal? number) =>
        number is { } value && Math.Abs(value) <= MostNumber ? value : null;

    private static bool? IsSample(ResultBatches batches, int row, ResultBuffer scratch)
    {
        for (var column = 0; column < batches.Cells.Length; column++)
        {
            var name = batches.Schema.FieldsList[column].Name;
            var said = (name, batches.Current!.Column(column)) switch
            {
                (SampleFlag, BooleanArray flags) => flags.GetValue(row),
                (_, StringArray) when name.EndsWith(SampleColumn, StringComparison.Ordinal) => TextOf(
                    batches.Cells[column],
                    row,
                    scratch
                ) switch
                {
                    SampleWord => true,
                    RealWord => false,
                    _ => null,
                },
                _ => null,
            };
            if (said is not null)
            {
                return said;
            }
        }

        return null;
    }

    private static bool IsNumber(IArrowType type) =>
        type.TypeId
            is ArrowTypeId.Int8
                or ArrowTypeId.Int16
                or ArrowTypeId.Int32
                or ArrowTypeId.Int64
                or ArrowTypeId.UInt8
                or ArrowTypeId.UInt16
                or ArrowTypeId.UInt32
                or ArrowTypeId.UInt64
                or ArrowTypeId.Float
                or ArrowTypeId.Double
                or ArrowTypeId.Decimal128;

    private static decimal? NumberOf(IArrowArray array, int row) =>
        array switch
        {
            Int8Array numbers => numbers.GetValue(row),
            Int16Array numbers => numbers.GetValue(row),
            Int32Array numbers => numbers.GetValue(row),
            Int64Array numbers => numbers.GetValue(row),
            UInt8Array numbers => numbers.GetValue(row),
            UInt16Array numbers => numbers.GetValue(row),
            UInt32Array numbers => numbers.GetValue(row),
            UInt64Array numbers => numbers.GetValue(row),
            FloatArray numbers => OfDouble(numbers.GetValue(row)),
            DoubleArray numbers => OfDouble(numbers.GetValue(row)),
            // A chart cannot show what no decimal holds.
            Decimal128Array numbers when !numbers.IsNull(row) => decimal.TryParse(
                numbers.GetString(row),
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            _ => null,
        };

    private static decimal? OfDouble(double? number) =>
        number is { } value && Math.Abs(value) < 1e27 ? (decimal)value : null;
}

/// <summary>A row of a result as a chart draws it.</summary>
/// <param name="Name">The text of the column that names the rows, as CSV would have it; null where that is null.</param>
/// <param name="Number">The number; null where there is none, or one that no picture can show.</param>
/// <param name="IsSample">Whether the row says that it is sample data, or that it is real; null where it says nothing.</param>
public sealed record ResultRow(string? Name, decimal? Number, bool? IsSample);
