using System.Globalization;
using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>The largest files that are read, by kind.</summary>
public static class SourceLimits
{
    /// <summary>Text and web pages (.txt, .md, .html, no extension), in bytes: 8 MB; a notice has some ten thousand characters.</summary>
    public const long MaxTextBytes = 8L * 1024 * 1024;

    /// <summary>Documents (.docx, .pdf, .ofd), in bytes: 50 MB; pictures make them large.</summary>
    public const long MaxDocumentBytes = 50L * 1024 * 1024;

    /// <summary>Workbooks (.xlsx, .xls), in bytes: 60 MB.</summary>
    public const long MaxWorkbookBytes = 60L * 1024 * 1024;

    /// <summary>Tables as text (.csv), in bytes: 200 MB.</summary>
    public const long MaxCsvBytes = 200L * 1024 * 1024;

    /// <summary>The limit for a file of that name, in bytes.</summary>
    public static long For(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".docx" or ".pdf" or ".ofd" => MaxDocumentBytes,
            ".xlsx" or ".xls" => MaxWorkbookBytes,
            ".csv" => MaxCsvBytes,
            _ => MaxTextBytes,
        };

    /// <summary>Refuses what is over the limit.</summary>
    /// <param name="fileName">The file.</param>
    /// <param name="length">Its bytes, as far as known.</param>
    /// <exception cref="NoticeFormatException">It is too large.</exception>
    public static void Check(string fileName, long length)
    {
        var limit = For(fileName);
        if (length <= limit)
        {
            return;
        }

        var size = (length / 1048576m).ToString("0.0", CultureInfo.InvariantCulture);
        var isTable = limit is MaxCsvBytes or MaxWorkbookBytes;
        throw new NoticeFormatException(
            $"文件“{fileName}”太大（{size} MB），{(isTable ? "数据表" : "通报")}不应超过 {limit / 1048576} MB。"
                + (isTable ? "请按季度拆分后再读取。" : "请只保留通报正文、去掉图片后再读取。")
        );
    }
}
