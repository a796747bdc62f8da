using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Accounts in quotes with a fault and no number: 甲县“甲城”、“乙城”微信公众号私自上线; …长期不更新。如微博“丙、丁”.</summary>
internal static class QuotedAccounts
{
    private const int LongestName = 30;
    private const int LongestPredicate = 120;

    private static readonly string[] s_examples = ["如", "例如", "比如", "其中", "包括", "分别是", "分别为"];

    private static readonly string[] s_denials =
    [
        "未发现",
        "没有发现",
        "未出现",
        "未检出",
        "不存在",
        "运行良好",
        "运行正常",
        "均合格",
        "均为合格",
        "均已整改",
        "已完成整改",
    ];

    /// <summary>Whether words deny that there is a fault.</summary>
    public static bool Denies(string words) =>
        Array.Exists(s_denials, word => words.Contains(word, StringComparison.Ordinal));

    /// <summary>Reads a sentence, behind the families that have read its numbers and lists.</summary>
    public static void Read(ReadingState reading, SentenceScope scope)
    {
        if (!scope.Words.Contains('“', StringComparison.Ordinal) || IsOutlook(reading))
        {
            return;
        }

        var groups = Groups(scope.Words);
        for (var i = 0; i < groups.Count; i++)
        {
            var stop = scope.Words.IndexOf('；', groups[i].End);
            stop = stop < 0 ? scope.Words.Length : stop;
            stop = i + 1 < groups.Count ? Math.Min(stop, groups[i + 1].Start) : stop;
            stop = Math.Clamp(stop, groups[i].End, groups[i].End + LongestPredicate);
            if (FaultOf(reading, scope, groups[i], scope.Words[groups[i].End..stop]) is { } fault)
            {
                Add(reading, scope, groups[i], stop, fault);
            }
        }
    }

    // What is to be done next names no fault.
    private static bool IsOutlook(ReadingState reading) =>
        Array.Exists(
            (string[])["要求", "下一步", "措施", "建议"],
            word => reading.Section.Contains(word, StringComparison.Ordinal)
        );

    private static List<AccountGroup> Groups(string words)
    {
        var groups = new List<AccountGroup>();
        AccountGroup? group = null;
        for (var open = words.IndexOf('“'); open >= 0; open = words.IndexOf('“', open + 1))
        {
            var close = words.IndexOf('”', open);
            if (close < 0)
            {
                break;
            }

            var (platform, start, owner) = Before(words, open, group?.End ?? 0);
            var joined = group is not null && group.End <= start && IsJoint(words[group.End..start]) ? group : null;
            group = joined ?? new AccountGroup(start);
            var end = close + 1;
            var behind = Behind(words, end);
            foreach (var (name, at) in Names(words, open + 1, close))
            {
                group.Accounts.Add((name, at, owner, platform ?? behind?.Name));
            }

            group.End = behind?.End ?? end;
            if (joined is null)
            {
                groups.Add(group);
            }
        }

        groups.ForEach(Share);
        return groups.FindAll(found => found.Accounts.Count > 0 && IsOfAccounts(words, found));
    }

    // Nothing but a mark or a conjunction stands between them.
    private static bool IsJoint(string between) =>
        between.TrimEnd('如') is "" or "、" or "，" or "和" or "及" or "与" or "以及" or "、和";

    // Each has a platform, or the words around them say that they are accounts: “甲”“乙”政务新媒体账号…, 私开公众号，如“丙”.
    private static bool IsOfAccounts(string words, AccountGroup group)
    {
        if (group.Accounts.TrueForAll(account => account.Platform is not null))
        {
            return true;
        }

        var behind = words[group.End..Math.Min(words.Length, group.End + 12)].TrimStart('等');
        var before = words[..group.Start];
        var example = before.LastIndexOf("，如", StringComparison.Ordinal);
        var clause = example < 0 || example + 2 < before.Length ? "" : before[..example];
        clause = clause[(clause.LastIndexOfAny(['，', '。', '；', '：']) + 1)..];
        return Nouns.IsThingAt(behind, Thing.Account) || Nouns.Names(clause, Thing.Account);
    }

    // “甲”“乙”微信公众号: the platform is of them all.
    private static void Share(AccountGroup group)
    {
        for (var i = group.Accounts.Count - 2; i >= 0; i--)
        {
            group.Accounts[i] = group.Accounts[i] with
            {
                Platform = group.Accounts[i].Platform ?? group.Accounts[i + 1].Platform,
            };
        }
    }

