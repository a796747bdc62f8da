using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>系统内47个政务新媒体, 正常运行政府网站56个, 共检查政务新媒体728个: what exists and what was inspected.</summary>
internal static class StockPhrases
{
    private const int MostStocks = 50;

    private static readonly string[] s_registers = ["系统内", "备案", "登记", "运行", "纳入监管", "纳入管理"];
    private static readonly string[] s_ownLevel = ["全旗", "我旗"];

    /// <summary>Reads a number of sites or accounts.</summary>
    public static bool Read(ReadingState reading, Scene scene, Act act, Thing thing)
    {
        var channel = Nouns.ChannelOf(thing) is Channel.Website or Channel.NewMedia
            ? Nouns.ChannelOf(thing)
            : Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        var isThing =
            !IsContent(scene)
            && thing is Thing.Site or Thing.Account or Thing.Nothing
            && channel is Channel.Website or Channel.NewMedia;
        if (!isThing || scene.Quantity.Word is not ("个" or "家" or "户" or "次" or "家次" or "个次" or ""))
        {
            return CountPhrases.Add(reading, scene, Measure.Other, null);
        }

        var stock = channel == Channel.Website ? Measure.Sites : Measure.Accounts;
        var measure = ActOf(scene, act) == Act.Inspect ? Measure.Inspected : stock;
        var register = Register(scene);
        var subject = SegmentItem.SubjectOf(scene) ?? SubjectOf(scene);
        measure = SegmentItem.IsWhole(scene) && !subject.IsEmpty ? Measure.Inspected : measure;
        var fact = new Fact
        {
            Measure = measure,
            Channel = channel,
            Unit = subject.Unit,
            Group = subject.Group,
            Platform = subject.Platform,
            Level = LevelOf(scene, measure),
            Count = scene.Quantity.Value,
        };
        if (subject.IsEmpty && Restated(reading, fact, register, IsSaidAgain(scene)) is { } known)
        {
            known.Restatements.Add((scene.Span, scene.Quantity.Value));
            ReadAsInspected(reading, scene, fact, measure);
            return true;
        }

        var total =
            Parts.TotalOf(reading, scene, measure, channel)
            ?? Parts.TotalOf(reading, scene, Measure.Inspected, channel);
        if (total is not null && !subject.IsEmpty)
        {
            Parts.Tie(
                reading,
                reading.Add(scene, Parts.Inherit(fact with { Measure = total.Fact.Measure }, total)),
                total
            );
            return true;
        }

        var added = reading.Add(scene, fact, register);
        if (subject.IsEmpty && reading.Stocks.Count < MostStocks)
        {
            reading.Stocks.Add(added);
        }

        if (measure == stock)
        {
            ReadAsInspected(reading, scene, fact, measure);
        }

        return true;
    }

    // 34个网站中, 34个网站平均可用率: no verb says that there are so many.
    private static bool IsSaidAgain(Scene scene) =>
        scene.Right.EndsWith('中') || (scene.Left.Length == 0 && scene.Act == Act.None && scene.Right.Contains('率'));

    // 检测链接11.6万个: content of the sites.
    private static bool IsContent(Scene scene) =>
        Array.Exists(
            (string[])["链接", "页面", "网页", "附件", "文章"],
            word => scene.Left.EndsWith(word, StringComparison.Ordinal)
        );

    // 对系统内31个政务新媒体进行检测 states the register's stock first, and then that it was inspected.
    private static Act ActOf(Scene scene, Act act) =>
        act == Act.Inspect && (scene.Left.EndsWith(s_registers[0], StringComparison.Ordinal) || IsSampled(scene))
            ? Act.Stock
            : act;

