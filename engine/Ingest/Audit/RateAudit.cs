using Analytics.Domain;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Audit;

/// <summary>Printed rates (率) against their numerators and denominators, to half a unit of the last printed digit.</summary>
internal static class RateAudit
{
    /// <summary>Checks every rate whose counts are printed.</summary>
    public static void Run(ReadingState reading, AuditResult result)
    {
        foreach (var draft in reading.Drafts)
        {
            if (
                draft.Fact is { Rate: { } rate, Comparator: null }
                && (Measure.IsRate(draft.Fact.Measure) || draft.RateOf.Denominator is not null)
                && FractionOf(reading, draft, rate) is { } fraction
            )
            {
                Check(result, draft, rate, fraction);
            }
        }
    }

    private static Fraction? FractionOf(ReadingState reading, Draft draft, decimal rate)
    {
        var (numerator, denominator) = draft.RateOf;
        var isSure = true;
        if (numerator is null && denominator is not null && draft.Fact.Measure == Measure.PassRate)
        {
            // 检查134家，合格率94.3%。8家存在问题: what shows a problem may be what failed.
            numerator = WithIssue(reading, draft);
            isSure = false;
        }

        if (numerator is { Fact.Count: not null } && denominator is null && draft.Fact.Measure == Measure.PassRate)
        {
            denominator = StockChecked(reading, draft);
            if (denominator is null)
            {
                // 34个账号中，合格29个，合格率85.3%: the stock of the sentence was the sample, it seems.
                denominator = RestatedBeside(reading, draft) ?? StockBeside(reading, draft);
                isSure = isSure && denominator?.Fact.Measure == Measure.Inspected;
            }
        }

        if (
            numerator?.Fact.Count is not { } some
            || denominator?.Fact.Count is not { } whole
            || whole <= 0
            || some > whole
        )
        {
            return null;
        }

        // Where only 不合格 is printed the passed are the rest.
        var isRest = draft.Fact.Measure == Measure.PassRate && numerator.Fact.Measure != Measure.Passed;
        var first = new Fraction(
            isRest ? whole - some : some,
            whole,
            [draft.Fact.Span, numerator.Fact.Span, denominator.Fact.Span],
            isSure
        );
        return Agrees(first, rate, draft.Decimals)
            ? first
            : Others(reading, draft, some, isRest).Find(other => Agrees(other, rate, draft.Decimals)) ?? first;
    }

    // 普查1024个，保留131个，合格126个; 抽查门户1家、部门网站28家: the rate may be of another number of the sentence, or of their sum.
    private static List<Fraction> Others(ReadingState reading, Draft draft, decimal some, bool isRest)
    {
        var wholes = reading
            .Drafts.Where(other =>
                (other.Sentence == draft.Sentence || IsAbove(draft, other))
                && other.Fact.Channel == draft.Fact.Channel
                // 收到留言1208条，其中有效留言1027条: the rate is of the valid ones.
                && (other.Total is null || other.Fact.Measure == Measure.Messages)
                && other.Fact.Count is not null
                && (
                    other.Fact.Measure is Measure.Inspected or Measure.Sites or Measure.Accounts or Measure.Messages
                    // 受理2877件，派单601件，按时结案597件: the rate is of those that were passed on.
                    || (draft.Fact.Measure == Measure.OnTimeRate && other is { CountsItems: true })
                )
            )
            .ToList();
        var inspected = wholes.FindAll(other => other.Fact.Measure == Measure.Inspected);
        var fractions = wholes.ConvertAll(whole => Of([whole]));
        if (inspected.Count > 1)
        {
            fractions.Add(Of(inspected));
        }

        return fractions.FindAll(fraction => fraction.Denominator > 0 && fraction.Numerator >= 0);

        Fraction Of(List<Draft> parts)
        {
            var sum = parts.Sum(part => part.Fact.Count!.Value);
            return new(
                isRest ? sum - some : some,
                sum,
                [draft.Fact.Span, .. parts.Select(part => part.Fact.Span)],
                true
            );
        }
    }

    // 收到来信553件，其中有效497件。… 投诉类301件，占总量的60.56%: of which of them, the share says.
    private static bool IsAbove(Draft share, Draft other) =>
        share.Fact.Measure == Measure.Other
        && other.Fact.Measure == Measure.Messages
        && other.Paragraph <= share.Paragraph
        && other.Paragraph >= share.Paragraph - 2;

