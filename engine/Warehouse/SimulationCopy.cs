using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>A private copy of one quarter in memory, in which rules may be changed (试算). Nothing of it reaches the warehouse.</summary>
public sealed class SimulationCopy : IDisposable
{
    /// <summary>The id under which a draft stands in the copy, so that it never meets a published rulebook of the same id.</summary>
    public const string Draft = "draft";

    private readonly DuckDBConnection _memory;

    private SimulationCopy(DuckDBConnection memory, Snapshot original)
    {
        _memory = memory;
        Data = new Snapshot(memory, original);
    }

    /// <summary>The copy, read like any snapshot.</summary>
    public Snapshot Data { get; }

    /// <summary>Copies a quarter and the quarter before and puts a draft beside the published rulebooks.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="draft">The draft; null to try published rulebooks only.</param>
    /// <exception cref="WarehouseException">The copy cannot be made.</exception>
    public static SimulationCopy Of(Snapshot snapshot, Quarter quarter, RulebookSource? draft)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var memory = new DuckDBConnection(
            "DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false"
        );
        try
        {
            memory.Open();
            memory.Execute($"attach {DuckDb.Literal(snapshot.FilePath)} as original (read_only)");
            Copy(memory, quarter, draft);
            memory.Execute("detach original");
            memory.Execute("set enable_external_access = false");
            return new SimulationCopy(memory, snapshot);
        }
        catch (DuckDBException exception)
        {
            memory.Dispose();
            throw new WarehouseException($"The copy of {quarter} cannot be made: {exception.Message}", exception);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>Reads the copy while one rule takes and gives nothing; afterwards everything is as before.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="read">What to read, on this connection.</param>
    public T Without<T>(string rulebook, string rule, Func<Snapshot, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        foreach (var (table, change) in s_silenced)
        {
            _memory.Execute(
                $"create or replace temp table kept_{table} as from raw_rulebook_{table} where rulebook = $1 and rule = $2",
                rulebook,
                rule
            );
            _memory.Execute($"{change} where rulebook = $1 and rule = $2", rulebook, rule);
        }

        try
        {
            return read(Data);
        }
        finally
        {
            foreach (var (table, _) in s_silenced)
            {
                _memory.Execute($"delete from raw_rulebook_{table} where rulebook = $1 and rule = $2", rulebook, rule);
                _memory.Execute($"insert into raw_rulebook_{table} from kept_{table}");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Data.Dispose();

    private static readonly (string Table, string Change)[] s_silenced =
    [
        ("hits", "update raw_rulebook_hits set points = 0"),
        ("quotas", "update raw_rulebook_quotas set points = 0"),
        ("awards", "update raw_rulebook_awards set points = 0"),
        ("vetoes", "delete from raw_rulebook_vetoes"),
    ];

    private static void Copy(DuckDBConnection memory, Quarter quarter, RulebookSource? draft)
    {
        var catalog = SqlCatalog.Embedded;
        foreach (var file in catalog.Of(SqlLayer.Schema))
        {
            memory.Execute(file.Statement);
        }

        foreach (var file in catalog.Of(SqlLayer.Marts).Where(file => !IsMade(file)))
        {
            var wanted = file.Columns.Any(column => column.Name == "quarter") ? $" where quarter = '{quarter}'" : "";
            memory.Execute($"create table {file.Name} as from original.{file.Name}{wanted}");
        }

        memory.Execute(
            "insert into raw_rulebooks by name select * exclude (indicator_count, year_combine, year_at_least, year_vetoed) from original.rulebooks"
        );
        var categories = CategoryList.Of(
            memory.Query(
                "select category, channel, category_name from categories order by sort_order",
                row => new IssueCategory(row.GetString(0), row.GetString(1), row.GetString(2), [])
            )
        );
        RulebookLoader.Publish(
            memory,
            draft is null ? [] : [draft with { Rulebook = draft.Rulebook with { Id = Draft, Default = false } }],
            categories,
            DateTime.UnixEpoch,
            Draft
        );
        foreach (var file in catalog.Files.Where(file => file.Layer == SqlLayer.Metrics || IsMade(file)))
        {
            memory.Execute(file.Statement);
        }
    }

    // What follows from rules is made anew, so that it follows the rules of the copy.
    private static bool IsMade(SqlFile file) =>
        file.IsResult || (file.Layer == SqlLayer.Marts && file.Name.StartsWith("rulebook", StringComparison.Ordinal));
}
