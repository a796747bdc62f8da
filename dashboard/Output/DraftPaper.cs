using Analytics.Charts;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Papers;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>The draft of a quarter's notice (通报草稿) as a file.</summary>
/// <param name="Bytes">The docx.</param>
/// <param name="FigureCount">How many figures it states.</param>
/// <param name="NoPictures">Why it has no pictures; null where it has.</param>
internal sealed record DraftPaper(byte[] Bytes, int FigureCount, string? NoPictures)
{
    /// <summary>Writes it; the same data always give the same bytes.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the published one, else the one in effect.</param>
    /// <param name="template">The last part.</param>
    /// <param name="font">What pictures are drawn with.</param>
    public static DraftPaper Of(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        DraftTemplate template,
        FontSearch font
    )
    {
        ArgumentNullException.ThrowIfNull(font);
        var assessment = Assessment.Of(snapshot, quarter, rulebook);
        var draft = NoticeDraft.Of(
            snapshot,
            quarter,
            assessment?.Rulebook.Id,
            template,
            [.. PicturesOf(snapshot, quarter, assessment, font)]
        );
        return new(
            Document.Write(
                draft.Document,
                new FileProperties(draft.Document.Title, assessment?.CutOff ?? DateTime.UnixEpoch)
                {
                    PageHeader = draft.PageHeader(assessment?.Reasons ?? ["没有适用的评分规则，附件没有排名"]),
                }
            ),
            draft.Figures.Count,
            font.Problem
        );
    }

    /// <summary>The template of a name.</summary>
    /// <param name="dataDirectory">The folder <c>data</c>.</param>
    /// <param name="name">Its name; null for the standard one.</param>
    /// <param name="known">All that there are, for a list to choose from.</param>
    /// <returns>Null when there is none of that name.</returns>
    public static DraftTemplate? TemplateOf(string dataDirectory, string? name, out IReadOnlyList<DraftTemplate> known)
    {
        known = DraftTemplate.All(dataDirectory);
        return known.FirstOrDefault(template => template.Name == (name ?? DraftTemplate.Standard));
    }

    // Without a font there are no pictures, and the tables say the same.
    private static IEnumerable<DocumentPicture> PicturesOf(
        Snapshot snapshot,
        Quarter quarter,
        Assessment? assessment,
        FontSearch font
    )
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
