using System.Text;
using System.Xml.Linq;
using Analytics.Charts;
using SkiaSharp;
using static Analytics.Tests.Charts.SampleCharts;

namespace Analytics.Tests.Charts;

public sealed class ChartRendererTests
{
    private static Chart Ranking => RankingChart.Of(Towns, Text);

    private static Chart Seam =>
        TrendChart.Of(
            Trend("个百分点", [0.42m, 0.455m, 0.438m, 0.47m, 0.51m, null, 0.46m, 0.52m, 0.48m, 0.538m], 4, 5.8m),
            Adoption,
            Text
        );

    public static TheoryData<string> Names =>
        [
            "ranking",
            "trend",
            "control",
            "waterfall",
            "confusion",
            "calibration",
            "heatmap",
            "categories",
            "ranks",
            "result",
        ];

    private static Chart Named(string name) =>
        name switch
        {
            "ranking" => Ranking,
            "trend" => Seam,
            "confusion" => ConfusionChart.Of(Confusions, Text),
            "calibration" => CalibrationChart.Of([new(0.31, 0.4, 10), new(0.95, 0.93, 90)], 0.027, Text),
            "control" => TrendChart.Of(Limited, new TrendSubject("发现问题", "全旗"), Text, hasLimits: true),
            "heatmap" => HeatmapChart.Of(Counts, Text),
            "categories" => CategoriesChart.Of(
                [.. Counts.Select(count => count with { Unit = Analytics.Metrics.Trend.WholeBanner })],
                "全旗",
                Text
            ),
            "ranks" => RanksChart.Of(History, "renshe", Text),
            "result" => ResultChart.Of(Result, ResultChartKind.Line, Text),
            _ => WaterfallChart.Of(Steps, new ChartText { Source = "伊政数发〔2025〕1号" }),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_of_a_chart_has_glyphs_in_the_font(string name)
    {
        var font = Font;

        Assert.All(Named(name).Texts, text => Assert.Empty(font.Missing(text)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_character_that_charts_use_belongs_to_the_proof_of_a_font(string name)
    {
        const string Spaces = " 　";

        var used = string.Concat(Named(name).Texts).EnumerateRunes().Select(rune => rune.ToString()).Distinct();

        Assert.Equal("", string.Concat(used.Where(text => !(FontProof.Characters + Spaces).Contains(text))));
    }

    [Fact]
    public void A_confusion_chart_tells_what_is_wrong_most_often()
    {
        var chart = ConfusionChart.Of(Confusions, Text);

        // 5 + 3 + 2 + 1 texts, 2 + 1 of them wrong.
        Assert.Equal("11 条文本判错 3 条，最常见的是把 W-LINK 判为 W-TYPO（2 条）", chart.Headline);
        Assert.Contains("N-STALE 判为 W-LINK 1 条", chart.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_chart_says_how_far_confidence_is_from_accuracy()
    {
        var chart = CalibrationChart.Of([new(0.31, 0.4, 10), new(0.95, 0.93, 90)], 0.027, Text);

        Assert.Equal("模型说的把握与实际正确率平均相差 2.7 个百分点", chart.Headline);
        Assert.Contains("把握 31% 时正确 40%（10 条）", chart.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_characters_give_different_pixels_so_they_are_no_boxes()
    {
        var renderer = new ChartRenderer(Font);
        var text = Text with { Headline = "排名" };

        var pictures = "镇乡旗苏木".Select(name =>
            renderer.ToPng(RankingChart.Of([Row(name.ToString(), 1, 90)], text))
        );

        Assert.Equal(5, pictures.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_unit_whose_character_the_font_lacks_is_drawn_with_a_mark_and_a_note()
    {
        var chart = RankingChart.Of([Row("\uE123镇", 1, 90)], Text);

        var svg = Svg(chart);

        Assert.Contains("〓镇", svg, StringComparison.Ordinal);
        Assert.Contains("字体中没有的字以〓代替：U+E123。", svg, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_chart_gives_the_same_bytes_again_and_on_other_threads(string name)
    {
        var renderer = new ChartRenderer(Font);
        var png = renderer.ToPng(Named(name));
        var svg = renderer.ToSvg(Named(name));

        Parallel.For(
            0,
            8,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ =>
            {
                Assert.Equal(png, renderer.ToPng(Named(name)));
                Assert.Equal(svg, renderer.ToSvg(Named(name)));
            }
        );
    }

    [Fact]
    public void The_SVG_holds_names_and_scores_as_text_that_can_be_searched()
    {
        var texts = XDocument
            .Parse(Svg(Ranking))
            .Descendants()
            .Where(node => node.Name.LocalName == "text")
            .Select(node => node.Value)
            .ToList();

        Assert.All(Towns.Where(row => row.Rank is not null), row => Assert.Contains(row.UnitName, texts));
        Assert.Single(texts, "82.5");
        Assert.Contains("不合格（单项否决）", texts);
        Assert.Contains("并列2", texts);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_SVG_holds_no_radicals_in_place_of_characters(string name) =>
        Assert.DoesNotContain(
            Svg(Named(name)).EnumerateRunes(),
            rune => rune.Value is (>= 0x2E80 and <= 0x2FDF) or (>= 0xF900 and <= 0xFAFF)
        );

    [Fact]
    public void The_SVG_spells_characters_that_share_a_glyph_with_a_radical_as_they_were_meant()
    {
        var chart = RankingChart.Of([Row("网用比人力文日月水火土金", 1, 90)], Text);

        Assert.Contains(">网用比人力文日月水火土金<", Svg(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void The_PNG_is_opaque_and_has_the_size_asked_for()
    {
        using var picture = SKBitmap.Decode(
            new ChartRenderer(Font).ToPng(RankingChart.Of(Towns, Text, new ChartSize(800, 700)), scale: 2)
        );

        Assert.Equal((1600, 1400), (picture.Width, picture.Height));
        Assert.All(picture.Pixels.Where((_, index) => index % 997 == 0), pixel => Assert.Equal(255, pixel.Alpha));
        Assert.Equal(SKColors.White, picture.GetPixel(0, 0));
    }

    [Fact]
    public void Sixty_units_grow_the_picture_instead_of_shrinking_the_text()
    {
        var rows = Enumerable.Range(1, 60).Select(rank => Row($"单位{rank}", rank, 100 - rank)).ToList();

        using var picture = SKBitmap.Decode(new ChartRenderer(Font).ToPng(RankingChart.Of(rows, Text, new(1000, 300))));

        Assert.True(picture.Height > 60 * 18);
    }

    [Fact]
    public void Bars_are_drawn_in_the_accent_colour_as_long_as_their_scores()
    {
        var chart = RankingChart.Of([Row("司法局", 1, 100), Row("统计局", 2, 50)], Text);
        using var picture = SKBitmap.Decode(new ChartRenderer(Font).ToPng(chart));

        var lengths = Enumerable
            .Range(0, picture.Height)
            .Select(y =>
                Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y) == Palette.Light[Tone.Accent])
            )
            .Where(length => length > 20)
            .Distinct()
            .Order()
            .ToList();

        Assert.InRange((double)lengths[0] / lengths[^1], 0.49, 0.51);
    }

    [Fact]
    public void The_lines_on_both_sides_of_the_seam_are_two_and_differ_in_colour()
    {
        var chart = TrendChart.Of(Trend("条", [10, 10, 10, 10, 20, 20, 20, 20], sampleQuarters: 4), Adoption, Text);
        var shapes = XDocument
            .Parse(Svg(chart))
            .Descendants()
            .Where(node => node.Attribute("stroke") is not null)
            .ToList();

        var lines = shapes.Where(node => node.Attribute("stroke-width")?.Value == "3").ToList();

        Assert.Equal(2, lines.Count);
        Assert.Equal(2, lines.Select(line => line.Attribute("stroke")?.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(480)]
    [InlineData(2000)]
    public void Charts_without_values_are_drawn_too(int width)
    {
        var renderer = new ChartRenderer(Font);
        var size = new ChartSize(width);

        Assert.NotEmpty(renderer.ToPng(TrendChart.Of(Trend("条", [null]), Adoption, Text, size)));
        Assert.NotEmpty(renderer.ToPng(TrendChart.Of(Trend("条", [0]), Adoption, Text, size)));
        Assert.NotEmpty(renderer.ToPng(TrendChart.Of(Trend("名", [1, 1]), Adoption, Text, size)));
        Assert.NotEmpty(
            renderer.ToPng(
                RankingChart.Of([Row("司法局", null, null, Analytics.Metrics.Ranking.Unchecked)], Text, size)
            )
        );
        Assert.NotEmpty(renderer.ToPng(RankingChart.Of([Row("司法局", 1, 0), Row("统计局", 2, -3.5m)], Text, size)));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(9000, null)]
    [InlineData(800, 0)]
    public void A_size_out_of_bounds_is_refused(int width, int? height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingChart.Of(Towns, Text, new ChartSize(width, height)));

    private static string Svg(Chart chart) => Encoding.UTF8.GetString(new ChartRenderer(Font).ToSvg(chart));
}
