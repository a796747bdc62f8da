using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>What stands behind the lines of a score: findings, vetoes and the numbers of the conversion; puts a line into words.</summary>
internal sealed class ScoreEvidence
{
    private readonly ILookup<(string Unit, string? Rule), Counted> _findings;
    private readonly ILookup<string, Event> _vetoes;
    private readonly Dictionary<string, Parts> _scores;
    private readonly Dictionary<string, string> _categories;
    private readonly Dictionary<string, VetoRule> _rules;

    private ScoreEvidence(
        IEnumerable<Counted> findings,
        IEnumerable<Event> vetoes,
        IEnumerable<Parts> scores,
        IEnumerable<(string Code, string Name)> categories,
        IEnumerable<VetoRule> rules
    )
    {
        _rules = rules.ToDictionary(rule => rule.Rule, StringComparer.Ordinal);
        _findings = findings.ToLookup(finding => (finding.Unit, finding.Rule));
        _vetoes = vetoes.ToLookup(veto => veto.Unit, StringComparer.Ordinal);
        _scores = scores.ToDictionary(score => score.Unit, StringComparer.Ordinal);
        _categories = categories.ToDictionary(
            category => category.Code,
            category => category.Name,
            StringComparer.Ordinal
        );
    }

    /// <summary>Gathers it.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="rulebook">The rulebook; null for the one in effect.</param>
    /// <param name="unit">The unit; null for all.</param>
    /// <param name="withIds">Whether lines get the ids behind them, which of a large quarter are many.</param>
    public static ScoreEvidence Of(Snapshot snapshot, Quarter quarter, string? rulebook, string? unit, bool withIds) =>
        new(
            FindingsOf(snapshot, quarter, rulebook, unit, withIds),
            VetoesOf(snapshot, quarter, unit),
            ScoresOf(snapshot, quarter, rulebook, unit),
            snapshot.Query("from categories", row => (row.Text("category"), row.Text("category_name"))),
            RulesOf(snapshot, quarter, rulebook)
        );

    private static IReadOnlyList<Counted> FindingsOf(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        string? unit,
        bool withIds
    ) =>
        snapshot.Query(
            $"""
            select
                unit, rule, channel, category, level, platform, is_counted,
                cast(sum(finding_count) as bigint) as finding_count,
                {(withIds ? "list(finding_id)" : "cast([] as varchar[])")} as finding_ids,
            from line_findings($1, $2)
            where $3 is null or unit = $3
            group by all
            """,
            row => new Counted(
                row.Text("unit"),
                row.TextOrNull("rule"),
                row["finding_ids"] is IEnumerable<string> ids ? [.. ids] : [],
                row.Text("channel"),
                row.Text("category"),
                row.Text("level"),
                row.Text("platform"),
                row.Long("finding_count"),
                row.Flag("is_counted")
            ),
            quarter.ToString(),
            rulebook,
            unit
        );

    private static IReadOnlyList<Event> VetoesOf(Snapshot snapshot, Quarter quarter, string? unit) =>
        snapshot.Query(
            "from vetoes where quarter = $1 and ($2 is null or unit = $2) order by veto_id",
            row => new Event(
                row.Text("unit"),
                row.Text("veto_id"),
                row.Text("channel"),
                row.Text("level"),
                row.Text("platform"),
                row.Long("veto_count")
            ),
            quarter.ToString(),
            unit
        );

    private static IReadOnlyList<Parts> ScoresOf(Snapshot snapshot, Quarter quarter, string? rulebook, string? unit) =>
        snapshot.Query(
            $"""
            select s.*, r.base_points, r.bonus_above
            from {(rulebook is null ? "quarter_scores" : "unit_score($1, $2)")} as s
            inner join rulebooks as r on r.rulebook = s.rulebook
            where s.quarter = $1 and ($2 is null or s.rulebook = $2) and ($3 is null or s.unit = $3)
            """,
            row => new Parts(
                row.Text("unit"),
                row.DecimalOrNull("checked_points"),
                row.DecimalOrNull("earned_points"),
                row.DecimalOrNull("base_points"),
                row.DecimalOrNull("score_before_bonus"),
                row.DecimalOrNull("bonus_above"),
                row.DecimalOrNull("at_most_points")
            ),
            quarter.ToString(),
            rulebook,
            unit
        );

