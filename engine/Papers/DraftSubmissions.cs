using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>信息报送 of a draft: submitted, adopted, the rate and its change in percentage points, by who received it.</summary>
internal sealed class DraftSubmissions(
    Snapshot snapshot,
    Quarter quarter,
    DraftDoubts doubts,
    List<DraftFigure> figures
)
{
    /// <summary>A paragraph for each receiver; none where the quarter states nothing.</summary>
    public IReadOnlyList<DocumentBlock> All() => [.. Adoption.Of(snapshot, quarter).SelectMany(Of)];

    private IEnumerable<DocumentBlock> Of(AdoptionRow row)
    {
        var target = row.TargetWords ?? InspectionLevel.NameOf(row.Target);
        var clauses = new List<IReadOnlyList<DocumentRun>>();
        if (row.SubmittedCount is { } submitted)
        {
            clauses.Add(Clause($"全旗向{target}报送信息", submitted, Measure.Submitted, target));
        }

        if (row.AdoptedCount is { } adopted)
        {
            clauses.Add(Clause("被采用", adopted, Measure.Adopted, target));
        }

        if (row.AdoptionRate is { } rate)
        {
            clauses.AddRange(Rate(row, DraftWords.Rounded(rate * 100, 1), target));
        }

        if (clauses.Count > 0)
        {
            yield return new DocumentParagraph(Joined(clauses));
        }

        if (row.PushedCount is { } pushed)
        {
            yield return new DocumentParagraph(
                Joined([Clause($"全旗向{target}推送信息", pushed, Measure.Pushed, target)])
            );
        }
    }

    private List<DocumentRun> Clause(string words, long count, string measure, string target)
    {
        figures.Add(new(Channel.Submission, measure, null, count) { Target = target });
        return
        [
            new(words),
            new(DraftWords.Count(count)) { Comments = doubts.About(count, Channel.Submission, null, measure) },
        ];
    }

    // A change only where the metric gives one: never without a base, and never between sample and real data.
    private IEnumerable<IReadOnlyList<DocumentRun>> Rate(AdoptionRow row, decimal percent, string target)
    {
        var changed = Measure.ChangeOf(Measure.AdoptionRate);
        figures.Add(
            new(Channel.Submission, Measure.AdoptionRate, null, percent)
            {
                Target = target,
                Numerator = row.AdoptedCount,
                Denominator = row.SubmittedCount,
            }
        );
        yield return
        [
            new("采用率为"),
            new($"{DraftWords.Plain(percent)}%")
            {
                Comments = doubts.About(percent, Channel.Submission, null, Measure.AdoptionRate, changed),
            },
        ];
        if (row.ChangePp is not { } change)
        {
            yield break;
        }

        var points = DraftWords.Rounded(change, 1);
        if (points == 0)
        {
            yield return [new("与上季度基本持平")];
            yield break;
        }

        figures.Add(new(Channel.Submission, changed, null, points) { Target = target });
        yield return [new($"比上季度{(points < 0 ? "下降" : "提高")}{DraftWords.Plain(Math.Abs(points))}个百分点")];
    }

    private static List<DocumentRun> Joined(IReadOnlyList<IReadOnlyList<DocumentRun>> clauses)
    {
        var runs = new List<DocumentRun>();
        foreach (var clause in clauses)
        {
            runs.AddRange(runs.Count == 0 ? clause : [new("，"), .. clause]);
        }

        return [.. runs, new("。")];
    }
}
