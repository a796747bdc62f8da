using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>The ranking of a quarter as a workbook (考核用表): a sheet for each group, one of score lines, one of notes.</summary>
public static class RankingWorkbook
{
    private static readonly IReadOnlyList<Column<RankingRow>> s_ranking =
    [
        .. Tables.Ranking.Where(column =>
            column.Name
                is "rank"
                    or "unitName"
                    or "unit"
                    or "score"
                    or "findingCount"
                    or "vetoCount"
                    or "gapAbove"
                    or "gapBelow"
        ),
        new("result", "结果", Tables.OutcomeOf),
        new("close", "难分先后", Tables.CloseOf),
    ];

    private static readonly IReadOnlyList<Column<ScoreLine>> s_lines =
    [
        .. Tables.Lines.Where(column => column.Name is not ("level" or "platform" or "target")),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="rulebook">The rulebook's id; null for the one in effect.</param>
    /// <param name="unit">Only this unit's ranking row and lines; null for all.</param>
    public static byte[] Of(Snapshot snapshot, Quarter quarter, string? rulebook, string? unit = null)
    {
        var rows = Ranking.Rank(snapshot, quarter, rulebook).Where(row => unit is null || row.Unit == unit).ToList();
        var used = rows is [var first, ..] ? first.Rulebook : rulebook ?? "";
        var lines = Score.Lines(snapshot, quarter, used, unit);
        var sample = rows.Exists(row => row.IsSample) ? "（示例数据）" : "";
        var groups = Rulebooks
            .Groups(snapshot, used)
            .Select(group => (group.Title, Rows: rows.Where(row => row.Group == group.Code).ToList()))
            .Where(group => group.Rows.Count > 0)
            .Select(group =>
                TableWorkbook.Sheet(group.Title, s_ranking, group.Rows) with
                {
                    Title = $"{quarter.Chinese}排名：{group.Title}{sample}",
                }
            );
        return Workbook.Write(
            [
                .. groups,
                TableWorkbook.Sheet("得分明细", s_lines, lines) with
                {
                    Title = $"{quarter.Chinese}得分明细，逐条相加即为得分{sample}",
                },
                Notes(snapshot, quarter, used, rows.Exists(row => row.IsSample)),
            ],
            new FileProperties($"{quarter.Chinese}排名", CutOffOf(snapshot))
        );
    }

    private static WorkbookSheet Notes(Snapshot snapshot, Quarter quarter, string id, bool isSample)
    {
        var rulebook = Rulebooks.All(snapshot).FirstOrDefault(known => known.Id == id);
        var batches = Batches.All(snapshot).Where(batch => batch.EndedBy is null).ToList();
        var publication =
            Publications.Of(snapshot, quarter) is [var latest, ..] && latest.Rulebook == id ? latest : null;
        List<(string Name, string Value)> notes =
        [
            ("季度", quarter.Chinese),
            ("数据", isSample ? "示例数据，不是真实情况" : "真实数据"),
            ("评分规则", rulebook is null ? id : $"{rulebook.Title}（{rulebook.Id}）{rulebook.Caveat}"),
            ("规则依据", rulebook?.Source ?? ""),
            ("规则文件 SHA-256", rulebook?.Sha256 ?? ""),
            (
                "数据截止",
                $"第 {batches.Select(batch => batch.Batch).DefaultIfEmpty(0).Max()} 批，{Tables.LocalTime(CutOffOf(snapshot))}"
            ),
            (
                "发布",
                publication is null
                    ? "未发布"
                    : $"第 {publication.Number} 次发布，{Tables.LocalTime(publication.PublishedAt)}，{publication.PublishedBy}"
            ),
            ("得分", "保留 6 位小数存储，显示时四舍五入到 2 位；明细逐条相加等于得分"),
            (
                "名次",
                "同分并列，下一名次顺延；单项否决不计分的单位排在最后并列；未检查的单位不参加排名，没有提到不等于零"
            ),
            ("难分先后", "多一条或少一条问题，就会与相邻的单位交换名次"),
            .. (rulebook?.Notes ?? []).Select(note => ("规则说明", note)),
            .. batches
                .Where(batch => batch.Quarters.Contains(quarter.ToString(), StringComparer.Ordinal))
                .Select(batch => ("来源文件", $"{batch.FileName}，第 {batch.Batch} 批，SHA-256 {batch.Sha256}")),
        ];
        return new WorkbookSheet(
            "说明",
            [new SheetColumn("项目", Width: 20), new SheetColumn("内容", Width: 60)],
            [.. notes.Select(note => (IReadOnlyList<object?>)[note.Name, note.Value])]
        );
    }

    // The time of the data, not of the export: the same data gives the same bytes.
    private static DateTime CutOffOf(Snapshot snapshot) =>
        Batches.All(snapshot).Select(batch => batch.LoadedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max();
}
