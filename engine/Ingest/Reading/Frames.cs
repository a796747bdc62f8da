using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>The splits that are open where the reader stands (其中, 涉及的单位有, 按类型分, a bracket).</summary>
internal sealed class Frames
{
    private static readonly (FrameKind Kind, string Word)[] s_openers =
    [
        (FrameKind.OfWhich, "其中"),
        (FrameKind.Listing, "涉及的单位"),
        (FrameKind.Listing, "涉及单位"),
        (FrameKind.Listing, "具体为"),
        (FrameKind.Listing, "具体是"),
        (FrameKind.Listing, "包括"),
        (FrameKind.Listing, "包含"),
        (FrameKind.Listing, "涵盖"),
        (FrameKind.Listing, "名单如下"),
        (FrameKind.Listing, "分别为"),
        (FrameKind.Listing, "分别是"),
    ];

    private readonly List<Frame> _open = [];

    /// <summary>Every split of the notice.</summary>
    public List<Frame> All { get; } = [];

    /// <summary>The innermost open split; null when none is.</summary>
    public Frame? Top => _open.Count > 0 ? _open[^1] : null;

    /// <summary>Forgets the open splits at the end of a paragraph, or where a list with a head of its own begins.</summary>
    public void Clear() => _open.Clear();

    /// <summary>Closes and opens splits by the words between the last number and this one.</summary>
    /// <param name="scene">The number that is read next.</param>
    /// <param name="last">The number read last in this paragraph; a split is of it.</param>
    /// <param name="isAdjacent">Whether no other number stands between that number and this one.</param>
    public void Advance(Scene scene, Draft? last, bool isAdjacent)
    {
        _open.RemoveAll(frame => frame.End < scene.Quantity.Start);
        var gap = scene.Gap;
        var stop = gap.LastIndexOfAny(['。', '！', '？']);
        if (stop >= 0)
        {
            _open.Clear();
        }
        else if (
            gap.Contains('；', StringComparison.Ordinal)
            && Top is { Kind: FrameKind.Listing } top
            && !(top.IsByKind ? Acts.Last(scene.Left) is Act.None or Act.Issue : IsPlainItem(scene))
        )
        {
            _open.RemoveAt(_open.Count - 1);
        }

        if (last is not null && Opener(gap, stop + 1) is { } opener && Opens(scene, opener))
        {
            // 其中 after 其中 splits the same level anew; a list inside a split stays inside.
            _open.RemoveAll(frame => frame.Kind == opener.Kind);
            var isNewSentence = stop >= 0 || scene.Gap[opener.At] is '按' or '从' || last.Sentence != scene.Sentence;
            Open(
                // 5条以下的单位7家，分别为甲局（4条）: they share a number that stands farther back, not all of it.
                new(isAdjacent ? opener.Kind : FrameKind.OfWhich, scene.GapStart + opener.At)
                {
                    Total = isNewSentence ? last.Root : last,
                    HasUnnumbered = scene.Gap.EndsWith('、') && scene.Gap.AsSpan(opener.At).StartsWith("包"),
                    IsByKind = scene.Gap[opener.At] is '按' or '从',
                    // （其中微信9个）ends with its bracket.
                    End =
                        scene.Bracket >= 0 && scene.GapStart + opener.At > scene.Bracket
                            ? scene.Paragraph.PartnerOf(scene.Bracket)
                            : int.MaxValue,
                }
            );
        }
        else if (
            scene.Bracket >= 0
            && !scene.IsAloneInBracket
            && last is not null
            && Top?.Start != scene.Bracket
            && IsBehind(scene, last)
        )
        {
            // （含153个门户网站） names some; （市直53个，县165个） names all.
            var kind = gap.Contains('含', StringComparison.Ordinal) ? FrameKind.OfWhich : FrameKind.Bracket;
            Open(new(kind, scene.Bracket) { Total = last, End = scene.Paragraph.PartnerOf(scene.Bracket) });
        }
    }

