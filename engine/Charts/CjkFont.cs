using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Analytics.Charts;

/// <summary>A Chinese font that was proven to have the glyphs of our texts. Thread-safe; lives as long as the program.</summary>
/// <remarks>
/// Without a font of its own a chart shows boxes and raises no error, so charts can only be drawn with an instance of
/// this type, and an instance only comes from <see cref="Find"/>. The typefaces are never disposed: Skia shares them.
/// </remarks>
public sealed class CjkFont
{
    /// <summary>A character every Chinese font has, put where the font lacks a rare one (缺字标记).</summary>
    internal const string MissingMark = "〓";

    internal CjkFont(SKTypeface regular, SKTypeface? bold, string file)
    {
        Regular = regular;
        Bold = bold ?? regular;
        HasBold = bold is not null;
        File = file;
    }

    /// <summary>The family as the font file names it, for example Noto Sans SC.</summary>
    public string Family => Regular.FamilyName;

    /// <summary>The file the regular weight was read from.</summary>
    public string File { get; }

    /// <summary>Whether the bold weight is a design of its own; if not, bold text is thickened when drawn.</summary>
    public bool HasBold { get; }

    internal SKTypeface Regular { get; }

    internal SKTypeface Bold { get; }

    /// <summary>Looks for a font: the setting, then the font beside the program, then the fonts of the system.</summary>
    /// <param name="options">Where to look; null for <see cref="FontOptions.FromEnvironment"/>.</param>
    /// <returns>The first font that passes the proof, or the problem in words; never throws for a missing or broken font.</returns>
    public static FontSearch Find(FontOptions? options = null) =>
        FontSearch.Run(options ?? FontOptions.FromEnvironment());

    /// <summary>The text as it can be drawn: characters that the font lacks become 〓 instead of boxes.</summary>
    /// <param name="text">Any text.</param>
    internal string Drawable(string text) => Missing(text).Count == 0 ? text : Replaced(text);

    /// <summary>The characters of a text that the font lacks, each once, in the order of the text.</summary>
    internal IReadOnlyList<Rune> Missing(string text) =>
        [.. text.EnumerateRunes().Where(rune => !Has(rune)).Distinct()];

    private bool Has(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator
        || (Regular.GetGlyph(rune.Value) != 0 && Bold.GetGlyph(rune.Value) != 0);

    private string Replaced(string text)
    {
        var drawable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            drawable.Append(Has(rune) ? rune.ToString() : MissingMark);
        }

        return drawable.ToString();
    }
}
