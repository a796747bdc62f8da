using System.Text.RegularExpressions;
using Analytics.Export;
using Apache.Arrow;
using Apache.Arrow.Types;
using DuckDB.NET.Data;

namespace Analytics.Query.Worker;

/// <summary>The columns of a result with DuckDB's own types, where Arrow's alone do not tell them.</summary>
internal static partial class ColumnTypes
{
    // What Arrow would carry with another meaning.
    private static readonly string[] s_lost = ["TIME WITH TIME ZONE", "BIGNUM"];

    /// <summary>The columns; DuckDB is only asked where it must be, for asking plans the query a second time.</summary>
    /// <param name="schema">What Arrow says.</param>
    /// <param name="text">The query.</param>
    /// <param name="describe">Makes the command that describes it.</param>
    /// <exception cref="QueryException">A column has a type that no format carries; the message names the cure.</exception>
    public static IReadOnlyList<ResultColumn> Of(Schema schema, string text, Func<DuckDBCommand> describe)
    {
        var columns = schema.FieldsList.Select(Of).ToList();
        if (!schema.FieldsList.Any(field => IsUnclear(field.DataType)) && !Unsigned().IsMatch(text))
        {
            return columns;
        }

        using var command = describe();
        using var rows = command.ExecuteReader();
        for (var i = 0; i < columns.Count && rows.Read(); i++)
        {
            columns[i] = columns[i] with { Type = rows.GetString(1) };
        }

        return columns.Find(column => IsLost(column.Type)) is { } lost
            ? throw new QueryException(
                new(
                    QueryFaultKind.Failed,
                    $"列 {lost.Name} 的类型是 {lost.Type}，各种结果格式都存不下它。请写成 {lost.Name}::varchar 再查询。"
                )
            )
            : columns;
    }

    private static ResultColumn Of(Field field) => new(field.Name, TypeOf(field.DataType));

    private static string TypeOf(IArrowType type) =>
        type switch
        {
            BooleanType => "BOOLEAN",
            Int8Type => "TINYINT",
            Int16Type => "SMALLINT",
            Int32Type => "INTEGER",
            Int64Type => "BIGINT",
            UInt8Type => "UTINYINT",
            UInt16Type => "USMALLINT",
            UInt32Type => "UINTEGER",
            UInt64Type => "UBIGINT",
            FloatType => "FLOAT",
            DoubleType => "DOUBLE",
            // DuckDB gives its 128-bit integers so; a sum of integers is one.
            Decimal128Type { Precision: 38, Scale: 0 } => "HUGEINT",
            Decimal128Type number => $"DECIMAL({number.Precision},{number.Scale})",
            Date32Type => "DATE",
            TimestampType { Timezone: null or "" } => "TIMESTAMP",
            TimestampType => "TIMESTAMP WITH TIME ZONE",
            Time32Type or Time64Type => "TIME",
            IntervalType => "INTERVAL",
            BinaryType or LargeBinaryType => "BLOB",
            NullType => "NULL",
            DictionaryType => "ENUM",
            MapType map => $"MAP({TypeOf(map.KeyField.DataType)}, {TypeOf(map.ValueField.DataType)})",
            FixedSizeListType list => $"{TypeOf(list.ValueDataType)}[{list.ListSize}]",
            ListType list => TypeOf(list.ValueDataType) + "[]",
            UnionType => "UNION",
            StructType row =>
                $"STRUCT({string.Join(", ", row.Fields.Select(field => $"{field.Name} {TypeOf(field.DataType)}"))})",
            _ => "VARCHAR",
        };

    private static bool IsUnclear(IArrowType type) =>
        type is BinaryType or Time64Type
        || (type is NestedType nested && nested.Fields.Any(field => IsUnclear(field.DataType)));

    private static bool IsLost(string type) =>
        s_lost.Any(lost => type.Contains(lost, StringComparison.Ordinal))
        || (type is not ("BIT" or "UHUGEINT") && Within().IsMatch(type));

    // Only these make a number that Arrow carries as if it had a sign.
    [GeneratedRegex("uhuge|md5_number", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unsigned();

    [GeneratedRegex(@"\b(BIT|UHUGEINT)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();
}