    // 1061个账号中的173个进行了抽查, 从260个账号中随机抽取30个: a sample is taken of what exists.
    private static bool IsSampled(Scene scene)
    {
        // 对253个网站随机抽查了130个, 对1203个账号按不少于10%的比例（131个）进行抽查
        var isNext =
            scene.Right.Length < scene.Tail.Length
            && char.IsAsciiDigit(scene.Tail[scene.Right.Length])
            && scene.Left.Contains('对', StringComparison.Ordinal)
            && (
                Array.Exists(
                    (string[])["抽查", "抽取", "抽检", "抽查了", "抽取了", "抽检了", "检查了", "抽测了"],
                    verb => scene.Right.EndsWith(verb, StringComparison.Ordinal)
                ) || scene.Tail.Contains("比例（", StringComparison.Ordinal)
            );
        if (isNext)
        {
            return true;
        }

        var at = scene.Tail.IndexOf('中', StringComparison.Ordinal);
        if (at < 0 || at > scene.Right.Length || Acts.Last(scene.Left) is not (Act.None or Act.Stock))
        {
            return false;
        }

        var rest = scene.Tail.AsSpan(at + 1).TrimStart('的');
        foreach (var verb in (string[])["随机", "抽取", "抽选", "抽查", "选取", "检查", "了"])
        {
            rest = rest.StartsWith(verb) ? rest[verb.Length..] : rest;
        }

        return rest.Length > 0 && char.IsAsciiDigit(rest[0]);
    }

    // 对系统内47个政务新媒体…进行检测: the stock is also the object of the check.
    private static void ReadAsInspected(ReadingState reading, Scene scene, Fact fact, string measure)
    {
        if (measure == Measure.Inspected || Acts.Last(scene.Tail) != Act.Inspect || IsSampled(scene))
        {
            return;
        }

        reading.Add(scene, fact with { Measure = Measure.Inspected, Level = Context.LevelAt(scene) ?? fact.Level });
    }

    private static Draft? Restated(ReadingState reading, Fact fact, string? register, bool isWhole) =>
        reading.Stocks.Find(draft =>
            (draft.Fact.Measure == fact.Measure || (isWhole && draft.Fact.Measure == Measure.Inspected))
            && draft.Fact.Channel == fact.Channel
            && draft.Total is null
            && draft.Fact.Group is null
            && draft.Fact.Platform is null
            && (
                (register is not null && draft.Register == register && register == s_registers[0])
                || draft.Fact.Count == fact.Count
            )
        );

    private static string? Register(Scene scene)
    {
        var words = scene.Left + scene.Right;
        return Array.Find(s_registers, register => words.Contains(register, StringComparison.Ordinal));
    }

    private static string? LevelOf(Scene scene, string measure)
    {
        if (measure == Measure.Inspected)
        {
            return Context.LevelAt(scene);
        }

        return Array.Exists(s_ownLevel, own => scene.SentenceBefore.Contains(own, StringComparison.Ordinal))
            ? "旗"
            : null;
    }

    // 71个微信公众号, 市直部门网站29个; the whole stock has no subject.
    private static Subject SubjectOf(Scene scene)
    {
        if (scene.Left.EndsWith("其中", StringComparison.Ordinal))
        {
            return Subject.None;
        }

        var phrase = Platforms.Unquoted(Nouns.FirstThing(scene.Right) != Thing.Nothing ? scene.Right : scene.Left);
        // 53个今日头条账号中，16个…: of which some are spoken of.
        phrase = phrase.EndsWith('中') ? phrase[..^1] : phrase;
        if (Platforms.Whole(Subject.StripEndings(Subject.StripOpeners(phrase))) is { } platform)
        {
            return new(null, null, platform);
        }

        return SubjectInSplit(scene, phrase);
    }

    private static Subject SubjectInSplit(Scene scene, string phrase)
    {
        var isSplit =
            scene.Gap.Contains("其中", StringComparison.Ordinal) || scene.Gap.Contains('含', StringComparison.Ordinal);
        return isSplit || scene.Bracket >= 0 ? Subject.OfItem(phrase, isClassOpen: false) : Subject.None;
    }
}
