using Analytics.Dashboard.Pages;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>What a row says in words, in the language of the reader.</summary>
public static class RowText
{
    /// <summary>Where a category comes from.</summary>
    public static string SourceOf(string source, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return source switch
        {
            "person" => speech["人工", "a person"],
            "stated" => speech["文件", "the file"],
            "rule" => speech["关键词规则", "a keyword rule"],
            "model" => speech["模型", "the model"],
            _ => speech["没有类别", "no category"],
        };
    }

    /// <summary>Why a person must look.</summary>
    public static string ReasonOf(string reason, Speech speech) =>
        Enum.TryParse<Classify.ReviewReason>(reason, out var known) ? PredictionTable.ReviewOf(known, speech) : reason;

    /// <summary>Whether a file of a batch is in force, and if not, why.</summary>
    public static string StateOf(BatchRow row, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(speech);
        return row switch
        {
            { Reverts: { } undone } => speech[$"撤销了第 {undone} 批", $"took back batch {undone}"],
            { RevertedBy: { } by } => speech[$"已被第 {by} 批撤销", $"taken back by batch {by}"],
            { EndedBy: { } by } => speech[$"已被第 {by} 批替换", $"replaced by batch {by}"],
            _ => speech["有效", "in force"],
        };
    }

    /// <summary>The outcome; the name of a band is the rulebook's.</summary>
    public static string OutcomeOf(RankingRow row, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(speech);
        return row.Outcome switch
        {
            Ranking.Vetoed => speech["不合格（单项否决）", "failed (veto)"],
            Ranking.Unchecked => speech["未检查", "not checked"],
            Ranking.Incomplete => speech["规则未定", "rulebook incomplete"],
            _ when row.IsHeldDown => speech[
                $"{row.Band ?? "有得分"}（单项否决）",
                $"{(row.Band is null ? "scored" : Quoted(row.Band))} (veto)"
            ],
            _ => row.Band is null ? "" : speech[row.Band, Quoted(row.Band)],
        };
    }

    /// <summary>With which neighbour one finding more or less would swap the order.</summary>
    public static string CloseOf(RankingRow row, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(speech);
        return (row.IsCloseAbove, row.IsCloseBelow) switch
        {
            (true, true) => speech["与上下", "with both"],
            (true, false) => speech["与上一名", "with the one above"],
            (false, true) => speech["与下一名", "with the one below"],
            _ => "",
        };
    }

    /// <summary>How bad a discrepancy is.</summary>
    public static string SeverityOf(string severity, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(speech);
        return severity switch
        {
            "error" => speech["错误", "error"],
            "doubtful" => speech["存疑", "doubtful"],
            _ => speech["文字", "wording"],
        };
    }

    /// <summary>How a discrepancy was settled; empty while it is open.</summary>
    public static string SettlementOf(DiscrepancyRow row, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(speech);
        return row is { SettledNote: { } note, SettledBy: { } by, SettledAt: { } at }
            ? speech[
                $"已由{by}于 {Tables.LocalTime(at)} 了结：{note}",
                $"Settled by {by} on {Tables.LocalTime(at)}: “{note}”"
            ]
            : "";
    }

    /// <summary>A move in the ranking, gains positive: ▲ 上升 2 名, ▲ up 2 places.</summary>
    public static string MovesOf(int? moves, Speech speech) => Numbers.Change(-moves, UnitOfMeasure.Place, speech);

    /// <summary>A trend's change against the quarter before, counts with their percentage.</summary>
    public static string ChangeOf(TrendPoint point, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Change(point, point.Change, point.ChangePercent, speech);
    }

    /// <summary>A trend's change against the same quarter last year, counts with their percentage.</summary>
    public static string YearChangeOf(TrendPoint point, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Change(point, point.YearChange, point.YearChangePercent, speech);
    }

    /// <summary>What has to be said of a quarter in a trend: whose it is, a break, and how far its change can be trusted.</summary>
    /// <param name="point">The quarter.</param>
    /// <param name="nameOf">The short name of a unit's code.</param>
    /// <param name="withSample">Whether to say that it is sample data.</param>
    /// <param name="speech">The language.</param>
    public static string NoteOf(TrendPoint point, Func<string, string> nameOf, bool withSample, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(nameOf);
        ArgumentNullException.ThrowIfNull(speech);
        return string.Join(
            speech["；", "; "],
            new[]
            {
                withSample && point.IsSample ? speech["示例数据", "sample data"] : null,
                point.SourceUnit == point.Unit ? null : OwnerOf(nameOf(point.SourceUnit), speech),
                point.IsBreak
                    ? speech["更名、合并或拆分后的第一个季度", "first quarter after a renaming, merger or split"]
                    : null,
                point.IsSignal == true ? speech["超出控制限", "outside the control limits"] : null,
                point.IsUsualChange == true && point.Change != 0
                    ? speech["在正常波动范围内", "within the usual variation"]
                    : null,
            }.OfType<string>()
        );
    }

    private static string OwnerOf(string name, Speech speech) => speech[$"{name}的数据", $"data of {Quoted(name)}"];

    private static string Change(TrendPoint point, decimal? change, decimal? percent, Speech speech)
    {
        var unit = UnitOfMeasure.Of(point.Metric, point.ChangeUnit);
        return Trend.Metrics.FirstOrDefault(known => known.Name == point.Metric)?.Kind == TrendKind.Count
            ? Numbers.Change(change, unit, percent, speech)
            : Numbers.Change(change, unit, speech);
    }

    // A Chinese name within an English text.
    private static string Quoted(string name) => $"“{name}”";
}
