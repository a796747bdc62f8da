using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>The columns of every resource, defined once.</summary>
public static class Tables
{
    /// <summary>排名</summary>
    public static IReadOnlyList<Column<RankingRow>> Ranking { get; } =
    [
        new("quarter", "季度", row => row.Quarter.ToString()),
        new("rulebook", "评分规则", row => row.Rulebook),
        new("group", "组别", row => row.Group),
        new("rank", "名次", row => row.Rank),
        new("unit", "单位代码", row => row.Unit),
        new("unitName", "单位", row => row.UnitName),
        new("score", "得分", row => row.Score, row => Numbers.Score(row.Score)),
        new("outcome", "结果", row => row.Outcome, row => OutcomeOf(row)),
        new("band", "等次", row => row.Band),
        new("findingCount", "问题（条）", row => row.FindingCount),
        new("vetoCount", "单项否决（次）", row => row.VetoCount),
        new("isHeldDown", "否决限分", row => row.IsHeldDown, row => row.IsHeldDown ? "是" : ""),
        new("isSample", "示例数据", row => row.IsSample),
        new("gapAbove", "距上一名（分）", row => row.GapAbove, row => Numbers.Score(row.GapAbove)),
        new("gapBelow", "距下一名（分）", row => row.GapBelow, row => Numbers.Score(row.GapBelow)),
        new("isCloseAbove", "与上一名难分", row => row.IsCloseAbove, row => row.IsCloseAbove ? "是" : ""),
        new("isCloseBelow", "与下一名难分", row => row.IsCloseBelow, row => row.IsCloseBelow ? "是" : ""),
    ];

    /// <summary>试算</summary>
    public static IReadOnlyList<Column<SimulationRow>> Simulation { get; } =
    [
        new("group", "组别", row => row.Group),
        new("unit", "单位代码", row => row.Unit),
        new("unitName", "单位", row => row.UnitName),
        new("rankBefore", "原名次", row => row.RankBefore, row => RankOf(row.RankBefore)),
        new("scoreBefore", "原得分", row => row.ScoreBefore, row => Numbers.Score(row.ScoreBefore)),
        new("outcomeBefore", "原结果", row => row.OutcomeBefore),
        new("rank", "新名次", row => row.Rank, row => RankOf(row.Rank)),
        new("score", "新得分", row => row.Score, row => Numbers.Score(row.Score)),
        new("outcome", "新结果", row => row.Outcome),
        new("moves", "变动", row => row.Moves, row => MovesOf(row.Moves)),
        new("movedBy", "分差最大的规则", row => row.MovedBy),
        new("sensitiveRule", "最敏感的规则代码", row => row.SensitiveRule),
        new("sensitiveWords", "名次最敏感的规则", row => row.SensitiveWords),
        new("sensitiveMoves", "去掉该规则的变动", row => row.SensitiveMoves, row => MovesOf(row.SensitiveMoves)),
    ];

    /// <summary>别名认定</summary>
    public static IReadOnlyList<Column<AliasDecision>> Decisions { get; } =
    [
        new("id", "认定号", row => row.Id),
        new("alias", "来源中的写法", row => row.Alias),
        new("unit", "单位代码", row => row.Unit),
        new("from", "起", row => row.From),
        new("to", "止", row => row.To),
        new("by", "认定人", row => row.By),
        new("at", "认定时间", row => row.At, row => LocalTime(row.At)),
    ];

    /// <summary>分类模型</summary>
    public static IReadOnlyList<Column<ModelRow>> Models { get; } =
    [
        new("id", "模型", row => row.Id, row => row.Id[..12]),
        new("trainedAt", "训练时间", row => row.TrainedAt, row => LocalTime(row.TrainedAt)),
        new("trainedBy", "训练人", row => row.TrainedBy),
        new("textCount", "训练文本", row => row.TextCount),
        new("labelCount", "类别", row => row.LabelCount),
        new("heldOutCount", "留出文本", row => row.HeldOutCount),
        new("accuracy", "正确率", row => Share(row.Measures.Accuracy), row => ModelText.Share(row.Measures.Accuracy)),
        new("macroF1", "F1 平均", row => Share(row.Measures.MacroF1)),
        new("isActive", "使用中", row => row.IsActive, row => row.IsActive ? "是" : ""),
        new("activatedBy", "启用人", row => row.ActivatedBy),
        new("activatedAt", "启用时间", row => row.ActivatedAt, row => row.ActivatedAt is { } at ? LocalTime(at) : ""),
        new("isOverride", "强行启用", row => row.IsOverride, row => row.IsOverride ? "是" : ""),
        new("trainingSha256", "训练文本 SHA-256", row => row.TrainingSha256, row => row.TrainingSha256[..12]),
    ];

