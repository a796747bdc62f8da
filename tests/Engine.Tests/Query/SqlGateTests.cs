using Analytics.Query;
using DuckDB.NET.Data;

namespace Analytics.Tests.Query;

/// <summary>What the gate lets through, and what it says of the rest. The many attacks are in Dashboard.Tests, against the real worker.</summary>
public sealed class SqlGateTests
{
    private static readonly SqlGate s_gate = new(
        AllowList.Embedded,
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "findings", "units" },
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "ranking" }
    );

    [Theory]
    [InlineData("select 1")]
    [InlineData("from findings")]
    [InlineData("FROM Findings f JOIN main.units u USING (unit)")]
    [InlineData("with a as (from units), b as (from a) select * from b, findings")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) from n")]
    [InlineData("from ranking('2024Q4', null)")]
    [InlineData("select list_transform([1, 2], lambda x: x + 1), {'a': 1}, map {'k': 1}, [1, 2][1]")]
    [InlineData(
        "select unit, rank() over (order by sum(finding_count) desc) from findings group by all qualify rank() over () = 1"
    )]
    [InlineData("select words.upper() from findings where words like '%错%' or words ~ 'a.*'")]
    [InlineData("select '{\"a\": 1}'::json ->> 'a', 1::decimal(18, 6), '2024-01-01'::date")]
    [InlineData("select * from (values (1), (2)) as t(x) where x in (select 1) order by 1 limit 5")]
    [InlineData("select unit from units union all select unit from findings")]
    public void A_select_over_our_relations_passes(string sql) => Assert.Empty(Admit(sql));

    [Fact]
    public void The_parameters_are_told() =>
        Assert.Equal(
            ["least", "quarter"],
            Admit("from findings where quarter = $quarter and finding_count > $least").Order()
        );

    [Theory]
    [InlineData("select read_text('/etc/passwd')", "read_text", 1, 8)]
    [InlineData("select 1,\n  '千里', READ_TEXT('x')", "read_text", 2, 9)]
    [InlineData("from 'x.csv'", "x.csv", 1, 6)]
    [InlineData("from duckdb_settings()", "duckdb_settings", 1, 6)]
    [InlineData("from pg_catalog.pg_class", "pg_class", 1, 6)]
    [InlineData("from other.main.units", "units", 1, 6)]
    [InlineData("select 1::variant", "VARIANT", 1, 9)]
    [InlineData("from (describe units)", "SHOW_REF", null, null)]
    // A name of WITH is one only where DuckDB takes it for one.
    [InlineData("with duckdb_views as (select 1) from main.duckdb_views", "duckdb_views", null, null)]
    [InlineData("with duckdb_views as (from duckdb_views) from duckdb_views", "duckdb_views", null, null)]
    [InlineData("with a as (from duckdb_views), duckdb_views as (select 1) from a", "duckdb_views", null, null)]
    [InlineData(
        "from duckdb_views, (with duckdb_views as (select 1) from duckdb_views) as t",
        "duckdb_views",
        null,
        null
    )]
    [InlineData(
        "with recursive duckdb_views as (select * from duckdb_views union all select * from duckdb_views) from duckdb_views",
        "duckdb_views",
        null,
        null
    )]
    public void What_is_not_allowed_is_named_with_its_place(string sql, string named, int? line, int? column)
    {
        var fault = Assert.Throws<QueryException>(() => Admit(sql)).Fault;

        Assert.Equal(QueryFaultKind.NotAllowed, fault.Kind);
        Assert.Contains(named, fault.Message, StringComparison.OrdinalIgnoreCase);
        if (line is not null)
        {
            Assert.Equal((line, column), (fault.Line, fault.Column));
        }
    }

    [Theory]
    [InlineData("select 1; select 2", QueryFaultKind.NotAllowed)]
    [InlineData("", QueryFaultKind.NotAllowed)]
    [InlineData("drop table units", QueryFaultKind.NotAllowed)]
    [InlineData("insert into units values (1)", QueryFaultKind.NotAllowed)]
    [InlineData("select 1 from", QueryFaultKind.Syntax)]
    public void Anything_but_one_select_is_refused(string sql, QueryFaultKind kind) =>
        Assert.Equal(kind, Assert.Throws<QueryException>(() => Admit(sql)).Fault.Kind);

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var sql = "select " + string.Join(", ", Enumerable.Repeat("1", SqlGate.MostNodes));

        Assert.Equal(QueryFaultKind.TooLarge, Assert.Throws<QueryException>(() => Admit(sql)).Fault.Kind);
    }

    [Fact]
    public void Too_deep_a_text_is_refused()
    {
        var sql = "select " + string.Concat(Enumerable.Repeat("abs(", 600)) + "1" + new string(')', 600);

        Assert.Equal(QueryFaultKind.TooLarge, Assert.Throws<QueryException>(() => Admit(sql)).Fault.Kind);
    }

    private static IReadOnlyList<string> Admit(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select json_serialize_sql($1::varchar)";
        command.Parameters.Add(new DuckDBParameter(sql));
        return s_gate.Admit((string)command.ExecuteScalar()!, sql);
    }
}
