using Analytics.Domain;

namespace Analytics.Sources.Tables;

/// <summary>What a table may hold at most; the figures are those of a worksheet, the columns fewer.</summary>
internal static class TableLimits
{
    /// <summary>The most columns.</summary>
    public const int Columns = 1000;

    /// <summary>The most rows: those of a worksheet, and a header.</summary>
    public const int Rows = 1_048_577;

    /// <summary>The most characters of a cell.</summary>
    public const int CellLength = 32_767;

    /// <summary>Refuses a row that lies too far down.</summary>
    public static void CheckRow(string fileName, string sheet, int row)
    {
        if (row > Rows)
        {
            throw new NoticeFormatException(
                $"“{fileName}”的表“{sheet}”超过 {Rows:0} 行（一百零四万余行）。请按季度拆成几个文件后再导入。"
            );
        }
    }

    /// <summary>Refuses a cell that lies too far to the right or is too long.</summary>
    public static void CheckCell(string fileName, string sheet, int row, int column, string text)
    {
        if (column > Columns)
        {
            throw new NoticeFormatException(
                $"“{fileName}”的表“{sheet}”第{row}行第{column}列有内容“{Shown(text)}”，超过上限 {Columns} 列。请删去多余的列，或检查分隔符是否正确。"
            );
        }

        if (text.Length > CellLength)
        {
            throw new NoticeFormatException(
                $"“{fileName}”的表“{sheet}”第{row}行第{column}列有 {text.Length} 个字（“{Shown(text)}…”），超过单元格上限 {CellLength} 个字。请检查引号是否配对，或缩短内容。"
            );
        }
    }

    private static string Shown(string text) => text.Length > 20 ? text[..20] : text;
}
