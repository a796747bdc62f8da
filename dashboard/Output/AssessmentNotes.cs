using System.Globalization;
using Analytics.Export;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>What an assessment rests on, as its sheet 说明 and at the end of its other forms.</summary>
internal static class AssessmentNotes
{
    /// <summary>Names and values, in the order in which they are read.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var publication = assessment.Publication;
        var quarter = assessment.Quarter.ToString();
        return
        [
            ("季度", assessment.Quarter.Chinese),
            .. assessment.Year is { } year
                ? ((string, string)[])[("全年", $"{year.Year}年，各季度按本评分规则计；{YearWords(year)}")]
                : [],
            ("状态", assessment.IsDraft ? "草稿，不能作为考核依据" : "已发布"),
            .. assessment.Reasons.Select(reason => ("为什么是草稿", reason)),
            ("数据", assessment.IsSample ? "示例数据，不是真实情况" : "真实数据"),
            ("评分规则", $"{assessment.Rulebook.Title}（{assessment.Rulebook.Id}）{assessment.Rulebook.Caveat}"),
            ("规则依据", assessment.Rulebook.Source),
            ("规则文件 SHA-256", assessment.Rulebook.Sha256),
            (
                "数据截止",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"第 {publication?.LastBatch ?? assessment.Batches.Select(batch => batch.Batch).DefaultIfEmpty(0).Max()} 批，{Tables.LocalTime(assessment.CutOff)}"
                )
            ),
            ("发布时间", publication is null ? "未发布" : Tables.LocalTime(publication.PublishedAt)),
            ("发布人", publication?.PublishedBy ?? "未发布"),
            (
                "发布号",
                publication is null ? "未发布" : string.Create(CultureInfo.InvariantCulture, $"{publication.Number}")
            ),
            (
                "得分",
                "保留 6 位小数存储，显示时四舍五入到 2 位；“明细合计（公式）”由“得分明细”的“分”按单位相加，应与得分相等"
            ),
            (
                "名次",
                "各组分别排名；同分并列，下一名次顺延；单项否决不计分的单位排在最后并列；未检查的单位不参加排名，没有提到不等于零"
            ),
            ("难分先后", "多一条或少一条问题，就会与相邻的单位交换名次"),
            ("率", "采用率＝采用÷报送，合计时分子分母分别相加再除；率的变化用百分点"),
            ("个人信息", "姓名以外的身份证号、手机号、银行卡号在加载时已遮盖"),
            .. assessment.Rulebook.Notes.Select(note => ("规则说明", note)),
            .. assessment
                .Batches.Where(batch => batch.Quarters.Contains(quarter, StringComparer.Ordinal))
                .Select(batch => ("来源文件", $"{batch.FileName}，第 {batch.Batch} 批，SHA-256 {batch.Sha256}")),
            .. assessment.Discrepancies.Select(one =>
                (
                    $"出入（{Tables.SeverityOf(one.Severity)}，{(one.IsOpen ? "未了结" : "已了结")}）",
                    $"{one.Message}（{one.Location}：“{one.Words}”）{RowText.SettlementOf(one, Pages.Speech.Chinese)}"
                )
            ),
        ];
    }

    private static string YearWords(AssessmentYear year) =>
        year.Rows is [{ Outcome: YearRanking.Open or YearRanking.Mixed } first, ..]
            ? AssessmentYear.OutcomeOf(first)
            : "按规则的 year 合计";

    /// <summary>The sheet.</summary>
    public static WorkbookSheet Sheet(Assessment assessment) =>
        new(
            "说明",
            [new SheetColumn("项目", Width: 20), new SheetColumn("内容", Width: 70)],
            [.. Of(assessment).Select(note => (IReadOnlyList<object?>)[note.Name, note.Value])]
        );
}
