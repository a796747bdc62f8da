using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Disclosure on request (依申请公开): 本年新收 + 上年结转 = 办理结果总计 + 结转下年.</summary>
internal static class RequestAudit
{
    private static readonly string[] s_received = ["新收", "收到", "受理", "接收"];
    private static readonly string[] s_done = ["办结", "答复", "办理完毕", "已办理"];

    /// <summary>Checks every sentence that states all four figures once.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (
            var sentence in reading
                .Drafts.Where(draft =>
                    draft is { Total: null, Fact: { Channel: Channel.Request, Count: not null, CountImplied: false } }
                )
                .GroupBy(draft => draft.Sentence)
        )
        {
            var byRole = sentence.ToLookup(draft => RoleOf(draft.Fact.Words));
            if (
                Only(byRole[Role.Received]) is { } received
                && Only(byRole[Role.CarriedIn]) is { } before
                && Only(byRole[Role.Done]) is { } done
                && Only(byRole[Role.CarriedOut]) is { } after
            )
            {
                Compare(result, (received, before), (done, after));
            }
        }
    }

    private static void Compare(AuditResult result, (Draft One, Draft Other) into, (Draft One, Draft Other) outOf)
    {
        var (stated, computed) = (Sum(into), Sum(outOf));
        List<Span> spans = [into.One.Fact.Span, into.Other.Fact.Span, outOf.One.Fact.Span, outOf.Other.Fact.Span];
        var sums =
            $"新收与结转 {Terms(into)} = {Wording.Number(stated)}，办结与结转下期 {Terms(outOf)} = {Wording.Number(computed)}";
        if (stated == computed)
        {
            result.Checks.Add(new($"依申请公开收支平衡：{sums}。", stated, computed, spans));
            return;
        }

        result.Add(
            DiscrepancyCode.SumMismatch,
            Severity.Error,
            stated,
            computed,
            $"依申请公开收支不平衡：{sums}，相差 {Wording.Number(Math.Abs(stated - computed))}，请核对原表。",
            spans
        );
    }

    // 上年结转 comes in; 结转下年 and 结转下期继续办理 go out.
    private static Role RoleOf(string words)
    {
        var carried = words.IndexOf("结转", StringComparison.Ordinal);
        if (carried >= 0)
        {
            return words.IndexOf('下', carried) >= 0 ? Role.CarriedOut
                : words.LastIndexOf('上', carried) >= 0 ? Role.CarriedIn
                : Role.None;
        }

        return Has(words, s_done) ? Role.Done
            : Has(words, s_received) && words.Contains("申请", StringComparison.Ordinal) ? Role.Received
            : Role.None;
    }

    private static bool Has(string words, string[] any) =>
        Array.Exists(any, word => words.Contains(word, StringComparison.Ordinal));

    private static Draft? Only(IEnumerable<Draft> drafts) => drafts.Take(2).ToList() is [var only] ? only : null;

    private static decimal Sum((Draft One, Draft Other) pair) =>
        pair.One.Fact.Count!.Value + pair.Other.Fact.Count!.Value;

    private static string Terms((Draft One, Draft Other) pair) =>
        $"{Wording.Number(pair.One.Fact.Count!.Value)} + {Wording.Number(pair.Other.Fact.Count!.Value)}";

    private enum Role
    {
        None,
        Received,
        CarriedIn,
        Done,
        CarriedOut,
    }
}
