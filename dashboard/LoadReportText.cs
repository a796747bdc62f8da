using System.Globalization;
using Analytics.Dashboard.Pages;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>What a load did.</summary>
public static class LoadReportText
{
    /// <summary>The report as lines in Chinese.</summary>
    public static string Of(LoadReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var file in report.Files)
        {
            var quarters = file.Quarters.Count == 0 ? "" : $"（{string.Join("、", file.Quarters)}）";
            text.WriteLine($"{file.FileName}{quarters}：{Describe(file, Speech.Chinese)}");
            foreach (var note in Notes(file, Speech.Chinese))
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
    public static string Describe(LoadedFile file, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(speech);
        return file.Status switch
        {
            LoadedFile.Unchanged => speech[
                $"内容与第 {file.PreviousBatch} 批相同，未作改动",
                $"the same as in batch {file.PreviousBatch}, nothing changed"
            ],
            LoadedFile.Refused when file.RowCount > 0 => speech[
                $"{file.RowCount} 行中有 {file.RefusedCount} 行不能加载",
                $"{file.RefusedCount} of {file.RowCount} rows cannot be loaded"
            ],
            LoadedFile.Refused => speech["不能加载", "cannot be loaded"],
            LoadedFile.Replaced => speech[
                $"替换第 {file.PreviousBatch} 批的同一文件：新增 {file.Added} 个数字，去掉 {file.Removed} 个，改动 {file.Changed} 个",
                $"replaces the same file of batch {file.PreviousBatch}: {Speech.Counted(file.Added, "number")} added, {file.Removed} removed, {file.Changed} changed"
            ] + Faults(file, speech),
            _ => speech[$"{file.FactCount} 个数字", Speech.Counted(file.FactCount, "number")] + Faults(file, speech),
        };
    }

    /// <summary>What else there is to know about a file; names of files in “ ” where they stand in an English text.</summary>
    public static IEnumerable<string> Notes(LoadedFile file, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(speech);
        if (file.Status != LoadedFile.Refused && file.RefusedCount > 0)
        {
            yield return speech[
                $"{file.RowCount} 行中 {file.RefusedCount} 行被拒，没有加载。",
                $"{file.RefusedCount} of {file.RowCount} rows were refused and not loaded."
            ];
        }

        if (file.EndedSamples.Count > 0)
        {
            yield return speech[
                $"{string.Join("、", file.EndedSamples)} 的示例数据已让位给真实数据。",
                $"The sample data of {string.Join(", ", file.EndedSamples)} gave way to real data."
            ];
        }

        if (file.Similar.Count > 0)
        {
            yield return speech[
                $"已有同类、同季度的表：{string.Join("、", file.Similar)}。若这份是它的更正，请改成同一个文件名，否则两份都计入。",
                $"There are tables of the same kind and quarter: “{string.Join("”, “", file.Similar)}”. If this one corrects one of them, give it the same file name; otherwise both count."
            ];
        }
    }

    private static string Faults(LoadedFile file, Speech speech) =>
        (
            file.RequestCount > 0
                ? speech[$"，{file.RequestCount} 件申请", $", {Speech.Counted(file.RequestCount, "request")}"]
                : ""
        )
        + (
            file.AccountCount > 0
                ? speech[
                    $"，{file.AccountCount} 个账号的归属",
                    $", {Speech.Counted(file.AccountCount, "account")} with their units"
                ]
                : ""
        )
        + (
            file.DiscrepancyCount > 0
                ? speech[
                    $"，{file.DiscrepancyCount} 处有出入",
                    $", {file.DiscrepancyCount} {(file.DiscrepancyCount == 1 ? "discrepancy" : "discrepancies")}"
                ]
                : ""
        )
        + (
            file.UnrecognisedCount > 0
                ? speech[$"，{file.UnrecognisedCount} 处未能识别", $", {file.UnrecognisedCount} not understood"]
                : ""
        );
}
