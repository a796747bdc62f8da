using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>依申请公开 of a draft, from the register: how many were dealt with, and how many late or at the last moment.</summary>
internal sealed class DraftRequests(Snapshot snapshot, Quarter quarter, List<DraftFigure> figures)
{
    private const string Late = "逾期答复";
    private const string OnLastDays = "临近期限才答复";

    /// <summary>A paragraph; none where the quarter has no register.</summary>
    public IReadOnlyList<DocumentBlock> All()
    {
        if (Requests.Counts(snapshot, quarter) is not { } counts)
        {
            return [];
        }

        var parts = Told(counts).Where(part => part.Count > 0).ToList();
        figures.AddRange(parts.Select(part => new DraftFigure(Channel.Request, Measure.Other, null, part.Count)));
        return [new DocumentParagraph(string.Concat(parts.Select((part, index) => Said(parts, index))) + "。")];
    }

    /// <summary>The words before each number; a notice held against the data is known by them.</summary>
    internal static IReadOnlyList<(string Words, long Count)> Told(RequestCounts counts) =>
        [
            ("办理依申请公开申请", counts.All),
            ("已答复", counts.Answered),
            (Late, counts.Late),
            (OnLastDays, counts.OnLastDays),
            ("尚在办理", counts.Open),
        ];

    // The late and the last-minute ones are among those that were answered.
    private static string Said(List<(string Words, long Count)> parts, int index)
    {
        var (words, count) = parts[index];
        var joint =
            index == 0 ? "本季度"
            : words is not (Late or OnLastDays) ? "，"
            : parts[index - 1].Words == Late ? "、"
            : "，其中";
        return $"{joint}{words}{DraftWords.Plain(count)}件";
    }
}
