namespace Analytics.Classify;

/// <summary>A text as the model sees it, with the way back to the text as written.</summary>
public sealed class NormalisedText
{
    private readonly char[] _characters;
    private readonly int[] _origins;
    private readonly int _length;

    internal NormalisedText(char[] characters, int[] origins, int length, int sourceLength, bool isCut)
    {
        (_characters, _origins, _length, SourceLength, IsCut) = (characters, origins, length, sourceLength, isCut);
    }

    /// <summary>The folded and masked characters.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    /// <summary>Whether the text was longer than is read.</summary>
    public bool IsCut { get; }

    /// <summary>How much of the text as written was read.</summary>
    public int SourceLength { get; }

    /// <summary>Where some of the characters stand in the text as written.</summary>
    /// <param name="start">The first of <see cref="Characters"/>.</param>
    /// <param name="length">How many.</param>
    /// <returns>[start, end) in UTF-16 units of the text as written.</returns>
    public (int Start, int End) Span(int start, int length)
    {
        var next = start + length;
        return (_origins[start], next < _length ? _origins[next] : SourceLength);
    }
}
