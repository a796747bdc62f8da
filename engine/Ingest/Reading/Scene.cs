using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>One number with the words around it: what every phrase family looks at.</summary>
internal sealed class Scene
{
    private const string Stops = "，；。：！？|";
    private const int LongestGap = 500;

    private static readonly string[] s_closing =
    [
        "注销",
        "关停",
        "清理",
        "整合",
        "撤销",
        "取消",
        "下线",
        "新增",
        "新建",
        "新开设",
        "迁移",
        "删除",
    ];

    /// <summary>Cuts the words around a number of a paragraph.</summary>
    public Scene(Paragraph paragraph, int index, int sentence, int sentenceStart)
    {
        Paragraph = paragraph;
        Quantity = paragraph.Quantities[index];
        Sentence = sentence;
        SentenceStart = sentenceStart;
        var text = paragraph.Text;
        var previous = index > 0 ? paragraph.Quantities[index - 1].Tail : paragraph.Span.Start;
        var next = index + 1 < paragraph.Quantities.Count ? paragraph.Quantities[index + 1].Start : paragraph.Span.End;
        Bracket = paragraph.OpenBracketOf(Quantity.Start);
        ClauseStart = paragraph.ClauseStart(Quantity.Start, Stops);
        Left = Cut(text, Math.Max(ClauseStart, previous), Quantity.Start);
        Right = text[Quantity.Tail..Math.Min(next, paragraph.ClauseEnd(Quantity.Tail, Stops + "、（"))];
        Tail = text[Quantity.Tail..paragraph.ClauseEnd(Quantity.Tail, Stops)];
        GapStart = Math.Max(previous, Quantity.Start - LongestGap);
        Gap = text[GapStart..Quantity.Start];
        if (Bracket >= 0)
        {
            // （28.6%，报送35条）: for every number of the bracket the words before it are the same.
            var before = index - 1;
            while (before >= 0 && paragraph.Quantities[before].Start > Bracket)
            {
                before--;
            }

            var outerStart = Math.Max(
                paragraph.ClauseStart(Bracket, Stops),
                before >= 0 ? paragraph.Quantities[before].Tail : 0
            );
            Outer = Cut(text, outerStart, Bracket);
            var close = paragraph.PartnerOf(Bracket);
            BracketPlatform = text[Quantity.Start - 1] is '，'
                ? Platforms.Whole(text[(Bracket + 1)..(Quantity.Start - 1)])
                : null;
            IsAloneInBracket =
                (Quantity.Start == Bracket + 1 || BracketPlatform is not null)
                && (Quantity.Tail == close || text[Quantity.Tail] == '，');
            // （微信3个，其他70个）进行了检查: what stands behind the bracket is of them all.
            if (!IsAloneInBracket && close >= Quantity.Tail && Right.Length > close - Quantity.Tail)
            {
                Right = Right[..(close - Quantity.Tail)];
            }

            AfterBracket = close + 1 < paragraph.Span.End ? text[close + 1] : '\n';
        }
    }

    /// <summary>The line it stands in.</summary>
    public Paragraph Paragraph { get; }

    /// <summary>The number.</summary>
    public Quantity Quantity { get; }

    /// <summary>The sentence, counted through the notice.</summary>
    public int Sentence { get; }

    /// <summary>Where the sentence begins.</summary>
    public int SentenceStart { get; }

    /// <summary>Where the clause begins.</summary>
    public int ClauseStart { get; }

    /// <summary>The words before the number, back to the number before it or the beginning of the clause.</summary>
    public string Left { get; }

    /// <summary>The words after the measure word, on to the next number or mark.</summary>
    public string Right { get; }

    /// <summary>The words after the measure word, on to the end of the clause, over other numbers.</summary>
    public string Tail { get; }

    /// <summary>Everything since the number before, over marks and sentences.</summary>
    public string Gap { get; }

    /// <summary>Where <see cref="Gap"/> begins.</summary>
    public int GapStart { get; }

    /// <summary>The offset of the bracket around the number, −1 for none.</summary>
    public int Bracket { get; }

    /// <summary>The words before that bracket.</summary>
    public string Outer { get; } = "";

    /// <summary>Whether the bracket holds this number and at most a remark behind it: 旗民政局（1条）, 市商务局（17篇，含约稿2篇）.</summary>
    public bool IsAloneInBracket { get; }

    /// <summary>The platform that stands before the number in its bracket: 甲县公安（微博，612条）.</summary>
    public string? BracketPlatform { get; }

    /// <summary>The character after that bracket.</summary>
    public char AfterBracket { get; } = '\n';

    /// <summary>The span of the digits.</summary>
    public Span Span => new(Quantity.Start, Quantity.End);

    /// <summary>The sentence up to the number.</summary>
    public string SentenceBefore =>
        field ??= Paragraph.Text[Math.Max(SentenceStart, Quantity.Start - LongestGap)..Quantity.Start];

    /// <summary>The clause the number stands in, with its number.</summary>
    public string Clause
    {
        get
        {
            var inBracket = Bracket >= 0 ? Bracket - Outer.Length : ClauseStart;
            var start = Math.Max(Paragraph.Span.Start, Math.Min(ClauseStart, inBracket));
            return Paragraph.Text[start..Paragraph.ClauseEnd(Quantity.Tail, "，；。！？|")].Trim();
        }
    }

