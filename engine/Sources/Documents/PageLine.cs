using System.Text;

namespace Analytics.Sources.Documents;

/// <summary>One line of print.</summary>
/// <param name="Text">Its letters from left to right; columns of a table are parted by bars.</param>
/// <param name="Left">Where its first letter begins.</param>
/// <param name="Right">Where its last letter ends.</param>
/// <param name="Baseline">Its height on the page, downwards.</param>
/// <param name="Size">The size of its letters.</param>
/// <param name="Page">The page, from 1.</param>
internal sealed record PageLine(string Text, double Left, double Right, double Baseline, double Size, int Page)
{
    // Justified text is never spread this wide; columns of a table stand further apart.
    private const double ColumnGap = 1.5;
    private const string Bar = " | ";
    private const double Far = 1e6;

    /// <summary>Whether it has columns.</summary>
    public bool HasColumns => Text.Contains(Bar, StringComparison.Ordinal);

    /// <summary>Joins the pieces of a page to lines, from top to bottom.</summary>
    public static List<PageLine> Of(PageContent page, int number)
    {
        var lines = new List<PageLine>();
        var row = new List<TextPiece>();
        foreach (var piece in page.Pieces.Where(IsOnPage).OrderBy(piece => piece.Baseline).ThenBy(piece => piece.Left))
        {
            // Small figures (上标) stand a little higher; the next line is at least one size away.
            if (row.Count > 0 && piece.Baseline - row[0].Baseline > 0.45 * Math.Max(piece.Size, row[0].Size))
            {
                Close(row, number, lines);
            }

            row.Add(piece);
        }

        Close(row, number, lines);
        return lines;
    }

    // A place beyond all paper, or none at all, would spoil the margins of the whole document.
    private static bool IsOnPage(TextPiece piece) =>
        Math.Abs(piece.Left) < Far
        && Math.Abs(piece.Right) < Far
        && Math.Abs(piece.Baseline) < Far
        && piece.Size is > 0 and < Far;

    private static void Close(List<TextPiece> row, int number, List<PageLine> lines)
    {
        row.Sort((one, other) => one.Left.CompareTo(other.Left));
        var text = new StringBuilder();
        TextPiece? last = null;
        var isSpaced = false;
        foreach (var piece in row)
        {
            if (string.IsNullOrWhiteSpace(piece.Text))
            {
                isSpaced = text.Length > 0;
                continue;
            }

            if (last is { } before)
            {
                // Bold is sometimes printed as the same letter twice.
                if (before.Text == piece.Text && Math.Abs(before.Left - piece.Left) < 0.2 * piece.Size)
                {
                    continue;
                }

                text.Append(Between(before, piece, isSpaced));
            }

            text.Append(piece.Text);
            last = piece;
            isSpaced = false;
        }

        if (last is { } end)
        {
            var first = row.First(piece => !string.IsNullOrWhiteSpace(piece.Text));
            var sizes = row.Where(piece => !string.IsNullOrWhiteSpace(piece.Text))
                .Select(piece => piece.Size)
                .Order()
                .ToList();
            lines.Add(
                new(Columns(text.ToString()), first.Left, end.Right, first.Baseline, sizes[sizes.Count / 2], number)
            );
        }

        row.Clear();
    }

    // Wide gaps part columns, unless a sentence goes over them or single letters are spread out (通　　报).
    private static string Columns(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return text;
        }

        var cells = text.Split('\t');
        return Array.TrueForAll(cells, cell => cell.Length == 1) ? string.Concat(cells)
            : text.AsSpan().IndexOfAny("。，；") >= 0 ? string.Join(' ', cells)
            : string.Join(Bar, cells);
    }

    private static string Between(TextPiece before, TextPiece piece, bool isSpaced)
    {
        var gap = (piece.Left - before.Right) / Math.Max(before.Size, piece.Size);
        if (gap > ColumnGap)
        {
            return "\t";
        }

        // Office programs leave a quarter between Chinese and Latin letters where nobody typed a space.
        var isLatin = before.Text[^1] < '\u2E80' && piece.Text[0] < '\u2E80';
        return isSpaced || (isLatin && gap > 0.2) ? " " : "";
    }
}
