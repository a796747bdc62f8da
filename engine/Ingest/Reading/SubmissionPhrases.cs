using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>向市政府网站报送信息52条，被采用28条; 部门报送1165条; 推送信息275条.</summary>
internal static class SubmissionPhrases
{
    private static readonly string[] s_verbs = ["推送", "报送", "上报", "投送", "投稿"];
    private static readonly string[] s_adoptions =
    [
        "采用",
        "采纳",
        "采发",
        "录用",
        "刊用",
        "刊发",
        "刊登",
        "选用",
        "采编",
        "刊载",
    ];
    private static readonly string[] s_places =
    [
        "网站",
        "网",
        "刊物",
        "政府",
        "办公厅",
        "政府办",
        "府办",
        "委办",
        "办公室",
        "》",
        "平台",
        "日报",
        "厅",
        "信息",
        "党委",
        "市委",
        "区委",
    ];

    /// <summary>Reads a number that was submitted, adopted or pushed.</summary>
    public static bool Read(ReadingState reading, Scene scene, Act act)
    {
        var measure =
            act == Act.Submit ? Measure.Submitted
            : act == Act.Adopt ? Measure.Adopted
            : Measure.Pushed;
        var phrase = Subject.StripOpeners(scene.Left);
        var isByLevel = act == Act.Adopt && IsLevel(phrase);
        var target =
            act == Act.Adopt
                ? (isByLevel ? phrase[..^2] : Adopter(phrase) ?? SentTo(phrase))
                : Recipient(phrase) ?? Addressee(phrase);
        var subject = target is not null && act == Act.Adopt ? AfterVerb(phrase) : Of(phrase);
        if (subject.IsEmpty && target is null)
        {
            subject =
                Owner.Of(scene) is { Unit: not null } owner && !phrase.Contains("收到", StringComparison.Ordinal)
                    ? owner
                    : subject;
        }

        var total = Parts.TotalOf(reading, scene, measure, Channel.Submission);
        if (
            subject.IsEmpty
            && target is null
            && total is not null
            && reading.Frames.Top is { Parts: [.., var (_, previous)] }
        )
        {
            // 乡镇报送583条，采用194条: the second number has the subject of the first.
            subject = new(previous.Fact.Unit, previous.Fact.Group, previous.Fact.Platform);
        }

        if (subject.IsEmpty && (isByLevel || (target is null && total is null)))
        {
            subject = Carried(reading, scene);
            subject = subject.IsEmpty ? Owner.Labelled(scene) : subject;
        }

        var fact = new Fact
        {
            Measure = measure,
            Channel = Channel.Submission,
            Unit = subject.Unit,
            Group = subject.Group,
            Target = target ?? SameSentenceTarget(reading, scene, measure),
            Count = scene.Quantity.Value,
        };
        var isPaper = target?.EndsWith('》') ?? false;
        var isPart = total is not null && (isPaper || (target is null && (!subject.IsEmpty || IsKind(reading, scene))));
        var draft = reading.Add(scene, isPart ? Parts.Inherit(fact, total!) : fact);
        if (isPart)
        {
            Parts.Tie(reading, draft, total!);
        }
        else
        {
            draft.Within = target is null ? null : total;
        }

        return true;
    }

    /// <summary>Whether a name is that of an office or paper which adopts information (国办, 市政府办, 《每日要情》).</summary>
    public static bool IsAdopter(string name) =>
        name is "国办" or "中办" or "国务院办公厅" or "中央办公厅"
        || Array.Exists(
            (string[])
                [
                    "政府办",
                    "政府办公室",
                    "政府办公厅",
                    "市委办",
                    "省委办",
                    "委办公厅",
                    "政府网",
                    "网站",
                    "》",
                    "市级",
                    "省级",
                    "国家级",
                    "部委",
                ],
            end => name.EndsWith(end, StringComparison.Ordinal)
        );

    // 甲局报送62篇，区级采用27篇，市级采用6篇
    private static bool IsLevel(string phrase) =>
        phrase.Length is >= 3 and <= 5
        && phrase[..^2].TrimEnd('级')
            is "国家"
                or "国"
                or "省"
                or "市"
                or "区"
                or "县"
                or "旗"
                or "州"
                or "盟"
                or "镇"
                or "街"
        && Array.Exists(s_adoptions, word => phrase.EndsWith(word, StringComparison.Ordinal));

    // 向X报送, 上报X的信息
    private static string? Recipient(string phrase)
    {
        var to = phrase.LastIndexOf('向');
        if (to < 0)
        {
            return null;
        }

        var rest = phrase[(to + 1)..];
        var end = FirstOf(rest, s_verbs);
        var place = end <= 0 ? rest : rest[..end];
        place = place.TrimEnd('共');
        return place.Length is >= 2 and <= 30 ? place : null;
    }