    private static Draft? WithIssue(ReadingState reading, Draft rate) =>
        reading.Drafts.Find(draft =>
            draft.Paragraph == rate.Paragraph
            && draft.Sentence >= rate.Sentence
            && draft.Sentence <= rate.Sentence + 1
            && draft.Fact.Channel == rate.Fact.Channel
            && draft
                is {
                    Total: null,
                    Within: null,
                    Fact: { Count: not null, Category: null, CountImplied: false, Unit: null } fact
                }
            && fact.Measure is Measure.SitesWithIssue or Measure.AccountsWithIssue
        );

    // 全市共有461个。…全面检查共有24个不合格，合格率95.0%: everything that exists was inspected.
    private static Draft? StockChecked(ReadingState reading, Draft rate)
    {
        var text = reading.Source.Text;
        var start = Math.Max(0, text.LastIndexOfAny(['。', '；', '\n'], Math.Max(0, rate.Fact.Span.Start - 1)));
        var words = text.AsSpan(start, rate.Fact.Span.Start - start);
        var isWhole =
            words.Contains("全面", StringComparison.Ordinal)
            || words.Contains("全覆盖", StringComparison.Ordinal)
            || words.Contains("逐一", StringComparison.Ordinal);
        return isWhole
            ? reading.Drafts.FindLast(draft =>
                draft.Fact.Span.Start < rate.Fact.Span.Start
                && draft.Paragraph >= rate.Paragraph - 2
                && draft.Fact.Channel == rate.Fact.Channel
                && draft is { Total: null, Fact: { Count: not null, Measure: Measure.Sites or Measure.Accounts } }
            )
            : null;
    }

    // 39家政府网站中，37家合格，合格率94.87%: what was inspected is stated again in the sentence of the rate.
    private static Draft? RestatedBeside(ReadingState reading, Draft rate)
    {
        var at = rate.Fact.Span.Start;
        var start = reading.Source.Text.LastIndexOfAny(['。', '\n'], Math.Max(0, at - 1));
        return reading.Stocks.Find(draft =>
            draft.Fact.Channel == rate.Fact.Channel
            && draft is { Total: null, Fact: { Count: not null, Measure: Measure.Inspected } }
            && draft.Restatements.Exists(again => again.Span.Start > start && again.Span.Start < at)
        );
    }

    private static Draft? StockBeside(ReadingState reading, Draft rate)
    {
        var wholes = reading
            .InSentence(rate.Sentence)
            .Where(draft =>
                draft.Fact.Channel == rate.Fact.Channel
                && draft
                    is {
                        Total: null,
                        Fact: { Count: not null, Measure: Measure.Sites or Measure.Accounts or Measure.Inspected }
                    }
            )
            .ToList();
        return wholes is [{ Fact.Measure: Measure.Sites or Measure.Accounts } only] ? only : null;
    }

    private static bool Agrees(Fraction fraction, decimal rate, int decimals) =>
        RateComparison.Agrees(rate, decimals, fraction.Numerator, fraction.Denominator);

    private static void Check(AuditResult result, Draft draft, decimal rate, Fraction fraction)
    {
        var name = Wording
            .Name(draft.Fact with { Category = null })
            .Replace("数量", RateName(draft), StringComparison.Ordinal);
        var verdict = RateComparison.Of(name, rate, draft.Decimals, fraction.Numerator, fraction.Denominator);
        if (verdict.Code is null)
        {
            result.Checks.Add(new(verdict.Message, rate, verdict.Computed, fraction.Spans));
            return;
        }

        var isDoubtful = verdict.Severity == Severity.Error && !fraction.IsSure;
        result.Add(
            verdict.Code,
            isDoubtful ? Severity.Doubtful : verdict.Severity,
            rate,
            verdict.Computed,
            verdict.Message,
            fraction.Spans
        );
    }

    private static string RateName(Draft draft) =>
        draft.Fact.Measure switch
        {
            Measure.Other when draft.RateOf.Numerator?.Fact.Measure == Measure.Rectified => "整改率",
            Measure.PassRate => "合格率",
            Measure.AdoptionRate => "采用率",
            Measure.Other => "占比",
            _ => "按期办结率",
        };
}

/// <summary>What a rate is computed from.</summary>
/// <param name="Numerator">合格数、采用数、按期办结数</param>
/// <param name="Denominator">检查数、报送数、留言数</param>
/// <param name="Spans">The rate and the figures.</param>
/// <param name="IsSure">Whether the text says that these are the figures.</param>
internal sealed record Fraction(decimal Numerator, decimal Denominator, List<Span> Spans, bool IsSure);
