using Analytics.Domain;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Reading;

/// <summary>What has been understood so far, and the context that is carried down the text.</summary>
internal sealed class ReadingState(NormalText source, DocumentHead head)
{
    private const int MostInSentence = 300;

    private ILookup<int, Draft>? _bySentence;

    /// <summary>More numbers than any notice has; reading stops there.</summary>
    public const int MostNumbers = 50_000;

    /// <summary>Whether the text has more numbers than a notice can have.</summary>
    public bool IsOverfull => Drafts.Count + Unrecognised.Count > MostNumbers;

    /// <summary>The normalised text.</summary>
    public NormalText Source { get; } = source;

    /// <summary>Title, quarter and default year.</summary>
    public DocumentHead Head { get; } = head;

    /// <summary>The facts, in the order in which they were read.</summary>
    public List<Draft> Drafts { get; } = [];

    /// <summary>The splits.</summary>
    public Frames Frames { get; } = new();

    /// <summary>What is stated to exist or to have been inspected as a whole; the same figure again is the same quantity.</summary>
    public List<Draft> Stocks { get; } = [];

    /// <summary>Numbers that were not understood.</summary>
    public List<Unrecognised> Unrecognised { get; } = [];

    /// <summary>The words of the section the reader is in; its channel is the last resort but one.</summary>
    public string Section => Sections.Words;

    /// <summary>The headings the reader stands under.</summary>
    public Sections Sections { get; } = new();

    /// <summary>The last line that is nothing but the label of what stands under it (各科室采用情况：), and its number.</summary>
    public (int Line, string Words) Label { get; set; } = (-2, "");

    /// <summary>The line at which that section begins: what stands above it speaks of something else.</summary>
    public int SectionLine { get; set; }

    /// <summary>The number read last in this paragraph.</summary>
    public Draft? LastIn(Paragraph paragraph) =>
        Drafts.Count > 0 && Drafts[^1].Paragraph == paragraph.Index ? Drafts[^1] : null;

    /// <summary>What a split that opens at a number is of: the last total that counts the same kind of thing.</summary>
    public Draft? SplitBefore(Scene scene) =>
        FirstOfSentence(scene)
        ?? OtherBefore(scene)
        ?? FoundBefore(scene)
        ?? Nearest(scene)
        ?? (
            LastIn(scene.Paragraph) is null
            && Above(scene) is { } above
            && above.CountsItems == scene.Quantity.CountsItems
                ? above
                : null
        )
        ?? LastIn(scene.Paragraph)
        ?? Above(scene);

    private Draft? Nearest(Scene scene)
    {
        bool Counts(Draft draft) =>
            draft.Fact.Count is not null
            && draft.Fact.Measure != Measure.Other
            && !draft.IsException
            && draft.CountsItems == scene.Quantity.CountsItems;
        var last = FindBack(scene.Paragraph, Counts);
        // 收到留言300条，部门收到180条，乡镇收到120条，其中咨询类190条: it splits one that is large enough.
        return
            last is null
            || last.Fact.Count >= scene.Quantity.Value
            || !scene.Gap.Contains("其中", StringComparison.Ordinal)
            ? last
            : Drafts
                .FindAll(draft =>
                    draft.Sentence == last.Sentence && Counts(draft) && draft.Fact.Measure == last.Fact.Measure
                )
                .MaxBy(draft => draft.Fact.Count);
    }

    // 受理61件，答复60件；其中…: behind a semicolon the first total of the sentence is split.
    private Draft? FirstOfSentence(Scene scene)
    {
        // …账号中，因…的22个；按地区分，甲市9个: of what was found, not of the content that was looked at.
        var isByKind = scene.Gap.Contains("；按", StringComparison.Ordinal);
        return isByKind || scene.Gap.Contains("；其中", StringComparison.Ordinal)
            ? Drafts.Find(draft =>
                draft.Sentence == scene.Sentence
                && draft is { Total: null, Fact.Count: not null }
                && (!isByKind || draft.Fact.Measure != Measure.Other)
                && draft.CountsItems == scene.Quantity.CountsItems
            )
            : null;
    }

    // 关停账号5个，其中微博3个: straight behind it, what has no measure may be split too.
    private Draft? OtherBefore(Scene scene) =>
        scene.Gap.Contains("，其中", StringComparison.Ordinal)
        && !scene.Gap.AsSpan().ContainsAny("。；：")
        && LastIn(scene.Paragraph) is { Fact: { Measure: Measure.Other, Count: not null }, Total: null } last
        && last.Sentence == scene.Sentence
        && last.CountsItems == scene.Quantity.CountsItems
        && last.Fact.Count >= scene.Quantity.Value
            ? last
            : null;

