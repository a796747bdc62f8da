using Analytics.Dashboard;
using Analytics.Query;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks.Queries;

/// <summary>A snapshot of everything in data/, for as long as a benchmark runs.</summary>
internal sealed class SnapshotFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;

    private SnapshotFile() { }

    /// <summary>The file.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Loads data/ into a new warehouse.</summary>
    public static SnapshotFile Make()
    {
        var made = new SnapshotFile();
        using var snapshot = new Workspace(made._folder, DataFolder.Path, TextWriter.Null).OpenSnapshot();
        made.Path = snapshot.FilePath;
        return made;
    }

    /// <summary>Workers as the server starts them.</summary>
    public QueryPool NewPool() => new(QueryWorkerCommand.Options(), () => Path);

    /// <summary>The file opened in this process, with as many threads as a worker has.</summary>
    public DuckDBConnection Connect()
    {
        var connection = new DuckDBConnection(
            $"DataSource={Path};access_mode=READ_ONLY;threads={QueryWorkerCommand.Options().Threads}"
        );
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
