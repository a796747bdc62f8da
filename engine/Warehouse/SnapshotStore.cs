using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Numbered, immutable copies of what readers may see (快照), behind a pointer.</summary>
/// <remarks>
/// Readers never open the live file: DuckDB's locks do not survive a second opening in one process. A snapshot is written under a
/// temporary name, renamed, and only then pointed at; an old one goes when nobody has it open.
/// </remarks>
public sealed class SnapshotStore
{
    private const string PointerName = "current";
    private readonly string _directory;

    /// <summary>The store of a warehouse; nothing is touched yet.</summary>
    /// <param name="warehouseDirectory">The warehouse's folder.</param>
    public SnapshotStore(string warehouseDirectory) => _directory = Path.Combine(warehouseDirectory, "snapshots");

    /// <summary>The newest snapshot's file; null when there is none yet.</summary>
    public string? CurrentPath
    {
        get
        {
            var pointer = Path.Combine(_directory, PointerName);
            if (!File.Exists(pointer))
            {
                return null;
            }

            var path = Path.Combine(_directory, File.ReadAllText(pointer).Trim());
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>Opens the newest snapshot.</summary>
    /// <exception cref="WarehouseException">There is none, or it cannot be read.</exception>
    public Snapshot Open() =>
        CurrentPath is { } path ? Snapshot.Open(path) : throw new WarehouseException($"No snapshot in {_directory}.");

    /// <summary>Writes a snapshot of the live warehouse and points at it.</summary>
    /// <param name="live">The live connection, outside a transaction, with the <see cref="MartTables"/> of its state.</param>
    /// <param name="catalog">The SQL files; marts become tables, metrics macros, with their comments.</param>
    internal void Publish(DuckDBConnection live, SqlCatalog catalog)
    {
        Directory.CreateDirectory(_directory);
        var number = Existing().Select(NumberOf).DefaultIfEmpty(0).Max() + 1;
        var path = Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"{number:000000}.duckdb"));
        var temporary = path + ".tmp";
        File.Delete(temporary);
        live.Execute($"attach {DuckDb.Literal(temporary)} as snapshot");
        try
        {
            // One transaction: each statement of its own would wait for the disk.
            live.Execute("begin transaction");
            Copy(live, catalog);
            live.Execute("commit");
        }
        catch
        {
            live.Execute("rollback");
            throw;
        }
        finally
        {
            live.Execute("use warehouse");
            live.Execute("detach snapshot");
        }

        File.Move(temporary, path);
        Point(Path.GetFileName(path));
        RemoveOld(path);
    }

    private static void Copy(DuckDBConnection live, SqlCatalog catalog)
    {
        foreach (var file in catalog.Of(SqlLayer.Marts))
        {
            // A row per fact is kept as it was loaded: sorting a million of them costs more than the load.
            live.Execute(
                file.IsLong
                    ? $"create table snapshot.{file.Name} as from warehouse.{file.Name}"
                    : $"create table snapshot.{file.Name} as select * from temp.{file.Name} order by all"
            );
            live.Execute($"comment on table snapshot.{file.Name} is {DuckDb.Literal(file.Title)}");
            foreach (var (column, comment) in file.Columns)
            {
                live.Execute($"comment on column snapshot.{file.Name}.{column} is {DuckDb.Literal(comment)}");
            }
        }

        live.Execute("use snapshot");
        foreach (var file in catalog.Of(SqlLayer.Metrics))
        {
            live.Execute(file.Statement);
            live.Execute(
                $"comment on macro {(file.IsScalar ? "" : "table ")}{file.Name} is {DuckDb.Literal(file.Title)}"
            );
        }
    }

    private void Point(string name)
    {
        var temporary = Path.Combine(_directory, PointerName + ".tmp");
        File.WriteAllText(temporary, name + "\n");
        File.Move(temporary, Path.Combine(_directory, PointerName), overwrite: true);
    }

    private void RemoveOld(string current)
    {
        // The one before stays: another process may have read the pointer a moment ago and not opened the file yet.
        foreach (var path in Existing().Where(path => NumberOf(path) < NumberOf(current) - 1))
        {
            try
            {
                File.Delete(path);
            }
            catch (IOException)
            {
                // Somebody reads it; the next publication tries again.
            }
        }
    }

    private IEnumerable<string> Existing() =>
        Directory.EnumerateFiles(_directory, "*.duckdb").Where(path => NumberOf(path) > 0);

    private static int NumberOf(string path) =>
        int.TryParse(
            Path.GetFileNameWithoutExtension(path),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}
