namespace Analytics.Domain;

/// <summary>A notice (通报) after reading: its text, what it states, and what is wrong with its arithmetic.</summary>
/// <param name="Text">The normalised text; every span is an offset pair into it, in UTF-16 units.</param>
/// <param name="Document">Number, title, issuer, date and quarter.</param>
/// <param name="Facts">Every printed number that was understood, in the order of the text.</param>
/// <param name="Breakdowns">Which facts split which total; indexes into <paramref name="Facts"/>.</param>
/// <param name="Checks">Identities that hold.</param>
/// <param name="Discrepancies">Identities that do not hold, and wording that cannot be meant.</param>
/// <param name="Unrecognised">Clauses that hold a number which was not understood.</param>
public sealed record Notice(
    string Text,
    NoticeDocument Document,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Breakdown> Breakdowns,
    IReadOnlyList<Check> Checks,
    IReadOnlyList<Discrepancy> Discrepancies,
    IReadOnlyList<Unrecognised> Unrecognised
);

/// <summary>The head of a notice. A part that the text does not state is null.</summary>
/// <param name="Number">文号, for example 伊政数发〔2025〕1号.</param>
/// <param name="Title">The title, without line breaks.</param>
/// <param name="Issuer">The issuing office as signed or as in the title.</param>
/// <param name="IssuedOn">The date of signature.</param>
/// <param name="Quarter">The quarter reported on; null for months, half years and years.</param>
public sealed record NoticeDocument(
    string? Number,
    string? Title,
    string? Issuer,
    DateOnly? IssuedOn,
    Quarter? Quarter
);

/// <summary>A half-open range [Start, End) of the normalised text, in UTF-16 units.</summary>
public readonly record struct Span(int Start, int End);

/// <summary>A total and the facts that split it (其中、涉及的单位有、（…23条）).</summary>
/// <param name="Total">Index of the total in <see cref="Notice.Facts"/>.</param>
/// <param name="Parts">Indexes of the parts, in the order of the text.</param>
public sealed record Breakdown(int Total, IReadOnlyList<int> Parts);

/// <summary>An identity of the notice that holds, kept so that a reader sees what was checked.</summary>
/// <param name="What">The identity in one Chinese sentence.</param>
/// <param name="Stated">The figure as printed.</param>
/// <param name="Computed">The figure computed from the other figures.</param>
/// <param name="Spans">The figures that took part.</param>
public sealed record Check(string What, decimal Stated, decimal Computed, IReadOnlyList<Span> Spans);

/// <summary>A clause with a number that was not understood.</summary>
/// <param name="Span">Where the number stands.</param>
/// <param name="Words">The clause around it.</param>
public sealed record Unrecognised(Span Span, string Words);
