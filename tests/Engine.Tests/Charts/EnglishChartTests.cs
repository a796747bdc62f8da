using System.Text;
using Analytics.Charts;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Tests.Charts;

/// <summary>What charts say in English; the sentences are written by hand.</summary>
public sealed class EnglishChartTests
{
    public static TheoryData<string> Kinds => EnglishCharts.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_English_chart_of_Latin_names_has_no_Chinese_character_anywhere(string kind)
    {
        var chart = EnglishCharts.Of(kind);
        var marks = new ChartRenderer(SampleCharts.Font).Layout(chart).Marks.Select(mark => mark.About.Words);
        var table = chart.Table.Rows.SelectMany(row => row.Select(cell => cell.Text)).Concat(chart.Table.Columns);

        Assert.All(
            [.. chart.Texts, chart.Summary, .. marks, .. table],
            text => Assert.DoesNotContain(text.EnumerateRunes(), IsChinese)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_letter_of_an_English_chart_belongs_to_the_proof_of_a_font(string kind)
    {
        var used = string.Concat(EnglishCharts.Of(kind).Texts).EnumerateRunes().Select(rune => rune.ToString());

        Assert.Equal("", string.Concat(used.Distinct().Where(text => !(FontProof.Characters + " ").Contains(text))));
    }

    [Fact]
    public void A_picture_says_its_language()
    {
        var svg = Encoding.UTF8.GetString(new ChartRenderer(SampleCharts.Font).ToSvg(EnglishCharts.Of("ranking")));

        Assert.Contains("xml:lang=\"en\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_around_a_chart_is_English()
    {
        var chart = EnglishCharts.Of("ranks");

        Assert.Equal("Source: notice 1. Data up to 31 December 2024. Rules: book", chart.SourceLine);
        Assert.Equal("Partly sample data", chart.SampleMark);
        Assert.Equal("Sample data", EnglishCharts.Of("ranking").SampleMark);
        Assert.StartsWith(
            "Q4 2024: Alpha is rank 2 of 2 among banner departments, down 1 place on the quarter before. Ranks of",
            chart.Summary,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_ranking_tells_who_leads_and_who_has_fewest_points()
    {
        var picture = new RankingPicture(EnglishCharts.Units, null, ChartLanguage.English);

        Assert.Equal(
            "Q4 2024: Alpha leads with 99 points; Delta has the most findings (82) and the lowest score (18 points); 1 unit was vetoed",
            picture.Headline
        );
        Assert.Equal("Scores of towns, sumus and subdistricts, in points", picture.Subtitle);
        Assert.Equal(["1 unit was not checked and is not ranked (Zeta)."], picture.Notes);
        Assert.Equal(["1", "=2", "=2", "4", "5"], picture.Sections[0].Bars.Select(bar => bar.Rank));
        Assert.Equal(
            ["99", "97", "97", "18 (failed)", "failed (veto)"],
            picture.Sections[0].Bars.Select(bar => bar.Label)
        );
        Assert.Equal("Alpha: rank 1 of 5, 99 points, 1 finding", picture.Sections[0].Bars[0].Words);
        Assert.Equal(
            "Beta: shared rank 2 of 5, 97 points, 3 findings, 2 points behind the next better",
            picture.Sections[0].Bars[1].Words
        );
        Assert.Equal("Epsilon: rank 5 of 5, failed (veto), 24 findings, 1 veto", picture.Sections[0].Bars[4].Words);
    }

    [Fact]
    public void Several_that_lead_or_trail_stand_in_the_plural()
    {
        Assert.Equal(
            "Q4 2024: A and B share the lead with 1 point; C and D have the lowest score (0 points)",
            Headline(Row("A", 1, 1), Row("B", 1, 1), Row("C", 3, 0), Row("D", 3, 0))
        );
        Assert.Equal("Q4 2024: 2 units have the same score, 90 points", Headline(Row("A", 1, 90), Row("B", 1, 90)));
        Assert.Equal(
            "Q4 2024: A and 2 other units share the lead with 9 points; D has the lowest score (8 points)",
            Headline(Row("A", 1, 9), Row("B", 1, 9), Row("C", 1, 9), Row("D", 4, 8))
        );
        Assert.Equal(
            "Q4 2024: A leads among towns, sumus and subdistricts; B leads among banner departments",
            Headline(Row("A", 1, 9), SampleCharts.Row("B", 1, 8, group: UnitGroup.Department))
        );
        Assert.Equal("Q4 2024: no unit was ranked", Headline(Row("A", null, null, Ranking.Unchecked)));

        static RankingRow Row(string name, int? rank, decimal? score, string outcome = Ranking.Scored) =>
            SampleCharts.Row(name, rank, score, outcome);

        static string Headline(params RankingRow[] rows) =>
            new RankingPicture(rows, null, ChartLanguage.English).Headline;
    }

    [Fact]
    public void A_rate_changes_by_percentage_points()
    {
        var picture = Trended("个百分点", "adoption_rate", null, [0.42m, 0.48m, null, 0.538m], 5.8m);

        Assert.Equal(
            "Adoption rate, whole banner: 53.8% in Q4 2022, up 5.8 pp on the quarter before",
            picture.Headline
        );
        Assert.Equal("Adoption rate, whole banner, by quarter, in percent", picture.Subtitle);
        Assert.Equal(["53.8%", "QoQ ▲ +5.8 pp"], picture.Callout);
        Assert.Equal("Q4 2022: 53.8%, QoQ ▲ +5.8 pp", picture.Marks[^1].Words);
        Assert.Equal(
            [
                "1 quarter has no data (Q3 2022): left blank, not counted as zero.",
                "QoQ: on the quarter before; YoY: on the same quarter of the year before.",
            ],
            picture.Notes
        );
    }

    [Fact]
    public void Counts_ranks_and_points_have_nouns_of_their_own()
    {
        Assert.Equal(
            "Findings, Alpha: 1 finding in Q4 2022, down 9 on the quarter before, the lowest of the 4 quarters shown",
            Trended("条", "finding_count", "Alpha", [12, 9, 10, 1], -9).Headline
        );
        Assert.Equal(
            "Rank, Alpha: rank 4 in Q2 2022, up 2 places on the quarter before",
            Trended("名", "unit_rank", "Alpha", [6, 4], -2).Headline
        );
        Assert.Equal(
            "Score, Alpha: 82.5 points in Q2 2022, up 2.5 points on the quarter before",
            Trended("分", "unit_score", "Alpha", [80, 82.5m], 2.5m).Headline
        );
        Assert.Equal(
            "Vetoes, whole banner: 0 vetoes in Q2 2022, as in the quarter before",
            Trended("次", "veto_count", null, [0, 0], 0).Headline
        );
        Assert.Equal(
            "Score, Alpha: no data in the quarters shown",
            Trended("分", "unit_score", "Alpha", [null]).Headline
        );
    }

    [Fact]
    public void Every_metric_has_an_English_name() =>
        Assert.All(
            Trend.Metrics,
            metric =>
            {
                var subject = EnglishCharts.Subject(metric.Name);

                Assert.DoesNotContain(subject.Measure.EnumerateRunes(), IsChinese);
                Assert.Equal(metric.Kind == TrendKind.Count, subject.Many.Length > 0);
            }
        );

    [Fact]
    public void A_control_chart_explains_its_lines()
    {
        var chart = EnglishCharts.Of("control");

        Assert.Equal(
            [
                "The bold line is the mean (16), the thin ones are control limits (the mean plus and minus three standard deviations); 1 quarter lies outside them.",
            ],
            chart.Notes
        );
        Assert.Equal(["Quarter", "Findings", "Lower limit", "Mean", "Upper limit", "Remark"], chart.Table.Columns);
        Assert.Equal(
            ["Q1 2024", "40", "4", "16", "28", "outside the control limits"],
            chart.Table.Rows[^1].Select(cell => cell.Text)
        );
    }

    [Fact]
    public void A_waterfall_names_what_cost_most()
    {
        var chart = EnglishCharts.Of("waterfall");

        Assert.Equal(
            "Q4 2024: Alpha scores 77.5 points; most was taken off for New media: typos, 18 findings: 9.0 points",
            chart.Headline
        );
        Assert.Equal("Alpha, from the base to the score, in points", chart.Subtitle);
        Assert.Equal(["▼ points taken, ▲ points given; the steps add up to the score."], chart.Notes);
        Assert.Contains("Scaled to the part checked ▲ +46.5; Score 77.5.", chart.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heatmap_and_categories_count_findings()
    {
        // 2 + 82 + 9 findings.
        Assert.Equal(
            "Q4 2024: 93 findings name a unit, most of them Alpha, \"Category not stated\" (82)",
            EnglishCharts.Of("heatmap").Headline
        );
        var categories = EnglishCharts.Of("categories");
        Assert.Equal(
            "Q4 2024, whole banner: 93 findings, most often \"Stale\" where a category is stated (9), 82 without a category",
            categories.Headline
        );
        Assert.Equal(
            [
                "Findings without a stated category are not drawn: 82 in Q4 2024.",
                "Grey quarters are sample data and are not compared with real data.",
            ],
            categories.Notes
        );
        Assert.Equal(["Category", "Q3 2024 (sample data)", "Q4 2024", "Total"], categories.Table.Columns);
    }

    [Fact]
    public void Charts_of_a_model_count_texts()
    {
        // 5 + 3 + 2 + 1 texts, 2 + 1 of them wrong.
        Assert.Equal(
            "3 of 11 texts judged wrong, most often W-LINK taken for W-TYPO (2 texts)",
            EnglishCharts.Of("confusion").Headline
        );
        var calibration = EnglishCharts.Of("calibration");
        Assert.Equal(
            "The confidence a model states and its accuracy differ by 2.7 pp on average",
            calibration.Headline
        );
        Assert.Contains("40% right at a confidence of 31% (1 text)", calibration.Summary, StringComparison.Ordinal);
    }

    private static TrendPicture Trended(
        string kind,
        string metric,
        string? unit,
        IEnumerable<decimal?> values,
        decimal? change = null
    ) =>
        new(
            SampleCharts.Trend(kind, values, lastChange: change),
            EnglishCharts.Subject(metric, unit),
            language: ChartLanguage.English
        );

    // Han characters, and the punctuation and wide forms that go with them.
    private static bool IsChinese(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF);
}
