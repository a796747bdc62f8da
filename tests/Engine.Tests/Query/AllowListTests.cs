using Analytics.Query;
using DuckDB.NET.Data;

namespace Analytics.Tests.Query;

/// <summary>What a query may use is decided for everything that DuckDB offers, by name.</summary>
public sealed class AllowListTests
{
    [Fact]
    public void Every_function_of_this_duckdb_is_allowed_or_not_and_says_why()
    {
        var offered = Offered();
        var known = AllowList.Embedded.Functions.ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.True(offered.Count > 900, $"{offered.Count} functions");
        Assert.Empty(offered.Except(known, StringComparer.OrdinalIgnoreCase));
        // What an older one offered goes from the list.
        Assert.Empty(known.Except(offered, StringComparer.OrdinalIgnoreCase));
        Assert.All(
            offered,
            name =>
                Assert.True(
                    AllowList.Embedded.AllowsFunction(name, out var reason) ^ reason.Length > 0,
                    $"{name}: {reason}"
                )
        );
    }

    [Theory]
    [InlineData("read_csv")]
    [InlineData("READ_TEXT")]
    [InlineData("query")]
    [InlineData("enable_logging")]
    [InlineData("duckdb_settings")]
    [InlineData("json_execute_serialized_sql")]
    [InlineData("getvariable")]
    [InlineData("a_function_of_tomorrow")]
    public void What_reads_the_machine_or_runs_text_is_not_allowed(string name) =>
        Assert.False(AllowList.Embedded.AllowsFunction(name, out _));

    [Theory]
    [InlineData("sum")]
    [InlineData("regexp_matches")]
    [InlineData("date_trunc")]
    [InlineData("list_transform")]
    [InlineData("json_extract_string")]
    [InlineData("row_number")]
    public void What_analysis_needs_is_allowed(string name) =>
        Assert.True(AllowList.Embedded.AllowsFunction(name, out _));

    private static HashSet<string> Offered()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select distinct function_name from duckdb_functions()";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
