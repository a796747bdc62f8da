using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>The live warehouse (数据仓库): the only place that opens its file for writing. One writer at a time.</summary>
public sealed class AnalyticsWarehouse : IDisposable
{
    /// <summary>The version of the tables in <c>Sql/schema</c>.</summary>
    public const int SchemaVersion = 2;

    private readonly DuckDBConnection _live;
    private readonly FileStream _lock;
    private readonly Lock _writing = new();
    private readonly string _directory;
    private readonly string _dataDirectory;
    private readonly TimeProvider _clock;
    private readonly SqlCatalog _catalog = SqlCatalog.Embedded;
    private ReferenceData _reference;

    private AnalyticsWarehouse(string directory, string dataDirectory, TimeProvider clock)
    {
        _directory = Path.GetFullPath(directory);
        _dataDirectory = dataDirectory;
        _clock = clock;
        _reference = ReferenceData.Load(dataDirectory);
        Directory.CreateDirectory(_directory);
        _lock = Acquire(_directory);
        try
        {
            _live = new DuckDBConnection(
                $"DataSource={Path.Combine(_directory, "warehouse.duckdb")};autoinstall_known_extensions=false;autoload_known_extensions=false"
            );
            _live.Open();
            Snapshots = new SnapshotStore(_directory);
        }
        catch
        {
            _live?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>What readers open.</summary>
    public SnapshotStore Snapshots { get; }

    /// <summary>Whether no file was ever loaded.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_writing)
            {
                return _live.Count("select count(*) from raw_batches") == 0;
            }
        }
    }

    /// <summary>Opens a warehouse, makes it where there is none, and takes over changed reference files.</summary>
    /// <param name="directory">The warehouse's folder.</param>
    /// <param name="dataDirectory">The folder <c>data</c> with reference tables and rulebooks.</param>
    /// <param name="clock">The time of batches; the system's clock by default.</param>
    /// <exception cref="WarehouseBusyException">Another process writes to it.</exception>
    /// <exception cref="WarehouseException">The file is broken, or of a newer program.</exception>
    /// <exception cref="NoticeFormatException">A reference file is wrong.</exception>
    public static AnalyticsWarehouse Open(string directory, string dataDirectory, TimeProvider? clock = null)
    {
        var warehouse = new AnalyticsWarehouse(directory, dataDirectory, clock ?? TimeProvider.System);
        try
        {
            warehouse.Prepare();
            return warehouse;
        }
        catch (DuckDBException exception)
        {
            warehouse.Dispose();
            throw new WarehouseException(
                $"The warehouse in {directory} cannot be opened: {exception.Message}",
                exception
            );
        }
        catch
        {
            warehouse.Dispose();
            throw;
        }
    }

    /// <summary>Whether a process holds the warehouse's lock now.</summary>
    /// <param name="directory">The warehouse's folder.</param>
    public static bool IsHeld(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return false;
        }

