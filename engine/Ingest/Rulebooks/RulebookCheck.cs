using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Ingest.Rulebooks;

/// <summary>What a rulebook must hold to be meant; each refusal names the JSON path, the value and the cure.</summary>
internal static partial class RulebookCheck
{
    private const int MaxIndicators = 100;
    private const int MaxRules = 2000;
    private const decimal MaxPoints = 1000;

    private static readonly string[] s_measures = [Measure.Submitted, Measure.Adopted, Measure.Pushed];
    private static readonly string[] s_ties = ["vetoes", "findings", Measure.Submitted, Measure.Adopted];
    private static readonly string[] s_targets = [.. InspectionLevel.All.Select(level => level.Code).SkipLast(1)];

    public static void Check(Rulebook rulebook, string name, CategoryList categories)
    {
        var require = new Requirement(name);
        CheckHead(rulebook, require);
        require.That(
            rulebook.Indicators.Count <= MaxIndicators,
            "$.indicators",
            $"有 {rulebook.Indicators.Count} 个指标，最多 {MaxIndicators} 个"
        );
        require.That(
            rulebook.Indicators.Sum(indicator => indicator.Hits.Count + indicator.Quotas.Count) <= MaxRules,
            "$.indicators",
            $"扣分规则最多 {MaxRules} 条"
        );
        Unique(rulebook.Indicators, indicator => indicator.Code, "$.indicators", require);
        for (var i = 0; i < rulebook.Indicators.Count; i++)
        {
            CheckIndicator(rulebook, i, require, categories);
        }

        if (rulebook.Kind == RulebookKind.Deduction)
        {
            var allocated = rulebook.Indicators.Sum(indicator => indicator.FullPoints ?? 0) + rulebook.Unallocated;
            require.That(
                allocated == rulebook.Base,
                "$.indicators",
                $"各指标满分加 unallocated 为 {allocated:0.######}，应等于基准分 {rulebook.Base:0.######}；请改满分，或把没有分配的分数写进 unallocated"
            );
        }

        CheckHitsApart(rulebook, require);
        CheckExclusions(rulebook, require);
        CheckVetoes(rulebook, require, categories);
        CheckBonus(rulebook, require);
        CheckRanking(rulebook, require);
        CheckYear(rulebook, require);
    }

    private static void CheckHead(Rulebook rulebook, Requirement require)
    {
        require.That(
            CodeForm().IsMatch(rulebook.Id),
            "$.id",
            $"“{rulebook.Id}” 只能由小写字母、数字和 - 组成，最多 60 个字符"
        );
        require.That(
            rulebook.Kind is RulebookKind.Deduction or RulebookKind.Additive,
            "$.kind",
            $"“{rulebook.Kind}” 应为 deduction（从基准分往下扣）或 additive（从 0 往上加）"
        );
        require.That(
            rulebook.EffectiveTo is null || rulebook.EffectiveTo >= rulebook.EffectiveFrom,
            "$.effectiveTo",
            $"{rulebook.EffectiveTo:yyyy-MM-dd} 早于生效日期 {rulebook.EffectiveFrom:yyyy-MM-dd}"
        );
        require.That(
            rulebook.Rebase is RulebookRebase.None or RulebookRebase.Scale or RulebookRebase.Spread,
            "$.rebase",
            $"“{rulebook.Rebase}” 应为 scale（按比例折算）、spread（平均分摊）或 none（不计分）"
        );
        require.That(rulebook.Title.Length is > 0 and <= 100, "$.title", "标题不能为空，最多 100 个字");
        if (rulebook.Kind == RulebookKind.Deduction)
        {
            require.Points(rulebook.Base, "$.base");
            require.That(rulebook.Base > 0, "$.base", "基准分应大于 0，例如 100");
            require.That(rulebook.Indicators.Count > 0, "$.indicators", "扣分规则至少要有一个指标");
        }
        else
        {
            require.That(rulebook.Base == 0, "$.base", $"累加规则从 0 开始，{rulebook.Base:0.######} 应为 0");
            require.That(rulebook.Rebase == RulebookRebase.None, "$.rebase", "累加规则没有满分，无从折算，应为 none");
        }

        require.Points(rulebook.Unallocated, "$.unallocated");
    }