    // 丙区微信公众号“…”, 甲县“…”: platform and owner stand before the quotes.
    private static (string? Platform, int Start, string? Owner) Before(string words, int open, int least)
    {
        var mark = open == 0 ? -1 : words.LastIndexOfAny(['、', '，', '；', '。', '：', '”', '“', '的'], open - 1);
        var from = Math.Min(open, Math.Max(mark + 1, least));
        var before = words[from..open];
        var platform = Platforms.LastIn(before) is { } found && found.End == before.Length ? found : default;
        var owner = Subject.StripOpeners(platform.Name is null ? before : before[..platform.Start]);
        var isOwner = UnitNames.IsName(owner);
        var start = platform.Name is null ? open : from + platform.Start;
        return (
            platform.Name,
            isOwner ? words.LastIndexOf(owner, open, StringComparison.Ordinal) : start,
            isOwner ? owner : null
        );
    }

    // “甲”微信公众号, “乙”等政务微博: the platform stands behind them, after no more than 等 and 政务.
    private static (string Name, int End)? Behind(string words, int at)
    {
        var rest = words[at..Math.Min(words.Length, at + 14)];
        return
            Platforms.FirstIn(rest) is { } found
            && rest[..found.Start].TrimStart('等') is "" or "政务" or "官方" or "的"
            ? (found.Name, at + found.End)
            : null;
    }

    // “甲、乙、丙”: one pair of quotes may hold several.
    private static List<(string Name, int At)> Names(string words, int start, int end)
    {
        var names = new List<(string, int)>();
        foreach (var name in words[start..end].Split('、'))
        {
            if (name.Length is >= 2 and <= LongestName && !States.IsEpithet(name) && Platforms.Whole(name) is null)
            {
                names.Add((name, start));
            }

            start += name.Length + 1;
        }

        return names;
    }

    // The fault stands behind the names; behind 如 it may stand before them, in the sentence before too.
    private static (string Measure, string? Category)? FaultOf(
        ReadingState reading,
        SentenceScope scope,
        AccountGroup group,
        string behind
    )
    {
        if (Denies(behind))
        {
            return null;
        }

        if (MeasureOf(behind) is { } measure)
        {
            return (measure, Categories.Of(behind.Trim('，', '。', '等', ' ')));
        }

        var before = scope.Words[..group.Start];
        var opener = before.LastIndexOfAny(['，', '。', '；']) + 1;
        var isExample = Array.Exists(s_examples, word => before[opener..].StartsWith(word, StringComparison.Ordinal));
        if (!isExample)
        {
            return null;
        }

        if (opener == 0)
        {
            var start = Math.Max(scope.Paragraph.Span.Start, scope.Start - LongestPredicate);
            before = scope.Paragraph.Text[start..scope.Start];
        }

        return !Denies(before) && Acts.Last(before) == Act.Issue ? (Measure.AccountsWithIssue, null) : null;
    }

    // 未填报登记: what was not done, not the registering.
    private static string? MeasureOf(string words) =>
        Acts.In(words)
            .FindLast(act => act.Value is Act.Fail or Act.Veto or Act.LeaveOpen or Act.Issue or Act.Rectify or Act.Pass)
            .Value switch
        {
            Act.Fail => Measure.Failed,
            Act.Veto => Measure.Veto,
            Act.LeaveOpen => Measure.Unrectified,
            Act.Issue => Measure.AccountsWithIssue,
            _ => null,
        };

    private static void Add(
        ReadingState reading,
        SentenceScope scope,
        AccountGroup group,
        int stop,
        (string Measure, string? Category) fault
    )
    {
        // “甲”“乙”2个账号, “甲”微博错别字3处: the number has been read, with its names.
        var isCounted = scope.Paragraph.Quantities.Exists(quantity =>
            quantity.Kind == QuantityKind.Count
            && !IsBound(scope.Paragraph.Text, quantity.Start)
            && quantity.Start >= scope.Start + group.End
            && quantity.Start < scope.Start + stop
        );
        if (isCounted)
        {
            return;
        }

        foreach (var (name, at, owner, platform) in group.Accounts)
        {
            var isRead = reading.FindBack(
                scope.Paragraph,
                draft => draft.Sentence == scope.Sentence && draft.Fact.Account == name
            );
            if (isRead is null)
            {
                reading.AddImplied(
                    scope.Paragraph,
                    scope.Sentence,
                    scope.SpanOf(at, name.Length),
                    new Fact
                    {
                        Measure = fault.Measure,
                        Channel = Channel.NewMedia,
                        Unit = owner,
                        Account = name,
                        Platform = platform,
                        Category = fault.Measure == Measure.AccountsWithIssue ? fault.Category : null,
                        Count = 1,
                    }
                );
            }
        }
    }

    // 更新少于每周3次: what the rules ask for.
    private static bool IsBound(string text, int at) =>
        Array.Exists(
            (string[])["每周", "每月", "每天", "每季度", "少于", "不足", "超过", "低于"],
            word => at >= word.Length && text.AsSpan(0, at).EndsWith(word)
        );

    /// <summary>Accounts that are named one behind the other.</summary>
    private sealed class AccountGroup(int start)
    {
        public int Start { get; } = start;

        public int End { get; set; } = start;

        public List<(string Name, int At, string? Owner, string? Platform)> Accounts { get; } = [];
    }
}
