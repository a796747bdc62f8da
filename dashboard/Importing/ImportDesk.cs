using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Dashboard.Serving;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Analytics.Dashboard.Importing;

/// <summary>Uploads that wait to be confirmed: a few, not too large, and not for long.</summary>
/// <param name="warehouse">Where they are tried and loaded.</param>
/// <param name="snapshots">What readers see; switched by a load.</param>
/// <param name="reader">Reads what was sent.</param>
/// <param name="clock">Tells how long they wait.</param>
/// <param name="logger">Is told what was loaded, in numbers.</param>
internal sealed partial class ImportDesk(
    AnalyticsWarehouse warehouse,
    SnapshotHolder snapshots,
    ISourceReader reader,
    TimeProvider clock,
    ILogger<ImportDesk> logger
)
{
    private const int MaxWaiting = 20;
    private const long MaxBytes = 256L * 1024 * 1024;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();

    // One change of a waiting upload after the other; the warehouse has one writer anyway.
    private readonly Lock _changing = new();
    private readonly Dictionary<string, WaitingImport> _waiting = new(StringComparer.Ordinal);

    /// <summary>Reads and tries files.</summary>
    /// <exception cref="NoticeFormatException">A file cannot be read, or the files contradict each other.</exception>
    public WaitingImport Preview(
        IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> sent,
        Quarter? quarter,
        string by,
        IReadOnlyList<TableMapping> mappings,
        CancellationToken cancel
    )
    {
        var sources = sent.Select(file => reader.Read(file.Name, file.Bytes, cancel)).ToList();
        var made = Try(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), sources, quarter, by, mappings);
        Keep(made);
        return made;
    }

    /// <summary>An upload that waits or was loaded; null when there is none, or it has waited too long.</summary>
    public WaitingImport? Find(string id)
    {
        lock (_gate)
        {
            return _waiting.TryGetValue(id, out var waiting) && clock.GetUtcNow() - waiting.At <= s_patience
                ? waiting
                : null;
        }
    }

    /// <summary>Reads the columns otherwise and tries again.</summary>
    /// <exception cref="NoticeFormatException">Nothing can be read that way; the preview stays as it was.</exception>
    public WaitingImport Remap(WaitingImport waiting, IReadOnlyList<TableMapping> mappings)
    {
        lock (_changing)
        {
            var import = waiting.Import;
            var again = Try(waiting.Id, import.Sources, import.Quarter, import.By, mappings);
            Keep(again);
            return again;
        }
    }

    /// <summary>Tries again what the warehouse may read otherwise now, for example after a decision on a name.</summary>
    public WaitingImport Again(WaitingImport waiting) => Remap(waiting, waiting.Import.Mappings);

    /// <summary>Loads an upload, once, if that still does what the preview said.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="acceptGoodRows">Whether good rows may go without the others.</param>
    /// <exception cref="NoticeFormatException">A file is refused; nothing was loaded.</exception>
    public (LoadReport? Report, ProblemHttpResult? Problem) Confirm(string id, bool acceptGoodRows)
    {
        lock (_changing)
        {
            if (Find(id) is not { } waiting)
            {
                return (null, Problems.NoPreview(id));
            }

            if (waiting.Loaded is { } loaded)
            {
                return (null, Problems.ImportLoaded(id, loaded.BatchId));
            }

            if (Version() != waiting.Version)
            {
                var again = Again(waiting);
                if (!SaysTheSame(again.Import, waiting.Import))
                {
                    return (null, Problems.StaleImport(id));
                }
            }

            warehouse.Classifier.EnsureFor(waiting.Import.Files, waiting.Import.By);
            var report = warehouse.Load(
                waiting.Import.Files,
                waiting.Import.By,
                new LoadOptions { AcceptGoodRows = acceptGoodRows }
            );
            if (report.BatchId is not null)
            {
                snapshots.Refresh();
                LogLoaded(logger, report.BatchId.Value, waiting.Import.Files.Count);
            }

            Keep(waiting with { Loaded = report });
            return (report, null);
        }
    }

    private WaitingImport Try(
        string id,
        IReadOnlyList<SourceFile> sources,
        Quarter? quarter,
        string by,
        IReadOnlyList<TableMapping> mappings
    )
    {
        var version = Version();
        var files = Import.Understand(warehouse, sources, quarter, mappings);
        return new(id, Import.Try(warehouse, sources, files, quarter, by, mappings), version, clock.GetUtcNow());
    }

    private void Keep(WaitingImport made)
    {
        lock (_gate)
        {
            _waiting.Remove(made.Id);
            var bytes = made.Import.Bytes;
            foreach (
                var (old, index) in _waiting
                    .Values.OrderByDescending(one => one.At)
                    .Select((one, i) => (one, i))
                    .ToList()
            )
            {
                bytes += old.Import.Bytes;
                if (made.At - old.At > s_patience || index >= MaxWaiting - 1 || bytes > MaxBytes)
                {
                    _waiting.Remove(old.Id);
                }
            }

            _waiting[made.Id] = made;
        }
    }

    private string Version()
    {
        using var data = snapshots.Rent();
        return data.Snapshot.Version;
    }

    private static bool SaysTheSame(Import left, Import right) =>
        JsonSerializer.Serialize(left.Report) == JsonSerializer.Serialize(right.Report)
        && JsonSerializer.Serialize(left.GoodRows) == JsonSerializer.Serialize(right.GoodRows);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Batch {Batch} loaded, {Files} files")]
    private static partial void LogLoaded(ILogger logger, long batch, int files);
}

/// <summary>An upload that waits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Import">The files and what a load would do.</param>
/// <param name="Version">The version of the data they were tried against.</param>
/// <param name="At">When.</param>
internal sealed record WaitingImport(string Id, Import Import, string Version, DateTimeOffset At)
{
    /// <summary>What its load did; null while it waits.</summary>
    public LoadReport? Loaded { get; init; }
}
