using System.Security.Cryptography;
using System.Text;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>The top of a sheet: its title, and the headings of its columns.</summary>
/// <param name="Title">The words of the rows above the header, parted by a space.</param>
/// <param name="LastRow">The number of the header's last row; data begin below.</param>
/// <param name="Parts">The headings of each column from top to bottom, cleaned; empty for a column without one.</param>
internal sealed record SheetHead(string Title, int LastRow, IReadOnlyList<IReadOnlyList<string>> Parts)
{
    private const int MostRowsAbove = 40;
    private const int MostHeaderRows = 3;

    /// <summary>As many rows as <see cref="Find"/> looks at.</summary>
    public const int MostRows = MostRowsAbove + MostHeaderRows;

    private const int LongestHeading = 40;

    /// <summary>The heading of a column, with those above it before it.</summary>
    public string Heading(int column) => string.Join('/', Parts[column]);

    /// <summary>A hash of the headings, under which a mapping is remembered.</summary>
    public string Shape =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, Parts.Count).Select(Heading))))
        )[..16];

    /// <summary>Finds the header.</summary>
    /// <param name="rows">The first rows of the sheet.</param>
    /// <returns>Null when no row looks like one.</returns>
    public static SheetHead? Find(IReadOnlyList<SourceRow> rows)
    {
        for (var i = 0; i < rows.Count && i < MostRowsAbove; i++)
        {
            if (IsHeader(rows, i))
            {
                var count = 1;
                while (
                    count < MostHeaderRows
                    && i + count < rows.Count
                    && IsSubHeader(rows[i + count - 1].Cells, rows[i + count].Cells)
                )
                {
                    count++;
                }

                return new(Words(rows, i), rows[i + count - 1].Number, Headings(rows, i, count));
            }
        }

        return null;
    }

    // One known heading is enough where numbers follow (a cross table), unless the row below is a better header.
    private static bool IsHeader(IReadOnlyList<SourceRow> rows, int index)
    {
        if (Known(rows[index].Cells) is not (>= 1 and var known))
        {
            return false;
        }

        if (known >= 2)
        {
            return true;
        }

        var hasNumber = false;
        for (var below = index + 1; below < rows.Count && below <= index + MostHeaderRows; below++)
        {
            hasNumber |= HasNumber(rows[below].Cells);
        }

        return hasNumber
            && (
                index + 1 >= rows.Count
                || Known(rows[index + 1].Cells) < 2
                || IsSubHeader(rows[index].Cells, rows[index + 1].Cells)
            );
    }

    // How many headings of a row are known; 0 for a row that is no header.
    private static int Known(IReadOnlyList<string> cells)
    {
        var filled = 0;
        var known = 0;
        foreach (var cell in cells)
        {
            var heading = ColumnWords.Clean(cell);
            if (heading.Length == 0)
            {
                continue;
            }

            // 填报单位：某局 stands above or below a table, never over a column.
            var colon = heading.IndexOf('：', StringComparison.Ordinal);
            if (
                heading.Length > LongestHeading
                || (colon >= 0 && colon < heading.Length - 1 && !heading.StartsWith("其中", StringComparison.Ordinal))
                || char.IsAsciiDigit(heading[0])
                || CellDate.Read(cell, 2000).State == CellState.Stated
            )
            {
                return 0;
            }

            filled++;
            known += ColumnWords.Match(heading) is null ? 0 : 1;
        }

        return filled >= 2 ? known : 0;
    }

    // A second row of headings fills gaps of the first, or repeats it where cells are merged; data fill the first column or have numbers.
    private static bool IsSubHeader(string[] above, string[] below)
    {
        var filled = 0;
        var added = 0;
        for (var column = 0; column < below.Length; column++)
        {
            var heading = ColumnWords.Clean(below[column]);
            if (heading.Length == 0)
            {
                continue;
            }

            if (
                heading.Length > LongestHeading
                || heading.Contains('：', StringComparison.Ordinal)
                || CellNumber.Read(below[column]).State == CellState.Stated
                || CellDate.Read(below[column], 2000).State == CellState.Stated
            )
            {
                return false;
            }

            var over = column < above.Length ? ColumnWords.Clean(above[column]) : "";
            filled++;
            var isAdded = over == heading || over.Length == 0 || IsSpanning(above, column);
            added += isAdded || ColumnWords.Match(heading) is { IsExact: true } ? 1 : 0;
        }

        var first = FirstFilled(above);
        var isBelowFirst = first < below.Length && below[first].Length > 0;
        return filled > 1
            && added == filled
            && (!isBelowFirst || ColumnWords.Clean(below[first]) == ColumnWords.Clean(above[first]));
    }

    private static bool IsSpanning(string[] above, int column) =>
        column + 1 < above.Length ? string.IsNullOrWhiteSpace(above[column + 1]) : column + 1 == above.Length;

    private static int FirstFilled(string[] cells)
    {
        var first = 0;
        while (first < cells.Length && string.IsNullOrWhiteSpace(cells[first]))
        {
            first++;
        }

        return first;
    }

    private static bool HasNumber(IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            if (CellNumber.Read(cell).State == CellState.Stated)
            {
                return true;
            }
        }

        return false;
    }

    private static List<IReadOnlyList<string>> Headings(IReadOnlyList<SourceRow> rows, int first, int count)
    {
        var width = 0;
        for (var i = first; i < rows.Count; i++)
        {
            width = Math.Max(width, rows[i].Cells.Length);
        }

        var headings = new List<IReadOnlyList<string>>(width);
        for (var column = 0; column < width; column++)
        {
            var parts = new List<string>(count);
            for (var level = 0; level < count; level++)
            {
                var heading = At(rows[first + level].Cells, column);

                // A heading that reaches over several columns stands in the first of them.
                for (
                    var left = column - 1;
                    heading.Length == 0
                        && level < count - 1
                        && left >= 0
                        && At(rows[first + level + 1].Cells, column).Length > 0;
                    left--
                )
                {
                    heading = At(rows[first + level].Cells, left);
                }

                if (heading.Length > 0 && (parts.Count == 0 || parts[^1] != heading))
                {
                    parts.Add(heading);
                }
            }

            headings.Add(parts);
        }

        return headings;
    }

    private static string At(string[] cells, int column) =>
        column < cells.Length ? ColumnWords.Clean(cells[column]) : "";

    private static string Words(IReadOnlyList<SourceRow> rows, int count)
    {
        var words = new List<string>();
        for (var i = 0; i < count; i++)
        {
            foreach (var cell in rows[i].Cells)
            {
                if (CellWords.Text(cell) is { } text && (words.Count == 0 || words[^1] != text))
                {
                    words.Add(text);
                }
            }
        }

        return string.Join(' ', words);
    }
}