    // 采用47篇，其中单篇采用19篇、综合采用28篇: ways of adoption split the total.
    private static bool IsKind(ReadingState reading, Scene scene) =>
        reading.Frames.Top is { Kind: FrameKind.OfWhich } top
        && (
            scene.Gap.Contains("其中", StringComparison.Ordinal)
            || (top.Parts.Count > 0 && scene.Gap.AsSpan().TrimStart('篇').StartsWith("、"))
        );

    // 报送省政府办公厅45条, 上报市委办信息20条: who receives stands behind the verb.
    private static string? Addressee(string phrase)
    {
        var verb = s_verbs.Select(word => phrase.LastIndexOf(word, StringComparison.Ordinal)).Max();
        if (verb < 0)
        {
            return null;
        }

        var place = phrase[(verb + 2)..];
        foreach (var word in (string[])["共", "累计", "政务", "各类", "信息", "稿件"])
        {
            place = place.EndsWith(word, StringComparison.Ordinal) ? place[..^word.Length] : place;
            place = place.EndsWith(word, StringComparison.Ordinal) ? place[..^word.Length] : place;
        }

        place = place.TrimStart('至', '到', '给');
        place = place.EndsWith("政务", StringComparison.Ordinal) ? place[..^2] : place;
        return
            place.Length is >= 3 and <= 30
            && !place.StartsWith('的')
            && Array.Exists(s_places, end => place.EndsWith(end, StringComparison.Ordinal))
            ? place
            : null;
    }

    // 区审计局报送12件，采用3件: the subject runs on in the same sentence.
    private static Subject Carried(ReadingState reading, Scene scene)
    {
        var isNext = scene.Gap.Length > 0 && !scene.Gap.AsSpan().ContainsAny("；。：") && scene.Gap.Length <= 16;
        return
            isNext
            && reading.LastIn(scene.Paragraph)
                is { Fact: { Measure: Measure.Submitted or Measure.Adopted } before } last
            && (before.Measure == Measure.Submitted || before.Unit is not null)
            && last.Sentence == scene.Sentence
            ? new(before.Unit, before.Group, before.Platform)
            : Subject.None;
    }

    // 被X采用, X网站共采用
    private static string? Adopter(string phrase)
    {
        var end = FirstOf(phrase, s_adoptions);
        if (end <= 0)
        {
            return null;
        }

        var by = phrase.LastIndexOf('被', end);
        var head = by >= 0 ? phrase[(by + 1)..end] : phrase[..end];
        head = head.EndsWith('共') || head.EndsWith('被') ? head[..^1] : head;
        var isPlace = Array.Exists(s_places, place => head.EndsWith(place, StringComparison.Ordinal));
        return head.Length is >= 2 and <= 30 && (by >= 0 || isPlace) && !UnitNames.IsClass(head) ? head : null;
    }

    // 上报省政府办公厅信息被采用77条: who got it adopted it.
    private static string? SentTo(string phrase) =>
        phrase.IndexOf('被', StringComparison.Ordinal) is > 0 and var by ? Addressee(phrase[..by]) : null;

    private static Subject AfterVerb(string phrase)
    {
        var verb = FirstOf(phrase, s_adoptions);
        var rest = Subject.StripEndings(phrase[Math.Min(phrase.Length, verb + 2)..]);
        return UnitNames.IsClass(rest) ? new(null, rest, null)
            : UnitNames.IsName(rest) ? new(rest, null, null)
            : Subject.None;
    }

    private static Subject Of(string phrase)
    {
        // 旗政府办公室共收到各部门上报信息: who receives is not who did it.
        var received = phrase.LastIndexOf("收到", StringComparison.Ordinal);
        if (received >= 0)
        {
            phrase = phrase[(received + 2)..];
        }

        var subject = Subject.BeforeVerb(phrase);
        // 各单位向…报送, 收到各地报送: everybody is nobody in particular.
        return
            subject.Group is { } group && (group.StartsWith('各') || group.Contains("收到", StringComparison.Ordinal))
            ? Subject.None
            : subject;
    }

    private static string? SameSentenceTarget(ReadingState reading, Scene scene, string measure) =>
        measure == Measure.Adopted
            ? reading
                .FindBack(
                    scene.Paragraph,
                    draft =>
                        draft.Sentence == scene.Sentence && draft.Fact.Measure is Measure.Submitted or Measure.Adopted
                )
                ?.Fact.Target
            : null;

    private static int FirstOf(string text, string[] words) =>
        words
            .Select(word => text.IndexOf(word, StringComparison.Ordinal))
            .Where(at => at >= 0)
            .DefaultIfEmpty(-1)
            .Min();
}
