using System.Text.RegularExpressions;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed partial class SqlCatalogTests
{
    [Fact]
    public void A_file_runs_after_the_files_it_uses()
    {
        var order = SqlCatalog.Embedded.Files.Select(file => file.Name).ToList();

        Assert.All(
            SqlCatalog.Embedded.Files,
            file => Assert.All(file.Uses, used => Assert.True(order.IndexOf(used) < order.IndexOf(file.Name)))
        );
    }

    [Fact]
    public void A_ring_is_refused_with_its_path()
    {
        var fault = Assert.Throws<WarehouseException>(() => SqlCatalog.Sort([File("a", "b"), File("b", "a")]));

        Assert.Contains("a → b → a", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_refused()
    {
        var fault = Assert.Throws<WarehouseException>(() => SqlCatalog.Sort([File("a", "nowhere")]));

        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_is_refused() =>
        Assert.Throws<WarehouseException>(() => SqlCatalog.Sort([File("a"), File("a")]));

    [Fact]
    public void A_file_of_an_earlier_layer_cannot_use_a_later_one() =>
        Assert.Throws<WarehouseException>(() =>
            SqlCatalog.Sort([File("a", "b"), SqlFile.Parse(SqlLayer.Checks, "b", "-- b: t\n-- uses:\nselect 1")])
        );

    [Fact]
    public void A_file_without_its_header_is_refused() =>
        Assert.Throws<WarehouseException>(() => SqlFile.Parse(SqlLayer.Marts, "a", "select 1"));

    [Fact]
    public void The_uses_line_names_every_relation_of_the_catalog_that_the_body_reads()
    {
        var names = SqlCatalog.Embedded.Files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            SqlCatalog.Embedded.Files.Where(file => file.Layer != SqlLayer.Schema),
            file =>
            {
                var own = CteNames().Matches(file.Body).Select(match => match.Groups["name"].Value);
                var read = RelationNames()
                    .Matches(file.Body)
                    .Select(match => match.Groups["name"].Value)
                    .Where(names.Contains)
                    .Except(own);
                Assert.All(read, name => Assert.Contains(name, file.Uses));
            }
        );
    }

    [Fact]
    public void Every_mart_documents_every_column_in_Chinese()
    {
        using var warehouse = new TestWarehouse();
        using var snapshot = warehouse.Open();

        var silent = snapshot.Query(
            "select table_name || '.' || column_name from duckdb_columns() where not internal and comment is null order by all",
            row => row.GetString(0)
        );

        Assert.Equal([], silent);
    }

    [Fact]
    public void Every_macro_has_a_comment()
    {
        using var warehouse = new TestWarehouse();
        using var snapshot = warehouse.Open();

        var commented = snapshot.Query(
            "select function_name from duckdb_functions() where not internal and comment is not null",
            row => row.GetString(0)
        );

        Assert.All(SqlCatalog.Embedded.Of(SqlLayer.Metrics), file => Assert.Contains(file.Name, commented));
    }

    private static SqlFile File(string name, params string[] uses) =>
        SqlFile.Parse(SqlLayer.Marts, name, $"-- {name}: title\n-- uses: {string.Join(", ", uses)}\nselect 1");

    [GeneratedRegex(@"(?:with|,)\s+(?<name>[a-z_]+) as \(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CteNames();

    [GeneratedRegex(@"(?:from|join) (?<name>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelationNames();
}
