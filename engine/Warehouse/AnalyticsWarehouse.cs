using System.Diagnostics;
using System.Runtime.CompilerServices;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>The live warehouse (数据仓库): the only place that opens its file for writing. One writer at a time.</summary>
public sealed class AnalyticsWarehouse : IDisposable
{
    /// <summary>The version of the tables in <c>Sql/schema</c>.</summary>
    public const int SchemaVersion = 8;

    private readonly DuckDBConnection _live;
    private readonly FileStream _lock;
    private readonly Lock _writing = new();
    private readonly string _directory;
    private readonly string _dataDirectory;
    private readonly TimeProvider _clock;
    private readonly SqlCatalog _catalog = SqlCatalog.Embedded;
    private ReferenceData _reference;

    private AnalyticsWarehouse(string directory, string dataDirectory, TimeProvider clock, TimeSpan patience)
    {
        _directory = Path.GetFullPath(directory);
        _dataDirectory = dataDirectory;
        _clock = clock;
        _reference = ReferenceData.Load(dataDirectory);
        Directory.CreateDirectory(_directory);
        _lock = WriterLock.Acquire(_directory, patience);
        try
        {
            var path = Path.Combine(_directory, "warehouse.duckdb");
            _live = Connect(path);
            if (Migration.VersionOf(_live) is < SchemaVersion and { } version)
            {
                // DuckDB's lock on the file goes with any other handle to it, so it is copied while closed.
                _live.Dispose();
                Migration.Keep(path, version);
                _live = Connect(path);
                Migration.Run(_live, _catalog, version);
            }

            Snapshots = new SnapshotStore(_directory);
            Sources = new SourceStore(_directory);
            Classifier = new ClassifierDesk(this, dataDirectory);
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

    /// <summary>The files that were loaded, as they came.</summary>
    public SourceStore Sources { get; }

    /// <summary>The text classifier: its models, what it says of findings, and what persons say.</summary>
    public ClassifierDesk Classifier { get; }

    /// <summary>The reference tables in force.</summary>
    internal ReferenceData Reference => _reference;

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
    /// <param name="patience">How long to wait for another process to give the warehouse back; not at all by default.</param>
    /// <exception cref="WarehouseBusyException">Another process still writes to it when patience ends.</exception>
    /// <exception cref="WarehouseException">The file is broken, or of a newer program.</exception>
    /// <exception cref="NoticeFormatException">A reference file is wrong.</exception>
    public static AnalyticsWarehouse Open(
        string directory,
        string dataDirectory,
        TimeProvider? clock = null,
        TimeSpan? patience = null
    )
    {
        AnalyticsWarehouse? warehouse = null;
        try
        {
            warehouse = new AnalyticsWarehouse(
                directory,
                dataDirectory,
                clock ?? TimeProvider.System,
                patience ?? TimeSpan.Zero
            );
            warehouse.Prepare();
            return warehouse;
        }
        catch (DuckDBException exception)
        {
            warehouse?.Dispose();
            throw new WarehouseException(
                $"The warehouse in {directory} cannot be opened: {exception.Message}",
                exception
            );
        }
        catch
        {
            warehouse?.Dispose();
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
            WriterLock.Acquire(directory, TimeSpan.Zero).Dispose();
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
    public LoadReport Load(IReadOnlyList<LoadFile> files, string by, bool dryRun = false) =>
        Load(files, by, new LoadOptions { DryRun = dryRun });

    /// <summary>Loads files as one batch: all of them or none.</summary>
    /// <param name="files">The files as read.</param>
    /// <param name="by">Who loads them.</param>
    /// <param name="options">Whether to try only, and whether good rows of a table may go without the others.</param>
    /// <exception cref="NoticeFormatException">A file cannot be loaded; nothing was. The message lists why, over all files.</exception>
    /// <exception cref="WarehouseException">A promise of <c>Sql/checks</c> would be broken, or the disk fails; nothing was loaded.</exception>
    public LoadReport Load(IReadOnlyList<LoadFile> files, string by, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        lock (_writing)
        {
            var report = Try(files, by, options, keep: !options.DryRun, isPreview: false);
            if (report.BatchId is not null)
            {
                Sources.Keep(files);
                PublishSnapshot();
            }

            return report;
        }
    }

    /// <summary>Tries files (预览): what a load would do, and everything that stands against it as data, so that a person can decide.</summary>
    /// <param name="files">The files as read.</param>
    /// <param name="by">Who would load them.</param>
    /// <param name="options">As for <see cref="Load(IReadOnlyList{LoadFile}, string, LoadOptions)"/>; it is always a trial.</param>
    /// <returns>A report whose refused files have the status <see cref="LoadedFile.Refused"/>, with all problems.</returns>
    /// <exception cref="NoticeFormatException">The files contradict each other or the warehouse: two copies of a document, sample beside real data.</exception>
    public LoadReport Preview(IReadOnlyList<LoadFile> files, string by, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        lock (_writing)
        {
            return Try(files, by, options ?? new LoadOptions(), keep: false, isPreview: true);
        }
    }

    /// <summary>Undoes one load (撤销): afterwards every number is what it would be had the batch never been loaded.</summary>
    /// <param name="batch">The batch; it need not be the last.</param>
    /// <param name="by">Who undoes it.</param>
    /// <exception cref="NoticeFormatException">There is no such batch, it is a revert itself, or it is undone already; the message says what to do.</exception>
    /// <remarks>Names that later batches resolved through its accounts stay as they are; <see cref="Dependents"/> lists such batches.</remarks>
    public RevertReport Revert(long batch, string by)
    {
        return Write((live, at) => Reverts.Run(live, batch, at, by));
    }

    /// <summary>What rests on a batch, to be shown before it is undone.</summary>
    /// <param name="batch">The batch.</param>
    /// <exception cref="NoticeFormatException">There is no such batch.</exception>
    public IReadOnlyList<Dependent> Dependents(long batch)
    {
        lock (_writing)
        {
            return Reverts.DependentsOf(_live, batch);
        }
    }

    /// <summary>Keeps a person's decision (认定) that a name means a unit; later loads follow it.</summary>
    /// <param name="words">The name as written in a source.</param>
    /// <param name="unitCode">The unit's code.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="from">The first day for which it holds; null for always before.</param>
    /// <param name="to">The last day for which it holds; null for ever after.</param>
    /// <exception cref="NoticeFormatException">It contradicts the registry or the kind of unit, or the name is decided already.</exception>
    public AliasDecision DecideAlias(
        string words,
        string unitCode,
        string by,
        DateOnly? from = null,
        DateOnly? to = null
    )
    {
        ArgumentNullException.ThrowIfNull(words);
        return Write(
            (live, at) => AliasDecisions.Decide(live, _reference.Units, words.Trim(), unitCode, (from, to), at, by)
        );
    }

    /// <summary>Takes a decision back; rows that were resolved by it stay until their file is loaded anew.</summary>
    /// <param name="decision">Its number.</param>
    /// <param name="by">Who takes it back.</param>
    /// <exception cref="NoticeFormatException">There is no such decision in force.</exception>
    public void RevokeAlias(long decision, string by) =>
        Write((live, at) => AliasDecisions.Revoke(live, decision, at, by));

    /// <summary>Keeps how a person settled a discrepancy (出入了结); its figures stay as they are.</summary>
    /// <param name="discrepancy">The discrepancy's code.</param>
    /// <param name="note">What was found out and decided.</param>
    /// <param name="by">Who decides.</param>
    /// <exception cref="NoticeFormatException">There is none open of that code, or nothing is said of how.</exception>
    public DiscrepancyDecision SettleDiscrepancy(string discrepancy, string note, string by)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Write((live, at) => DiscrepancyDecisions.Settle(live, discrepancy, note, at, by));
    }

    /// <summary>Opens a settled discrepancy again (重新打开).</summary>
    /// <param name="discrepancy">The discrepancy's code.</param>
    /// <param name="by">Who does.</param>
    /// <exception cref="NoticeFormatException">There is none settled of that code.</exception>
    public void ReopenDiscrepancy(string discrepancy, string by) =>
        Write((live, at) => DiscrepancyDecisions.Reopen(live, discrepancy, at, by));

    /// <summary>Remembers what the columns of a kind of table are (列对应).</summary>
    /// <param name="shape">The table's shape (<see cref="Ingest.Tables.SheetReading.Shape"/>).</param>
    /// <param name="mapping">The mapping as JSON.</param>
    /// <param name="by">Who says so.</param>
    public void RememberMapping(string shape, string mapping, string by)
    {
        lock (_writing)
        {
            _live.Execute(
                "insert into raw_mappings values ($1, $2, $3, $4, null)",
                shape,
                mapping,
                by,
                _clock.GetUtcNow().UtcDateTime
            );
        }
    }

    /// <summary>The mapping remembered for tables of a shape, the newest that was not undone with its batch.</summary>
    /// <param name="shape">The shape.</param>
    /// <returns>JSON as remembered: of a load with columns that a person decided, a <see cref="Ingest.Tables.TableMapping"/>; null for none.</returns>
    public string? MappingFor(string shape)
    {
        lock (_writing)
        {
            return _live.Scalar(
                    """
                    select mapping
                    from raw_mappings
                    where shape = $1 and coalesce(batch_id, 0) not in (select reverts from raw_batches where reverts is not null)
                    order by decided_at desc, rowid desc
                    limit 1
                    """,
                    shape
                ) as string;
        }
    }

    /// <summary>Publishes a rulebook (发布评分规则): from now on it never changes.</summary>
    /// <param name="json">The rulebook's file.</param>
    /// <param name="by">Who publishes it.</param>
    /// <returns>The rulebook.</returns>
    /// <exception cref="NoticeFormatException">It is no rulebook, its id is taken by another one, or its days overlap; nothing changed.</exception>
    public Rulebook PublishRulebook(byte[] json, string by)
    {
        var source = RulebookSource.Parse("rulebook.json", json, _reference.Categories);
        Write((live, at) => RulebookLoader.Publish(live, [source], _reference.Categories, at, by));
        return source.Rulebook;
    }

    /// <summary>Publishes a quarter's ranking (发布排名): rulebook, data and ranks are fixed and stay readable.</summary>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook; null for the one in effect.</param>
    /// <param name="by">Who publishes it.</param>
    /// <returns>The number of the publication.</returns>
    /// <exception cref="NoticeFormatException">There is nothing to publish; the message says why.</exception>
    public long PublishQuarter(Quarter quarter, string? rulebook, string by)
    {
        return Write((live, at) => Publications.Publish(live, quarter, rulebook, at, by));
    }

    /// <summary>Changes the warehouse: one transaction, checked, with a snapshot behind it.</summary>
    /// <param name="change">What to do at what time (UTC).</param>
    /// <param name="kind">What those who watch are told it was; the method's name.</param>
    internal T Write<T>(Func<DuckDBConnection, DateTime, T> change, [CallerMemberName] string kind = "")
    {
        lock (_writing)
        {
            T result = default!;
            Change(kind, () => result = change(_live, _clock.GetUtcNow().UtcDateTime));
            PublishSnapshot();
            return result;
        }
    }

    /// <summary>Changes the warehouse where nothing is to be told.</summary>
    /// <param name="change">What to do at what time (UTC).</param>
    internal void Write(Action<DuckDBConnection, DateTime> change) =>
        Write(
            (live, at) =>
            {
                change(live, at);
                return true;
            }
        );

    /// <summary>Reads what no snapshot holds.</summary>
    internal T Read<T>(Func<DuckDBConnection, T> read)
    {
        lock (_writing)
        {
            return read(_live);
        }
    }

    /// <summary>Closes the file and gives the lock back.</summary>
    public void Dispose()
    {
        _live.Dispose();
        _lock.Dispose();
    }

    // One thread: while others work, the binding's caller asks again and again whether they are done, and two cores would do twice the work.
    private static DuckDBConnection Connect(string path)
    {
        var live = new DuckDBConnection(
            $"DataSource={path};autoinstall_known_extensions=false;autoload_known_extensions=false;threads=1"
        );
        live.Open();
        return live;
    }

    private void Prepare()
    {
        foreach (var file in _catalog.Of(SqlLayer.Schema))
        {
            _live.Execute(file.Statement);
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

        foreach (var file in _catalog.ForLoading)
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

        Change(
            "Reference",
            () =>
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
            }
        );
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

    private LoadReport Try(IReadOnlyList<LoadFile> files, string by, LoadOptions options, bool keep, bool isPreview)
    {
        LoadReport report = null!;
        Change(
            isPreview ? "Preview" : "Load",
            () =>
            {
                var batch = BatchLoader.Next(_live);
                var names = new NameBook(_reference, AliasDecisions.InForce(_live), AliasDecisions.Accounts(_live));
                var plans = LoadPlan.Make(files, names, batch);
                if (!isPreview)
                {
                    Refuse(plans, options);
                }

                report = new BatchLoader(_live, batch, _clock.GetUtcNow().UtcDateTime, by).Load(
                    plans,
                    options.AcceptGoodRows
                );
                if (keep && report.BatchId is not null)
                {
                    Classifier.ClassifyPending(_live, _clock.GetUtcNow().UtcDateTime);
                }
            },
            () => keep && report.BatchId is not null
        );
        return keep ? report : report with { BatchId = null, IsDryRun = true };
    }

    private static void Refuse(IReadOnlyList<LoadPlan> plans, LoadOptions options)
    {
        const int Shown = 50;
        var refused = plans.Where(plan => plan.IsRefused(options.AcceptGoodRows)).ToList();
        if (refused.Count > 0)
        {
            throw new NoticeFormatException(
                string.Join(
                    '\n',
                    refused.Select(plan =>
                        $"{plan.File.FileName} 没有加载：\n"
                        + string.Join('\n', plan.Problems.Take(Shown))
                        + (plan.Problems.Count > Shown ? $"\n……还有 {plan.Problems.Count - Shown} 个问题。" : "")
                    )
                )
            );
        }
    }

    // One change is one transaction: done, checked, and kept only when every promise of Sql/checks holds.
    private void Change(string kind, Action change, Func<bool>? keep = null)
    {
        using var activity = WarehouseDiagnostics.Source.StartActivity(kind);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            _live.Execute("begin transaction");
            change();
            MartTables.Make(_live, _catalog);
            Check();
            var end = keep is null || keep() ? "commit" : "rollback";
            _live.Execute(end);
            outcome = end;
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
        finally
        {
            activity?.SetTag("outcome", outcome);
            WarehouseDiagnostics.ChangeDuration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new("kind", kind),
                new("outcome", outcome)
            );
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
}