    /// <summary>待人工归类</summary>
    public static IReadOnlyList<Column<ReviewRow>> Reviews { get; } =
    [
        new("findingId", "条目", row => row.FindingId),
        new("quarter", "季度", row => row.Quarter.ToString()),
        new("unit", "单位代码", row => row.Unit),
        new("unitName", "单位", row => row.UnitName),
        new("channel", "渠道", row => row.Channel, row => Channel.NameOf(row.Channel)),
        new("words", "问题", row => row.Words),
        new("proposed", "模型提议", row => row.Proposed),
        new("confidence", "把握", row => row.Confidence, row => Numbers.Rate(row.Confidence)),
        new("second", "第二", row => row.Second),
        new("third", "第三", row => row.Third),
        new("reason", "原因", row => row.Reason, row => RowText.ReasonOf(row.Reason, Speech.Chinese)),
        new("location", "位置", row => row.Location),
        new("isSample", "示例数据", row => row.IsSample),
    ];

    private static decimal Share(double share) => Math.Round((decimal)share, 4, MidpointRounding.AwayFromZero);

    /// <summary>得分明细</summary>
    public static IReadOnlyList<Column<ScoreLine>> Lines { get; } =
    [
        new("unit", "单位代码", row => row.Unit),
        new("unitName", "单位", row => row.UnitName),
        new("line", "序号", row => row.Line),
        new("kind", "种类", row => row.Kind),
        new("indicator", "指标", row => row.Indicator),
        new("rule", "规则", row => row.Rule),
        new("category", "类别", row => row.Category),
        new("level", "检查层级", row => row.Level),
        new("platform", "平台", row => row.Platform),
        new("target", "报送对象", row => row.Target),
        new("hitCount", "条数", row => row.HitCount),
        new("pointsPerHit", "每条分值", row => row.PointsPerHit, row => Numbers.Plain(row.PointsPerHit)),
        new("perCount", "每几条计一次", row => row.PerCount),
        new("pointsBeforeCap", "封顶前", row => row.PointsBeforeCap, row => Numbers.Plain(row.PointsBeforeCap)),
        new("cappedPoints", "封顶减去", row => row.CappedPoints, row => Numbers.Plain(row.CappedPoints)),
        new("points", "分", row => row.Points, row => Numbers.Plain(row.Points)),
        new("words", "说明", row => row.Words),
        new("findingIds", "条目", row => row.FindingIds),
    ];

    /// <summary>采用情况</summary>
    public static IReadOnlyList<Column<AdoptionRow>> Adoption { get; } =
    [
        new("quarter", "季度", row => row.Quarter.ToString()),
        new("target", "报送对象代码", row => row.Target),
        new("targetWords", "报送对象", row => row.TargetWords),
        new("submittedCount", "报送", row => row.SubmittedCount),
        new("adoptedCount", "采用", row => row.AdoptedCount),
        new("pushedCount", "推送", row => row.PushedCount),
        new("adoptionRate", "采用率", row => row.AdoptionRate, row => Numbers.Rate(row.AdoptionRate)),
        new("statedRate", "原文采用率（%）", row => row.StatedRate, row => Numbers.Plain(row.StatedRate)),
        new(
            "changePp",
            "环比（百分点）",
            row => row.ChangePp,
            row => Numbers.Change(row.ChangePp, UnitOfMeasure.PercentagePoint, Speech.Chinese)
        ),
        new("statedChange", "原文变化", row => row.StatedChange),
        new("statedChangeUnit", "原文变化单位", row => row.StatedChangeUnit),
        new("statedChangeBasis", "原文比较基期", row => row.StatedChangeBasis),
        new("isSample", "示例数据", row => row.IsSample),
    ];

