using Apache.Arrow;
using Apache.Arrow.Types;

namespace Analytics.Export;

/// <summary>Chooses the reader of a column by its Arrow type, and by DuckDB's where Arrow's says too little.</summary>
internal static class ResultCells
{
    /// <summary>The readers of all columns, in their order.</summary>
    /// <exception cref="ArgumentException">No column, or another number of them than the stream has.</exception>
    /// <exception cref="NotSupportedException">A type that cannot be written; the Chinese message names column, type and cure.</exception>
    internal static IReadOnlyList<ResultCell> Of(Schema schema, ResultInfo info)
    {
        if (info.Columns.Count == 0)
        {
            throw new ArgumentException("结果没有列，不能导出。", nameof(info));
        }

        var fields = schema.FieldsList;
        if (fields.Count != info.Columns.Count)
        {
            throw new ArgumentException(
                $"数据流有{fields.Count}列，而结果的说明有{info.Columns.Count}列。",
                nameof(info)
            );
        }

        return fields
            .Select(
                (field, i) =>
                    Choose(field.DataType, info.Columns[i].Type)
                    ?? throw new NotSupportedException(
                        $"列“{info.Columns[i].Name}”的类型{info.Columns[i].Type}不能导出，请在查询中转换为VARCHAR。"
                    )
            )
            .ToList();
    }

    /// <summary>Null when there is no reader for the type.</summary>
    private static ResultCell? Choose(IArrowType arrow, string type = "") =>
        arrow switch
        {
            BooleanType => new BooleanCell(),
            Int8Type => new IntegerCell<sbyte>(),
            Int16Type => new IntegerCell<short>(),
            Int32Type => new IntegerCell<int>(),
            Int64Type => new IntegerCell<long>(),
            UInt8Type => new IntegerCell<byte>(),
            UInt16Type => new IntegerCell<ushort>(),
            UInt32Type => new IntegerCell<uint>(),
            UInt64Type => new IntegerCell<ulong>(),
            FloatType => new FloatCell<float>(),
            DoubleType => new FloatCell<double>(),
            Decimal128Type number => new DecimalCell(number.Scale, isUnsigned: type == "UHUGEINT"),
            StringType => new TextCell(),
            BinaryType => type == "BIT" ? new BitCell() : new BlobCell(),
            Date32Type => new DateCell(),
            Time64Type time => new TimeCell(time.Unit),
            TimestampType moment => new TimestampCell(moment.Unit, isUtc: moment.Timezone is { Length: > 0 }),
            IntervalType { Unit: IntervalUnit.MonthDayNanosecond } => new IntervalCell(),
            _ => OfNested(arrow),
        };

    private static ResultCell? OfNested(IArrowType arrow) =>
        arrow switch
        {
            DictionaryType { IndexType: IntegerType index } words => Choose(words.ValueType) is { } value
                ? new DictionaryCell(index, value)
                : null,
            MapType map => Choose(map.KeyField.DataType) is { } key && Choose(map.ValueField.DataType) is { } value
                ? new MapCell(key, value)
                : null,
            ListType list => Choose(list.ValueDataType) is { } items ? new ListCell(items) : null,
            FixedSizeListType list => Choose(list.ValueDataType) is { } items
                ? new FixedListCell(items, list.ListSize)
                : null,
            StructType { Fields: var fields } => OfAll(fields) is { } cells
                ? new StructCell(NamesOf(fields), cells)
                : null,
            UnionType { Mode: UnionMode.Sparse, Fields: var fields } => OfAll(fields) is { } cells
                ? new UnionCell(NamesOf(fields), cells)
                : null,
            _ => null,
        };

    private static List<ResultCell>? OfAll(IReadOnlyList<Field> fields)
    {
        var cells = fields.Select(field => Choose(field.DataType)).OfType<ResultCell>().ToList();
        return cells.Count == fields.Count ? cells : null;
    }

    private static List<string> NamesOf(IReadOnlyList<Field> fields) => fields.Select(field => field.Name).ToList();
}
