using System.Globalization;
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
            var quarters = file.Quarters.Count == 0 ? "" : $"（{string.Join("、", file.Quarters)}）";
            text.WriteLine($"{file.FileName}{quarters}：{Describe(file)}");
            foreach (var note in Notes(file))
            {
                text.WriteLine("  " + note);
            }
        }

        text.WriteLine(
            report switch
            {
                { IsRefused: true } => "没有加载：有不能加载的内容，全部没有写入。",
                { IsDryRun: true } => "这是试运行，没有写入任何数据。",
                { BatchId: { } batch } => $"已写入第 {batch} 批。",
                _ => "没有任何改动。",
            }
        );
        return text.ToString();
    }

    /// <summary>What became of a file, in one line.</summary>
    public static string Describe(LoadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Status switch
        {
            LoadedFile.Unchanged => $"内容与第 {file.PreviousBatch} 批相同，未作改动",
            LoadedFile.Refused when file.RowCount > 0 => $"{file.RowCount} 行中有 {file.RefusedCount} 行不能加载",
            LoadedFile.Refused => "不能加载",
            LoadedFile.Replaced =>
                $"替换第 {file.PreviousBatch} 批的同一文件：新增 {file.Added} 个数字，去掉 {file.Removed} 个，改动 {file.Changed} 个"
                    + Faults(file),
            _ => $"{file.FactCount} 个数字" + Faults(file),
        };
    }

    /// <summary>What else there is to know about a file.</summary>
    public static IEnumerable<string> Notes(LoadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Status != LoadedFile.Refused && file.RefusedCount > 0)
        {
            yield return $"{file.RowCount} 行中 {file.RefusedCount} 行被拒，没有加载。";
        }

        if (file.EndedSamples.Count > 0)
        {
            yield return $"{string.Join("、", file.EndedSamples)} 的示例数据已让位给真实数据。";
        }

        if (file.Similar.Count > 0)
        {
            yield return $"已有同类、同季度的表：{string.Join("、", file.Similar)}。若这份是它的更正，请改成同一个文件名，否则两份都计入。";
        }
    }

    private static string Faults(LoadedFile file) =>
        (file.RequestCount > 0 ? $"，{file.RequestCount} 件申请" : "")
        + (file.AccountCount > 0 ? $"，{file.AccountCount} 个账号的归属" : "")
        + (file.DiscrepancyCount > 0 ? $"，{file.DiscrepancyCount} 处有出入" : "")
        + (file.UnrecognisedCount > 0 ? $"，{file.UnrecognisedCount} 处未能识别" : "");
}
