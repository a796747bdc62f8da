using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Problems that no unit answers for (未列明单位), and vetoes of units without any finding.</summary>
internal static class AttributionAudit
{
    /// <summary>Checks attribution; only where the notice lists units elsewhere, so that totals alone raise no alarm.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        var units = reading
            .Drafts.Where(draft => draft.Fact.Measure == Measure.Issues && draft.Fact.Unit is not null)
            .ToList();
        var partlyListed = PartlyListed(reading, units);
        var totals = reading.Drafts.Select(draft => draft.Total).ToHashSet(ReferenceEqualityComparer.Instance);
        var withFinding = units.Select(draft => (draft.Fact.Channel, draft.Fact.Unit)).ToHashSet();
        var channels = units
            .CountBy(draft => draft.Fact.Channel ?? "", StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        foreach (var draft in reading.Drafts)
        {
            if (
                IsUnattributed(draft)
                && !totals.Contains(draft)
                && draft.Within is null
                && partlyListed.Contains((draft.Paragraph, draft.Fact.Channel))
            )
            {
                var count = draft.Fact.Count!.Value;
                result.Add(
                    DiscrepancyCode.UnattributedTotal,
                    Severity.Doubtful,
                    count,
                    0,
                    $"{Wording.Name(draft.Fact)} {Wording.Number(count)} 条没有列明涉及的单位，而同一部分的其他问题都列了单位；这些问题无法计入任何单位。",
                    [draft.Fact.Span]
                );
            }

            if (
                draft.Fact is { Measure: Measure.Veto, Unit: { } unit, Count: > 0 } veto
                && channels.GetValueOrDefault(veto.Channel ?? "") > 1
                && !withFinding.Contains((veto.Channel, unit))
                && !IsSaidToBeApart(reading, veto)
            )
            {
                result.Add(
                    DiscrepancyCode.VetoWithoutFinding,
                    Severity.Doubtful,
                    veto.Count,
                    0,
                    $"“{unit}”被单项否决 {Wording.Number(veto.Count!.Value)} 次，但{Channel.NameOf(veto.Channel ?? "")}问题清单中没有该单位，请核对是否漏列。",
                    [veto.Span]
                );
            }
        }
    }

    // Who writes that the unit is not among those listed (不在上述单位之列) has looked.
    private static bool IsSaidToBeApart(ReadingState reading, Fact veto)
    {
        const int Near = 24;
        var end = Math.Min(reading.Source.Text.Length, veto.Span.End + Near);
        var after = reading.Source.Text[veto.Span.End..end];
        var clause = after.IndexOfAny(['，', '。', '；']) is >= 0 and var stop ? after[..stop] : after;
        return clause.Contains("之列", StringComparison.Ordinal);
    }

    // Where at least as many totals are listed by unit as are not; some that are named (其中) prove nothing of the others.
    private static HashSet<(int Paragraph, string? Channel)> PartlyListed(ReadingState reading, List<Draft> units)
    {
        var all = reading
            .Drafts.Where(draft => IsUnattributed(draft) && draft.Within is null)
            .CountBy(draft => (draft.Paragraph, draft.Fact.Channel))
            .ToDictionary();
        return units
            .Where(draft => draft is { Total: not null, PartOf: not { Kind: FrameKind.OfWhich } })
            .Select(draft => WholeOf(draft.Total!))
            .Distinct()
            .Where(total => total is { IsTemplate: false, Total: null, Within: null })
            .CountBy(total => (total.Paragraph, total.Fact.Channel))
            .Where(listed => 2 * listed.Value >= all.GetValueOrDefault(listed.Key))
            .Select(listed => listed.Key)
            .ToHashSet();
    }

    // 14条，其中…3条、…11条: where all parts are listed the total is; 其中严重6条 is not the whole of 93.
    private static Draft WholeOf(Draft listed)
    {
        var whole = listed;
        while (
            whole is { Total: { } parent, PartOf: { } frame }
            && frame.Parts.Where(part => ReferenceEquals(part.Total, parent)).Sum(part => part.Part.Fact.Count)
                == parent.Fact.Count
        )
        {
            whole = parent;
        }

        return whole;
    }

    private static bool IsUnattributed(Draft draft) =>
        draft.Fact is { Measure: Measure.Issues, Unit: null, Group: null, Count: > 0 } && draft.Total is null;
}