    private static void CheckIndicator(Rulebook rulebook, int index, Requirement require, CategoryList categories)
    {
        var indicator = rulebook.Indicators[index];
        var at = $"$.indicators[{index}]";
        require.That(
            Channel.All.Any(channel => channel.Code == indicator.Channel),
            at + ".channel",
            $"没有渠道 “{indicator.Channel}”；可用的渠道：{string.Join("、", Channel.All.Select(channel => channel.Code))}"
        );
        require.Points(indicator.Cap, at + ".cap");
        require.Points(indicator.FullPoints, at + ".fullPoints");
        if (rulebook.Kind == RulebookKind.Deduction)
        {
            require.That(indicator.FullPoints > 0, at + ".fullPoints", "扣分规则的每个指标都要有大于 0 的满分");
            require.That(
                indicator.Cap is { } cap && cap <= indicator.FullPoints,
                at + ".cap",
                $"封顶 {indicator.Cap:0.######} 应在 0 与满分 {indicator.FullPoints:0.######} 之间"
            );
        }
        else
        {
            require.That(indicator.FullPoints is null, at + ".fullPoints", "累加规则的指标没有满分，请删去");
        }

        for (var i = 0; i < indicator.Hits.Count; i++)
        {
            CheckHit(indicator.Hits[i], $"{at}.hits[{i}]", require, categories);
        }

        Unique(indicator.Quotas, quota => quota.Code, at + ".quotas", require);
        for (var i = 0; i < indicator.Quotas.Count; i++)
        {
            var quota = indicator.Quotas[i];
            var here = $"{at}.quotas[{i}]";
            require.Points(quota.Points, here + ".points");
            require.OneOf(quota.Measure, s_measures, here + ".measure");
            require.OneOf(quota.Target, s_targets, here + ".target");
            require.That(quota.AtLeast is > 0 and <= 1_000_000, here + ".atLeast", $"{quota.AtLeast} 应大于 0");
        }
    }

    private static void CheckHit(RulebookHit hit, string at, Requirement require, CategoryList categories)
    {
        require.Points(hit.Points, at + ".points");
        require.That(hit.Per is > 0 and <= 1_000_000, at + ".per", $"{hit.Per} 应为大于 0 的整数");
        require.Category(hit.Category, at + ".category", categories);
        require.OneOf(hit.Level, [.. InspectionLevel.All.Select(level => level.Code)], at + ".level");
        require.That(hit.Platform is not "", at + ".platform", "平台名称不能为空；不限平台时请删去这个字段");
        for (var i = 0; i < hit.UnlessAlso.Count; i++)
        {
            require.Category(hit.UnlessAlso[i], $"{at}.unlessAlso[{i}]", categories);
            require.That(
                hit.UnlessAlso[i] != hit.Category,
                $"{at}.unlessAlso[{i}]",
                $"“{hit.Category}” 不能排除它自己"
            );
        }
    }

    // A finding is taken by one hit: of equally specific hits nobody could say which.
    private static void CheckHitsApart(Rulebook rulebook, Requirement require)
    {
        var seen = new Dictionary<(string, string?, string?, string?), string>();
        for (var i = 0; i < rulebook.Indicators.Count; i++)
        {
            var indicator = rulebook.Indicators[i];
            for (var j = 0; j < indicator.Hits.Count; j++)
            {
                var hit = indicator.Hits[j];
                var path = $"$.indicators[{i}].hits[{j}]";
                var key = (indicator.Channel, hit.Category, hit.Level, hit.Platform);
                require.That(
                    seen.TryAdd(key, path),
                    path,
                    $"与 {seen.GetValueOrDefault(key)} 的渠道、category、level、platform 都相同，同一个问题会扣两次；请删去一条，或写得更具体"
                );
            }
        }
    }

