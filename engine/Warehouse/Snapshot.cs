using System.Data;
using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>One immutable snapshot, open for reading. Safe for many threads: each query has a connection of its own.</summary>
public sealed class Snapshot : IDisposable
{
    private readonly Func<DuckDBConnection> _connect;

    // Keeps DuckDB's instance open between queries; opening it anew costs more than most queries.
    private readonly DuckDBConnection _anchor;

    private Snapshot(string path, string connectionString)
    {
        FilePath = path;
        Version = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(path)}-{File.GetLastWriteTimeUtc(path).Ticks:x}"
        );
        _connect = () => new DuckDBConnection(connectionString);
        _anchor = _connect();
        _anchor.Open();
    }

    /// <summary>A private copy in memory, which goes with the connection.</summary>
    internal Snapshot(DuckDBConnection memory, Snapshot original)
    {
        FilePath = original.FilePath;
        Version = original.Version;
        _anchor = memory;
        _connect = memory.Duplicate;
    }

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <summary>The version of the data: the snapshot's number and the time it was made, so that a new warehouse never repeats one.</summary>
    public string Version { get; }

    /// <summary>Opens a snapshot file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="WarehouseException">The file cannot be read.</exception>
    public static Snapshot Open(string path)
    {
        try
        {
            return new Snapshot(
                path,
                $"DataSource={path};access_mode=READ_ONLY;autoinstall_known_extensions=false;autoload_known_extensions=false;"
                    + "allow_community_extensions=false;allow_persistent_secrets=false;enable_external_access=false;lock_configuration=true"
            );
        }
        catch (DuckDBException exception)
        {
            throw new WarehouseException($"Snapshot {path} cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Runs a query of ours; ad-hoc SQL of users never comes here.</summary>
    /// <param name="sql">A call of a metric or a mart, with $1, $2 … for values.</param>
    /// <param name="map">Makes a record of a row.</param>
    /// <param name="values">The values; null is SQL's null.</param>
    /// <exception cref="WarehouseException">The query fails; the message holds it.</exception>
    public IReadOnlyList<T> Query<T>(string sql, Func<IDataRecord, T> map, params ReadOnlySpan<object?> values)
    {
        try
        {
            using var connection = _connect();
            connection.Open();
            return connection.Query(sql, map, values);
        }
        catch (DuckDBException exception)
        {
            throw new WarehouseException($"Snapshot {Version}: {exception.Message} ({sql})", exception);
        }
    }

    /// <summary>Runs a query of ours whose rows are too many for a list: each is read as it is asked for.</summary>
    /// <param name="sql">As for <see cref="Query"/>.</param>
    /// <param name="map">Makes a record of a row.</param>
    /// <param name="values">The values; null is SQL's null.</param>
    public IEnumerable<T> Stream<T>(string sql, Func<IDataRecord, T> map, params object?[] values)
    {
        using var connection = _connect();
        connection.Open();
        foreach (var row in connection.Stream(sql, map, values))
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _anchor.Dispose();
}
