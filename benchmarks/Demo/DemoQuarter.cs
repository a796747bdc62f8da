using System.Globalization;
using System.Text;
using Analytics.Domain;

namespace Analytics.Benchmarks.Demo;

/// <summary>Draws one sample quarter: the totals of its plan, spread over units, kinds, platforms and levels.</summary>
/// <param name="plan">The totals.</param>
/// <param name="units">All units in their official order.</param>
internal sealed class DemoQuarter(DemoPlan plan, IReadOnlyList<DemoUnit> units)
{
    /// <summary>Another seed is another set of samples.</summary>
    public const ulong Seed = 20220101;

    private const string City = "市人民政府网站";
    private const string OwnSite = "伊金霍洛旗人民政府网站";

    private readonly IReadOnlyList<DemoUnit> _checked =
    [
        .. units.Where(unit => !plan.Unchecked.Contains(unit.Habits.Code, StringComparer.Ordinal)),
    ];

    /// <summary>The file: UTF-8 without a byte order mark, LF line ends.</summary>
    public byte[] ToCsv()
    {
        var text = new StringBuilder(DemoRow.Header).Append('\n');
        foreach (var row in Rows())
        {
            text.Append(row.ToCsv(plan.Quarter.ToString())).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private IEnumerable<DemoRow> Rows() =>
        [
            .. Inspected(),
            .. Issues(Channel.Website, plan.Website, DemoKind.Website, habits => habits.Website),
            .. Issues(Channel.NewMedia, plan.NewMedia, DemoKind.NewMedia, NewMediaWeight),
            .. Issues(Channel.Openness, plan.Openness, DemoKind.Openness, habits => habits.Website),
            .. Issues(Channel.Request, plan.Request, DemoKind.Request, habits => habits.Website),
            .. Vetoes(),
            .. Submissions(),
        ];

    private IEnumerable<DemoRow> Inspected()
    {
        foreach (var unit in _checked)
        {
            yield return new(Channel.Website, Measure.Inspected, unit, 1, "网站栏目检查") { Level = "旗" };
        }

        foreach (var unit in _checked)
        {
            var accounts = AccountsOf(unit.Habits).Count;
            if (accounts > 0)
            {
                yield return new(Channel.NewMedia, Measure.Inspected, unit, accounts, "新媒体账号检查")
                {
                    Level = "旗",
                };
            }
        }
    }

    private IEnumerable<DemoRow> Issues(
        string channel,
        int total,
        IReadOnlyList<DemoKind> kinds,
        Func<DemoHabits, int> weightOf
    )
    {
        var random = Stream(channel);
        var likely = Likely(random, _checked, weightOf);
        var rows = new Dictionary<(DemoUnit Unit, string Words), DemoRow>();
        for (var drawn = 0; drawn < total; drawn++)
        {
            var unit = random.Pick(likely, candidate => candidate.Weight).Unit;
            var kind = random.Pick(kinds, candidate => candidate.Weight);
            var platform = channel == Channel.NewMedia ? PlatformOf(random, unit) : "";
            var level = random.Pick(DemoKind.LevelsOf(channel), candidate => candidate.Weight).Level;
            var text = kind.Texts[random.Below(kind.Texts.Length)];
            var words = string.Format(CultureInfo.InvariantCulture, text, platform);

            // The same text of the same unit is one row: a finding is known by its unit and its text.
            rows[(unit, words)] = rows.TryGetValue((unit, words), out var row)
                ? row with
                {
                    Count = row.Count + 1,
                }
                : new(channel, Measure.Issues, unit, 1, words)
                {
                    Platform = platform,
                    Category = kind.Category,
                    Level = level,
                };
        }

        return units.SelectMany(unit =>
            rows.Values.Where(row => row.Unit == unit)
                .OrderBy(row => row.Category, StringComparer.Ordinal)
                .ThenBy(row => row.Words, StringComparer.Ordinal)
        );
    }

    private List<DemoRow> Vetoes()
    {
        var random = Stream(Measure.Veto);
        var left = _checked.Where(unit => NewMediaWeight(unit.Habits) > 0).ToList();
        var rows = new List<DemoRow>();
        while (rows.Count < plan.Vetoes)
        {
            var unit = random.Pick(left, candidate => NewMediaWeight(candidate.Habits));
            left.Remove(unit);
            var platform = PlatformOf(random, unit);
            rows.Add(
                new(Channel.NewMedia, Measure.Veto, unit, 1, platform + "被检测出单否")
                {
                    Platform = platform,
                    Level = "市",
                }
            );
        }

        return rows;
    }

    private IEnumerable<DemoRow> Submissions()
    {
        var random = Stream(Channel.Submission);
        var likely = Likely(random, units, habits => habits.Submission);
        var submitted = Enumerable
            .Range(0, plan.Submitted)
            .Select(_ => random.Pick(likely, candidate => candidate.Weight).Unit)
            .ToList();
        random.Shuffle(submitted);
        var adopted = submitted.Take(plan.Adopted).CountBy(unit => unit).ToDictionary();
        var pushed = Enumerable
            .Range(0, plan.Pushed)
            .Select(_ => random.Pick(likely, candidate => candidate.Weight).Unit)
            .CountBy(unit => unit)
            .ToDictionary();

        foreach (var (unit, count) in submitted.CountBy(unit => unit).OrderBy(pair => OrderOf(pair.Key)))
        {
            yield return new(Channel.Submission, Measure.Submitted, unit, count, "报送信息") { Target = City };
            // Submitted and none adopted is known to be 0; a unit that submitted nothing has no row.
            yield return new(Channel.Submission, Measure.Adopted, unit, adopted.GetValueOrDefault(unit), "被采用信息")
            {
                Target = City,
            };
        }

        foreach (var (unit, count) in pushed.OrderBy(pair => OrderOf(pair.Key)))
        {
            yield return new(Channel.Submission, Measure.Pushed, unit, count, "推送信息") { Target = OwnSite };
        }
    }

    // Every unit has better and worse quarters (40 to 160 % of its weight); a quiet one is away from two of three.
    private static List<(DemoUnit Unit, int Weight)> Likely(
        SplitMix64 random,
        IReadOnlyList<DemoUnit> among,
        Func<DemoHabits, int> weightOf
    ) =>
        [
            .. among.Select(unit =>
            {
                var mood = 40 + random.Below(121);
                var isAway = random.Below(3) > 0 && unit.Habits.IsQuiet;
                return (unit, isAway ? 0 : weightOf(unit.Habits) * mood);
            }),
        ];

    private SplitMix64 Stream(string purpose) => SplitMix64.For(Seed, $"{plan.Quarter}/{purpose}");

    private int NewMediaWeight(DemoHabits habits) => AccountsOf(habits).Count == 0 ? 0 : habits.NewMedia;

    private IReadOnlyList<DemoAccount> AccountsOf(DemoHabits habits) => habits.AccountsIn(plan.Quarter);

    private string PlatformOf(SplitMix64 random, DemoUnit unit)
    {
        var accounts = AccountsOf(unit.Habits);
        return accounts[random.Below(accounts.Count)].Platform;
    }

    private int OrderOf(DemoUnit unit) => units.TakeWhile(other => other != unit).Count();
}
