using Analytics.Domain;

namespace Analytics.Tests.Ingest;

/// <summary>Facts read against facts written down: which were found, missed, or invented.</summary>
internal sealed record Comparison(
    List<(ExpectedFact Expected, Fact Found)> Matched,
    List<ExpectedFact> Missed,
    List<Fact> Extra
)
{
    public decimal Recall => Share(Matched.Count(pair => !pair.Expected.IsAmbiguous), Missed.Count);

    public decimal Precision => Share(Matched.Count(pair => !pair.Expected.IsAmbiguous), Extra.Count);

    /// <summary>Matches one to one; what is ambiguous is neither asked for nor held against the reader.</summary>
    public static Comparison Of(IReadOnlyList<Fact> facts, List<ExpectedFact> expected)
    {
        var left = facts.ToList();
        var matched = new List<(ExpectedFact, Fact)>();
        var missed = new List<ExpectedFact>();
        foreach (var wanted in expected.OrderByDescending(fact => fact.IsShare).ThenBy(fact => fact.IsAmbiguous))
        {
            var found = left.Where(wanted.Matches).OrderByDescending(fact => Likeness(wanted, fact)).FirstOrDefault();
            if (found is not null)
            {
                // A sampling share is printed beside the number it belongs to and is kept in the same fact.
                if (!wanted.IsShare)
                {
                    left.RemoveAll(fact => ReferenceEquals(fact, found));
                }

                matched.Add((wanted, found));
            }
            else if (!wanted.IsAmbiguous)
            {
                missed.Add(wanted);
            }
        }

        return new(matched, missed, left.FindAll(fact => fact.Measure != Measure.Other));
    }

    // Two facts can have the same number: the one whose other words agree is meant.
    private static int Likeness(ExpectedFact wanted, Fact fact) =>
        (wanted.Unit == fact.Unit ? 4 : 0)
        + (wanted.Category == fact.Category ? 2 : 0)
        + (wanted.Group == fact.Group ? 1 : 0)
        + (wanted.Target == fact.Target ? 1 : 0)
        + (wanted.Level == fact.Level ? 1 : 0)
        + (wanted.Platform == fact.Platform ? 1 : 0);

    private static decimal Share(int some, int others) => some + others == 0 ? 1 : (decimal)some / (some + others);
}
