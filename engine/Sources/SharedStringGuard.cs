using System.Globalization;

namespace Analytics.Sources;

/// <summary>Looks whether the texts that the cells of a workbook point to (共享字符串) are there.</summary>
/// <param name="fileName">The file, for messages.</param>
/// <remarks>The reading library gives the number of a text that is missing instead of the text: 77 would become a count.</remarks>
internal sealed class SharedStringGuard(string fileName)
{
    private int _count;
    private (long Number, string Part, string Cell)? _furthest;

    /// <summary>One more text is there.</summary>
    public void Add() => _count++;

    /// <summary>A cell points to a text.</summary>
    /// <param name="number">Its number from 0, as written.</param>
    /// <param name="part">The part of the sheet, for messages.</param>
    /// <param name="cell">The place of the cell, for messages.</param>
    public void Use(string number, string part, string cell)
    {
        const NumberStyles Blanks = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var index = long.TryParse(number, Blanks, CultureInfo.InvariantCulture, out var found) ? found : long.MaxValue;
        if (_furthest is not { } before || index > before.Number)
        {
            _furthest = (index, part, cell);
        }
    }

    /// <summary>Refuses a file of which a text is missing; all parts have been seen.</summary>
    /// <exception cref="Domain.NoticeFormatException">A cell points to a text that is not there.</exception>
    public void Check()
    {
        if (_furthest is { } last && last.Number >= _count)
        {
            throw ArchiveGuard.Refuse(
                fileName,
                $"已损坏，工作表 {last.Part} 的单元格 {last.Cell} 引用的文字不在文件里（共有 {_count} 条文字）"
            );
        }
    }
}
