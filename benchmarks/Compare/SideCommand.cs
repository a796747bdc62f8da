using System.Globalization;
using Analytics.Domain;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks.Compare;

/// <summary>A step of <c>benchmarks/compare</c>, in the process that is measured: <c>side sql DATABASE</c> runs the statements on its input, <c>side analytics STEP DATA FOLDER UNIT</c> does the same work with our relations.</summary>
internal static class SideCommand
{
    // Thousandths, as the hand-written query has them.
    private const string Score = """
        create table scored as
        with ranked as (
            select r.quarter, u.unit_name as unit, cast(r.score * 1000 as bigint) as score, r.unit_rank as place
            from ranking(null, null) as r
            inner join units as u on u.unit = r.unit
            where r.unit_rank is not null
        )
        select quarter, unit, score, score - lag(score) over (partition by unit order by quarter) as change, place
        from ranked
        """;

    private const string Export = "select quarter, unit, score, change, place from scored order by quarter, unit";

    private const string Top = """
        select u.unit_name, sum(f.finding_count) as total
        from findings as f
        inner join units as u on u.unit = f.unit
        group by u.unit_name
        order by total desc, u.unit_name
        limit 10
        """;

    private const string Like = "select count(*) from findings where words like '%收费标准%'";

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>side</c>.</param>
    /// <returns>0 when done, 2 for wrong arguments.</returns>
    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["sql", var database]:
                Answer(database, Console.In.ReadToEnd());
                return 0;
            case ["analytics", "load", var data, var folder, _]:
                Load(data, folder);
                return 0;
            case ["analytics", var step, _, var folder, var unit]:
                Answer(Working(folder), SqlOf(step, unit));
                return 0;
            default:
                Console.Error.WriteLine("usage: side sql DATABASE | side analytics STEP DATA FOLDER UNIT");
                return 2;
        }
    }

    private static void Load(string data, string folder)
    {
        using (var warehouse = AnalyticsWarehouse.Open(Path.Combine(folder, "warehouse"), Path.Combine(data, "data")))
        {
            // All history as one batch, as an office begins: each batch makes a snapshot of everything.
            warehouse.Load(
                [
                    .. Directory
                        .GetFiles(data, "*.csv")
                        .Order(StringComparer.Ordinal)
                        .Select(path => LoadFile.Read(path, QuarterOf(path))),
                ],
                "benchmark"
            );
            File.Copy(warehouse.Snapshots.CurrentPath!, Working(folder));
        }
    }

    private static Quarter QuarterOf(string path) => Quarter.Parse(Path.GetFileName(path).Split('-', '.')[1]);

    private static string Working(string folder) => Path.Combine(folder, "working.duckdb");

    private static string SqlOf(string step, string unit) =>
        step switch
        {
            "score" => Score,
            "export" => Export,
            "top" => Top,
            "like" => Like,
            "drill" => $"""
                select f.words
                from findings as f
                inner join units as u on u.unit = f.unit
                where u.unit_name = '{unit}' and f.quarter = '2024Q4'
                order by f.words
                limit 50
                """,
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
        };

    private static void Answer(string database, string sql)
    {
        using var connection = new DuckDBConnection($"DataSource={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
                Console.WriteLine(
                    string.Join(
                        '|',
                        Enumerable
                            .Range(0, reader.FieldCount)
                            .Select(column =>
                                reader.IsDBNull(column)
                                    ? ""
                                    : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)
                            )
                    )
                );
            }
        } while (reader.NextResult());
    }
}
