using Analytics.Charts;
using Analytics.Metrics;
using Analytics.Warehouse;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ScottPlot;

namespace Analytics.Benchmarks;

/// <summary>What does a ranking of sixty units cost to draw, headline, notes and proof of glyphs included, against ScottPlot drawing the same bars and names alone?</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class DrawCharts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
    private Snapshot _snapshot = null!;
    private IReadOnlyList<RankingRow> _rows = [];
    private ChartRenderer _renderer = null!;
    private ChartText _text = null!;
    private int _height;

    /// <summary>Loads the data in data/ and ranks, which is not measured.</summary>
    [GlobalSetup]
    public void Rank()
    {
        using (var warehouse = AnalyticsWarehouse.Open(Path.Combine(_folder, "warehouse"), DataFolder.Path))
        {
            Dashboard.FirstLoad.Run(warehouse, DataFolder.Path);
            _snapshot = warehouse.Snapshots.Open();
        }

        _rows = Ranking.Rank(_snapshot, new Domain.Quarter(2024, 3));
        _renderer = new ChartRenderer(
            CjkFont.Find().Font ?? throw new InvalidOperationException("There is no Chinese font to draw with.")
        );
        _text = new ChartText { Source = "示例数据" };
        _height = _renderer.Layout(RankingChart.Of(_rows, _text)).Height;
    }

    /// <summary>Removes the data.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _snapshot.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The same bars with their names and numbers in a picture of the same size.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("png")]
    public byte[] ScottPlotPng() => Plain().GetImageBytes(1000, _height, ImageFormat.Png);

    /// <summary>The chart as the page has it.</summary>
    [Benchmark, BenchmarkCategory("png")]
    public byte[] Png() => _renderer.ToPng(RankingChart.Of(_rows, _text));

    /// <summary>The same bars as SVG.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("svg")]
    public string ScottPlotSvg() => Plain().GetSvgXml(1000, _height);

    /// <summary>The chart as the page has it.</summary>
    [Benchmark, BenchmarkCategory("svg")]
    public byte[] Svg() => _renderer.ToSvg(RankingChart.Of(_rows, _text));

    private Plot Plain()
    {
        var plot = new Plot();
        for (var place = 0; place < _rows.Count; place++)
        {
            var bar = plot.Add.Bar(-place, (double)(_rows[place].Score ?? 0));
            bar.Horizontal = true;
            plot.Add.Text($"{_rows[place].Score:0.00}", (double)(_rows[place].Score ?? 0), -place);
        }

        plot.Axes.Left.SetTicks(
            [.. _rows.Select((_, place) => -(double)place)],
            [.. _rows.Select(row => row.UnitName)]
        );
        plot.Axes.Left.TickLabelStyle.FontName = Fonts.Detect("镇");
        plot.Title("Ranking");
        return plot;
    }
}
