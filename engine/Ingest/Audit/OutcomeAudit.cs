using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Outcomes against what they are outcomes of: 合格 + 不合格 = 检查, 已整改 + 未整改 = 通报的, 检查 ≤ 现有.</summary>
internal static class OutcomeAudit
{
    /// <summary>Checks sentence by sentence.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (var sentence in reading.Drafts.Where(IsWhole).GroupBy(draft => draft.Sentence))
        {
            var drafts = sentence.ToList();
            foreach (
                var channel in drafts.Select(draft => draft.Fact.Channel).Distinct(StringComparer.Ordinal).ToList()
            )
            {
                var own = drafts.FindAll(draft =>
                    draft.Fact.Channel == channel
                    && (draft.Fact.Unit is null || draft.Fact.Measure is Measure.Rectified or Measure.Unrectified)
                );
                Add(result, own, Measure.Inspected, Measure.Passed, Measure.Failed);
                Rectification(reading, result, own);
            }
        }

        Samples(reading, result);
    }

    private static bool IsWhole(Draft draft) =>
        draft is { Total: null, Fact: { CountImplied: false, Count: not null, Group: null, Account: null } };

    private static void Add(AuditResult result, List<Draft> drafts, string whole, string first, string second)
    {
        if (Only(drafts, whole) is { } total && Only(drafts, first) is { } one && Only(drafts, second) is { } other)
        {
            Compare(result, total, one, other);
        }
    }

    // 通报的118处，已整改112处，尚未整改6处: of the last number before them.
    private static void Rectification(ReadingState reading, AuditResult result, List<Draft> drafts)
    {
        if (Only(drafts, Measure.Rectified) is not { } done || Only(drafts, Measure.Unrectified) is not { } open)
        {
            return;
        }

        var first = Math.Min(drafts.IndexOf(done), drafts.IndexOf(open));
        var total =
            first > 0 ? drafts[first - 1]
            : drafts.Count == 2 ? Before(reading, done.Fact.Span.Start < open.Fact.Span.Start ? done : open)
            : null;
        if (total is not null && IsFinding(total))
        {
            Compare(result, total, done, open);
        }
    }

    // 监测到错敏信息17条，其中…。已整改16条，未整改1条: the one total of the sentence before.
    private static Draft? Before(ReadingState reading, Draft done)
    {
        var found = reading.Drafts.FindAll(draft =>
            draft.Paragraph == done.Paragraph
            && draft.Sentence == done.Sentence - 1
            && draft.Fact.Channel == done.Fact.Channel
            && draft.Fact.Period == done.Fact.Period
            && IsWhole(draft)
            && IsFinding(draft)
        );
        return found is [var only] ? only : null;
    }

    private static bool IsFinding(Draft draft) =>
        draft.Fact.Measure
            is Measure.Issues
                or Measure.Failed
                or Measure.AccountsWithIssue
                or Measure.SitesWithIssue
                or Measure.UnitsWithIssue;

    private static void Compare(AuditResult result, Draft total, Draft one, Draft other)
    {
        var stated = total.Fact.Count!.Value;
        var sum = one.Fact.Count!.Value + other.Fact.Count!.Value;
        List<Span> spans = [total.Fact.Span, one.Fact.Span, other.Fact.Span];
        var parts =
            $"{Wording.Number(one.Fact.Count.Value)} + {Wording.Number(other.Fact.Count.Value)} = {Wording.Number(sum)}";
        if (sum == stated)
        {
            result.Checks.Add(
                new($"{Wording.Name(total.Fact)} {Wording.Number(stated)}，与 {parts} 一致。", stated, sum, spans)
            );
        }
        else
        {
            result.Add(
                DiscrepancyCode.SumMismatch,
                sum > stated ? Severity.Error : Severity.Doubtful,
                stated,
                sum,
                $"{Wording.Name(total.Fact)}写为 {Wording.Number(stated)}，而 {parts}，两者不一致，请核对原表。",
                spans
            );
        }
    }

    // 全县账号21个，抽查28个: more than there are.
    private static void Samples(ReadingState reading, AuditResult result)
    {
        foreach (var channel in (string[])[Channel.Website, Channel.NewMedia])
        {
            var whole = reading.Drafts.FindAll(draft =>
                IsWhole(draft) && draft.Fact.Channel == channel && draft.Fact.Platform is null
            );
            var stocks = whole.FindAll(draft => draft.Fact.Measure is Measure.Sites or Measure.Accounts);
            if (stocks is not [{ Fact: { Count: { } stock, Period: var period } } only])
            {
                continue;
            }

            foreach (
                var sample in whole.Where(draft =>
                    draft.Fact.Measure == Measure.Inspected
                    && draft.Fact.Period == period
                    && draft.Fact.Span.Start > only.Fact.Span.Start
                )
            )
            {
                if (sample.Fact.Count > stock)
                {
                    result.Add(
                        DiscrepancyCode.PartExceedsWhole,
                        Severity.Doubtful,
                        sample.Fact.Count,
                        stock,
                        $"{Wording.Name(sample.Fact)}为 {Wording.Number(sample.Fact.Count.Value)}，大于{Wording.Name(only.Fact)} {Wording.Number(stock)}，请核对范围是否相同。",
                        [sample.Fact.Span, only.Fact.Span]
                    );
                }
                else if (sample.Fact.Rate is { } share && sample.Paragraph == only.Paragraph && stock > 0)
                {
                    Share(result, sample, only, share);
                }
            }
        }
    }

    private static void Share(AuditResult result, Draft sample, Draft stock, decimal share)
    {
        var computed = sample.Fact.Count!.Value * 100m / stock.Fact.Count!.Value;
        var unit = share == decimal.Truncate(share) ? 1m : 0.1m;
        if (Math.Abs(computed - share) > unit)
        {
            result.Add(
                DiscrepancyCode.RateMismatch,
                Severity.Doubtful,
                share,
                computed,
                $"抽查比例写为 {Wording.Number(share)}%，而 {Wording.Number(sample.Fact.Count.Value)} ÷ {Wording.Number(stock.Fact.Count.Value)} = {Wording.Rounded(computed, 2)}%，请核对。",
                [sample.Fact.Span, stock.Fact.Span]
            );
        }
    }

    private static Draft? Only(List<Draft> drafts, string measure)
    {
        var found = drafts.FindAll(draft => draft.Fact.Measure == measure && draft.Fact.Platform is null);
        return found is [var only] ? only : null;
    }
}