    private static IReadOnlyList<VetoRule> RulesOf(Snapshot snapshot, Quarter quarter, string? rulebook) =>
        snapshot.Query(
            """
            select *
            from rulebook_vetoes
            where rulebook = coalesce($2, (select q.rulebook from quarters as q where q.quarter = $1))
            """,
            row => new VetoRule(
                row.Text("rule"),
                row.TextOrNull("channel"),
                row.TextOrNull("level"),
                row.TextOrNull("platform"),
                row["categories"] is IEnumerable<string> categories ? [.. categories] : []
            ),
            quarter.ToString(),
            rulebook
        );

    /// <summary>The line with its words and the ids behind it.</summary>
    public ScoreLine Explain(ScoreLine line) =>
        line with
        {
            Words = line.Kind switch
            {
                "base" => $"基准分 {Plain(line.Points)} 分",
                "unchecked" => $"{line.IndicatorTitle}：未检查，{Plain(-line.Points)} 分不计入",
                "exempt" => $"{line.IndicatorTitle}：该单位没有这项职能，{Plain(-line.Points)} 分不计入",
                "spread" => $"{line.IndicatorTitle}：分得未计入的 {Plain(line.Points)} 分",
                "hit" => HitWords(line),
                "quota" => $"{line.IndicatorTitle}：扣 {Plain(-line.Points)} 分：{line.RuleTitle}{CapWords(line)}",
                "unscored" => $"另有 {line.HitCount} 条问题没有对应的扣分规则，未计分（{Kinds(Unscored(line.Unit))}）",
                "rebase" => RebaseWords(_scores[line.Unit]),
                "award" =>
                    $"加 {Plain(line.Points)} 分：{line.RuleTitle}（{TargetName(line.Target)}）{line.HitCount} 条 × {Plain(line.PointsPerHit)} 分{CapWords(line)}",
                "gate" =>
                    $"得分 {Plain(_scores[line.Unit].BeforeBonus)} 不高于 {Plain(_scores[line.Unit].BonusAbove)} 分，加分 {Plain(line.PointsBeforeCap)} 分不计",
                "veto" => VetoWords(line),
                _ => line.Kind,
            },
            Label = LabelOf(line),
            EnglishLabel = EnglishLabelOf(line, name => name),
            EnglishWords = EnglishWordsOf(line),
            FindingIds = IdsOf(line),
        };

    private string LabelOf(ScoreLine line) =>
        line.Kind switch
        {
            "base" => "基准分",
            "unchecked" => $"{line.IndicatorTitle}：未检查",
            "exempt" => $"{line.IndicatorTitle}：没有这项职能",
            "spread" => $"{line.IndicatorTitle}：分得的分",
            "hit" => $"{line.IndicatorTitle}：{HitName(line)} {line.HitCount} 条",
            "quota" => $"{line.IndicatorTitle}：{line.RuleTitle}",
            "unscored" => $"没有扣分规则的问题 {line.HitCount} 条",
            "rebase" => "按已检查部分折算",
            "award" => $"{line.RuleTitle}（{TargetName(line.Target)}）{line.HitCount} 条",
            "gate" => "加分门槛未达到",
            "veto" when line.Points is null => "单项否决",
            "veto" => $"单项否决，最高 {Plain(_scores[line.Unit].AtMost)} 分",
            _ => line.Kind,
        };

    // Names stay Chinese; within a sentence they stand in quotes.
    private string EnglishLabelOf(ScoreLine line, Func<string, string> name)
    {
        var indicator = name(line.IndicatorTitle ?? "");
        return line.Kind switch
        {
            "base" => "Base",
            "unchecked" => $"{indicator}: not checked",
            "exempt" => $"{indicator}: does not apply",
            "spread" => $"{indicator}: share of points left out",
            "hit" => $"{indicator}: {EnglishHitName(line, name)}, {CountOf(line.HitCount, "finding")}",
            "quota" => $"{indicator}: {name(line.RuleTitle ?? "")}",
            "unscored" => $"{CountOf(line.HitCount, "finding")} without a rule",
            "rebase" => "Scaled to the part checked",
            "award" => $"{name(line.RuleTitle ?? "")}, {CountOf(line.HitCount, "item")}",
            "gate" => "Threshold of the bonus not reached",
            "veto" when line.Points is null => "Veto",
            "veto" => $"Veto, at most {Plain(_scores[line.Unit].AtMost)} points",
            _ => line.Kind,
        };
    }

