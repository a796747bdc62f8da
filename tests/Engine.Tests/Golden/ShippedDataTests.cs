using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Golden;

/// <summary>The data in data/, loaded once: the figures of the 2024 Q4 notice, and its ranking worked out by hand.</summary>
public sealed class ShippedDataTests(ShippedDataTests.Shipped shipped) : IClassFixture<ShippedDataTests.Shipped>
{
    private static readonly Quarter s_quarter = new(2024, 4);

    // New media 40 points, half a point for each finding of unknown kind; website 40 points, a typo found by the region 3, by the
    // city 2, a leak 1; earned × 100 ÷ checked. 苏布尔嘎镇: 38.5 + 38 of 80. 应急管理局: 33 + 35 of 80. 札萨克镇: 82 × 0.5 is over 40.
    private static readonly (string Unit, int? Rank, decimal? Score)[] s_byHand =
    [
        ("乌兰木伦镇", 1, 98.75m),
        ("纳林陶亥镇", 2, 96.25m),
        ("苏布尔嘎镇", 3, 95.625m),
        ("红庆河镇", 4, 77.5m),
        ("札萨克镇", 5, 0m),
        ("阿勒腾席热镇", 6, null),
        ("民族事务委员会", 1, 98.75m),
        ("住房和城乡建设局", 1, 98.75m),
        ("司法局", 3, 97.5m),
        ("不动产登记中心", 3, 97.5m),
        ("统计局", 5, 96.25m),
        ("市场监督管理局", 5, 96.25m),
        ("教育体育局", 5, 96.25m),
        ("文化和旅游局", 5, 96.25m),
        ("工业信息化和投资促进局", 9, 95.625m),
        ("城市管理综合行政执法局", 10, 95m),
        ("民政局", 10, 95m),
        ("林业和草原局", 12, 93.75m),
        ("人力资源和社会保障局", 13, 91.25m),
        ("卫生健康委员会", 14, 87.5m),
        ("退役军人事务局", 14, 87.5m),
        ("医疗保障局", 16, 86.25m),
        ("应急管理局", 17, 85m),
        ("园林绿化中心", 17, 85m),
        ("住房保障综合服务中心", 19, 42.5m),
        ("公安局", 20, null),
        ("乡村振兴发展中心", 20, null),
    ];

    [Fact]
    public void The_ranking_is_the_one_worked_out_by_hand()
    {
        var names = Units
            .All(shipped.Snapshot)
            .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);

        var ranked = Ranking
            .Rank(shipped.Snapshot, s_quarter, "banner-quarterly")
            .Where(row => row.Rank is not null)
            .Select(row => (names[row.Unit], row.Rank, row.Score))
            .ToHashSet();

