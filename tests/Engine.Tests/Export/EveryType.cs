namespace Analytics.Tests.Export;

/// <summary>One column of every type DuckDB has, and what each format must say of its value; worked out by hand.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Sql">Its value in the first row; the second row is null.</param>
/// <param name="Json">The value in JSON, to the letter.</param>
/// <param name="Csv">The cell as a csv reader gives it, without its quotes.</param>
/// <param name="Book">The cell as ExcelDataReader gives it, in invariant notation; to it, a time is one of the last day of 1899.</param>
/// <param name="Parquet">Type in DuckDB and, after a space, DuckDB's text of the value read back from Parquet.</param>
internal sealed record EveryType(string Name, string Sql, string Json, string Csv, string Book, string Parquet)
{
    private const string HugeText = "-170141183460469231731687303715884105727";
    private const string UhugeText = "340282366920938463463374607431768211455";
    private const string Said = "他说\"好\",\n第二行";
    private const string Uuid = "8a4f9d22-59c4-4b44-9c8e-0a2ad3a1d111";

    private static IReadOnlyList<EveryType> Times { get; } =
    [
        new("day", "date '2024-12-31'", "\"2024-12-31\"", "2024-12-31", "2024-12-31 00:00:00.000", "DATE 2024-12-31"),
        new("leap", "date '2000-02-29'", "\"2000-02-29\"", "2000-02-29", "2000-02-29 00:00:00.000", "DATE 2000-02-29"),
        Time("before", "DATE", "0044-03-15 (BC)"),
        Time("far", "DATE", "290000-01-01"),
        Time("never", "DATE", "-infinity"),
        new("noon", "time '12:00:00'", "\"12:00:00\"", "12:00:00", "1899-12-31 12:00:00.000", "TIME 12:00:00"),
        new(
            "split",
            "time '06:00:00.0004'",
            "\"06:00:00.000400\"",
            "06:00:00.000400",
            "1899-12-31 06:00:00.000",
            "TIME 06:00:00.0004"
        ),
        Time("day_end", "TIME", "24:00:00"),
        Moment("seconds", "TIMESTAMP_S", "2024-12-31 08:00:00", ".000", "TIMESTAMP 2024-12-31 08:00:00"),
        Moment("millis", "TIMESTAMP_MS", "2024-12-31 08:00:00.120", "", "TIMESTAMP 2024-12-31 08:00:00.12"),
        Moment("micros", "TIMESTAMP", "1969-12-31 23:59:59.500", "", "TIMESTAMP 1969-12-31 23:59:59.5"),
        new(
            "nanos",
            "'2024-12-31 08:00:00.250000001'::timestamp_ns",
            "\"2024-12-31T08:00:00.250000001\"",
            "2024-12-31 08:00:00.250000001",
            "2024-12-31 08:00:00.250",
            "TIMESTAMP_NS 2024-12-31 08:00:00.250000001"
        ),
        new(
            "zone",
            "'2024-12-31 08:00:00+08'::timestamptz",
            "\"2024-12-31T00:00:00Z\"",
            "2024-12-31 00:00:00Z",
            "2024-12-31 00:00:00.000",
            "TIMESTAMP WITH TIME ZONE 2024-12-31 00:00:00+00"
        ),
        Time("always", "TIMESTAMP", "infinity"),
        new(
            "span",
            "interval '14 months 3 days 4 hours 5.5 seconds'",
            "\"1 year 2 months 3 days 04:00:05.5\"",
            "1 year 2 months 3 days 04:00:05.5",
            "1 year 2 months 3 days 04:00:05.5",
            "VARCHAR 1 year 2 months 3 days 04:00:05.5"
        ),
        new(
            "back",
            "interval '-1 month -90 seconds'",
            "\"-1 month -00:01:30\"",
            "'-1 month -00:01:30",
            "-1 month -00:01:30",
            "VARCHAR -1 month -00:01:30"
        ),
    ];

    private static IReadOnlyList<EveryType> Nested { get; } =
    [
        new("enum", "'采用'::enum('未报', '采用')", "\"采用\"", "采用", "采用", "VARCHAR 采用"),
        Holding("list", "[1, null, 3]", "[1,null,3]", "INTEGER[] [1, NULL, 3]"),
        Holding("none", "[]::integer[]", "[]", "INTEGER[] []"),
        Holding("array", "array_value('甲', '乙')", "[\"甲\",\"乙\"]", "VARCHAR[] [甲, 乙]"),
        Holding(
            "struct",
            "{'单位': '甲', 'n': null::integer}",
            "{\"单位\":\"甲\",\"n\":null}",
            "STRUCT(\"单位\" VARCHAR, n INTEGER) {'单位': 甲, 'n': NULL}"
        ),
        Holding(
            "map",
            "map {'k': 1.50, 'l': null}",
            "[{\"key\":\"k\",\"value\":1.5},{\"key\":\"l\",\"value\":null}]",
            "MAP(VARCHAR, DECIMAL(3,2)) {k=1.50, l=NULL}"
        ),
        Holding(
            "union",
            "union_value(num := 2)::union(word varchar, num integer)",
            "{\"num\":2}",
            "VARCHAR {\"num\":2}"
        ),
        Holding(
            "deep",
            "[{'a': [date '2024-01-01'], 'w': 'x'::enum('x', 'y')}]",
            "[{\"a\":[\"2024-01-01\"],\"w\":\"x\"}]",
            "VARCHAR [{\"a\":[\"2024-01-01\"],\"w\":\"x\"}]"
        ),
        new("nothing", "null", "null", "", "", "INTEGER "),
    ];

