using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Analytics.Query;

/// <summary>Two columns of a result as plain values, for a chart of them.</summary>
/// <param name="Rows">The first rows: a name, and a number where there is one.</param>
/// <param name="HasSample">Whether one of them says that it is sample data.</param>
/// <param name="HasReal">Whether one of them says that it is real.</param>
public sealed record ResultColumns(IReadOnlyList<(string Name, decimal? Number)> Rows, bool HasSample, bool HasReal)
{
    // Longer labels cannot be read in a picture, and measuring one of thousands of characters would hold up the server.
    private const int MostLabel = 40;
    private const decimal MostNumber = 1e27m;
    private const int FirstDay = -719_162;
    private const int LastDay = 2_932_896;

    private const string SampleColumn = "is_sample";
    private const string SampleWord = "示例";
    private const string RealWord = "实际";

    /// <summary>Reads them, no further than needed.</summary>
    /// <param name="result">The result.</param>
    /// <param name="names">The column of the names, from 0.</param>
    /// <param name="numbers">The column of the numbers, from 0.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when the column has no numbers, or the result has been let go.</returns>
    public static async Task<ResultColumns?> ReadAsync(
        QueryResult result,
        int names,
        int numbers,
        int most,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var arrow = result.OpenArrow();
        if (arrow is null)
        {
            return null;
        }

        using var reader = new ArrowStreamReader(arrow);
        if (!IsNumber((await reader.GetSchema(cancel)).FieldsList[numbers].DataType))
        {
            return null;
        }

        var rows = new List<(string, decimal?)>();
        var (hasSample, hasReal) = (false, false);
        while (rows.Count < most && await reader.ReadNextRecordBatchAsync(cancel) is { } batch)
        {
            using (batch)
            {
                var count = Math.Min(batch.Length, most - rows.Count);
                for (var row = 0; row < count; row++)
                {
                    rows.Add((Tidy(TextOf(batch.Column(names), row)), Drawable(NumberOf(batch.Column(numbers), row))));
                }

                hasSample |= Says(batch, count, true, SampleWord);
                hasReal |= Says(batch, count, false, RealWord);
            }
        }

        return new(rows, hasSample, hasReal);
    }

    /// <summary>A text as a picture can bear it: one short line without control characters.</summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.Length > MostLabel ? text[..MostLabel] + "…" : text;
        return string.Concat(start.Where(character => !char.IsControl(character) && !char.IsSurrogate(character)));
    }

    // The range of two larger ones overflows.
    private static decimal? Drawable(decimal? number) =>
        number is { } value && Math.Abs(value) <= MostNumber ? value : null;

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

    private static bool Says(RecordBatch batch, int count, bool flag, string word) =>
        batch
            .Schema.FieldsList.Select((field, index) => (field, array: batch.Column(index)))
            .Any(column =>
                column.array switch
                {
                    BooleanArray flags when column.field.Name == SampleColumn => Enumerable
                        .Range(0, count)
                        .Any(row => flags.GetValue(row) == flag),
                    StringArray texts => Enumerable.Range(0, count).Any(row => texts.GetString(row) == word),
                    _ => false,
                }
            );

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

    private static string TextOf(IArrowArray array, int row)
    {
        var text = array switch
        {
            StringArray texts => texts.GetString(row),
            Date32Array dates when dates.GetValue(row) is >= FirstDay and <= LastDay => dates
                .GetDateOnly(row)
                ?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimestampArray times => times.GetTimestamp(row)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            BooleanArray flags => flags.GetValue(row) switch
            {
                true => "是",
                false => "否",
                null => null,
            },
            DictionaryArray words when !words.IsNull(row) => TextOf(
                words.Dictionary,
                (int)NumberOf(words.Indices, row)!.Value
            ),
            _ => NumberOf(array, row)?.ToString(CultureInfo.InvariantCulture),
        };
        return text ?? "—";
    }
}