    // Categories that exclude each other would leave a column that has both uncounted.
    private static void CheckExclusions(Rulebook rulebook, Requirement require)
    {
        var hits = rulebook
            .Indicators.SelectMany(
                (indicator, i) =>
                    indicator.Hits.Select(
                        (hit, j) => (indicator.Channel, Hit: hit, Path: $"$.indicators[{i}].hits[{j}]")
                    )
            )
            .ToList();
        foreach (var channel in hits.GroupBy(hit => hit.Channel, StringComparer.Ordinal))
        {
            var named = channel
                .Where(hit => hit.Hit is { Category: not null, Level: null, Platform: null })
                .Select(hit => hit.Hit.Category!)
                .ToHashSet(StringComparer.Ordinal);
            var behind = channel
                .SelectMany(hit => hit.Hit.UnlessAlso)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(category => category, Excluding, StringComparer.Ordinal);
            foreach (var (_, hit, path) in channel)
            {
                var circle = hit.UnlessAlso.FirstOrDefault(other => Reaches(other, other, behind, []));
                require.That(
                    circle is null,
                    path + ".unlessAlso",
                    $"“{circle}” 与其他类别互相排除，两者都有的栏目一次也不会计；请只留一个方向"
                );
            }

            HashSet<string> Excluding(string category) =>
                [
                    .. channel
                        .Where(hit => (hit.Hit.Category ?? (named.Contains(category) ? null : category)) == category)
                        .SelectMany(hit => hit.Hit.UnlessAlso)
                        .Where(other => other != category),
                ];
        }
    }

    private static bool Reaches(
        string from,
        string to,
        Dictionary<string, HashSet<string>> behind,
        HashSet<string> seen
    ) =>
        seen.Add(from)
        && behind.TryGetValue(from, out var others)
        && others.Any(other => other == to || Reaches(other, to, behind, seen));

    private static void CheckVetoes(Rulebook rulebook, Requirement require, CategoryList categories)
    {
        Unique(rulebook.Vetoes, veto => veto.Code, "$.vetoes", require);
        for (var i = 0; i < rulebook.Vetoes.Count; i++)
        {
            var veto = rulebook.Vetoes[i];
            var at = $"$.vetoes[{i}]";
            require.OneOf(veto.Outcome, [RulebookVeto.Fail, RulebookVeto.AtMost], at + ".outcome");
            require.That(
                veto.Outcome == RulebookVeto.AtMost == veto.Score is not null,
                at + ".score",
                "outcome 为 atMost 时要写最高得分（例如 59），为 fail 时不写"
            );
            require.Points(veto.Score, at + ".score");
            require.OneOf(veto.Channel, [.. Channel.All.Select(channel => channel.Code)], at + ".channel");
            require.OneOf(veto.Level, [.. InspectionLevel.All.Select(level => level.Code)], at + ".level");
            require.That(
                veto.Categories.Count > 0 == veto.Threshold is not null,
                at + ".atLeast",
                "categories 和 atLeast 要么都写（问题达到多少条即否决），要么都不写（以通报的单项否决为准）"
            );
            require.That(veto.Threshold is null or > 0, at + ".atLeast", $"{veto.Threshold} 应大于 0");
            for (var j = 0; j < veto.Categories.Count; j++)
            {
                require.Category(veto.Categories[j], $"{at}.categories[{j}]", categories);
            }
        }
    }

    private static void CheckBonus(Rulebook rulebook, Requirement require)
    {
        if (rulebook.Bonus is not { } bonus)
        {
            require.That(
                rulebook.Kind == RulebookKind.Deduction || rulebook.Indicators.Count > 0,
                "$.bonus",
                "累加规则没有任何得分项，请在 bonus.items 中写明"
            );
            return;
        }

        require.Points(bonus.Cap, "$.bonus.cap");
        require.Points(bonus.Unallocated, "$.bonus.unallocated");
        require.Points(bonus.Above, "$.bonus.above");
        require.That(
            bonus.Items.Count is > 0 and <= MaxIndicators || bonus.Unallocated > 0,
            "$.bonus.items",
            "应有 1 到 100 个加分项"
        );
        Unique(bonus.Items, item => item.Code, "$.bonus.items", require);
        for (var i = 0; i < bonus.Items.Count; i++)
        {
            var item = bonus.Items[i];
            var at = $"$.bonus.items[{i}]";
            require.OneOf(item.Measure, s_measures, at + ".measure");
            require.OneOf(item.Count, [RulebookAward.Each, RulebookAward.Highest], at + ".count");
            require.Points(item.Cap, at + ".cap");
            require.That(item.Points.Count > 0, at + ".points", "至少要写一个报送对象的分值，例如 \"city\": 10");
            foreach (var (target, points) in item.Points)
            {
                require.OneOf(target, s_targets, $"{at}.points");
                require.Points(points, $"{at}.points.{target}");
            }
        }
    }