    internal static IReadOnlyList<EveryType> Columns { get; } =
    [
        new("flag", "true", "true", "true", "True", "BOOLEAN true"),
        Number("tiny", "TINYINT", "-128"),
        Number("small", "SMALLINT", "-32768"),
        Number("whole", "INTEGER", "2147483647"),
        Number("fifteen", "BIGINT", "999999999999999"),
        Number("safe", "BIGINT", "9007199254740991"),
        Number("unsafe", "BIGINT", "-9007199254740992", isString: true),
        Number("utiny", "UTINYINT", "255"),
        Number("usmall", "USMALLINT", "65535"),
        Number("uwhole", "UINTEGER", "4294967295"),
        Number("ubig", "UBIGINT", "18446744073709551615", isString: true),
        new("huge", $"'{HugeText}'::hugeint", $"\"{HugeText}\"", HugeText, HugeText, $"DECIMAL(38,0) {HugeText}"),
        new("uhuge", $"'{UhugeText}'::uhugeint", $"\"{UhugeText}\"", UhugeText, UhugeText, $"VARCHAR {UhugeText}"),
        Number("single", "FLOAT", "0.1"),
        Number("double", "DOUBLE", "0.30000000000000004"),
        new("nan", "'nan'::double", "\"NaN\"", "NaN", "NaN", "DOUBLE nan"),
        new("infinite", "'-inf'::double", "\"-Infinity\"", "-Infinity", "-Infinity", "DOUBLE -inf"),
        new("score", "98.50::decimal(9,2)", "98.5", "98.5", "98.5", "DECIMAL(9,2) 98.50"),
        new("rate", "0.538461::decimal(18,6)", "0.538461", "0.538461", "0.538461", "DECIMAL(18,6) 0.538461"),
        new("hundred", "100::decimal(4,1)", "100", "100", "100", "DECIMAL(4,1) 100.0"),
        new("change", "(-0.05)::decimal(4,2)", "-0.05", "-0.05", "-0.05", "DECIMAL(4,2) -0.05"),
        new("zero", "0::decimal(4,2)", "0", "0", "0", "DECIMAL(4,2) 0.00"),
        new(
            "long_decimal",
            "1234567890123.456::decimal(38,10)",
            "\"1234567890123.456\"",
            "1234567890123.456",
            "1234567890123.456",
            "DECIMAL(38,10) 1234567890123.4560000000"
        ),
        new("words", $"'{Said}'", "\"他说\\\"好\\\",\\n第二行\"", Said, Said, "VARCHAR " + Said),
        Text("formula", "=1+1", csv: "'=1+1"),
        Text("digits", "150000199001011234"),
        Text("empty", ""),
        new("blob", "'\\xAB\\x00'::blob", "\"ab00\"", "ab00", "ab00", "BLOB \\xAB\\x00"),
        new("bits", "'1010101011'::bit", "\"1010101011\"", "1010101011", "1010101011", "VARCHAR 1010101011"),
        new("id", $"'{Uuid}'::uuid", $"\"{Uuid}\"", Uuid, Uuid, "VARCHAR " + Uuid),
        new("json", "'{\"a\": 1}'::json", "\"{\\\"a\\\": 1}\"", "{\"a\": 1}", "{\"a\": 1}", "VARCHAR {\"a\": 1}"),
        .. Times,
        .. Nested,
    ];

    /// <summary>Two rows: the values, and nulls alone.</summary>
    internal static Task<ArrowResult> ResultAsync()
    {
        var values = string.Join(", ", Columns.Select(column => $"{column.Sql} as \"{column.Name}\""));
        var nulls = string.Join(", ", Columns.Select(_ => "null"));
        return ArrowResult.OfAsync($"select {values} union all select {nulls}");
    }

    /// <summary>Where values read back are not those expected, one line each.</summary>
    internal static IReadOnlyList<string> Differences(Func<EveryType, string> expected, IEnumerable<string> read) =>
        Columns
            .Zip(read, (column, value) => (column.Name, Expected: expected(column), Value: value))
            .Where(pair => pair.Expected != pair.Value)
            .Select(pair => $"{pair.Name}: expected {pair.Expected}, read {pair.Value}")
            .ToList();

    private static EveryType Number(string name, string type, string digits, bool isString = false) =>
        new(name, $"'{digits}'::{type}", isString ? $"\"{digits}\"" : digits, digits, digits, $"{type} {digits}");

    private static EveryType Text(string name, string text, string? csv = null) =>
        new(name, $"'{text}'", $"\"{text}\"", csv ?? text, text, "VARCHAR " + text);

    private static EveryType Time(string name, string type, string text) =>
        new(name, $"'{text}'::{type}", $"\"{text}\"", text, text, $"{type} {text}");

    private static EveryType Moment(string name, string type, string text, string bookEnd, string parquet) =>
        new(name, $"'{text}'::{type}", $"\"{text.Replace(' ', 'T')}\"", text, text + bookEnd, parquet);

    private static EveryType Holding(string name, string sql, string json, string parquet) =>
        new(name, sql, json, json, json, parquet);
}
