using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>涉及3家单位, 附件无法下载的5个: numbers that are of what the number or the fault before them says.</summary>
internal static class CountsBefore
{
    /// <summary>要素缺失的网站6个，附件无法下载的5个: the noun is not said again.</summary>
    public static Draft? ElidedThings(ReadingState reading, Scene scene) =>
        scene.Left.Length > 3
        && scene.Left.EndsWith('的')
        && scene.Quantity.Word is "个" or "家"
        && scene.Right.Length == 0
        && scene.GapStart < scene.ClauseStart
        && reading.LastIn(scene.Paragraph)
            is { Total: null, Fact.Measure: Measure.SitesWithIssue or Measure.AccountsWithIssue } last
        && last.Sentence == scene.Sentence
            ? last
            : null;

    /// <summary>确认错误91条，涉及网站19条: the count of problems that this number splits by channel.</summary>
    public static Draft? FoundIn(ReadingState reading, Scene scene)
    {
        var isChannel = scene.Quantity.CountsItems && Nouns.LastThing(scene.Left) is Thing.Site or Thing.Account;
        if (!isChannel || reading.LastIn(scene.Paragraph) is not { Fact.Measure: Measure.Issues } last)
        {
            return null;
        }

        return last.Sentence != scene.Sentence ? null
            : scene.Left.StartsWith("涉及", StringComparison.Ordinal) ? last
            : last.Fact.Words.Contains("涉及", StringComparison.Ordinal) && Nouns.IsThing(scene.Left) ? last.Total
            : null;
    }

    /// <summary>派单60件，按时结案58件，其中热线派单40件: the word before the number has been counted, as something without a measure.</summary>
    public static bool IsAgain(ReadingState reading, Scene scene)
    {
        var text = scene.Paragraph.Text;
        return scene.Left.Length > 2
            && scene.Quantity.CountsItems
            && reading.FindBack(
                scene.Paragraph,
                draft =>
                    draft.Sentence >= scene.Sentence - 1
                    && draft is { Total: null, CountsItems: true, Fact: { Measure: Measure.Other, Count: not null } }
                    && text.AsSpan(0, draft.Fact.Span.Start).EndsWith(scene.Left.AsSpan(scene.Left.Length - 2))
            )
                is not null;
    }

    /// <summary>…栏目超过两周未更新，涉及3个单位: whether the fault has no number of its own.</summary>
    public static bool IsFaultOfUnits(Scene scene) =>
        !scene.Quantity.CountsItems
        && scene.Left is "涉及" or "共涉及"
        && Nouns.FirstThing(scene.Right) == Thing.Unit
        && scene.SentenceBefore.AsSpan().IndexOfAnyInRange('0', '9') < 0
        && Acts.In(scene.SentenceBefore).Exists(act => act.Value == Act.Issue);

    /// <summary>共发现问题23条，涉及16家单位: the units of what was found.</summary>
    public static Draft? InvolvedUnits(ReadingState reading, Scene scene) =>
        !scene.Quantity.CountsItems
        && scene.Left.EndsWith("涉及", StringComparison.Ordinal)
        && Nouns.FirstThing(scene.Right) is Thing.Unit or Thing.Account or Thing.Site
        && reading.FindBack(
            scene.Paragraph,
            draft => draft.Sentence == scene.Sentence && draft.Total is null && draft.Fact.Count is not null
        )
            is { } found
        && found.Fact.Measure is Measure.Issues or Measure.Failed or Measure.AccountsWithIssue or Measure.SitesWithIssue
            ? found
            : null;

    /// <summary>6家单位的栏目更新超期，共计9个栏目: each column is one problem of theirs.</summary>
    public static Draft? InvolvedColumns(ReadingState reading, Scene scene) =>
        scene.Left is "共" or "共计" or "合计" or "涉及" or "共涉及"
        && Nouns.FirstThing(scene.Right) == Thing.Column
        && reading.LastIn(scene.Paragraph)
            is {
                Fact:
                {
                    CountImplied: false,
                    Measure: Measure.UnitsWithIssue or Measure.SitesWithIssue or Measure.AccountsWithIssue
                }
            } last
        && last.Sentence == scene.Sentence
            ? last
            : null;
}
