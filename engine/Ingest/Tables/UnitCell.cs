using System.Buffers;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Tables;

/// <summary>A cell that names a unit.</summary>
/// <param name="Name">The name in one line; null when none is stated.</param>
/// <param name="IsSeveral">Whether several units stand in the cell.</param>
internal readonly record struct UnitCell(string? Name, bool IsSeveral)
{
    private static readonly char[] s_separators = ['、', '，', ',', '；', ';', '\n', '/', '／'];

    private static readonly SearchValues<char> s_mayPart = SearchValues.Create(s_separators);

    /// <summary>Reads a cell.</summary>
    public static UnitCell Read(string cell)
    {
        var isSeveral = false;
        if (cell.AsSpan().IndexOfAny(s_mayPart) > 0)
        {
            var parts = cell.Split(
                s_separators,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            isSeveral = parts.Length > 1 && Array.TrueForAll(parts, part => UnitNames.IsName(part.TrimEnd('等')));
        }

        return new(CellWords.Text(cell), isSeveral);
    }
}