    /// <summary>趋势</summary>
    public static IReadOnlyList<Column<TrendPoint>> Trend { get; } =
    [
        new("metric", "指标", row => row.Metric),
        new("unit", "单位代码", row => row.Unit),
        new("quarter", "季度", row => row.Quarter.ToString(), row => row.Quarter.Chinese),
        new("value", "数值", row => row.Value, row => ValueOf(row)),
        new("change", "环比", row => row.Change, ChangeOf),
        new("yearChange", "同比", row => row.YearChange, YearChangeOf),
        new("changeUnit", "变化单位", row => row.ChangeUnit),
        new("isSample", "示例数据", row => row.IsSample, row => row.IsSample ? "示例数据" : ""),
        new("changePercent", "环比（%）", row => row.ChangePercent),
        new("yearChangePercent", "同比（%）", row => row.YearChangePercent),
        new("numerator", "分子", row => row.Numerator),
        new("denominator", "分母", row => row.Denominator),
        new("isBreak", "沿革", row => row.IsBreak),
        new("sourceUnit", "数据所属单位", row => row.SourceUnit),
        new("chain", "接续", row => row.Chain),
        new("centerLine", "中心线", row => row.CenterLine),
        new("lowerLimit", "下控制限", row => row.LowerLimit),
        new("upperLimit", "上控制限", row => row.UpperLimit),
        new("isSignal", "超出控制限", row => row.IsSignal),
        new("isUsualChange", "正常波动", row => row.IsUsualChange),
    ];

    /// <summary>出入</summary>
    public static IReadOnlyList<Column<DiscrepancyRow>> Discrepancies { get; } =
    [
        new("id", "代码", row => row.Id),
        new("quarter", "季度", row => row.Quarter.ToString()),
        new("notice", "通报", row => row.Notice),
        new("code", "种类", row => row.Code),
        new("severity", "程度", row => row.Severity, row => SeverityOf(row.Severity)),
        new("stated", "原文", row => row.Stated, row => Numbers.Plain(row.Stated)),
        new("computed", "计算", row => row.Computed, row => Numbers.Plain(row.Computed)),
        new("message", "说明", row => row.Message),
        new("words", "来源语句", row => row.Words),
        new("location", "位置", row => row.Location),
        new("settledNote", "了结说明", row => row.SettledNote),
        new("settledBy", "了结人", row => row.SettledBy),
        new("settledAt", "了结时间", row => row.SettledAt),
    ];

    /// <summary>问题条目</summary>
    public static IReadOnlyList<Column<FindingDetail>> Findings { get; } =
    [
        new("id", "条目", row => row.Id),
        new("quarter", "季度", row => row.Quarter.ToString(), row => row.Quarter.Chinese),
        new("unit", "单位代码", row => row.Unit),
        new("unitName", "单位", row => row.UnitName),
        new("unitWords", "原文单位", row => row.UnitWords),
        new("channel", "渠道", row => row.Channel, row => Channel.NameOf(row.Channel)),
        new("platform", "平台", row => row.Platform),
        new("account", "账号", row => row.Account),
        new("category", "类别代码", row => row.Category),
        new("categoryName", "类别", row => row.CategoryName),
        new(
            "categorySource",
            "类别来自",
            row => row.CategorySource,
            row => RowText.SourceOf(row.CategorySource, Speech.Chinese)
        ),
        new("statedCategory", "文件写明的类别", row => row.StatedCategory),
        new("level", "检查层级", row => row.Level, row => InspectionLevel.NameOf(row.Level)),
        new("count", "条数", row => row.Count),
        new("foundOn", "发现日期", row => row.FoundOn),
        new("words", "来源语句", row => row.Words),
        new("location", "位置", row => row.Location),
        new("document", "来源文件代码", row => row.Document),
        new("fileName", "来源文件", row => row.FileName),
        new("notice", "通报", row => row.Notice),
        new("batch", "批次", row => row.Batch),
        new("isSample", "示例数据", row => row.IsSample, row => row.IsSample ? "示例数据" : ""),
    ];

    /// <summary>通报</summary>
    public static IReadOnlyList<Column<NoticeRow>> Notices { get; } =
    [
        new("id", "通报", row => row.Id),
        new("quarter", "季度", row => row.Quarter.ToString(), row => row.Quarter.Chinese),
        new("number", "文号", row => row.Number),
        new("title", "标题", row => row.Title),
        new("issuer", "发文单位", row => row.Issuer),
        new("issuedOn", "成文日期", row => row.IssuedOn),
        new("fileName", "文件", row => row.FileName),
        new("unrecognisedCount", "未能识别（处）", row => row.UnrecognisedCount),
        new("sha256", "SHA-256", row => row.Sha256, row => row.Sha256[..12]),
        new("batch", "批次", row => row.Batch),
    ];

