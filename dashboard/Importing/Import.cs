using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Importing;

/// <summary>Files that somebody wants to load, read and tried (预览); nothing is stored.</summary>
/// <param name="Sources">The files as the sources read them, kept so that another mapping needs no other upload.</param>
/// <param name="Quarter">The quarter of what does not say its own.</param>
/// <param name="By">Who loads them.</param>
/// <param name="Mappings">Mappings that a person gave.</param>
/// <param name="Files">The files as understood.</param>
/// <param name="Report">What a load would do.</param>
/// <param name="GoodRows">What a load of the good rows alone would do; null when nothing is refused, or no row is good.</param>
internal sealed record Import(
    IReadOnlyList<SourceFile> Sources,
    Quarter? Quarter,
    string By,
    IReadOnlyList<TableMapping> Mappings,
    IReadOnlyList<LoadFile> Files,
    LoadReport Report,
    LoadReport? GoodRows
)
{
    /// <summary>How many bytes were sent.</summary>
    public long Bytes => Sources.Sum(source => (long)source.Bytes.Length);

    /// <summary>Understands the files.</summary>
    /// <exception cref="NoticeFormatException">A file cannot be understood at all.</exception>
    public static IReadOnlyList<LoadFile> Understand(
        AnalyticsWarehouse warehouse,
        IReadOnlyList<SourceFile> sources,
        Quarter? quarter,
        IReadOnlyList<TableMapping> mappings
    ) =>
        [
            .. sources.Select(source =>
                LoadFile.Understand(
                    source,
                    new LoadFileOptions
                    {
                        Quarter = quarter,
                        Mappings = source is SourceTable ? mappings : [],
                        Remembered = warehouse.MappingFor,
                    }
                )
            ),
        ];

    /// <summary>Tries files that are understood.</summary>
    /// <exception cref="NoticeFormatException">The files contradict each other or the warehouse.</exception>
    public static Import Try(
        AnalyticsWarehouse warehouse,
        IReadOnlyList<SourceFile> sources,
        IReadOnlyList<LoadFile> files,
        Quarter? quarter,
        string by,
        IReadOnlyList<TableMapping> mappings
    )
    {
        var report = warehouse.Preview(files, by);
        var goodRows = report.IsRefused
            ? warehouse.Preview(files, by, new LoadOptions { AcceptGoodRows = true })
            : null;
        return new(sources, quarter, by, mappings, files, report, goodRows is { IsRefused: false } ? goodRows : null);
    }

    /// <summary>The refused rows of every sheet that has some.</summary>
    public IReadOnlyList<RefusedSheet> Refused() =>
        [.. Files.SelectMany(file => RefusedRows.Of(file, Report.Problems))];
}
