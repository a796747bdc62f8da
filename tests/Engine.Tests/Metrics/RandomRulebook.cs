using System.Text.Json.Nodes;
using Analytics.Domain;

namespace Analytics.Tests.Metrics;

/// <summary>Random rulebooks as JSON, valid by construction.</summary>
internal static class RandomRulebook
{
    private static readonly string?[] s_websiteKinds = [null, .. RandomQuarter.WebsiteKinds.Select(kind => kind.Code)];
    private static readonly string?[] s_otherKinds = [null, "NONE", "X-RECT"];
    private static readonly string?[] s_levels = [null, null, "banner", "city", "region", "NONE"];

    public static JsonObject Of(Random random, string id)
    {
        var isAdditive = random.Next(4) == 0;
        var indicators = Indicators(random, isAdditive);
        var full = indicators.Sum(indicator => indicator!["fullPoints"]?.GetValue<decimal>() ?? 0);
        var unallocated = !isAdditive && random.Next(12) == 0 ? 5m : 0;
        var rulebook = new JsonObject
        {
            ["id"] = id,
            ["title"] = "随机规则",
            ["source"] = "测试",
            ["confirmed"] = false,
            ["effectiveFrom"] = "1950-01-01",
            ["kind"] = isAdditive ? RulebookKind.Additive : RulebookKind.Deduction,
            ["base"] = isAdditive ? 0 : full + unallocated,
            ["unallocated"] = unallocated,
            ["indicators"] = indicators,
            ["vetoes"] = Vetoes(random),
            ["rebase"] = isAdditive
                ? "none"
                : RandomQuarter.Pick(random, ["scale", "spread", "scale", "spread", "none"]),
            ["bands"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "合格",
                    ["from"] = Math.Round(full * 0.6m, 3, MidpointRounding.AwayFromZero) + 0.001m,
                },
                new JsonObject { ["name"] = "不合格", ["from"] = 0 }
            ),
            ["ranking"] = Ranking(random),
        };
        if (isAdditive || random.Next(2) == 0)
        {
            rulebook["bonus"] = Bonus(random, full);
        }

