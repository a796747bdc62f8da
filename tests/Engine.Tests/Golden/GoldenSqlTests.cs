using System.Data;
using System.Globalization;
using System.Text;
using Analytics.Tests.Warehouse;
using Analytics.Warehouse;

namespace Analytics.Tests.Golden;

/// <summary>Runs every case of Golden/Sql: given facts are loaded, the query runs on the snapshot, the rows are compared as text.</summary>
public sealed class GoldenSqlTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Cases { get; } =
        new(
            Directory
                .GetFiles(Path.Combine(s_folder, "Sql"), "query.sql", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(s_folder, Path.GetDirectoryName(path)!).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rows_are_those_worked_out_by_hand(string name)
    {
        var folder = Path.Combine(s_folder, name);
        using var warehouse = new TestWarehouse(
            TextOf(folder, "rulebook.json"),
            TextOf(folder, "unit_successions.csv")
        );
        foreach (var given in Directory.GetFiles(folder, "given*.csv").Order(StringComparer.Ordinal))
        {
            warehouse.Live.Load([LoadFile.Read(given)], "测试");
        }

        using var snapshot = warehouse.Open();
        var actual = Print(snapshot, File.ReadAllText(Path.Combine(folder, "query.sql")));

        var expected = File.ReadAllText(Path.Combine(folder, "expected.csv"));
        Assert.Equal(expected.ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void Every_metric_has_a_case()
    {
        var covered = Cases.Select(@case => @case.Data.Split('/')[1]).ToHashSet(StringComparer.Ordinal);

        // A part of other metrics is proved through them; publications and models do not come from files, see
        // AnalyticsWarehouseTests and ClassifierDeskTests.
        string[] parts = ["divide_exact", "publication_changes", "review_queue"];
        var metrics = SqlCatalog.Embedded.Of(SqlLayer.Metrics).Select(file => file.Name).Except(parts);

        Assert.All(metrics, metric => Assert.Contains(metric, covered));
    }

    private static string? TextOf(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string Print(Snapshot snapshot, string sql)
    {
        var head = "";
        var rows = snapshot.Query(
            sql,
            row =>
            {
                head = string.Join(',', Enumerable.Range(0, row.FieldCount).Select(row.GetName));
                return string.Join(',', Enumerable.Range(0, row.FieldCount).Select(column => Print(row, column)));
            }
        );
        return new StringBuilder(head).Append('\n').AppendJoin('\n', rows).Append('\n').ToString();
    }

    private static string Print(IDataRecord row, int column) =>
        row[column] switch
        {
            DBNull => "NULL",
            bool flag => flag ? "true" : "false",
            decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