    /// <summary>What the number's act is: the words after things (24个账号未更新), before items (采用信息28条).</summary>
    public Act Act
    {
        get
        {
            var left = Acts.Last(Left);
            var right = Acts.Last(Right);
            // 按照检查指标对我省638家网站进行抽查: what stands before 对 is not said of them.
            if (right == Act.None && ObjectStart is > 0 and var of && Acts.Last(Tail) == Act.Inspect)
            {
                // 对在运行的35个部门网站、24个镇街网站开展了监测: the verb stands behind the last of them.
                left = Acts.Last(Left[of..]) is var own && own == Act.Stock ? Act.None : own;
            }

            // 因更新不及时扣分的账号有11个: the fault, not what it costs.
            left = left == Act.Aside && IsFaultOfThings ? Act.Issue : left;
            if (Quantity.CountsItems)
            {
                return left != Act.None ? left
                    : IsObject ? Act.Issue
                    : right;
            }

            // 不合格的22个政务新媒体复查…: what stands before with 的 says which they are.
            var isAttribute =
                Left.EndsWith('的')
                && (
                    (right == Act.Inspect && left is Act.Fail or Act.Pass or Act.Issue or Act.LeaveOpen or Act.Rectify)
                    // 未整改的4个问题为…
                    || (right == Act.Issue && left is Act.LeaveOpen or Act.Rectify)
                );
            return isAttribute ? left
                : Governing is var verb && verb != Act.None ? verb
                : IsWhole || IsChecked ? Act.Inspect
                : IsObject ? Act.Issue
                : right != Act.None ? right
                : left != Act.None ? left
                // 45个政务新媒体中44个合格: the verb is of the number behind.
                : Right.EndsWith('中') ? Act.None
                : Acts.Last(Tail);
        }
    }

    // Where the object of 对 begins; 0 where there is none.
    private int ObjectStart
    {
        get
        {
            var at = Left.LastIndexOf('对');
            return
                at < 0
                || (at > 0 && Left[at - 1] is '针' or '比' or '校' or '核' or '面' or '应' or '绝')
                || (at + 1 < Left.Length && Left[at + 1] is '照' or '比' or '应' or '外')
                ? 0
                : at + 1;
        }
    }

    // 随机抽查全区正在运行的网站492家, 注销无力运维的账号49个: the first verb has what the other describes for its object.
    private Act Governing
    {
        get
        {
            var words = Subject.StripOpeners(Left);
            foreach (var word in (string[])["一共", "随机", "共", "累计", "本次", "本季度", "已", "主动"])
            {
                words = words.StartsWith(word, StringComparison.Ordinal) ? words[word.Length..] : words;
            }

            var acts = Acts.In(words);
            if (
                acts is not [{ Start: 0 } first, ..]
                || Nouns.LastThing(words + Right) is not (Thing.Site or Thing.Account)
            )
            {
                return Act.None;
            }

            var isClosing = Array.Exists(s_closing, verb => words.StartsWith(verb, StringComparison.Ordinal));
            var isCheck =
                first.Value == Act.Inspect
                && acts.Count > 1
                && acts.TrueForAll(act => act.Value is Act.Inspect or Act.Stock or Act.RateName);
            return isClosing || isCheck ? first.Value : Act.None;
        }
    }

    private bool IsFaultOfThings =>
        Left.Contains("扣分的", StringComparison.Ordinal) && Nouns.LastThing(Left) is Thing.Site or Thing.Account;

    // 52个问题已整改50个: the first number is what was found, the next what became of it.
    private bool IsObject =>
        Acts.In(Right) is [{ Start: 0, Value: Act.Issue }, ..]
        && Right.Length < Tail.Length
        && char.IsAsciiDigit(Tail[Right.Length])
        && Acts.Last(Right) is Act.Rectify or Act.LeaveOpen;

    // 县市248个账号合格240个: the first number is what was checked.
    private bool IsWhole =>
        Acts.In(Right) is [{ Start: > 0, Value: Act.Pass or Act.Fail } act]
        && act.End == Right.Length
        && Right.Length < Tail.Length
        && char.IsAsciiDigit(Tail[Right.Length])
        && Nouns.IsThing(Right[..act.Start]);

    // 对510家网站进行安全问题、内容更新等指标检查: what they were checked for was not found there.
    private bool IsChecked =>
        Left.Contains('对', StringComparison.Ordinal)
        && Acts.Last(Left) is Act.None or Act.Stock
        && Right.IndexOf("进行", StringComparison.Ordinal) is >= 0 and var at
        && Nouns.LastThing(Right[..at]) is Thing.Site or Thing.Account
        && Acts.Last(Tail) == Act.Inspect;

    /// <summary>What is counted: named after the number, else before it.</summary>
    public Thing Thing
    {
        get
        {
            // 41个市直部门政务新媒体: the head of the noun phrase stands last, before any verb.
            var end = Acts.In(Right) is [var act, ..] ? act.Start : Right.Length;
            var head = Nouns.LastThing(Right[..end]);
            var right = head != Thing.Nothing ? head : Nouns.FirstThing(Right);
            return right != Thing.Nothing ? right : Nouns.LastThing(Left);
        }
    }

    private static string Cut(string text, int start, int end)
    {
        while (start < end && text[start] is '、' or '）' or '，' or '；' or ' ' or '”')
        {
            start++;
        }

        // 71个微信公众号、26个新浪微博: the words before the mark belong to the number before.
        var isJoint =
            end > start
            && text[end - 1] is '、' or '和' or '及' or '与'
            && !text.AsSpan(start, end - start).EndsWith("涉及");
        return start < end && !isJoint ? text[start..end] : "";
    }
}
