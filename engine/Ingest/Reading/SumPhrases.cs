using System.Text.RegularExpressions;
using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>错别字12条、断链15条、空白栏目5个，合计32条: the sum measures what its parts do.</summary>
internal static partial class SumPhrases
{
    private const int MostParts = 60;

    /// <summary>Claims the sum of the numbers before it in the sentence.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (
            scene.Quantity.Kind != Grammar.QuantityKind.Count
            || !Words().IsMatch(scene.Left)
            || reading.LastIn(scene.Paragraph) is not { Fact: { Count: not null, CountImplied: false } } last
            || last.Sentence != scene.Sentence
            || IsOfOthers(scene, last)
        )
        {
            return false;
        }

        if (last.Total is { IsTemplate: false } whole && whole.Fact.Count == scene.Quantity.Value)
        {
            // 问题32条，其中…、…，合计32条: the total again, behind its parts.
            whole.Restatements.Add((scene.Span, scene.Quantity.Value));
            return true;
        }

        var parts = PartsOf(reading, last, scene.Quantity.Value);
        var isSum = parts.Count > 1 && parts.Sum(part => part.Fact.Count!.Value) == scene.Quantity.Value;
        if (
            last.Fact.Measure == Measure.Other
            || (
                !isSum
                && (
                    scene.Left == "共"
                    || last.CountsItems != scene.Quantity.CountsItems
                    || last.Fact.Count >= scene.Quantity.Value
                )
            )
        )
        {
            return false;
        }

        var total = reading.Add(
            scene,
            new Fact
            {
                Measure = last.Fact.Measure,
                Channel = Same(parts, part => part.Fact.Channel),
                Target = Same(parts, part => part.Fact.Target),
                Unit = Same(parts, part => part.Fact.Unit),
                Level = Same(parts, part => part.Fact.Level),
                Count = scene.Quantity.Value,
            }
        );
        Tie(reading, scene, total, parts);
        return true;
    }

    // …12条、…15条，合计9家单位: units are no sum of problems.
    // 6家单位…，共计9个栏目: nor are columns one of units.
    private static bool IsOfOthers(Scene scene, Draft last) =>
        last.CountsItems
            ? Grammar.Nouns.FirstThing(scene.Right) is Grammar.Thing.Unit or Grammar.Thing.Account or Grammar.Thing.Site
            : last.Fact.Measure is Measure.UnitsWithIssue or Measure.SitesWithIssue or Measure.AccountsWithIssue
                && Grammar.Nouns.FirstThing(scene.Right) == Grammar.Thing.Column;

    // A sum inside a split is no total of its own.
    private static void Tie(ReadingState reading, Scene scene, Draft total, List<Draft> parts)
    {
        if (parts.Count < 2 || parts[0].Total is not null)
        {
            return;
        }

        var frame = new Frame(FrameKind.Listing, scene.Quantity.Start) { Total = total };
        foreach (var part in parts)
        {
            part.Total = total;
            part.PartOf = frame;
            frame.Parts.Add((total, part));
        }

        reading.Frames.All.Add(frame);
    }

    // The numbers of the same measure that run on without another between them.
    private static List<Draft> PartsOf(ReadingState reading, Draft last, decimal sum)
    {
        var parts = new List<Draft>();
        var rest = sum;
        for (var i = reading.Drafts.Count - 1; i >= 0 && parts.Count < MostParts; i--)
        {
            var draft = reading.Drafts[i];
            if (
                draft.Sentence != last.Sentence
                || draft.Fact.Measure != last.Fact.Measure
                || draft.Fact is not { Count: not null, CountImplied: false }
                || !ReferenceEquals(draft.Total, last.Total)
            )
            {
                break;
            }

            parts.Insert(0, draft);
            rest -= draft.Fact.Count.Value;
            if (rest == 0 && parts.Count > 1)
            {
                // What stands farther back is not of this sum.
                break;
            }
        }

        return parts;
    }

    private static string? Same(List<Draft> parts, Func<Draft, string?> of) =>
        parts.TrueForAll(part => of(part) == of(parts[0])) ? of(parts[0]) : null;

    [GeneratedRegex(
        "^(?:以上|上述|前述)?(?:[两三四五六几各](?:项|类|者|处|个?方面|个?平台))?(?:合计|共计|总计|累计|共)(?:共|为|达|有)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Words();
}
