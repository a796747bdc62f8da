using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Brings a warehouse of an older program to this one's tables, after a copy.</summary>
internal static class Migration
{
    private const int Oldest = 2;

    // A version that only has more tables needs no step: the schema makes them.
    private static readonly (int Version, string File)[] s_steps = [(3, "to_version_three"), (5, "to_version_five")];

    /// <summary>The version of a warehouse's tables; null for a new one.</summary>
    /// <exception cref="WarehouseException">It is of a newer program, or too old.</exception>
    public static int? VersionOf(DuckDBConnection live)
    {
        if (live.Count("select count(*) from duckdb_tables() where table_name = 'raw_settings'") == 0)
        {
            return null;
        }

        var text = live.Scalar("select value from raw_settings where name = 'schema_version'") as string;
        if (text is null)
        {
            return null;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version is >= Oldest and <= AnalyticsWarehouse.SchemaVersion
            ? version
            : throw new WarehouseException(
                $"数据仓库的版本是 {text}，这个程序只认识版本 {Oldest} 到 {AnalyticsWarehouse.SchemaVersion}。请使用与数据仓库同版本的程序。"
            );
    }

    /// <summary>Copies the closed file of an older version; where there is a copy already it stays.</summary>
    /// <param name="path">The live file; no connection to it may be open in this process.</param>
    /// <param name="version">Its version, which the copy's name bears.</param>
    public static void Keep(string path, int version)
    {
        var copy = Path.ChangeExtension(path, string.Create(CultureInfo.InvariantCulture, $"version-{version}.duckdb"));
        if (!File.Exists(copy))
        {
            File.Copy(path, copy + ".tmp");
            File.Move(copy + ".tmp", copy);
        }
    }

    /// <summary>Changes the tables, all or nothing; the views over them are made anew afterwards.</summary>
    /// <param name="live">The live connection.</param>
    /// <param name="catalog">The SQL files.</param>
    /// <param name="version">The version the tables have now.</param>
    public static void Run(DuckDBConnection live, SqlCatalog catalog, int version)
    {
        live.Execute("begin transaction");
        try
        {
            foreach (
                var view in live.Query(
                    "select view_name from duckdb_views() where not internal",
                    row => row.GetString(0)
                )
            )
            {
                live.Execute($"drop view {view}");
            }

            foreach (var step in s_steps.Where(step => step.Version > version))
            {
                live.Execute(catalog.Of(SqlLayer.Migrations).Single(file => file.Name == step.File).Body);
            }

            live.Execute(
                "insert or replace into raw_settings values ('schema_version', $1)",
                $"{AnalyticsWarehouse.SchemaVersion}"
            );
            live.Execute("commit");
        }
        catch
        {
            live.Execute("rollback");
            throw;
        }
    }
}
