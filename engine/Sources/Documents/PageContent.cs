namespace Analytics.Sources.Documents;

/// <summary>What stands on one page.</summary>
/// <param name="Pieces">Its letters or words, in any order.</param>
internal sealed record PageContent(IReadOnlyList<TextPiece> Pieces);

/// <summary>A letter or word where it stands on a page; lengths in the page's own unit, y downwards.</summary>
internal readonly record struct TextPiece(string Text, double Left, double Right, double Baseline, double Size);
