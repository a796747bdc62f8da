using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>The same quantity stated more than once (重复表述) must have one figure.</summary>
internal static class RestatementAudit
{
    /// <summary>Checks every quantity that was stated again.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (var draft in reading.Drafts)
        {
            if (draft.Restatements.Count == 0 || draft.Fact.Count is not { } stated)
            {
                continue;
            }

            foreach (var (span, value) in draft.Restatements.Where(again => again.Value != stated))
            {
                result.Add(
                    DiscrepancyCode.RestatedDifferently,
                    Severity.Error,
                    value,
                    stated,
                    $"{Wording.Name(draft.Fact)}这里写为 {Wording.Number(value)}，而{draft.Fact.Location}写为 {Wording.Number(stated)}，同一数字前后不一。",
                    [span, draft.Fact.Span]
                );
            }

            if (draft.Restatements.TrueForAll(again => again.Value == stated))
            {
                result.Checks.Add(
                    new(
                        $"{Wording.Name(draft.Fact)} {Wording.Number(stated)} 在文中出现 {draft.Restatements.Count + 1} 次，前后一致。",
                        stated,
                        stated,
                        [draft.Fact.Span, .. draft.Restatements.Select(again => again.Span)]
                    )
                );
            }
        }
    }
}
