using Analytics.Ingest.Grammar;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Tables;

/// <summary>A cell as a number: 3 · ３ · 三 · 3条 · 1,234 · 54%.</summary>
/// <param name="State">Whether there is one.</param>
/// <param name="Value">The number as written; 54 for 54%.</param>
/// <param name="Decimals">The decimals that are written.</param>
/// <param name="IsPercent">Whether % stands behind it.</param>
internal readonly record struct CellNumber(CellState State, decimal Value, int Decimals, bool IsPercent)
{
    private const string MeasureWords = "条个家次处件篇份期项户分名人封";

    private static readonly CellNumber s_notStated = new(CellState.NotStated, 0, 0, false);
    private static readonly CellNumber s_wrong = new(CellState.Wrong, 0, 0, false);

    /// <summary>Reads a cell.</summary>
    public static CellNumber Read(string cell)
    {
        // Nearly every cell of a count is a few digits.
        if (cell.Length is > 0 and < 10)
        {
            var value = 0;
            var at = 0;
            for (; at < cell.Length && char.IsAsciiDigit(cell[at]); at++)
            {
                value = (value * 10) + (cell[at] - '0');
            }

            if (at == cell.Length)
            {
                return new(CellState.Stated, value, 0, false);
            }
        }

        return CellWords.IsNotStated(cell) ? s_notStated : Written(Fold(cell));
    }

    /// <summary>The first number inside a text (合计：27条); not stated when there is none.</summary>
    public static CellNumber FirstIn(string cell)
    {
        var text = Fold(cell);
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        return start >= 0 && Numeral.Arabic(text, start) is { } found
            ? new(CellState.Stated, found.Value, 0, false)
            : s_notStated;
    }

    private static CellNumber Written(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        var digits = text.TrimStart('-', '+');
        var isPercent = digits.EndsWith('%');
        digits = digits.TrimEnd('%');
        if (digits.Length > 1 && MeasureWords.Contains(digits[^1], StringComparison.Ordinal))
        {
            digits = digits[..^1];
        }

        if (Numeral.Arabic(digits, 0) is { } arabic)
        {
            var point = digits.IndexOf('.', StringComparison.Ordinal);
            return arabic.End == digits.Length
                ? new(CellState.Stated, sign * arabic.Value, point < 0 ? 0 : digits.Length - point - 1, isPercent)
                : s_wrong;
        }

        return Numeral.Chinese(digits) is { } chinese ? new(CellState.Stated, sign * chinese, 0, isPercent) : s_wrong;
    }

    private static string Fold(string cell) =>
        string.Concat(
            cell.Where(c => !char.IsWhiteSpace(c))
                .Select(c => c == '，' ? ',' : CharacterFolding.Fold(c))
                .Where(c => c is not ('\0' or ' '))
        );
}