    private string EnglishWordsOf(ScoreLine line)
    {
        var label = EnglishLabelOf(line, name => $"“{name}”");
        var score = _scores[line.Unit];
        return line.Kind switch
        {
            "unchecked" or "exempt" => $"{label}, {Plain(-line.Points)} points left out",
            "hit" => $"{label}{EnglishRate(line)}{EnglishCap(line)}"
                + (
                    line.ExcludedCount > 0
                        ? $"; {line.ExcludedCount} more count already for the same section or account"
                        : ""
                ),
            "quota" => label + EnglishCap(line),
            "unscored" => label + ", not counted",
            "rebase" =>
                $"{label}: {Plain(score.Earned)} × {Plain(score.Base)} ÷ {Plain(score.Checked)} = {Plain(score.BeforeBonus)}",
            "award" => $"{label} × {Plain(line.PointsPerHit)} points{EnglishCap(line)}",
            "gate" =>
                $"{label}: {Plain(score.BeforeBonus)} is not above {Plain(score.BonusAbove)}, {Plain(line.PointsBeforeCap)} points not given",
            "veto" when line.Points is null => label + ": failed, nothing else is scored",
            _ => label,
        };
    }

    private static string EnglishRate(ScoreLine line) =>
        line.PointsPerHit is null ? ", points not confirmed"
        : line.PerCount > 1 ? $", {Plain(line.PointsPerHit)} points for every {line.PerCount} or part of them"
        : $" × {Plain(line.PointsPerHit)} points";

    private static string EnglishCap(ScoreLine line) =>
        line.CappedPoints > 0
            ? $", {Plain(line.PointsBeforeCap)} points capped at {Plain(line.PointsBeforeCap - line.CappedPoints)}"
            : "";

    private string EnglishHitName(ScoreLine line, Func<string, string> quoted)
    {
        var counted = CountedIn(line).ToList();
        var category = line.Category ?? Same(counted, finding => finding.Category);
        // The codes of levels are English words.
        var beside = new[]
        {
            Same(counted, finding => finding.Level) is not { } level ? null
            : level == InspectionLevel.None ? "level not stated"
            : level,
            line.Platform is null or IssueCategory.None ? null : quoted(line.Platform),
        }.OfType<string>();
        var name =
            category is null ? "other categories"
            : category == IssueCategory.None ? "category not stated"
            : quoted(CategoryName(category));
        return beside.Any() ? $"{name} ({string.Join(", ", beside)})" : name;
    }

