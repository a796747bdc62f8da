using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>A day in a reference table: 2024-01-26, or empty for no bound.</summary>
internal static class ReferenceDay
{
    /// <summary>The day of a cell; null when it is empty.</summary>
    /// <exception cref="NoticeFormatException">It is no day.</exception>
    public static DateOnly? Parse(string text, string place, string column) =>
        text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new NoticeFormatException(
            $"{place}的 {column} “{text}” 不是日期。请写成 2024-01-26 的样子，没有期限的留空。"
        );
}