    // 反馈问题47个，已整改39个，正在整改8个。其中平台类21个: what was found is split, not what is left of it.
    private Draft? FoundBefore(Scene scene) =>
        scene.Gap.Contains("。其中", StringComparison.Ordinal)
        && LastIn(scene.Paragraph) is { Fact.Measure: Measure.Rectified or Measure.Unrectified } last
        && last.Fact.Count < scene.Quantity.Value
            ? FindBack(last, draft => draft is { Total: null, Fact: { Measure: Measure.Issues, Count: not null } })
            : null;

    // A paragraph that begins with 按类型分 or 其中 splits the first total of the paragraph above.
    private Draft? Above(Scene scene)
    {
        Draft? first = null;
        for (var i = Drafts.Count - 1; i >= 0 && i > Drafts.Count - 60; i--)
        {
            var draft = Drafts[i];
            if (draft.Paragraph < scene.Paragraph.Index - 1)
            {
                // 按目的分类：… and, in the paragraph below, 按类型分类：…: both are of the total above them.
                return first ?? (Drafts[^1] is { Total: { } whole } ? whole.Root : null);
            }

            var isTotal = draft is { Total: null, Fact: { Count: not null, CountImplied: false } };
            first = isTotal && draft.Fact.Measure != Measure.Other ? draft : first;
        }

        return first;
    }

    /// <summary>The last fact of this paragraph that satisfies a condition.</summary>
    public Draft? FindBack(Paragraph paragraph, Func<Draft, bool> condition)
    {
        for (var i = Drafts.Count - 1; i >= 0 && i > Drafts.Count - 200 && Drafts[i].Paragraph == paragraph.Index; i--)
        {
            if (condition(Drafts[i]))
            {
                return Drafts[i];
            }
        }

        return null;
    }

    /// <summary>The facts of a sentence, the first few hundred of them; for the audit, when no fact is added any more.</summary>
    public IEnumerable<Draft> InSentence(int sentence) =>
        (_bySentence ??= Drafts.ToLookup(draft => draft.Sentence))[sentence].Take(MostInSentence);

    /// <summary>The last fact of this paragraph or of the few above that satisfies a condition.</summary>
    public Draft? FindAbove(int paragraph, Func<Draft, bool> condition)
    {
        for (var i = Drafts.Count - 1; i >= 0 && i > Drafts.Count - 60 && Drafts[i].Paragraph >= paragraph - 3; i--)
        {
            if (condition(Drafts[i]))
            {
                return Drafts[i];
            }
        }

        return null;
    }

    /// <summary>The last fact of a fact's sentence that satisfies a condition.</summary>
    public Draft? FindBack(Draft from, Func<Draft, bool> condition)
    {
        for (var i = Drafts.Count - 1; i >= 0 && i > Drafts.Count - 200 && Drafts[i].Sentence == from.Sentence; i--)
        {
            if (condition(Drafts[i]))
            {
                return Drafts[i];
            }
        }

        return null;
    }

    /// <summary>Adds a fact read from a number.</summary>
    public Draft Add(Scene scene, Fact fact, string? register = null)
    {
        var draft = new Draft(Complete(scene, fact), scene.Paragraph.Index, scene.Sentence)
        {
            Register = register,
            CountsItems = scene.Quantity.CountsItems,
            Decimals = DecimalsOf(Source.Text.AsSpan(scene.Quantity.Start, scene.Quantity.End - scene.Quantity.Start)),
        };
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>Adds a fact that a word states, not a digit.</summary>
    public Draft AddImplied(Paragraph paragraph, int sentence, Span span, Fact fact)
    {
        var draft = new Draft(
            fact with
            {
                CountImplied = true,
                Span = span,
                Location = Source.LocationOf(span.Start),
                Words = fact.Words.Length > 0 ? fact.Words : Source.Text[span.Start..span.End],
                Period = fact.Period ?? Context.PeriodAt(this, paragraph, paragraph.Span.Start, span.Start),
            },
            paragraph.Index,
            sentence
        );
        Drafts.Add(draft);
        return draft;
    }

    /// <summary>Adds a number that was not understood.</summary>
    public void AddUnrecognised(Scene scene) => Unrecognised.Add(new(scene.Span, scene.Clause));

    private Fact Complete(Scene scene, Fact fact) =>
        fact with
        {
            Span = scene.Span,
            Location = Source.LocationOf(scene.Quantity.Start),
            Words = scene.Clause,
            Period = fact.Period ?? Context.PeriodAt(this, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start),
            Comparator = fact.Comparator ?? (scene.Quantity.IsApproximate ? ">" : null),
        };

    /// <summary>How many decimal places digits have.</summary>
    public static int DecimalsOf(ReadOnlySpan<char> digits) =>
        digits.IndexOf('.') is var point and >= 0 ? digits.Length - point - 1 : 0;
}