    private static bool Opens(Scene scene, (FrameKind Kind, int At) opener)
    {
        // 抽查其中20个: a verb takes some of them; nothing is split.
        // 7个，分别是甲、乙；2个…: the list of the names ends at the semicolon.
        var behind = scene.Gap.AsSpan(opener.At);
        var isOver =
            opener.Kind == FrameKind.Listing
            && !behind.StartsWith("按")
            && !behind.StartsWith("从")
            && behind.Contains('；');
        var isObject = scene.Gap.EndsWith("其中", StringComparison.Ordinal) && Acts.Last(scene.Left) == Act.Inspect;
        return !isOver && !isObject && !IsParallel(scene, opener.At);
    }

    /// <summary>Opens a split.</summary>
    public void Open(Frame frame)
    {
        _open.Add(frame);
        All.Add(frame);
    }

    // 甲局、乙局报送数居前，分别为61条、52条: the numbers are of the names before, not of the total before those.
    private static bool IsParallel(Scene scene, int opener) =>
        scene.Gap.AsSpan(opener).StartsWith("分别") && ParallelNames.Of(scene) is { } name && UnitNames.IsName(name);

    private static bool IsBehind(Scene scene, Draft last) =>
        last.Fact.Span.End <= scene.Bracket && (IsBehindShare(scene, last) || IsStraightBehind(scene, last));

    // 抽查网站224家，占总数的32.5%（含…网站102家）: the share is of the number before it.
    private static bool IsBehindShare(Scene scene, Draft last) =>
        scene.Paragraph.Text[scene.Bracket - 1] == '%'
        && scene.Paragraph.Text[last.Fact.Span.End..scene.Bracket] is { Length: <= 60 } between
        && between.LastIndexOf("，占", StringComparison.Ordinal) is > 0 and var share
        && between.AsSpan(share + 1).IndexOfAny("，；。") < 0;

    private static bool IsStraightBehind(Scene scene, Draft last) =>
        scene.Bracket - last.Fact.Span.End <= 12
        && scene.Paragraph.Text.AsSpan(last.Fact.Span.End, scene.Bracket - last.Fact.Span.End).IndexOfAny("、），；")
            < 0;

    // An item of a list has a name and a number, and no verb of its own.
    private static bool IsPlainItem(Scene scene) =>
        scene.IsAloneInBracket ? UnitNames.IsName(scene.Outer) : Acts.Last(scene.Left) == Act.None;

    private static int FromPoint(string gap)
    {
        var from = gap.LastIndexOf('从');
        var comma = from < 0 ? -1 : gap.AsSpan(from).IndexOfAny('，', '：');
        // 从检查结果来看，…: how it turned out is no kind by which a total is split.
        var isResult =
            comma > 1
            && (
                gap.AsSpan(from, comma).Contains("结果", StringComparison.Ordinal)
                || gap.AsSpan(from, comma).Contains("情况", StringComparison.Ordinal)
            );
        return comma > 1 && !isResult && gap[from + comma - 1] == '看' ? from : -1;
    }

    private static (FrameKind Kind, int At)? Opener(string gap, int from)
    {
        (FrameKind Kind, int At)? found = null;
        foreach (var (kind, word) in s_openers)
        {
            var at = gap.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= from && (found is null || at > found.Value.At))
            {
                found = (kind, at);
            }
        }

        // 按类型分，… and 按分布：…
        // 从责任单位看，… as well.
        var by = Math.Max(gap.LastIndexOf('按'), FromPoint(gap));
        if (by >= from && by > (found?.At ?? -1))
        {
            var mark = gap.AsSpan(by).IndexOfAny('，', '：');
            if (mark is > 1 and < 12 && (gap[by + mark] == '：' || gap.AsSpan(by, mark).IndexOfAny('分', '看') > 0))
            {
                return (FrameKind.Listing, by);
            }
        }

        return found;
    }
}
