using System.Text.RegularExpressions;

namespace Analytics.Warehouse;

/// <summary>What makes two tables the same document: their file name, without the marks of a copy.</summary>
/// <remarks>
/// Offices send each other tables of the same form for the same quarter, so form and quarter do not tell a correction from another
/// office's table; the name does, once the marks that programs and people add to a copy are left out.
/// </remarks>
internal static partial class TableName
{
    /// <summary>The key of a file: 问题清单.xlsx for 问题清单(2).xlsx, 问题清单 - 副本.xlsx and 问题清单（更正）.xlsx.</summary>
    public static string KeyOf(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        while (CopyMark().Match(stem) is { Success: true, Index: > 0 } mark)
        {
            stem = stem[..mark.Index];
        }

        return "table:" + stem + Path.GetExtension(fileName);
    }

    [GeneratedRegex(
        @"\s*(?:[(（]\d{1,2}[)）]|[(（](?:更正|修改|修订|订正|改)(?:版|稿|后)?[)）]|[-—_]?\s*(?:副本|更正版?|修改[版稿后]?|修订[版稿]?|订正))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CopyMark();
}
