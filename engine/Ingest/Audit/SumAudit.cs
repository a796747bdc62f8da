using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Parts against totals (明细与合计): a complete list adds up, a part is not larger than its whole.</summary>
internal static class SumAudit
{
    /// <summary>Checks every split.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (var frame in reading.Frames.All)
        {
            foreach (
                var split in frame.Parts.GroupBy(
                    part => part.Total,
                    part => part.Part,
                    ReferenceEqualityComparer.Instance
                )
            )
            {
                var (total, parts) = ((Draft)split.Key!, split.ToList());
                if (!IsOfSeveral(reading, total, parts))
                {
                    ByDimension(total, parts).ForEach(some => Check(result, frame, total, some));
                }
            }
        }

        foreach (var draft in reading.Drafts)
        {
            if (
                draft.Within is { IsTemplate: false, Fact.Count: { } whole } within
                && draft.Fact.Count is { } part
                && part > whole
            )
            {
                result.Add(
                    DiscrepancyCode.PartExceedsWhole,
                    Severity.Error,
                    part,
                    whole,
                    $"{Wording.Name(draft.Fact)}为 {Wording.Number(part)}，大于它所属的{Wording.Name(within.Fact)} {Wording.Number(whole)}。",
                    [draft.Fact.Span, within.Fact.Span]
                );
            }
        }
    }

    // 微信8个、微博6个；甲市9个、乙市5个: the same total, by platform and again by unit.
    private static List<List<Draft>> ByDimension(Draft total, List<Draft> parts)
    {
        var dimensions = parts
            .GroupBy(part =>
                (part.Fact.Platform is not null, part.Fact.Unit is not null || part.Fact.Group is not null)
            )
            .Select(group => group.ToList())
            .ToList();
        return
            dimensions.Count == 2
            && dimensions.TrueForAll(some => some.Count > 1)
            && dimensions.Exists(some => some.TrueForAll(part => part.Fact.Platform is not null))
            && parts.Sum(part => part.Fact.Count ?? 0) > total.Fact.Count
            && dimensions.TrueForAll(some => some.Sum(part => part.Fact.Count ?? 0) <= total.Fact.Count)
            ? dimensions
            : [parts];
    }

    // 留言36件…；来信58封。按承办单位分：…: the list may split several totals of the sentence at once.
    private static bool IsOfSeveral(ReadingState reading, Draft total, List<Draft> parts)
    {
        var sum = parts.Sum(part => part.Fact.Count ?? 0);
        var totals = reading
            .InSentence(total.Sentence)
            .Where(draft =>
                draft.Total is null
                && draft.Fact.Measure == total.Fact.Measure
                && draft.Fact.Channel == total.Fact.Channel
                && !draft.Fact.CountImplied
            )
            .ToList();
        // 来信553件，其中有效497件。按类型分：…: the list is of one of them.
        var isOfPart =
            total.Fact.Measure == Measure.Messages
            && reading
                .InSentence(total.Sentence)
                .Any(draft => draft.Fact.Measure == Measure.Messages && draft.Fact.Count == sum);
        return isOfPart
            || (totals.Count > 1 && sum != total.Fact.Count && totals.Sum(draft => draft.Fact.Count ?? 0) == sum);
    }

    private static void Check(AuditResult result, Frame frame, Draft total, List<Draft> parts)
    {
        if (total.Fact.Count is not { } stated || parts.Exists(part => part.Fact.Count is null))
        {
            return;
        }

        var sum = parts.Sum(part => part.Fact.Count!.Value);
        List<Span> spans = [total.Fact.Span, .. parts.Select(part => part.Fact.Span)];
        if (parts.Find(part => part.Fact.Count > stated) is { } tooLarge)
        {
            result.Add(
                DiscrepancyCode.PartExceedsWhole,
                Severity.Error,
                tooLarge.Fact.Count,
                stated,
                $"{Wording.Name(tooLarge.Fact)}为 {Wording.Number(tooLarge.Fact.Count!.Value)}，大于它所属的合计 {Wording.Number(stated)}。",
                [tooLarge.Fact.Span, total.Fact.Span]
            );
        }
        else if (sum == stated)
        {
            result.Checks.Add(
                new(
                    parts.Count == 1
                        ? $"{Wording.Name(total.Fact)} {Wording.Number(stated)}，与所列 {Wording.Number(sum)} 一致。"
                        : $"{Wording.Name(total.Fact)}合计 {Wording.Number(stated)}，与所列 {parts.Count} 项之和一致。",
                    stated,
                    sum,
                    spans
                )
            );
        }
        else if (sum > stated || IsComplete(frame, parts))
        {
            result.Add(
                DiscrepancyCode.SumMismatch,
                sum > stated || frame.Kind != FrameKind.OfWhich ? Severity.Error : Severity.Doubtful,
                stated,
                sum,
                Message(total.Fact, stated, sum, parts),
                spans
            );
        }
    }

    // 其中 may name some of several; a list of two or one proves nothing, an open list (等) neither.
    private static bool IsComplete(Frame frame, List<Draft> parts) =>
        !frame.IsCut
        && !frame.HasUnnumbered
        && !frame.IsSelective
        && (frame.Kind != FrameKind.Bracket || parts.Count > 1)
        && (
            frame.Kind != FrameKind.OfWhich
            || (parts.Count >= 3 && parts.TrueForAll(part => part.Fact.Platform is not null))
            || IsNearlyWhole(parts)
        );

    // 其中部门642条、乡镇463条 of 1106: classes that leave next to nothing over were meant to be all.
    private static bool IsNearlyWhole(List<Draft> parts)
    {
        var stated = parts[0].Total?.Fact.Count ?? 0;
        var gap = stated - parts.Sum(part => part.Fact.Count!.Value);
        var areClasses = parts.TrueForAll(part => part.Fact.Unit is null && part.Fact.Account is null);
        return parts.Count > 1 && gap <= (areClasses ? Math.Max(3m, stated / 4m) : stated / 10m);
    }

    private static string Message(Fact total, decimal stated, decimal sum, List<Draft> parts)
    {
        var difference = Math.Abs(sum - stated);
        var message =
            $"{Wording.Name(total)}写明共计 {Wording.Number(stated)}，所列 {parts.Count} 项相加为 {Wording.Number(sum)}，"
            + $"{(sum > stated ? "多" : "少")} {Wording.Number(difference)}。";
        var groups = parts
            .Where(part => part.Fact.Group is not null)
            .GroupBy(part => part.Fact.Group!, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {Wording.Number(group.Sum(part => part.Fact.Count!.Value))}")
            .ToList();
        return groups.Count == 2
            ? $"{message}其中{string.Join("，", groups)}；无法判断哪一个数字有误，请核对原表。"
            : $"{message}请核对原表。";
    }
}