    private static string CountOf(long? count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";

    private string HitName(ScoreLine line)
    {
        var counted = CountedIn(line).ToList();
        return NameOf(line.Category, counted)
            + (
                Same(counted, finding => finding.Level) is not { } level ? ""
                : level == InspectionLevel.None ? "（未注明检查层级）"
                : $"（{InspectionLevel.NameOf(level)}检查）"
            )
            + (line.Platform is null or IssueCategory.None ? "" : $"（{line.Platform}）");
    }

    private string HitWords(ScoreLine line)
    {
        var what = HitName(line);
        var count =
            line.PerCount > 1
                ? $"{line.HitCount} 条，每 {line.PerCount} 条扣 {Plain(line.PointsPerHit)} 分（不足的按 {line.PerCount} 条计）"
                : $"{line.HitCount} 条 × {(line.PointsPerHit is null ? "（分值未确认）" : Plain(line.PointsPerHit) + " 分")}";
        var points = line.Points is { } taken ? $"扣 {Plain(-taken)} 分：" : "";
        var left =
            line.ExcludedCount > 0 ? $"；另有 {line.ExcludedCount} 条的栏目或账号已按其他问题扣分，不重复扣" : "";
        return $"{line.IndicatorTitle}：{points}{what} {count}{CapWords(line)}{left}";
    }

    private static string CapWords(ScoreLine line) =>
        line.CappedPoints > 0
            ? $"，应{(line.Kind == "award" ? "加" : "扣")} {Plain(line.PointsBeforeCap)} 分，封顶后{(line.Kind == "award" ? "加" : "扣")} {Plain(line.PointsBeforeCap - line.CappedPoints)} 分"
            : "";

    private static string RebaseWords(Parts score) =>
        $"按已检查的 {Plain(score.Checked)} 分折算：{Plain(score.Earned)} × {Plain(score.Base)} ÷ {Plain(score.Checked)} = {Plain(score.BeforeBonus)} 分";

    private string VetoWords(ScoreLine line)
    {
        var what = line.AtLeast is not null
            ? $"单项否决：{line.RuleTitle}，共 {line.HitCount} 条"
            : $"{(line.RuleTitle == "单项否决" ? "单项否决" : $"单项否决（{line.RuleTitle}）")}："
                + string.Join(
                    "、",
                    EventsOf(line)
                        .Select(veto =>
                            $"{(veto.Platform == IssueCategory.None ? "" : veto.Platform + " ")}{veto.Count} 次"
                        )
                );
        return line.Points is null
            ? $"{what}，不合格，不再计分"
            : $"{what}，最高得 {Plain(_scores[line.Unit].AtMost)} 分";
    }

    private IEnumerable<Event> EventsOf(ScoreLine line) =>
        _vetoes[line.Unit].Where(veto => _rules[line.Rule!].Covers(veto.Channel, veto.Level, veto.Platform));

    private IEnumerable<Counted> CountedFor(ScoreLine line) =>
        _findings
            .Where(group => group.Key.Unit == line.Unit)
            .SelectMany(group => group)
            .Where(finding =>
                _rules[line.Rule!].Covers(finding.Channel, finding.Level, finding.Platform)
                && _rules[line.Rule!].Categories.Contains(finding.Category, StringComparer.Ordinal)
            );

    private List<string> IdsOf(ScoreLine line) =>
        line.Kind switch
        {
            "hit" => IdsOf(CountedIn(line)),
            "unscored" => IdsOf(Unscored(line.Unit)),
            "veto" when line.AtLeast is not null => IdsOf(CountedFor(line)),
            "veto" => [.. EventsOf(line).Select(veto => veto.Id)],
            _ => [],
        };

    private static List<string> IdsOf(IEnumerable<Counted> findings) =>
        [.. findings.SelectMany(finding => finding.Ids).Order(StringComparer.Ordinal)];

    private IEnumerable<Counted> CountedIn(ScoreLine line) =>
        _findings[(line.Unit, line.Rule)]
            .Where(finding =>
                finding.IsCounted
                && (line.Category ?? finding.Category) == finding.Category
                && (line.Level ?? finding.Level) == finding.Level
                && (line.Platform ?? finding.Platform) == finding.Platform
            );

    private IEnumerable<Counted> Unscored(string unit) =>
        _findings
            .Where(group => group.Key.Unit == unit)
            .SelectMany(group => group)
            .Where(finding => !finding.IsCounted);

    private string NameOf(string? category, List<Counted> counted) =>
        category is not null ? CategoryName(category)
        : Same(counted, finding => finding.Category) is { } only ? CategoryName(only)
        : $"其他问题（{Kinds(counted)}）";

    private string Kinds(IEnumerable<Counted> findings) =>
        string.Join(
            "，",
            findings
                .GroupBy(finding => finding.Category, StringComparer.Ordinal)
                .OrderByDescending(group => group.Sum(finding => finding.Count))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{CategoryName(group.Key)} {group.Sum(finding => finding.Count)} 条")
        );

    private string CategoryName(string code) =>
        code == IssueCategory.None ? "未注明类别" : _categories.GetValueOrDefault(code, code);

    private static string? Same(List<Counted> findings, Func<Counted, string> of) =>
        findings.Select(of).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    private static string TargetName(string? target) => target is null ? "" : InspectionLevel.NameOf(target);

    private static string Plain(decimal? number) =>
        number?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "—";

    // Findings that are alike to a rule.
    private sealed record Counted(
        string Unit,
        string? Rule,
        IReadOnlyList<string> Ids,
        string Channel,
        string Category,
        string Level,
        string Platform,
        long Count,
        bool IsCounted
    );

    private sealed record Event(string Unit, string Id, string Channel, string Level, string Platform, long Count);

    private sealed record VetoRule(
        string Rule,
        string? Channel,
        string? Level,
        string? Platform,
        IReadOnlyList<string> Categories
    )
    {
        public bool Covers(string channel, string level, string platform) =>
            (Channel ?? channel) == channel && (Level ?? level) == level && (Platform ?? platform) == platform;
    }

    private sealed record Parts(
        string Unit,
        decimal? Checked,
        decimal? Earned,
        decimal? Base,
        decimal? BeforeBonus,
        decimal? BonusAbove,
        decimal? AtMost
    );
}