        try
        {
            Acquire(directory).Dispose();
            return false;
        }
        catch (WarehouseBusyException)
        {
            return true;
        }
    }

    /// <summary>Loads files as one batch: all of them or none.</summary>
    /// <param name="files">The files as read.</param>
    /// <param name="by">Who loads them.</param>
    /// <param name="dryRun">True to try only: the report is the same, nothing is stored.</param>
    /// <exception cref="NoticeFormatException">A file cannot be loaded; nothing was.</exception>
    /// <exception cref="WarehouseException">A promise of <c>Sql/checks</c> would be broken, or the disk fails; nothing was loaded.</exception>
    public LoadReport Load(IReadOnlyList<LoadFile> files, string by, bool dryRun = false)
    {
        ArgumentNullException.ThrowIfNull(files);
        var plans = files.Select(file => LoadPlan.Make(file, _reference)).ToList();
        lock (_writing)
        {
            LoadReport report = null!;
            Change(
                () => report = new BatchLoader(_live, _clock.GetUtcNow().UtcDateTime, by).Load(plans),
                () => !dryRun && report.BatchId is not null
            );
            if (dryRun || report.BatchId is null)
            {
                return report with { BatchId = null, IsDryRun = dryRun };
            }

            Keep(files);
            PublishSnapshot();
            return report;
        }
    }

    /// <summary>Publishes a rulebook (发布评分规则): from now on it never changes.</summary>
    /// <param name="json">The rulebook's file.</param>
    /// <param name="by">Who publishes it.</param>
    /// <returns>The rulebook.</returns>
    /// <exception cref="NoticeFormatException">It is no rulebook, its id is taken by another one, or its days overlap; nothing changed.</exception>
    public Rulebook PublishRulebook(byte[] json, string by)
    {
        lock (_writing)
        {
            var source = RulebookSource.Parse("rulebook.json", json, _reference.Categories);
            Change(() =>
                RulebookLoader.Publish(_live, [source], _reference.Categories, _clock.GetUtcNow().UtcDateTime, by)
            );
            PublishSnapshot();
            return source.Rulebook;
        }
    }

    /// <summary>Publishes a quarter's ranking (发布排名): rulebook, data and ranks are fixed and stay readable.</summary>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook; null for the one in effect.</param>
    /// <param name="by">Who publishes it.</param>
    /// <returns>The number of the publication.</returns>
    /// <exception cref="NoticeFormatException">There is nothing to publish; the message says why.</exception>
    public long PublishQuarter(Quarter quarter, string? rulebook, string by)
    {
        lock (_writing)
        {
            long publication = 0;
            Change(() =>
                publication = Publications.Publish(_live, quarter, rulebook, _clock.GetUtcNow().UtcDateTime, by)
            );
            PublishSnapshot();
            return publication;
        }
    }

    /// <summary>Closes the file and gives the lock back.</summary>
    public void Dispose()
    {
        _live.Dispose();
        _lock.Dispose();
    }

    private static FileStream Acquire(string directory)
    {
        try
        {
            return new FileStream(
                Path.Combine(directory, "writer.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException exception)
        {
            throw new WarehouseBusyException(
                $"数据仓库 {directory} 正被另一个程序使用。请先关闭那个程序，再试一次。",
                exception
            );
        }
    }

    private void Prepare()
    {
        foreach (var file in _catalog.Of(SqlLayer.Schema))
        {
            _live.Execute(file.Statement);
        }

        if (
            _live.Scalar("select value from raw_settings where name = 'schema_version'") is string version
            && version != $"{SchemaVersion}"
        )
        {
            throw new WarehouseException(
                $"数据仓库的版本是 {version}，这个程序只认识版本 {SchemaVersion}。请使用与数据仓库同版本的程序。"
            );
        }

        _live.Execute("insert or replace into raw_settings values ('schema_version', $1)", $"{SchemaVersion}");
        DefineRelations();

        TakeOverReference();
    }

    // Views and macros are kept in the file; they are made anew only when a program brings other SQL.
    private void DefineRelations()
    {
        if (_live.Scalar("select value from raw_settings where name = 'sql_sha256'") as string == _catalog.Sha256)
        {
            return;
        }

        foreach (var file in _catalog.Files.Where(file => file.Layer is not (SqlLayer.Schema or SqlLayer.Checks)))
        {
            _live.Execute(file.Statement);
        }

        _live.Execute("insert or replace into raw_settings values ('sql_sha256', $1)", _catalog.Sha256);
    }

    private void TakeOverReference()
    {
        var known = _live.Scalar("select value from raw_settings where name = 'reference_sha256'") as string;
        var stamp = _reference.Sha256 + _catalog.Sha256;
        if (known == stamp && Snapshots.CurrentPath is not null)
        {
            return;
        }

        Change(() =>
        {
            ReferenceLoader.Replace(_live, _reference);
            RulebookLoader.Publish(
                _live,
                _reference.Rulebooks,
                _reference.Categories,
                _clock.GetUtcNow().UtcDateTime,
                "data/rulebooks"
            );
            _live.Execute("insert or replace into raw_settings values ('reference_sha256', $1)", stamp);
        });
        PublishSnapshot();
    }

    /// <summary>Takes over <c>data/reference</c> and <c>data/rulebooks</c> again if they changed since the warehouse was opened.</summary>
    public void RefreshReference()
    {
        lock (_writing)
        {
            _reference = ReferenceData.Load(_dataDirectory);
            TakeOverReference();
        }
    }

    // One change is one transaction: done, checked, and kept only when every promise of Sql/checks holds.
    private void Change(Action change, Func<bool>? keep = null)
    {
        try
        {
            _live.Execute("begin transaction");
            change();
            MartTables.Make(_live, _catalog);
            Check();
            _live.Execute(keep is null || keep() ? "commit" : "rollback");
        }
        catch (Exception exception)
        {
            RollBack();
            if (exception is DuckDBException)
            {
                throw new WarehouseException($"The change failed: {exception.Message}", exception);
            }

            throw;
        }
    }

    private void Check()
    {
        foreach (var check in _catalog.Of(SqlLayer.Checks))
        {
            var broken = _live.Query(
                check.Body,
                row =>
                    string.Join(
                        ", ",
                        Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetName(column)}={row[column]}")
                    )
            );
            if (broken.Count > 0)
            {
                throw new WarehouseException(
                    $"数据检查 {check.Name}（{check.Title}）不成立，共 {broken.Count} 行，例如 {broken[0]}。没有作任何改动。"
                );
            }
        }
    }

    // Readers see the marts as they were checked.
    private void PublishSnapshot()
    {
        try
        {
            Snapshots.Publish(_live, _catalog);
        }
        finally
        {
            MartTables.Drop(_live, _catalog);
        }
    }

    private void RollBack()
    {
        try
        {
            _live.Execute("rollback");
        }
        catch (DuckDBException)
        {
            // The failed statement has ended the transaction already.
        }
    }

    private void Keep(IReadOnlyList<LoadFile> files)
    {
        var folder = Path.Combine(_directory, "sources");
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Sha256 + Path.GetExtension(file.FileName).ToLowerInvariant());
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path + ".tmp", file.Bytes.ToArray());
                File.Move(path + ".tmp", path, overwrite: true);
            }
        }
    }
}
