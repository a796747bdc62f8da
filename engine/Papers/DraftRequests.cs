using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>依申请公开 of a draft, from the register: how many were dealt with, and how many late or at the last moment.</summary>
internal sealed class DraftRequests(Snapshot snapshot, Quarter quarter, List<DraftFigure> figures)
{
    /// <summary>A paragraph; none where the quarter has no register.</summary>
    public IReadOnlyList<DocumentBlock> All()
    {
        if (Requests.Counts(snapshot, quarter) is not { } counts)
        {
            return [];
        }

        var words = Said("本季度办理依申请公开申请", counts.All);
        if (counts.Answered > 0)
        {
            words += Said("，已答复", counts.Answered);
            var late = Told("逾期答复", counts.Late);
            var last = Told("临近期限才答复", counts.OnLastDays);
            var worst = string.Join('、', new[] { late, last }.Where(clause => clause.Length > 0));
            words += worst.Length > 0 ? $"，其中{worst}" : "";
        }

        words += Told("，尚在办理", counts.Open);
        return [new DocumentParagraph(words + "。")];
    }

    private string Told(string words, long count) => count > 0 ? Said(words, count) : "";

    private string Said(string words, long count)
    {
        figures.Add(new(Channel.Request, Measure.Other, null, count));
        return $"{words}{DraftWords.Plain(count)}件";
    }
}
