namespace Analytics.Ingest.Reading;

/// <summary>The headings the reader stands under, from the outermost to the innermost: 二、存在问题, （一）网站, 1.断链.</summary>
internal sealed class Sections
{
    private readonly List<(char Kind, string Words)> _open = [];

    /// <summary>The headings, one a line; a sub-heading keeps the words of those above: 单项否决情形 holds for all its items.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The innermost heading.</summary>
    public string Innermost => _open.Count > 0 ? _open[^1].Words : "";

    /// <summary>Enters a heading; it ends those of its own kind and below. 一、 and headings without a mark end all.</summary>
    /// <param name="kind">The kind of its list mark, a space for none.</param>
    /// <param name="words">Its words.</param>
    public void Enter(char kind, string words)
    {
        var same = kind is '、' or ' ' ? 0 : _open.FindIndex(heading => heading.Kind == kind);
        if (same >= 0)
        {
            _open.RemoveRange(same, _open.Count - same);
        }

        _open.Add((kind, words));
        Words = string.Join('\n', _open.Select(heading => heading.Words));
    }

    /// <summary>The channel of the innermost heading that names one; null when it names several, or none does.</summary>
    public string? Channel
    {
        get
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (Grammar.Nouns.Channels(_open[i].Words).Count > 0)
                {
                    return Context.ChannelOf(_open[i].Words);
                }
            }

            return null;
        }
    }
}