    /// <summary>一个单位的历次名次</summary>
    public static IReadOnlyList<Column<UnitStanding>> Standings { get; } =
    [
        new("quarter", "季度", row => row.Quarter.ToString(), row => row.Quarter.Chinese),
        new("rulebook", "评分规则", row => row.Rulebook),
        new("group", "组别", row => row.Group),
        new("rank", "名次", row => row.Rank, row => RankOf(row.Rank)),
        new("score", "得分", row => row.Score, row => Numbers.Score(row.Score)),
        new("outcome", "结果", row => row.Outcome),
        new("band", "等次", row => row.Band),
        new("findingCount", "问题（条）", row => row.FindingCount),
        new("vetoCount", "单项否决（次）", row => row.VetoCount),
        new("isSample", "示例数据", row => row.IsSample, row => row.IsSample ? "示例数据" : ""),
    ];

    /// <summary>评分规则的条目</summary>
    public static IReadOnlyList<Column<RulebookRule>> Rules { get; } =
    [
        new("rule", "条目", row => row.Rule),
        new("kind", "种类", row => row.Kind),
        new("title", "名称", row => row.Title),
        new("indicator", "指标", row => row.Indicator),
        new("category", "类别", row => row.Category),
        new("level", "检查层级", row => row.Level),
        new("platform", "平台", row => row.Platform),
        new("measure", "报送指标", row => row.Measure),
        new("target", "报送对象", row => row.Target),
        new("points", "分值", row => row.Points, row => Numbers.Plain(row.Points)),
        new("perCount", "每几条计一次", row => row.PerCount),
        new("atLeast", "门槛条数", row => row.AtLeast),
        new("isConfirmed", "已确认", row => row.IsConfirmed, row => row.IsConfirmed ? "是" : "否"),
    ];

    /// <summary>指标</summary>
    public static IReadOnlyList<Column<MetricDefinition>> MetricDefinitions { get; } =
    [
        new("name", "代码", row => row.Name),
        new("title", "指标", row => row.Title),
        new("definition", "定义", row => row.Definition),
        new("kind", "种类", row => row.Kind),
        new("unit", "单位", row => row.Unit),
        new("changeUnit", "变化的单位", row => row.ChangeUnit),
        new("higherIsBetter", "越高越好", row => row.HigherIsBetter),
        new("forUnits", "有单位数", row => row.ForUnits),
        new("forWholeBanner", "有全旗数", row => row.ForWholeBanner),
        new("sqlFile", "SQL 文件", row => row.SqlFile),
    ];

    /// <summary>检查范围</summary>
    public static IReadOnlyList<Column<CoverageRow>> Coverage { get; } =
    [
        new("channel", "渠道", row => row.Channel, row => Channel.NameOf(row.Channel)),
        new("found", "被点名（家）", row => row.Found),
        new("covered", "推定为零（家）", row => row.Covered),
        new("unchecked", "未检查（家）", row => row.Unchecked),
        new("proposedScope", "通报所述范围", row => row.ProposedScope),
    ];

    /// <summary>单位</summary>
    public static IReadOnlyList<Column<UnitRow>> Units { get; } =
    [
        new("code", "单位代码", row => row.Code),
        new("name", "单位", row => row.Name),
        new("shortName", "简称", row => row.ShortName),
        new("group", "类别", row => row.Group, row => UnitGroup.NameOf(row.Group)),
        new("aliases", "别名", row => row.Aliases),
        new("sortOrder", "行文顺序", row => row.SortOrder),
    ];

    /// <summary>评分规则</summary>
    public static IReadOnlyList<Column<RulebookRow>> Rulebooks { get; } =
    [
        new("id", "代码", row => row.Id),
        new("title", "标题", row => row.Title),
        new("kind", "种类", row => row.Kind, row => row.Kind == Domain.RulebookKind.Additive ? "累加" : "扣分"),
        new("effectiveFrom", "生效", row => Day(row.EffectiveFrom)),
        new("effectiveTo", "失效", row => row.EffectiveTo is { } day ? Day(day) : null),
        new("isDefault", "默认", row => row.IsDefault, row => row.IsDefault ? "是" : ""),
        new("isConfirmed", "已确认", row => row.Confirmed, row => row.Confirmed ? "是" : "否"),
        new("gapCount", "未确认分值", row => row.Gaps.Count),
        new("publishedBy", "发布", row => row.PublishedBy),
        new("sha256", "SHA-256", row => row.Sha256, row => row.Sha256[..12]),
    ];

