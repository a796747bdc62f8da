using Analytics.Domain;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Audit;

/// <summary>What the audit found, collected by its rules.</summary>
internal sealed class AuditResult(NormalText source)
{
    /// <summary>Identities that hold.</summary>
    public List<Check> Checks { get; } = [];

    /// <summary>Identities that do not hold, and wording that cannot be meant.</summary>
    public List<Discrepancy> Discrepancies { get; } = [];

    /// <summary>The normalised text.</summary>
    public NormalText Source { get; } = source;

    /// <summary>Adds something that does not agree; the first span is the stated figure.</summary>
    public void Add(
        string code,
        Severity severity,
        decimal? stated,
        decimal? computed,
        string message,
        IReadOnlyList<Span> spans
    ) =>
        Discrepancies.Add(
            new(
                code,
                severity,
                stated,
                computed,
                message,
                spans,
                Source.LocationOf(spans[0].Start),
                SentenceAt(spans[0])
            )
        );

    private string SentenceAt(Span span)
    {
        const int Farthest = 200;
        var text = Source.Text;
        var start = span.Start;
        while (start > 0 && span.Start - start < Farthest && text[start - 1] is not ('。' or '\n' or '；'))
        {
            start--;
        }

        var end = span.End;
        while (end < text.Length && end - span.End < Farthest && text[end] is not ('。' or '\n' or '；'))
        {
            end++;
        }

        return text[start..end];
    }
}
