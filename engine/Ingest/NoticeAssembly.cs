using Analytics.Domain;
using Analytics.Ingest.Audit;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest;

/// <summary>Drafts to a notice: facts in the order of the text, splits by index, the audit.</summary>
internal static class NoticeAssembly
{
    /// <summary>Assembles and audits.</summary>
    public static Notice Assemble(ReadingState reading)
    {
        // Facts that share a number (甲局、乙局各1条) keep the order in which they were read.
        var ordered = reading.Drafts.OrderBy(draft => draft.Fact.Span.Start).ToList();
        var index = new Dictionary<Draft, int>(ordered.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < ordered.Count; i++)
        {
            index[ordered[i]] = i;
        }

        var breakdowns = reading
            .Frames.All.SelectMany(frame =>
                frame.Parts.GroupBy(part => part.Total, part => part.Part, ReferenceEqualityComparer.Instance)
            )
            .Select(split => new Breakdown(index[(Draft)split.Key!], [.. split.Select(part => index[part])]))
            .OrderBy(breakdown => breakdown.Total)
            .ThenBy(breakdown => breakdown.Parts[0])
            .ToList();
        var findings = Auditor.Audit(reading);
        return new(
            reading.Source.Text,
            reading.Head.Document,
            ordered.ConvertAll(draft => draft.Fact),
            breakdowns,
            findings.Checks,
            findings.Discrepancies,
            reading.Unrecognised
        );
    }
}
