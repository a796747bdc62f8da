using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Warehouse;

/// <summary>One file as rows: every name resolved to a code, nothing written yet.</summary>
internal sealed class LoadPlan
{
    /// <summary>The quarter column of a fact whose period is no quarter; such facts are kept and never counted into quarters.</summary>
    public const string NoQuarter = "NONE";

    private readonly ReferenceData _reference;
    private readonly List<string> _problems = [];

    // A file names the same few units and categories over and over.
    private readonly Dictionary<string, string?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string), IssueCategory?> _categories = [];

    private LoadPlan(LoadFile file, ReferenceData reference)
    {
        File = file;
        _reference = reference;
        Document = (file.Notice is null ? "table-" : "notice-") + Hash(file.DocumentKey)[..8];
        Facts = [.. ToRows()];
        Quarters =
        [
            .. Facts
                .Select(fact => fact.Quarter)
                .Where(quarter => quarter != NoQuarter)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        Coverage = [.. ToCoverage()];
    }

    /// <summary>The file.</summary>
    public LoadFile File { get; }

    /// <summary>The document's code: the same for a corrected copy of the same document.</summary>
    public string Document { get; }

    /// <summary>One row per fact.</summary>
    public IReadOnlyList<FactRow> Facts { get; }

    /// <summary>What the file says was checked.</summary>
    public IReadOnlyList<CoverageRow> Coverage { get; }

    /// <summary>The quarters the file has facts of, in order.</summary>
    public IReadOnlyList<string> Quarters { get; }

    /// <summary>Resolves every name of a file.</summary>
    /// <param name="file">The file as read.</param>
    /// <param name="reference">Units and categories.</param>
    /// <exception cref="NoticeFormatException">Something is unknown or impossible; the message lists all of it with place and cure.</exception>
    public static LoadPlan Make(LoadFile file, ReferenceData reference)
    {
        var plan = new LoadPlan(file, reference);
        return plan._problems.Count == 0
            ? plan
            : throw new NoticeFormatException($"{file.FileName} 没有加载：\n" + string.Join('\n', plan._problems));
    }

    private IEnumerable<FactRow> ToRows()
    {
        var totals = File.Notice?.Breakdowns.Select(breakdown => breakdown.Total).ToHashSet() ?? [];
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < File.Facts.Count; index++)
        {
            var fact = File.Facts[index];
            var channel = fact.Channel ?? Channel.None;
            var quarter = Quarter.TryParse(fact.Period, out var known) ? known.ToString() : NoQuarter;
            var unit = fact.Unit is null ? UnitGroup.NoUnit : UnitOf(fact.Unit, fact.Location);
            var category = CategoryOf(fact, channel);
            CheckNumber(fact);
            var isTotal = totals.Contains(index);
            var key = string.Join(
                '|',
                File.DocumentKey,
                quarter,
                channel,
                fact.Measure,
                unit,
                fact.Platform,
                fact.Account,
                fact.Category,
                fact.Column,
                fact.Level,
                fact.Target,
                isTotal,
                File.Notice is null ? fact.Words : ""
            );
            keys[key] = keys.GetValueOrDefault(key) + 1;
            yield return new FactRow
            {
                FactId = Hash(key + '|' + keys[key].ToString(CultureInfo.InvariantCulture))[..12],
                Quarter = quarter,
                Unit = unit,
                Category = category,
                Target = TargetOf(fact.Target),
                Level = LevelOf(fact.Level),
                IsTotal = isTotal,
                Fact = fact with { Channel = channel },
            };
        }
    }

    private string UnitOf(string words, string location)
    {
        if (!_units.TryGetValue(words, out var code))
        {
            _units[words] = code = _reference.Units.Find(words)?.Code;
        }

        if (code is not null)
        {
            return code;
        }

        var suggestions = _reference.Units.Suggest(words);
        _problems.Add(
            $"{location} 的单位 “{words}” 不在 data/reference/units.csv 中。"
                + (
                    suggestions.Count == 0
                        ? ""
                        : $"相近的有 {string.Join("、", suggestions.Select(unit => unit.Name))}。"
                )
                + "请改正原文，或把这个写法加到 units.csv 的 aliases 列，新单位则加一行。"
        );
        return UnitGroup.NoUnit;
    }

    private string CategoryOf(Fact fact, string channel)
    {
        if (!_categories.TryGetValue((fact.Category, channel), out var category))
        {
            var code = _reference.Categories.CodeOf(fact.Category, channel);
            category = _reference.Categories.Categories.FirstOrDefault(known => known.Code == code);
            _categories[(fact.Category, channel)] = category;
        }

        if (category is not null && category.Channel != channel && category.Channel != "any")
        {
            _problems.Add(
                $"{fact.Location} 的类别 {category.Code}（{category.Name}）属于 {category.Channel}，与渠道 {channel} 不符。请改用该渠道的类别代码。"
            );
        }

        return category?.Code ?? IssueCategory.None;
    }

    private void CheckNumber(Fact fact)
    {
        if (fact.Count is { } count && (count < 0 || count > 1_000_000_000 || count != decimal.Truncate(count)))
        {
            _problems.Add(
                $"{fact.Location} 的数字 {count} 不可能是个数：应为 0 到十亿的整数。请核对原文 “{fact.Words}”。"
            );
        }

        if (fact.Rate is < 0 or > 100)
        {
            _problems.Add($"{fact.Location} 的比率 {fact.Rate}% 不在 0% 与 100% 之间。请核对原文 “{fact.Words}”。");
        }
    }

    private IEnumerable<CoverageRow> ToCoverage()
    {
        foreach (var row in Facts.Where(row => row is { Fact.Measure: Measure.Inspected, Quarter: not NoQuarter }))
        {
            yield return new CoverageRow(
                row.Quarter,
                row.Fact.Channel!,
                row.Unit,
                row.Unit == UnitGroup.NoUnit ? "检查对象共 " + Plain(row.Fact.Count) + " 个" : "单位检查记录",
                (long?)row.Fact.Count,
                row.Unit == UnitGroup.NoUnit ? "proposed" : "confirmed",
                row.Fact.Words
            );
        }

        // A notice with website findings has looked at the website, even where it does not say how much of it.
        foreach (var quarter in Quarters.Where(_ => File.Notice is not null))
        {
            var website = Facts.Where(row => row.Quarter == quarter && row.Fact.Channel == Channel.Website).ToList();
            if (
                website.Exists(row => row.Fact.Measure == Measure.Issues)
                && !website.Exists(row => row.Fact.Measure == Measure.Inspected)
            )
            {
                yield return new CoverageRow(
                    quarter,
                    Channel.Website,
                    UnitGroup.NoUnit,
                    "政府网站整体",
                    null,
                    "proposed",
                    website[0].Fact.Words
                );
            }
        }
    }

    private static string LevelOf(string? words) =>
        InspectionLevel.All.Any(level => level.Code == words) ? words! : InspectionLevel.CodeOf(words);

    private static string TargetOf(string? words) =>
        words switch
        {
            null => InspectionLevel.None,
            _ when InspectionLevel.All.Any(level => level.Code == words) => words,
            _ when words.Contains("国务院", StringComparison.Ordinal)
                    || words.Contains("国家", StringComparison.Ordinal) => InspectionLevel.State,
            _ when words.Contains("自治区", StringComparison.Ordinal) || words.Contains('省') => InspectionLevel.Region,
            _ when words.Contains('旗') || words.Contains('县') => InspectionLevel.Banner,
            _ when words.Contains('市') || words.Contains('盟') => InspectionLevel.City,
            _ => InspectionLevel.None,
        };

    private static string Plain(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
