using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>The marts of the state being written, worked out once: temporary tables that stand before the views of the same name.</summary>
/// <remarks>
/// The checks and the snapshot read the marts many times over; as views each reading would work them out, and plan them, anew.
/// One with a row per fact stays a view: a copy of a million rows costs more than reading them a few times.
/// </remarks>
internal static class MartTables
{
    /// <summary>Makes them; inside the caller's transaction, with which they also go when it is rolled back.</summary>
    public static void Make(DuckDBConnection live, SqlCatalog catalog)
    {
        foreach (var file in catalog.Of(SqlLayer.Marts).Where(file => !file.IsLong))
        {
            live.Execute($"create or replace temp table {file.Name} as from warehouse.{file.Name}");
        }
    }

    /// <summary>Removes them; the views stand again.</summary>
    public static void Drop(DuckDBConnection live, SqlCatalog catalog)
    {
        foreach (var file in catalog.Of(SqlLayer.Marts).Where(file => !file.IsLong))
        {
            live.Execute($"drop table temp.{file.Name}");
        }
    }
}
