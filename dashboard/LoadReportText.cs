using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What a load did, in Chinese.</summary>
public static class LoadReportText
{
    /// <summary>The report as lines.</summary>
    public static string Of(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var file in report.Files)
        {
            text.WriteLine($"{file.FileName}（{string.Join("、", file.Quarters)}）：{Describe(file)}");
            if (file.EndedSamples.Count > 0)
            {
                text.WriteLine($"  {string.Join("、", file.EndedSamples)} 的示例数据已让位给真实数据。");
            }
        }

        text.WriteLine(
            report switch
            {
                { IsDryRun: true } => "这是试运行，没有写入任何数据。",
                { BatchId: { } batch } => $"已写入第 {batch} 批。",
                _ => "没有任何改动。",
            }
        );
        return text.ToString();
    }

    /// <summary>The discrepancies of the notices in a load, so that nobody has to look for them.</summary>
    public static string Discrepancies(IEnumerable<LoadFile> files)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var file in files)
        {
            foreach (var found in file.Notice?.Discrepancies ?? [])
            {
                text.WriteLine(
                    $"【{Tables.SeverityOf(found.Severity.ToString().ToLowerInvariant())}】{found.Message}（{file.FileName} {found.Location}）"
                );
            }
        }

        return text.ToString();
    }

    private static string Describe(LoadedFile file) =>
        file.Status switch
        {
            LoadedFile.Unchanged => $"内容与第 {file.PreviousBatch} 批相同，未作改动",
            LoadedFile.Replaced =>
                $"替换第 {file.PreviousBatch} 批的同一文件：新增 {file.Added} 个数字，去掉 {file.Removed} 个，改动 {file.Changed} 个"
                    + Faults(file),
            _ => $"{file.FactCount} 个数字" + Faults(file),
        };

    private static string Faults(LoadedFile file) =>
        (file.DiscrepancyCount > 0 ? $"，{file.DiscrepancyCount} 处有出入" : "")
        + (file.UnrecognisedCount > 0 ? $"，{file.UnrecognisedCount} 处未能识别" : "");
}
