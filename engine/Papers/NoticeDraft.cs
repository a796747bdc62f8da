using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>The draft of a quarter's notice (通报草稿): our words, the figures of the warehouse, and placeholders for what only a person can write.</summary>
/// <param name="Document">The document.</param>
/// <param name="Figures">Every figure in it, in its order: what reading it back has to give.</param>
public sealed record NoticeDraft(OfficialDocument Document, IReadOnlyList<DraftFigure> Figures)
{
    private const string Numerals = "一二三四五六七八九十";

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
        var sentences = new DraftSentences(snapshot, quarter);
        // First, for what is doubtful of a single figure is told there, and of the whole only what is left.
        var channels = sentences.Channels().ToList();
        List<DocumentBlock> blocks =
        [
            new DocumentParagraph(
                DraftTemplate.RunsOf(
                    $"现将{quarter.Chinese}政务公开、政府网站和政务新媒体的情况通报如下{(isSample ? "（示例数据，不是真实情况）" : "")}。"
                )
            ),
            new DocumentHeading(1, "一、总体情况"),
            .. sentences.Overall(),
            new DocumentHeading(1, "二、存在问题"),
        ];
        foreach (var (part, index) in channels.Select((part, index) => (part, index)))
        {
            blocks.Add(new DocumentHeading(2, $"（{Numerals[index]}）{part.Title}"));
            blocks.AddRange(part.Paragraphs);
        }

        blocks.Add(new DocumentHeading(1, "三、工作要求"));
        blocks.AddRange(template.Paragraphs);
        var appendix = Appendix(snapshot, quarter, rulebook, pictures, sentences);
        return new(
            new OfficialDocument(
                $"{issuer ?? "【发文单位】"}关于{quarter.Chinese}政务公开、政府网站、政务新媒体情况的通报",
                blocks
            )
            {
                RedHead = (issuer ?? "【发文单位】") + "文件",
                Number = new DocumentRun("【文号】") { IsPlaceholder = true },
                Addressees = "各镇人民政府、旗直各有关部门：",
                Signature = issuer ?? "【发文单位】",
                Date = new DocumentRun("【成文日期】") { IsPlaceholder = true },
                Appendix = appendix,
            },
            sentences.Figures
        );
    }

    private static List<DocumentBlock> Appendix(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        IReadOnlyList<DocumentPicture> pictures,
        DraftSentences sentences
    )
    {
        var rows = Ranking.Rank(snapshot, quarter, rulebook);
        var blocks = new List<DocumentBlock>();
        if (rows.Count > 0)
        {
            var names = Metrics
                .Units.All(snapshot)
                .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
            foreach (var (code, title) in Rulebooks.Groups(snapshot, rows[0].Rulebook))
            {
                var ranked = rows.Where(row => row.Group == code && row.Rank is not null).ToList();
                if (ranked.Count > 0)
                {
                    blocks.Add(new DocumentHeading(1, $"附件：{quarter.Chinese}排名（{title}）"));
                    blocks.Add(sentences.RankingTable(ranked, names));
                }
            }
        }

        blocks.AddRange(pictures);
        return blocks;
    }
}

/// <summary>A figure of a draft.</summary>
/// <param name="Channel">The channel; null where it has none.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Unit">The unit as written; null for the whole banner.</param>
/// <param name="Number">The number as printed.</param>
public sealed record DraftFigure(string? Channel, string Measure, string? Unit, decimal Number);
