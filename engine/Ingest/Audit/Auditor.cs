using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Checks a notice against itself. Stated and computed stand side by side; nothing is corrected.</summary>
internal static class Auditor
{
    /// <summary>Runs every rule over what was read.</summary>
    public static AuditResult Audit(ReadingState reading)
    {
        var result = new AuditResult(reading.Source);
        SumAudit.Run(reading, result);
        OutcomeAudit.Run(reading, result);
        RequestAudit.Run(reading, result);
        RateAudit.Run(reading, result);
        ChangeAudit.Run(reading, result);
        RestatementAudit.Run(reading, result);
        AttributionAudit.Run(reading, result);
        NumberingAudit.Run(reading, result);
        result.Discrepancies.Sort((left, right) => left.Spans[0].Start.CompareTo(right.Spans[0].Start));
        return result;
    }
}
