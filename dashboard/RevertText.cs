using System.Globalization;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What a revert did, in Chinese.</summary>
public static class RevertText
{
    /// <summary>The report as lines.</summary>
    public static string Of(RevertReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"已撤销第 {report.Reverts} 批（记作第 {report.BatchId} 批）。");
        Line(text, "不再有效", report.Ended);
        Line(text, "恢复有效", report.Restored);
        Line(text, "数字可能变化的季度", report.Quarters);
        return text.ToString();
    }

    private static void Line(StringWriter text, string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            text.WriteLine($"  {title}：{string.Join("、", items)}");
        }
    }
}
