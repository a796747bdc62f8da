using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>A fact while the notice is being read: it can still learn its total and its numerator.</summary>
internal sealed class Draft(Fact fact, int paragraph, int sentence)
{
    /// <summary>The fact so far.</summary>
    public Fact Fact { get; set; } = fact;

    /// <summary>The paragraph it stands in.</summary>
    public int Paragraph { get; } = paragraph;

    /// <summary>The sentence it stands in, counted through the notice.</summary>
    public int Sentence { get; } = sentence;

    /// <summary>The split it is a part of, null for a total and for a number that stands alone.</summary>
    public Frame? PartOf { get; set; }

    /// <summary>The total it is a part of.</summary>
    public Draft? Total { get; set; }

    /// <summary>The outermost total, itself when it is no part.</summary>
    public Draft Root => Total is null ? this : Total.Root;

    /// <summary>The counted things a rate was computed from, where the text shows them.</summary>
    public (Draft? Numerator, Draft? Denominator) RateOf { get; set; }

    /// <summary>The number of which this one counts some (其中不合格3个 of 检查39个), though it measures something else.</summary>
    public Draft? Within { get; set; }

    /// <summary>Other places where the same quantity is stated.</summary>
    public List<(Span Span, decimal Value)> Restatements { get; } = [];

    /// <summary>The word that says which register a stock was counted in (系统内); the same word means the same quantity.</summary>
    public string? Register { get; init; }

    /// <summary>Whether it counts papers or occurrences (条) rather than things (个).</summary>
    public bool CountsItems { get; init; }

    /// <summary>Whether it is taken out of the total before the others are listed (除信息室报送1条外).</summary>
    public bool IsException { get; set; }

    /// <summary>Whether it only lends its words to the items of a list that splits no printed total (前三名：…).</summary>
    public bool IsTemplate { get; init; }

    /// <summary>How many decimal places are printed.</summary>
    public int Decimals { get; init; }
}

/// <summary>A split of a total that is being read (其中、涉及的单位有、按类型分、括号).</summary>
internal sealed class Frame(FrameKind kind, int start)
{
    /// <summary>What opened it.</summary>
    public FrameKind Kind { get; } = kind;

    /// <summary>Where it was opened; its totals stand before.</summary>
    public int Start { get; } = start;

    /// <summary>The parts with their totals: one 其中 can split two totals (报送, 采用).</summary>
    public List<(Draft Total, Draft Part)> Parts { get; } = [];

    /// <summary>The total the opener stands behind.</summary>
    public Draft? Total { get; init; }

    /// <summary>Where the closing bracket stands, for a split in brackets.</summary>
    public int End { get; init; } = int.MaxValue;

    /// <summary>Whether it was opened by 按类型分: its items are kinds, whose words look like verbs (内容无法访问21条).</summary>
    public bool IsByKind { get; init; }

    /// <summary>Whether its head selects some (较多的单位, 前三名): the others are not named.</summary>
    public bool IsSelective { get; init; }

    /// <summary>Whether an item without a number stands before the first part: 包含市政府门户网站、13个县级网站.</summary>
    public bool HasUnnumbered { get; init; }

    /// <summary>等 or （后文未取得） stands behind the last part: the list is not complete.</summary>
    public bool IsCut { get; set; }
}

/// <summary>What opened a split.</summary>
internal enum FrameKind
{
    /// <summary>其中: some of them, perhaps all.</summary>
    OfWhich,

    /// <summary>涉及的单位有、按类型分、包括: all of them.</summary>
    Listing,

    /// <summary>A bracket after the total.</summary>
    Bracket,
}
