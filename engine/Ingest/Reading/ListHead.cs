using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>The words that introduce a list (录用篇数前三名的部门：…, 问题较多的单位为…): they say what its numbers measure.</summary>
/// <param name="Words">The words before the colon or verb.</param>
/// <param name="Names">The words from there to the first number.</param>
/// <param name="WordsStart">Where the words begin in the text.</param>
/// <param name="Start">Where the names begin in the text.</param>
internal readonly record struct ListHead(string Words, string Names, int WordsStart, int Start)
{
    private const int LongestHead = 60;
    private static readonly string[] s_links = ["：", "分别为", "分别是", "依次为", "依次是", "为", "是", "有"];

    // 对不合格账号较多的甲县（13个）、乙市（11个）予以通报: the adjective selects whom it stands before.
    private static readonly string[] s_selecting =
    [
        "较多的",
        "最多的",
        "突出的",
        "靠前的",
        "靠后的",
        "较少的",
        "最少的",
    ];

    /// <summary>The head of a list whose first number this is; null when the words before introduce none.</summary>
    public static ListHead? Of(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var end = scene.IsAloneInBracket ? scene.Bracket : scene.Quantity.Start;
        var from = Math.Max(scene.SentenceStart, end - (2 * LongestHead));
        var before = text[from..end];
        foreach (var link in s_links)
        {
            var at = before.LastIndexOf(link, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var names = before[(at + link.Length)..].TrimEnd('各');
            var stop =
                link == "："
                    ? before.LastIndexOfAny(['；', '。'], at - 1)
                    : before.LastIndexOfAny(['；', '。', '，', '：'], at - 1);
            var head = before[(stop + 1)..at];
            if (
                head.Length is >= 2 and <= LongestHead
                && (IsList(names) || IsRanked(head, link, names, scene))
                && Introduces(head, link)
            )
            {
                return new(head, names, from + stop + 1, from + at + link.Length);
            }
        }

        foreach (var link in s_selecting)
        {
            var at = before.LastIndexOf(link, StringComparison.Ordinal);
            var names = at < 0 ? "" : before[(at + link.Length)..];
            if (at > 0 && IsList(names))
            {
                var stop = before.LastIndexOfAny(['；', '。', '，', '：'], at - 1);
                return new(before[(stop + 1)..(at + link.Length)], names, from + stop + 1, from + at + link.Length);
            }
        }

        return null;
    }

    /// <summary>The heading straight above a paragraph that begins with a list; null when it begins otherwise.</summary>
    public static ListHead? Under(string heading, Scene scene)
    {
        var start = scene.Paragraph.BodyStart;
        var end = scene.IsAloneInBracket ? scene.Bracket : scene.Quantity.Start;
        var names = end - start is > 0 and <= LongestHead ? scene.Paragraph.Text[start..end].TrimEnd('各') : "";
        return IsList(names) ? new(heading, names, start, start) : null;
    }

    /// <summary>The heading above, where 其中 names some of what no number before it counts; null elsewhere.</summary>
    public static ListHead? Some(string heading, Draft? total, Scene scene)
    {
        var name = Subject.StripOpeners(scene.Left);
        var isSplit =
            total is not null && total.CountsItems == scene.Quantity.CountsItems && total.Fact.Measure != Measure.Other;
        return
            !isSplit
            && scene.Quantity.CountsItems
            && scene.Left.StartsWith("其中", StringComparison.Ordinal)
            && UnitNames.IsName(name)
            ? new($"{heading}前", name, scene.Quantity.Start - scene.Left.Length, scene.Quantity.Start - name.Length)
            : null;
    }

    /// <summary>What the numbers of the list measure; null when the head does not tell.</summary>
    /// <param name="channel">The channel of the list.</param>
    /// <param name="countsItems">Whether the numbers count papers or occurrences.</param>
    public string? MeasureIn(string? channel, bool countsItems)
    {
        var act = Acts.In(Words)
            .LastOrDefault(found => found.Value is not (Act.RateName or Act.Stock or Act.Inspect or Act.None))
            .Value;
        // 未整改的4个问题为：甲局2个、乙县2个
        if (act == Act.Issue && Acts.In(Words).Exists(found => found.Value == Act.LeaveOpen))
        {
            return Measure.Unrectified;
        }

        return act switch
        {
            Act.Submit => Measure.Submitted,
            Act.BelowQuota or Act.ZeroSubmission when countsItems => Measure.Submitted,
            Act.Adopt => Measure.Adopted,
            Act.Push => Measure.Pushed,
            Act.Publish => channel == Channel.NewMedia ? Measure.Posts : Measure.Published,
            Act.Receive => Measure.Messages,
            Act.OnTime => Measure.MessagesOnTime,
            Act.Veto => Measure.Veto,
            Act.Fail => Measure.Failed,
            Act.Pass => Measure.Passed,
            Act.Rectify => Measure.Rectified,
            Act.LeaveOpen => Measure.Unrectified,
            // 各县区问题数：甲县58个 counts problems; 问题账号：甲县3个 counts accounts.
            Act.Issue => countsItems || Nouns.LastThing(Words) is not (Thing.Site or Thing.Account)
                ? Measure.Issues
                : CountPhrases.WithIssue(channel, Nouns.LastThing(Words)),
            Act.Aside => Measure.Other,
            _ => Nouns.Names(Words, Thing.Message) && countsItems ? Measure.Messages : null,
        };
    }

    private static bool IsList(string names)
    {
        foreach (var name in names.Split('、'))
        {
            var bare = name.Trim('“', '”');
            if (
                !UnitNames.IsName(bare)
                && !Subject.IsPortal(bare)
                && !(name.StartsWith('“') && name.Contains('”', StringComparison.Ordinal))
            )
            {
                return false;
            }
        }

        return names.Length > 0;
    }

    // 更新量前3名：麓川公安（微博，612条）: in a ranking any name is one.
    private static bool IsRanked(string head, string link, string names, Scene scene) =>
        link == "："
        && scene.IsAloneInBracket
        && names.Length is >= 2 and <= 20
        && names.AsSpan().IndexOfAny(Text.Marks.NotInName) < 0
        && (
            head.EndsWith('名')
            || head.Contains('前', StringComparison.Ordinal)
            || head.Contains("排名", StringComparison.Ordinal)
            // 错别字：甲教育（2处）、乙卫健（1处）: a kind of problem and the accounts that have it.
            || (Acts.Last(head) == Act.Issue && scene.Quantity.CountsItems)
        );

    // 数量较多的单位为, 前三名：, 问题账号有: somebody is selected by the head.
    private static bool Introduces(string head, string link) =>
        link == "："
        || head.EndsWith("单位", StringComparison.Ordinal)
        || head.EndsWith("部门", StringComparison.Ordinal)
        || head.EndsWith("地区", StringComparison.Ordinal)
        || head.EndsWith("乡镇", StringComparison.Ordinal)
        || head.EndsWith("街道", StringComparison.Ordinal)
        || (head.Length > 3 && (UnitNames.IsClass(head[^2..]) || UnitNames.IsClass(head[^3..])))
        || head.EndsWith("网站", StringComparison.Ordinal)
        || head.EndsWith("账号", StringComparison.Ordinal)
        || head.EndsWith("新媒体", StringComparison.Ordinal)
        || head.EndsWith('的')
        || head.EndsWith('名')
        || head.EndsWith('位');
}