    private static void CheckRanking(Rulebook rulebook, Requirement require)
    {
        require.That(
            rulebook.Kind == RulebookKind.Additive || rulebook.Bands.Any(band => band.From == 0),
            "$.bands",
            "缺少从 0 分开始的等次"
        );
        Unique(rulebook.Bands, band => band.Name, "$.bands", require);
        for (var i = 0; i < rulebook.Bands.Count; i++)
        {
            require.Points(rulebook.Bands[i].From, $"$.bands[{i}].from");
        }

        require.OneOf(rulebook.Ranking.Order, ["desc", "asc"], "$.ranking.order");
        require.That(rulebook.Ranking.Ties.Count <= 3, "$.ranking.ties", "最多三项");
        for (var i = 0; i < rulebook.Ranking.Ties.Count; i++)
        {
            require.OneOf(rulebook.Ranking.Ties[i], s_ties, $"$.ranking.ties[{i}]");
        }

        Unique(rulebook.Ranking.Groups, group => group.Code, "$.ranking.groups", require);
        foreach (var group in UnitGroup.All)
        {
            require.That(
                rulebook.Ranking.Groups.Count(ranked => ranked.Units.Contains(group.Code, StringComparer.Ordinal)) == 1,
                "$.ranking.groups",
                $"单位类别 {group.Code}（{group.Name}）应恰好属于一个排名组"
            );
        }
    }

    private static void CheckYear(Rulebook rulebook, Requirement require)
    {
        if (rulebook.Year is { } year)
        {
            require.OneOf(year.Combine, [RulebookYear.Mean, RulebookYear.Sum], "$.year.combine");
            require.OneOf(year.Vetoed, [RulebookYear.Fail, RulebookYear.Zero], "$.year.vetoed");
            require.That(year.AtLeast is >= 1 and <= 4, "$.year.atLeast", $"{year.AtLeast} 应在 1 与 4 之间");
        }
    }

    private static void Unique<T>(IReadOnlyList<T> items, Func<T, string> code, string at, Requirement require)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            require.That(
                code(items[i]).Length is > 0 and <= 60 && seen.Add(code(items[i])),
                $"{at}[{i}]",
                $"代码 “{code(items[i])}” 为空、过长或与前面的重复"
            );
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();

    private sealed class Requirement(string name)
    {
        public void That(bool holds, string at, string message)
        {
            if (!holds)
            {
                throw new NoticeFormatException($"{name} 的 {at}：{message}。");
            }
        }

        public void Points(decimal? points, string at) =>
            That(
                points is null
                    || (
                        points >= 0
                        && points <= MaxPoints
                        && points == decimal.Round(points.Value, 6, MidpointRounding.AwayFromZero)
                    ),
                at,
                $"{points:0.########} 应在 0 与 {MaxPoints} 之间，最多 6 位小数"
            );

        public void OneOf(string? value, IReadOnlyList<string> known, string at) =>
            That(
                value is null || known.Contains(value, StringComparer.Ordinal),
                at,
                $"“{value}” 应为 {string.Join("、", known)} 之一"
            );

        public void Category(string? code, string at, CategoryList categories) =>
            That(
                code is null or IssueCategory.None || categories.Knows(code),
                at,
                $"categories.csv 中没有类别 “{code}”；请改用其中的代码，或先把它加进去"
            );
    }
}