        return rulebook;
    }

    private static JsonArray Indicators(Random random, bool isAdditive)
    {
        var taken = new HashSet<(string, string?, string?, string?)>();
        var indicators = new JsonArray();
        for (var index = 0; index < 1 + random.Next(5); index++)
        {
            var channel = RandomQuarter.Pick(random, RandomQuarter.Channels);
            var indicator = new JsonObject
            {
                ["code"] = $"i{index}",
                ["title"] = $"指标{index}",
                ["channel"] = channel,
                ["hits"] = Hits(random, channel, taken),
            };
            if (!isAdditive)
            {
                var full = 1 + Points(random, 50);
                indicator["fullPoints"] = full;
                indicator["cap"] = random.Next(3) == 0 ? Math.Round(full / 2, 3, MidpointRounding.AwayFromZero) : full;
            }
            else if (random.Next(2) == 0)
            {
                indicator["cap"] = Points(random, 30);
            }

            if (random.Next(4) == 0)
            {
                indicator["function"] = "service";
            }

            if (channel == Channel.Submission)
            {
                indicator["quotas"] = Quotas(random);
            }

            indicators.Add(indicator);
        }

        return indicators;
    }

    private static JsonArray Hits(Random random, string channel, HashSet<(string, string?, string?, string?)> taken)
    {
        var hits = new JsonArray();
        for (var count = 0; count < 1 + random.Next(5); count++)
        {
            var category = RandomQuarter.Pick(random, channel == Channel.Website ? s_websiteKinds : s_otherKinds);
            var level = RandomQuarter.Pick(random, s_levels);
            var platform =
                channel == Channel.NewMedia && random.Next(3) == 0
                    ? RandomQuarter.Pick(random, RandomQuarter.Platforms)
                    : null;
            if (!taken.Add((channel, category, level, platform)))
            {
                continue;
            }

            var hit = new JsonObject { ["points"] = random.Next(60) == 0 ? null : JsonValue.Create(Points(random, 4)) };
            Add(hit, "category", category);
            Add(hit, "level", level);
            Add(hit, "platform", platform);
            if (random.Next(4) == 0)
            {
                hit["per"] = 1 + random.Next(6);
            }

            if (channel == Channel.Website && random.Next(4) == 0)
            {
                // Only from the later to the earlier of LINK, TYPO, EMPTY: none excludes each other.
                var other = category == "W-LINK" ? RandomQuarter.Pick(random, ["W-EMPTY", "W-TYPO"]) : "W-EMPTY";
                if (other != category)
                {
                    hit["unlessAlso"] = new JsonArray(other);
                }
            }

            hits.Add(hit);
        }

        return hits;
    }

    private static JsonArray Quotas(Random random)
    {
        var quota = new JsonObject
        {
            ["code"] = "few",
            ["title"] = "报送不足",
            ["measure"] = RandomQuarter.Pick(random, [Measure.Submitted, Measure.Adopted]),
            ["atLeast"] = 1 + random.Next(6),
            ["points"] = Points(random, 10),
        };
        Add(quota, "target", random.Next(2) == 0 ? RandomQuarter.Pick(random, SecondScore.Targets) : null);
        return [quota];
    }

    private static JsonArray Vetoes(Random random)
    {
        var vetoes = new JsonArray();
        for (var index = 0; index < random.Next(3); index++)
        {
            var veto = new JsonObject { ["code"] = $"v{index}", ["title"] = "单项否决" };
            veto["outcome"] = random.Next(2) == 0 ? RulebookVeto.Fail : RulebookVeto.AtMost;
            if (veto["outcome"]!.GetValue<string>() == RulebookVeto.AtMost)
            {
                veto["score"] = Points(random, 60);
            }

            Add(
                veto,
                "channel",
                random.Next(3) == 0 ? RandomQuarter.Pick(random, [Channel.Website, Channel.NewMedia]) : null
            );
            Add(veto, "level", random.Next(4) == 0 ? "city" : null);
            Add(veto, "platform", random.Next(5) == 0 ? "抖音" : null);
            if (random.Next(2) == 0)
            {
                veto["categories"] = new JsonArray("W-EMPTY", "W-STALE");
                veto["atLeast"] = 1 + random.Next(12);
            }

            vetoes.Add(veto);
        }

        return vetoes;
    }

    private static JsonObject Bonus(Random random, decimal full)
    {
        var items = new JsonArray();
        for (var index = 0; index < 1 + random.Next(2); index++)
        {
            var points = new JsonObject();
            foreach (var target in SecondScore.Targets.Where(_ => random.Next(2) == 0).DefaultIfEmpty("city"))
            {
                points[target] = Points(random, 10);
            }

            var item = new JsonObject
            {
                ["code"] = $"a{index}",
                ["title"] = "信息采用",
                ["measure"] = RandomQuarter.Pick(random, [Measure.Adopted, Measure.Submitted]),
                ["points"] = points,
                ["count"] = RandomQuarter.Pick(random, ["each", "highest"]),
            };
            if (random.Next(3) == 0)
            {
                item["cap"] = Points(random, 30);
            }

            items.Add(item);
        }

        var bonus = new JsonObject { ["items"] = items };
        if (random.Next(2) == 0)
        {
            bonus["cap"] = Points(random, 30);
        }

        if (full > 0 && random.Next(2) == 0)
        {
            bonus["above"] = Math.Round(full * 0.8m, 3, MidpointRounding.AwayFromZero);
        }

        return bonus;
    }

    private static JsonObject Ranking(Random random)
    {
        var ranking = new JsonObject
        {
            ["groups"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = "town",
                    ["title"] = "镇",
                    ["units"] = new JsonArray("town"),
                },
                new JsonObject
                {
                    ["code"] = "other",
                    ["title"] = "部门",
                    ["units"] = new JsonArray("department", "institution"),
                }
            ),
            ["order"] = random.Next(5) == 0 ? "asc" : "desc",
        };
        string[] ties = ["vetoes", "findings", "submitted", "adopted"];
        random.Shuffle(ties);
        ranking["ties"] = new JsonArray([.. ties.Take(random.Next(4)).Select(tie => (JsonNode)tie)]);
        return ranking;
    }

    // Halves, thousandths and whole numbers.
    private static decimal Points(Random random, int most) =>
        random.Next(3) switch
        {
            0 => random.Next(most + 1),
            1 => random.Next(2 * most) / 2m,
            _ => random.Next(1000 * most) / 1000m,
        };

    private static void Add(JsonObject node, string name, string? value)
    {
        if (value is not null)
        {
            node[name] = value;
        }
    }
}