    /// <summary>季度</summary>
    public static IReadOnlyList<Column<QuarterRow>> Quarters { get; } =
    [
        new("quarter", "季度", row => row.Quarter.ToString(), row => row.Quarter.Chinese),
        new("rulebook", "评分规则", row => row.Rulebook),
        new("isSample", "示例数据", row => row.IsSample),
    ];

    /// <summary>批次</summary>
    public static IReadOnlyList<Column<BatchRow>> Batches { get; } =
    [
        new("batch", "批次", row => row.Batch),
        new("kind", "种类", row => row.Kind, row => Kinds.NameOf(row.Kind, Speech.Chinese)),
        new("fileName", "文件", row => row.FileName),
        new("quarters", "季度", row => row.Quarters, row => string.Join(' ', row.Quarters)),
        new("factCount", "数字（个）", row => row.FactCount),
        new("isSample", "示例数据", row => row.IsSample, row => row.IsSample ? "示例数据" : ""),
        new("loadedAt", "加载时间", row => row.LoadedAt, row => LocalTime(row.LoadedAt)),
        new("loadedBy", "加载人", row => row.LoadedBy),
        new("endedBy", "状态", row => row.EndedBy, row => RowText.StateOf(row, Speech.Chinese)),
        new("sha256", "SHA-256", row => row.Sha256, row => row.Sha256.Length < 12 ? "" : row.Sha256[..12]),
        new("rowCount", "行", row => row.RowCount, row => CountOf(row.RowCount)),
        new("refusedCount", "被拒（行）", row => row.RefusedCount, row => CountOf(row.RefusedCount)),
        new("requestCount", "申请（件）", row => row.RequestCount, row => CountOf(row.RequestCount)),
        new("accountCount", "账号", row => row.AccountCount, row => CountOf(row.AccountCount)),
        new("reverts", "撤销了", row => row.Reverts, row => row.Reverts is { } undone ? $"第 {undone} 批" : ""),
        new("revertedBy", "被撤销", row => row.RevertedBy, row => row.RevertedBy is { } by ? $"第 {by} 批" : ""),
    ];

    /// <summary>A count that is nothing to speak of when it is none.</summary>
    private static string CountOf(long count) =>
        count == 0 ? "" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The outcome in Chinese.</summary>
    public static string OutcomeOf(RankingRow row) => RowText.OutcomeOf(row, Speech.Chinese);

    /// <summary>With which neighbour one finding more or less would swap the order, in Chinese.</summary>
    public static string CloseOf(RankingRow row) => RowText.CloseOf(row, Speech.Chinese);

    /// <summary>A rank, or that there is none.</summary>
    public static string RankOf(int? rank) =>
        rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Numbers.Nothing;

    /// <summary>A move in the ranking in Chinese, gains positive: ▲ 上升 2 名.</summary>
    public static string MovesOf(int? moves) => RowText.MovesOf(moves, Speech.Chinese);

    /// <summary>The severity in Chinese.</summary>
    public static string SeverityOf(string severity) => RowText.SeverityOf(severity, Speech.Chinese);

    /// <summary>A trend's value as people read it.</summary>
    public static string ValueOf(TrendPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return point.ChangeUnit == "个百分点" ? Numbers.Rate(point.Value) : Numbers.Score(point.Value);
    }

    /// <summary>A trend's change against the quarter before in Chinese, counts with their percentage.</summary>
    public static string ChangeOf(TrendPoint point) => RowText.ChangeOf(point, Speech.Chinese);

    /// <summary>A trend's change against the same quarter last year in Chinese, counts with their percentage.</summary>
    public static string YearChangeOf(TrendPoint point) => RowText.YearChangeOf(point, Speech.Chinese);

    /// <summary>What has to be said of a quarter in a trend, in Chinese.</summary>
    /// <param name="point">The quarter.</param>
    /// <param name="nameOf">The short name of a unit's code.</param>
    public static string NoteOf(TrendPoint point, Func<string, string> nameOf) =>
        RowText.NoteOf(point, nameOf, withSample: true, Speech.Chinese);

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A stored time as the office's clock shows it.</summary>
    public static string LocalTime(DateTime utc) =>
        Local(utc).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A time of the data, which is UTC, in Beijing.</summary>
    public static DateTime Local(DateTime utc) => utc.AddHours(8);
}
