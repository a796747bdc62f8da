using System.Globalization;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>The draft of a quarter's notice (通报草稿): our words, the figures of the warehouse, and placeholders for what only a person can write.</summary>
/// <param name="Document">The document.</param>
/// <param name="Figures">Every figure in it, in its order: what reading it back has to give.</param>
/// <param name="IsSample">Whether the quarter is sample data (示例数据).</param>
public sealed record NoticeDraft(OfficialDocument Document, IReadOnlyList<DraftFigure> Figures, bool IsSample)
{
    private const string Numerals = "一二三四五六七八九十";
    private const string SampleWords = "示例数据，不是真实情况";

    /// <summary>What stands above every page: that it is sample data, and why it cannot be sent yet; null where it can.</summary>
    /// <param name="reasons">Why it is a draft (草稿), in Chinese; none where the ranking is published and nothing is open.</param>
    public string? PageHeader(IReadOnlyList<string> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        var marks = new[]
        {
            IsSample ? SampleWords : null,
            reasons.Count > 0 ? $"草稿：{string.Join("；", reasons)}" : null,
        }.OfType<string>();
        return string.Join("　", marks) is { Length: > 0 } words ? words : null;
    }

    /// <summary>The first quarter of a trend that a paper about a quarter may show; null where there is nothing to compare.</summary>
    /// <remarks>A paper about real data shows no sample, not even marked: it is sent out, and pictures are cut out of it.</remarks>
    public static Quarter? TrendFrom(Snapshot snapshot, Quarter quarter)
    {
        var before = Quarters.All(snapshot).TakeWhile(known => known.Quarter != quarter).Reverse().ToList();
        var isSample = Quarters.All(snapshot).Any(known => known.Quarter == quarter && known.IsSample);
        return before.TakeWhile(known => known.IsSample == isSample).LastOrDefault()?.Quarter;
    }

    /// <summary>Makes it.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook of the ranking in the appendix; null for the one in effect.</param>
    /// <param name="template">The last part.</param>
    /// <param name="pictures">For the appendix.</param>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static NoticeDraft Of(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        DraftTemplate template,
        IReadOnlyList<DocumentPicture> pictures
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        var isSample = Quarters.All(snapshot).Any(known => known.Quarter == quarter && known.IsSample);
        var issuer = Notices.All(snapshot).FirstOrDefault(notice => notice.Issuer is not null)?.Issuer;
        var figures = new List<DraftFigure>();
        var doubts = new DraftDoubts(snapshot, quarter);
        var movements = new DraftMovements(snapshot, quarter);
        // First, for what is doubtful of a single figure is told there, and of the whole only what is left.
        var problems = Problems(snapshot, quarter, doubts, movements, figures);
        List<DocumentBlock> blocks =
        [
            new DocumentParagraph(
                $"现将{quarter.Chinese}政务公开、政府网站和政务新媒体的情况通报如下{(isSample ? $"（{SampleWords}）" : "")}。"
            ),
            new DocumentHeading(1, "一、总体情况"),
            Overall(snapshot, quarter, doubts, movements),
            new DocumentHeading(1, "二、存在问题"),
            .. problems,
            new DocumentHeading(1, "三、工作要求"),
            .. template.Paragraphs,
        ];
        return new(
            new OfficialDocument(
                $"{issuer}关于{quarter.Chinese}政务公开、政府网站、政务新媒体情况的通报{(isSample ? "（示例数据）" : "")}",
                blocks
            )
            {
                RedHead = OrPlaceholder(issuer, "文件"),
                Number = Placeholder("【文号】"),
                Addressees = Placeholder("【各镇人民政府、旗直各有关部门】："),
                Signature = OrPlaceholder(issuer, ""),
                Date = Placeholder("【成文日期】"),
                Attachments = [.. DraftAttachments.Of(snapshot, quarter, rulebook, pictures, figures)],
            },
            figures,
            isSample
        );
    }

    // A place for the office's own judgement, and for what is doubtful of no single figure.
    private static DocumentParagraph Overall(
        Snapshot snapshot,
        Quarter quarter,
        DraftDoubts doubts,
        DraftMovements movements
    ) =>
        new([
            new(movements.Words() is { Length: > 0 } words ? words : "本季度的检查情况分述如下。"),
            new("【补充总体评价】")
            {
                IsPlaceholder = true,
                Comments = [.. doubts.Rest(), .. LeftOut(snapshot, quarter)],
            },
        ]);

    private static List<DocumentBlock> Problems(
        Snapshot snapshot,
        Quarter quarter,
        DraftDoubts doubts,
        DraftMovements movements,
        List<DraftFigure> figures
    )
    {
        var inspections = new DraftInspections(snapshot, quarter, doubts, figures);
        var findings = new DraftFindings(snapshot, quarter, doubts, figures);
        var blocks = new List<DocumentBlock>();
        var number = 0;
        foreach (var channel in DraftMovements.Channels)
        {
            List<DocumentBlock> part =
            [
                .. inspections.Of(channel),
                .. findings.Of(channel, movements.ChangeOf(channel)),
                .. channel == Channel.Request ? new DraftRequests(snapshot, quarter, figures).All() : [],
                .. channel == Channel.Submission ? new DraftSubmissions(snapshot, quarter, doubts, figures).All() : [],
            ];
            if (part.Count > 0)
            {
                blocks.Add(new DocumentHeading(2, $"（{Numerals[number++]}）{Channel.NameOf(channel)}"));
                blocks.AddRange(part);
            }
        }

        return blocks;
    }

    // What the warehouse has and the draft has no sentence for.
    private static IEnumerable<string> LeftOut(Snapshot snapshot, Quarter quarter)
    {
        foreach (var row in Findings.ByChannel(snapshot, quarter))
        {
            if (!DraftMovements.Channels.Contains(row.Channel, StringComparer.Ordinal))
            {
                yield return $"另有没有注明渠道的问题{DraftWords.Count(row.FindingCount)}，没有写入草稿，请补写或者补充渠道。";
            }
        }

        var nobodys = new FigureFilter(Findings.NoUnit, null, null, null, []);
        if (Metrics.Figures.Vetoes(snapshot, quarter, nobodys) is { } vetoes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"另有没有列明单位的单项否决{vetoes}次，没有写入草稿，请补写或者补充单位。"
            );
        }
    }

    private static DocumentRun Placeholder(string words) => new(words) { IsPlaceholder = true };

    private static DocumentRun OrPlaceholder(string? issuer, string words) =>
        issuer is null ? Placeholder("【发文单位】" + words) : new(issuer + words);
}
