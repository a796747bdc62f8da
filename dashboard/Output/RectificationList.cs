using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>The list that units work off (整改清单): every finding with a unit, its deadline, and columns for what was done.</summary>
internal static class RectificationList
{
    /// <summary>Writes it; the same data always give the same bytes.</summary>
    /// <param name="assessment">The quarter.</param>
    /// <param name="due">Until when; null leaves the column empty.</param>
    public static byte[] Of(Assessment assessment, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var title = $"{assessment.Quarter.Chinese}整改清单{(assessment.IsSample ? "（示例数据）" : "")}";
        var rows = assessment
            .Findings.Where(finding => finding.Unit != Findings.NoUnit)
            .Select(
                (finding, index) =>
                    (IReadOnlyList<object?>)
                        [
                            index + 1,
                            finding.UnitName,
                            Channel.NameOf(finding.Channel),
                            finding.CategoryName,
                            finding.Count,
                            finding.Words,
                            $"{finding.FileName} {finding.Location}",
                            due,
                            null,
                            null,
                            null,
                            finding.Id,
                        ]
            );
        return Workbook.Write(
            [
                new WorkbookSheet(
                    "整改清单",
                    [
                        new("序号", CellFormat.Integer),
                        new("单位"),
                        new("渠道"),
                        new("类别"),
                        new("条数", CellFormat.Integer),
                        new("问题", Width: 40),
                        new("来源"),
                        new("整改期限", CellFormat.Date, 12),
                        new("整改情况", Width: 24),
                        new("完成日期", CellFormat.Date, 12),
                        new("责任人", Width: 10),
                        new("条目"),
                    ],
                    [.. rows]
                )
                {
                    Title = title,
                },
            ],
            new FileProperties(title, assessment.CutOff) { PageHeader = assessment.Header },
            contentSha256 =>
                AssessmentManifest.Of(assessment, contentSha256, AssessmentManifest.RectificationPaper).ToString()
        );
    }
}
