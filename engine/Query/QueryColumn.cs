using Apache.Arrow;
using Apache.Arrow.Types;

namespace Analytics.Query;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name, as the query gives it; several may have the same.</param>
/// <param name="Type">Its type in DuckDB's words, for example DECIMAL(18,6).</param>
public sealed record QueryColumn(string Name, string Type)
{
    /// <summary>The column of an Arrow field.</summary>
    internal static QueryColumn Of(Field field) => new(field.Name, TypeOf(field.DataType));

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
}
