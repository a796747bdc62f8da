using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>A quarter of a trend with a number on it, and what the number stands for.</summary>
/// <param name="Slot">The quarter's place.</param>
/// <param name="Number">①, ② …</param>
/// <param name="Words">The note, which begins with the number.</param>
internal sealed record TrendAnnotation(int Slot, string Number, string Words)
{
    // ① to ⑳ are one character each; a chart with more notes than that tells none of the oldest.
    private const int Most = 20;

    /// <summary>The annotations of the quarters shown.</summary>
    /// <param name="notes">What is known, in order of time.</param>
    /// <param name="slots">The quarters shown.</param>
    /// <param name="isOfRules">Whether the values follow from a rulebook: another one matters only to those.</param>
    /// <param name="say">The language.</param>
    public static IReadOnlyList<TrendAnnotation> Of(
        IReadOnlyList<QuarterNote> notes,
        IReadOnlyList<Quarter> slots,
        bool isOfRules,
        ChartLanguage say
    ) =>
        [
            .. notes
                .Where(note => slots.Contains(note.Quarter) && (isOfRules || note.Kind != "rulebook"))
                .TakeLast(Most)
                .Select(
                    (note, index) =>
                    {
                        var number = char.ToString((char)('①' + index));
                        return new TrendAnnotation(
                            slots.ToList().IndexOf(note.Quarter),
                            number,
                            $"{number} {note.Words(say.IsEnglish)}"
                        );
                    }
                ),
        ];
}
