using Analytics.Domain;

namespace Analytics.Dashboard.Pages;

/// <summary>The text of a notice cut into paragraphs, and each paragraph into what is a number that was read and what is not.</summary>
public static class NoticeText
{
    /// <summary>Cuts it.</summary>
    /// <param name="notice">The notice; spans that overlap an earlier one are left to it.</param>
    public static IReadOnlyList<NoticeParagraph> Cut(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var facts = notice
            .Facts.Select((fact, index) => (fact, index))
            .Where(pair => pair.fact.Span.End > pair.fact.Span.Start)
            .OrderBy(pair => pair.fact.Span.Start)
            .ThenByDescending(pair => pair.fact.Span.End)
            .ToList();
        var paragraphs = new List<NoticeParagraph>();
        var start = 0;
        foreach (var line in notice.Text.Split('\n'))
        {
            var end = start + line.Length;
            paragraphs.Add(
                new NoticeParagraph(
                    Pieces(notice.Text, start, end, facts),
                    [
                        .. notice
                            .Discrepancies.Select((found, index) => (Found: found, Number: index + 1))
                            .Where(pair =>
                                pair.Found.Spans is [var first, ..] && first.Start >= start && first.Start <= end
                            ),
                    ]
                )
            );
            start = end + 1;
        }

        return paragraphs;
    }

    private static List<NoticePiece> Pieces(string text, int start, int end, List<(Fact Fact, int Index)> facts)
    {
        var pieces = new List<NoticePiece>();
        var at = start;
        foreach (var (fact, index) in facts)
        {
            if (fact.Span.Start < at || fact.Span.End > end)
            {
                continue;
            }

            pieces.Add(new NoticePiece(text[at..fact.Span.Start], null, 0));
            pieces.Add(new NoticePiece(text[fact.Span.Start..fact.Span.End], fact, index));
            at = fact.Span.End;
        }

        pieces.Add(new NoticePiece(text[at..end], null, 0));
        pieces.RemoveAll(piece => piece.Words.Length == 0);
        return pieces;
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Pieces">In order; together they are the paragraph.</param>
/// <param name="Found">Discrepancies whose first figure stands in it, with their number from 1.</param>
public sealed record NoticeParagraph(
    IReadOnlyList<NoticePiece> Pieces,
    IReadOnlyList<(Discrepancy Found, int Number)> Found
);

/// <summary>A piece of a paragraph.</summary>
/// <param name="Words">The words.</param>
/// <param name="Fact">The fact they state; null for what stands between.</param>
/// <param name="Index">The fact's index in the notice.</param>
public sealed record NoticePiece(string Words, Fact? Fact, int Index);
