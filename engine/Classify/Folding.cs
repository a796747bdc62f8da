namespace Analytics.Classify;

/// <summary>Characters under way from the text as written to the text the model sees, each with its origin.</summary>
internal sealed class Folding(int capacity)
{
    // Stands for a masked character until the gaps are closed.
    private const char Gap = '\uFFFF';

    private char[] _characters = new char[capacity];
    private int[] _origins = new int[capacity];
    private int _length;

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    public void Add(char c, int origin)
    {
        if (_length == _characters.Length)
        {
            // One character may fold into several (㎡, ㈱).
            Array.Resize(ref _characters, (2 * _length) + 16);
            Array.Resize(ref _origins, _characters.Length);
        }

        _characters[_length] = c;
        _origins[_length++] = origin;
    }

    /// <summary>Puts one mask in the place of several characters; the rest become gaps, so that places stay.</summary>
    public void Mask(int start, int length, char mask)
    {
        _characters[start] = mask;
        _characters.AsSpan(start + 1, length - 1).Fill(Gap);
    }

    public void Close()
    {
        var kept = 0;
        for (var i = 0; i < _length; i++)
        {
            if (_characters[i] != Gap)
            {
                (_characters[kept], _origins[kept]) = (_characters[i], _origins[i]);
                kept++;
            }
        }

        _length = kept;
    }

    public NormalisedText ToText(int sourceLength, bool isCut) =>
        new(_characters, _origins, _length, sourceLength, isCut);
}
