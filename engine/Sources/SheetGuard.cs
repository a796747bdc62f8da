using System.Xml;
using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>Looks at the coordinates of one worksheet (工作表) as its elements go by.</summary>
/// <param name="fileName">The file, for messages.</param>
/// <param name="part">The part of the file, for messages.</param>
/// <param name="strings">Is told to which texts the cells point.</param>
internal sealed class SheetGuard(string fileName, string part, SharedStringGuard strings)
{
    /// <summary>The last row that a sheet can have.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>The last column that a sheet can have (XFD).</summary>
    public const int LastColumn = 16_384;

    /// <summary>The widest sheet that is read: readers make every row as wide as the widest.</summary>
    public const int MaxWidth = 1_000;

    /// <summary>The most cells of one sheet.</summary>
    public const int MaxCells = 5_000_000;

    private int _cells;
    private int _row;
    private int _column;

    // The place of the cell whose number of a text comes next.
    private string? _pointing;
    private bool _isValue;

    /// <summary>Looks at the element on which the reader stands.</summary>
    /// <exception cref="NoticeFormatException">A cell stands where no sheet has any, or the sheet is too wide or too large.</exception>
    public void Check(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "c":
                CheckCell(reader.GetAttribute("r"));
                _pointing =
                    reader.GetAttribute("t") == "s" ? reader.GetAttribute("r") ?? $"第{_row}行第{_column}列" : null;
                _isValue = false;
                break;
            case "v":
                _isValue = _pointing is not null;
                break;
            case "row":
                CheckRow(reader.GetAttribute("r"));
                break;
            case "dimension" or "mergeCell" when reader.GetAttribute("ref") is { } area:
                CheckArea(area);
                break;
        }
    }

    /// <summary>Looks at what is no element: the number of a shared text.</summary>
    public void CheckText(XmlReader reader)
    {
        if (_isValue && _pointing is { } cell && reader.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA))
        {
            strings.Use(reader.Value, part, cell);
            _isValue = false;
        }
    }

    private void CheckRow(string? number)
    {
        _column = 0;
        _row++;
        if (number is null)
        {
            return;
        }

        if (
            !int.TryParse(
                number,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out _row
            ) || _row is < 1 or > LastRow
        )
        {
            throw Refuse($"有一行的行号是“{Short(number)}”，工作表只有 1 到 {LastRow} 行");
        }
    }

    private void CheckCell(string? reference)
    {
        if (++_cells > MaxCells)
        {
            throw Refuse($"单元格超过 {MaxCells / 10_000} 万个。请按季度或单位拆分");
        }

        _column++;
        if (reference is not null)
        {
            (_column, _) =
                Position(reference) ?? throw Refuse($"单元格位置“{Short(reference)}”不存在（最后一格是 XFD1048576）");
        }

        if (_column > MaxWidth)
        {
            throw Refuse($"第{_row}行一直用到第{_column}列，超过上限 {MaxWidth} 列。请删去右边用不到的列");
        }
    }

    private void CheckArea(string area)
    {
        var corners = area.Split(':');
        if (corners.Length > 2 || Array.Exists(corners, corner => Position(corner) is null))
        {
            throw Refuse($"区域“{Short(area)}”不存在（最后一格是 XFD1048576）");
        }
    }

    // A1 to XFD1048576, dollar signs allowed; null for anything else.
    private static (int Column, int Row)? Position(string reference)
    {
        var at = 0;
        var column = 0;
        var row = 0;
        if (at < reference.Length && reference[at] == '$')
        {
            at++;
        }

        for (; at < reference.Length && char.IsAsciiLetter(reference[at]) && column <= LastColumn; at++)
        {
            column = (column * 26) + (reference[at] & 0x1F);
        }

        if (at < reference.Length && reference[at] == '$')
        {
            at++;
        }

        for (; at < reference.Length && char.IsAsciiDigit(reference[at]) && row <= LastRow; at++)
        {
            row = (row * 10) + (reference[at] - '0');
        }

        return at == reference.Length && column is >= 1 and <= LastColumn && row is >= 1 and <= LastRow
            ? (column, row)
            : null;
    }

    private NoticeFormatException Refuse(string reason) => ArchiveGuard.Refuse(fileName, $"工作表 {part} 里{reason}");

    private static string Short(string value) => value.Length <= 20 ? value : value[..20] + "…";
}
