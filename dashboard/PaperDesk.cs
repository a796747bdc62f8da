using Analytics.Charts;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Ingest;
using Analytics.Ingest.Reference;
using Analytics.Metrics;
using Analytics.Papers;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What is sent out, and what comes back edited: drafts of notices and their audit. The same for the command line, the API and the page.</summary>
/// <param name="dataDirectory">The folder <c>data</c>, with templates and categories.</param>
/// <param name="font">What pictures are drawn with.</param>
internal sealed class PaperDesk(string dataDirectory, FontSearch font)
{
    /// <summary>Why drafts have no pictures; null where they have.</summary>
    public string? NoPictures => font.Problem;

    /// <summary>The texts for 工作要求 to choose from, as the folder has them now.</summary>
    /// <exception cref="NoticeFormatException">One of them is no template; the message says which and why.</exception>
    public IReadOnlyList<DraftTemplate> Templates() => DraftTemplate.All(dataDirectory);

    /// <summary>Writes the draft of a quarter's notice (通报草稿); the same data always give the same bytes.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the published one, else the one in effect.</param>
    /// <param name="template">The last part.</param>
    public DraftPaper Draft(Snapshot snapshot, Quarter quarter, string? rulebook, DraftTemplate template)
    {
        var assessment = Assessment.Of(snapshot, quarter, rulebook);
        var draft = NoticeDraft.Of(
            snapshot,
            quarter,
            assessment?.Rulebook.Id,
            template,
            [.. PicturesOf(snapshot, quarter, assessment)]
        );
        var bytes = Document.Write(
            draft.Document,
            new FileProperties(draft.Document.Title, assessment?.CutOff ?? DateTime.UnixEpoch)
            {
                PageHeader = draft.PageHeader(assessment?.Reasons ?? ["没有适用的评分规则，附件没有排名"]),
            }
        );
        return new(bytes, draft.Figures.Count);
    }

    /// <summary>Holds a notice against itself and, where asked, against a quarter's data; loads nothing.</summary>
    /// <param name="source">The notice's file.</param>
    /// <param name="against">The data and a loaded quarter of it; null for the notice alone.</param>
    /// <param name="rulebook">The rulebook that scores are held against; null for the published one, else the one in effect.</param>
    /// <exception cref="NoticeFormatException">It is a table, or no text of a notice.</exception>
    public NoticeAudit Audit(SourceFile source, (Snapshot Data, Quarter Quarter)? against, string? rulebook = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var notice = NoticeReader.Read(
            source as SourceText
                ?? throw new NoticeFormatException(
                    $"{source.FileName} 是数据表，不是通报。请用 load {source.FileName} --dry-run 或在“加载与批次”页试读。"
                )
        );
        return new(
            notice,
            against is { } held
                ? NoticeComparison.Of(
                    notice,
                    held.Data,
                    held.Quarter,
                    CategoryList.Load(Path.Combine(dataDirectory, "reference", "categories.csv")),
                    rulebook
                )
                : null
        );
    }

    // Without a font there are no pictures, and the tables say the same.
    private IEnumerable<DocumentPicture> PicturesOf(Snapshot snapshot, Quarter quarter, Assessment? assessment)
    {
        if (font.Font is null)
        {
            return [];
        }

        var renderer = new ChartRenderer(font.Font);
        var size = ChartPrint.Page;
        return (assessment?.Groups ?? [])
            .Select(group => ChartCatalog.Ranking(snapshot, quarter, assessment!.Rulebook.Id, group.Code, size: size))
            .Append(TrendOf(snapshot, quarter))
            .Append(ChartCatalog.Heatmap(snapshot, quarter, size: size))
            .OfType<Chart>()
            .Select(chart => new DocumentPicture(ChartPrint.ToPng(renderer, chart), chart.Summary));
    }

    private static Chart? TrendOf(Snapshot snapshot, Quarter quarter) =>
        NoticeDraft.TrendFrom(snapshot, quarter) is { } first
            ? ChartCatalog.Trend(
                snapshot,
                Trend.Metrics.Single(metric => metric.Name == "finding_count"),
                from: first,
                to: quarter,
                size: ChartPrint.Page
            )
            : null;
}

/// <summary>A draft as a file.</summary>
/// <param name="Bytes">The docx.</param>
/// <param name="FigureCount">How many figures it states.</param>
internal sealed record DraftPaper(byte[] Bytes, int FigureCount);
