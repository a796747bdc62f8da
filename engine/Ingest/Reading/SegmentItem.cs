using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>抽查甲市网站34个，合格28个，合格率82.35%；…: what was inspected says whose the numbers behind it are.</summary>
internal static class SegmentItem
{
    /// <summary>The one number of inspected things between two semicolons, where it has an owner; null when there is none or several.</summary>
    public static Draft? Of(ReadingState reading, Scene scene)
    {
        var start = scene.Paragraph.Text.LastIndexOfAny(
            ['；', '。'],
            scene.Quantity.Start,
            scene.Quantity.Start - scene.Paragraph.Span.Start + 1
        );
        Draft? found = null;
        for (var i = reading.Drafts.Count - 1; i >= 0; i--)
        {
            var draft = reading.Drafts[i];
            if (draft.Paragraph != scene.Paragraph.Index || draft.Fact.Span.Start < start)
            {
                break;
            }

            if (draft.Fact is { Measure: Measure.Inspected, Count: not null })
            {
                if (found is not null)
                {
                    return null;
                }

                found = draft;
            }
        }

        return found?.Fact is { Unit: null, Group: null, Platform: null } ? null : found;
    }

    /// <summary>Whether 合格 or 不合格 of the same things stands behind a number: 林芝市网站23个，合格5个.</summary>
    /// <param name="scene">The number.</param>
    /// <param name="orRate">Whether a rate says so too: 政务微博10个，合格率100%.</param>
    public static bool IsWhole(Scene scene, bool orRate = false)
    {
        var text = scene.Paragraph.Text.AsSpan(0, scene.Paragraph.Span.End);
        var rest = text[Math.Min(scene.Quantity.Tail, text.Length)..];
        if (!rest.StartsWith("，"))
        {
            return false;
        }

        rest = rest[1..];
        rest = rest.StartsWith("发现") ? rest[2..] : rest;
        rest = rest.StartsWith("不") ? rest[1..] : rest;
        if (orRate && rest.StartsWith("合格率"))
        {
            return true;
        }

        return rest.StartsWith("合格") && rest.Length > 2 && char.IsAsciiDigit(rest[2]);
    }

    /// <summary>The number of passed or failed things behind an item, in its segment.</summary>
    public static Draft? OutcomeOf(ReadingState reading, Draft item) =>
        reading.Drafts.FindLast(draft =>
            draft.Paragraph == item.Paragraph
            && draft.Fact.Span.Start > item.Fact.Span.Start
            && draft.Fact is { Measure: Measure.Passed or Measure.Failed, Count: not null }
        );

    /// <summary>Whose site it is, where what became of it stands behind; null elsewhere.</summary>
    public static Subject? SubjectOf(Scene scene) =>
        IsWhole(scene) && OwnerOf(scene.Left) is { IsEmpty: false } owner ? owner : null;

    /// <summary>The site of a unit as the object of a check: 抽查甲市政府网站, 乙地区网站; null when the words name no place or unit.</summary>
    public static Subject OwnerOf(string words)
    {
        var phrase = Subject.StripOpeners(words);
        foreach (var verb in (string[])["随机抽查", "共抽查", "抽查", "检查", "监测", "检测"])
        {
            phrase = phrase.StartsWith(verb, StringComparison.Ordinal) ? phrase[verb.Length..] : phrase;
        }

        foreach (var ending in (string[])["政府网站", "政务新媒体", "网站"])
        {
            if (!phrase.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var name = phrase[..^ending.Length];
            return UnitNames.IsClass(name) && name.Length > 2 ? new(null, name, null)
                : name.Length > 2 && UnitNames.IsName(name) && !UnitNames.IsKindOfGovernment(name)
                    ? new(name, null, null)
                : Subject.None;
        }

        return Subject.None;
    }
}