        Assert.Equal(s_byHand.ToHashSet(), ranked);
    }

    [Fact]
    public void A_town_the_notice_does_not_name_is_not_checked()
    {
        var town = Ranking.Rank(shipped.Snapshot, s_quarter, group: "town").Single(row => row.UnitName == "伊金霍洛镇");

        Assert.Equal((Ranking.Unchecked, null, null), (town.Outcome, town.Rank, town.Score));
    }

    [Fact]
    public void The_listed_findings_add_up_to_199_and_the_stated_198_stands_beside_them()
    {
        var listed = shipped.Snapshot.Query(
            "select cast(sum(finding_count) as bigint) from findings where quarter = '2024Q4' and channel = 'newmedia'",
            row => row.GetInt64(0)
        );
        var stated = shipped.Snapshot.Query(
            "select stated_count from stated_totals where quarter = '2024Q4' and channel = 'newmedia' and measure = 'issues'",
            row => row.GetDecimal(0)
        );

        Assert.Equal([199L], listed);
        Assert.Equal([198m], stated);
    }

    [Fact]
    public void Findings_without_a_unit_are_kept_and_spread_over_nobody()
    {
        var rows = shipped.Snapshot.Query(
            "select category, finding_count from findings where quarter = '2024Q4' and unit = 'NONE'",
            row => (row.GetString(0), row.GetInt64(1))
        );

        Assert.Equal([("W-LINK", 21L)], rows);
    }

    [Fact]
    public void Adoption_is_28_of_52_with_no_change_against_sample_data()
    {
        var city = Adoption.Of(shipped.Snapshot, s_quarter).Single(row => row.Target == InspectionLevel.City);

        Assert.Equal(
            (52L, 28L, 0.538462m, 54m),
            (city.SubmittedCount, city.AdoptedCount, city.AdoptionRate, city.StatedRate)
        );
        Assert.Equal((6m, "%", "第四季度"), (city.StatedChange, city.StatedChangeUnit, city.StatedChangeBasis));
        Assert.Null(city.ChangePp);
    }

    [Fact]
    public void Information_pushed_to_the_own_site_is_no_denominator()
    {
        var own = Adoption.Of(shipped.Snapshot, s_quarter).Single(row => row.Target == InspectionLevel.Banner);

        Assert.Equal(
            (null, null, 275L, null),
            (own.SubmittedCount, own.AdoptedCount, own.PushedCount, own.AdoptionRate)
        );
    }

    [Fact]
    public void Eleven_earlier_quarters_are_sample_data_and_the_real_one_is_not()
    {
        var quarters = Quarters.All(shipped.Snapshot);

        Assert.Equal(12, quarters.Count);
        Assert.Equal(
            ["2024Q4"],
            quarters.Where(quarter => !quarter.IsSample).Select(quarter => quarter.Quarter.ToString())
        );
    }

    [Fact]
    public void The_sample_quarter_before_does_not_pretend_to_be_the_base_of_the_stated_change()
    {
        var sample = Adoption
            .Of(shipped.Snapshot, s_quarter.Previous)
            .Single(row => row.Target == InspectionLevel.City);

        Assert.NotNull(sample.AdoptionRate);
        Assert.False(sample.AdoptionRate is > 0.46m and < 0.52m);
    }

    [Fact]
    public void What_the_notice_says_was_checked_is_a_proposal()
    {
        var states = shipped.Snapshot.Query(
            "select channel::varchar, account_count, state from coverage where quarter = '2024Q4' order by channel",
            row => (row.GetString(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1), row.GetString(2))
        );

        Assert.Equal([("website", null, "proposed"), ("newmedia", 47L, "proposed")], states);
    }

    [Fact]
    public void The_lines_of_every_score_add_up_to_it()
    {
        var lines = Score.Lines(shipped.Snapshot, new Quarter(2024, 3));
        var scores = Ranking
            .Rank(shipped.Snapshot, new Quarter(2024, 3))
            .Where(row => row.Outcome == Ranking.Scored)
            .ToList();

        Assert.NotEmpty(scores);
        Assert.All(
            scores,
            row => Assert.Equal(row.Score, lines.Where(line => line.Unit == row.Unit).Sum(line => line.Points))
        );
    }

    [Fact]
    public void Each_line_leads_to_as_many_findings_as_it_counts_and_none_to_two_lines()
    {
        var counts = shipped
            .Snapshot.Query(
                "select finding_id, finding_count from findings where quarter = '2024Q3'",
                row => (Id: row.GetString(0), Count: row.GetInt64(1))
            )
            .ToDictionary(row => row.Id, row => row.Count, StringComparer.Ordinal);

        var hits = Score.Lines(shipped.Snapshot, new Quarter(2024, 3)).Where(line => line.Kind == "hit").ToList();

        Assert.True(hits.Count > 50);
        Assert.All(hits, line => Assert.Equal(line.HitCount, line.FindingIds.Sum(id => counts[id])));
        Assert.Distinct(hits.SelectMany(line => line.FindingIds));
    }

    /// <summary>A warehouse with everything in data/.</summary>
    public sealed class Shipped : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("analytics-test-").FullName;

        public Shipped()
        {
            var data = Path.Combine(AppContext.BaseDirectory, "data");
            var files = Directory
                .GetFiles(Path.Combine(data, "demo"), "*.csv")
                .Concat(Directory.GetFiles(Path.Combine(data, "notices"), "notice.txt", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(path => LoadFile.Read(path))
                .ToList();
            using var live = AnalyticsWarehouse.Open(Path.Combine(_root, "warehouse"), data);
            live.Load(files, "测试");
            Snapshot = live.Snapshots.Open();
        }

        public Snapshot Snapshot { get; }

        public void Dispose()
        {
            Snapshot.Dispose();
            Directory.Delete(_root, recursive: true);
        }
    }
}
