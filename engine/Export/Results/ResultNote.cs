using System.Globalization;

namespace Analytics.Export;

/// <summary>The Chinese words for a result that was cut.</summary>
internal static class ResultNote
{
    /// <summary>The sentence for a cut result; null when it is whole.</summary>
    internal static string? Of(ResultInfo info) =>
        info.Truncated switch
        {
            null => null,
            "bytes" => string.Create(
                CultureInfo.InvariantCulture,
                $"结果不完整：只有前 {info.RowCount} 行（结果的大小到了上限）"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"结果不完整：只有前 {info.RowCount} 行（上限 {info.RowLimit} 行）"
            ),
        };
}
