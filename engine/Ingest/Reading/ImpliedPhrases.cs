namespace Analytics.Ingest.Reading;

/// <summary>Words in place of digits (未发现, 为零, 均已整改, a unit or account named without a number), sentence by sentence.</summary>
internal static class ImpliedPhrases
{
    private const int LongestSentence = 4000;

    /// <summary>Reads a sentence after its numbers.</summary>
    public static void Read(ReadingState reading, Paragraph paragraph, int sentence, int start, int end)
    {
        if (end - start is < 4 or > LongestSentence)
        {
            return;
        }

        var scope = new SentenceScope(paragraph, sentence, start, paragraph.Text[start..end]);
        ImpliedZeros.Read(reading, scope);
        NamedAccounts.Read(reading, scope);
        QuotedAccounts.Read(reading, scope);
        NamedUnits.Read(reading, scope);
        FaultyUnits.Read(reading, scope);
    }
}

/// <summary>A sentence and its place.</summary>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="Sentence">Its number, counted through the notice.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Words">Its words.</param>
internal readonly record struct SentenceScope(Paragraph Paragraph, int Sentence, int Start, string Words)
{
    private const int LongestClause = 400;

    /// <summary>The words of the clause around an offset of the sentence.</summary>
    public string ClauseFrom(int at)
    {
        var end = Words.AsSpan(at).IndexOfAny('，', '；', '。');
        return Words.Substring(at, Math.Min(end < 0 ? Words.Length - at : end, LongestClause));
    }

    /// <summary>Every place of a word in the sentence.</summary>
    public IEnumerable<int> PlacesOf(string word)
    {
        for (
            var at = Words.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = Words.IndexOf(word, at + 1, StringComparison.Ordinal)
        )
        {
            yield return at;
        }
    }

    /// <summary>The span of some words of the sentence.</summary>
    public Domain.Span SpanOf(int at, int length) => new(Start + at, Start + at + length);
}
