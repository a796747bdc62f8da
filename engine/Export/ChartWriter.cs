using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>A chart sheet: one native chart that fills an A4 page, bound to the cells of another sheet.</summary>
internal static class ChartWriter
{
    // A4 within its margins, in the unit of drawings: 914,400 to the inch.
    private const long LongSide = 9_500_000;
    private const long ShortSide = 6_500_000;
    private const uint NamesAxis = 1;
    private const uint ValuesAxis = 2;
    private const string Font = "等线";

    // The accent of our charts and the grey of what is only context, apart in lightness too.
    private static readonly string[] s_colours = ["1C5FA8", "9AA5B1", "A94A06", "4D7C0F"];

    internal static void Write(ChartsheetPart part, WorkbookChart chart, SheetLayout source, S.HeaderFooter words)
    {
        var drawings = part.AddNewPart<DrawingsPart>("rId1");
        var drawn = drawings.AddNewPart<ChartPart>("rId1");
        var isUpright = chart.Kind == WorkbookChartKind.Bar;
        drawn.ChartSpace = MakeSpace(chart, source);
        drawn.ChartSpace.Save();
        drawings.WorksheetDrawing = MakeDrawing(chart.Name, isUpright);
        drawings.WorksheetDrawing.Save();
        part.Chartsheet = new S.Chartsheet(
            new S.ChartSheetViews(new S.ChartSheetView { WorkbookViewId = 0, ZoomToFit = true }),
            new S.PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.75,
                Header = 0.3,
                Footer = 0.3,
            },
            new S.ChartSheetPageSetup
            {
                PaperSize = 9,
                Orientation = isUpright ? S.OrientationValues.Portrait : S.OrientationValues.Landscape,
            },
            (S.HeaderFooter)words.CloneNode(deep: true),
            new S.Drawing { Id = "rId1" }
        );
        part.Chartsheet.Save();
    }

    private static D.WorksheetDrawing MakeDrawing(string name, bool isUpright)
    {
        var (width, height) = isUpright ? (ShortSide, LongSide) : (LongSide, ShortSide);
        return new(
            new D.AbsoluteAnchor(
                new D.Position { X = 0, Y = 0 },
                new D.Extent { Cx = width, Cy = height },
                new D.GraphicFrame(
                    new D.NonVisualGraphicFrameProperties(
                        new D.NonVisualDrawingProperties { Id = 2, Name = CellText.Clean(name) },
                        new D.NonVisualGraphicFrameDrawingProperties()
                    ),
                    new D.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                    new A.Graphic(
                        new A.GraphicData(new C.ChartReference { Id = "rId1" })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
                {
                    Macro = "",
                },
                new D.ClientData()
            )
        );
    }

    private static C.ChartSpace MakeSpace(WorkbookChart chart, SheetLayout source)
    {
        var plot = new C.PlotArea(new C.Layout());
        OpenXmlCompositeElement drawn = chart.Kind == WorkbookChartKind.Bar ? MakeBars() : MakeLines();
        for (var series = 0; series < chart.Values.Count; series++)
        {
            drawn.Append(MakeSeries(chart, source, series));
        }

        if (chart.Kind == WorkbookChartKind.Bar)
        {
            drawn.Append(new C.GapWidth { Val = 40 });
        }
        else
        {
            drawn.Append(new C.ShowMarker { Val = true });
        }

        drawn.Append(new C.AxisId { Val = NamesAxis }, new C.AxisId { Val = ValuesAxis });
        plot.Append(drawn, MakeNamesAxis(chart.Kind), MakeValuesAxis(chart.Kind, source, chart.Values[0]));
        var space = new C.Chart(MakeTitle(chart.Title, 1600), new C.AutoTitleDeleted { Val = false }, plot);
        if (chart.Values.Count > 1)
        {
            space.Append(
                new C.Legend(
                    new C.LegendPosition { Val = C.LegendPositionValues.Bottom },
                    new C.Overlay { Val = false }
                )
            );
        }

        space.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(
            new C.EditingLanguage { Val = "zh-CN" },
            new C.RoundedCorners { Val = false },
            space,
            new C.TextProperties(
                new A.BodyProperties(),
                new A.ListStyle(),
                new A.Paragraph(
                    new A.ParagraphProperties(MakeFont(new A.DefaultRunProperties { FontSize = 1000 })),
                    new A.EndParagraphRunProperties { Language = "zh-CN" }
                )
            )
        );
    }

    private static C.BarChart MakeBars() =>
        new C.BarChart(
            new C.BarDirection { Val = C.BarDirectionValues.Bar },
            new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
            new C.VaryColors { Val = false }
        );

    private static C.LineChart MakeLines() =>
        new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });

    private static OpenXmlCompositeElement MakeSeries(WorkbookChart chart, SheetLayout source, int number)
    {
        var column = chart.Values[number];
        var colour = s_colours[number % s_colours.Length];
        OpenXmlCompositeElement series =
            chart.Kind == WorkbookChartKind.Bar ? new C.BarChartSeries() : new C.LineChartSeries();
        series.Append(
            new C.Index { Val = (uint)number },
            new C.Order { Val = (uint)number },
            new C.SeriesText(
                new C.StringReference(
                    new C.Formula(Reference(source, column, source.HeadRow, source.HeadRow)),
                    new C.StringCache(
                        new C.PointCount { Val = 1 },
                        new C.StringPoint(new C.NumericValue(CellText.Clean(source.Columns[column].Title)))
                        {
                            Index = 0,
                        }
                    )
                )
            ),
            chart.Kind == WorkbookChartKind.Bar
                ? new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour }))
                : new C.ChartShapeProperties(
                    new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = 28_575 }
                )
        );
        if (chart.Kind == WorkbookChartKind.Bar)
        {
            series.Append(new C.InvertIfNegative { Val = false });
        }
        else
        {
            series.Append(
                new C.Marker(
                    new C.Symbol { Val = C.MarkerStyleValues.Circle },
                    new C.Size { Val = 6 },
                    new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour }))
                )
            );
        }

        series.Append(
            MakeLabels(),
            new C.CategoryAxisData(
                new C.StringReference(new C.Formula(Reference(chart, source, chart.Names)), MakeNames(chart, source))
            ),
            new C.Values(
                new C.NumberReference(
                    new C.Formula(Reference(chart, source, column)),
                    MakeNumbers(chart, source, column)
                )
            )
        );
        if (chart.Kind == WorkbookChartKind.Line)
        {
            series.Append(new C.Smooth { Val = false });
        }

        return series;
    }

    private static C.DataLabels MakeLabels() =>
        new(
            new C.ShowLegendKey { Val = false },
            new C.ShowValue { Val = true },
            new C.ShowCategoryName { Val = false },
            new C.ShowSeriesName { Val = false },
            new C.ShowPercent { Val = false },
            new C.ShowBubbleSize { Val = false }
        );

    private static C.StringCache MakeNames(WorkbookChart chart, SheetLayout source)
    {
        var cache = new C.StringCache(new C.PointCount { Val = (uint)DrawnOf(chart, source).Count() });
        foreach (var (row, index) in DrawnOf(chart, source))
        {
            if (CellContent.Of(row[chart.Names], CellFormat.Text)?.Value is { } text)
            {
                cache.Append(new C.StringPoint(new C.NumericValue(text)) { Index = (uint)index });
            }
        }

        return cache;
    }

    private static C.NumberingCache MakeNumbers(WorkbookChart chart, SheetLayout source, int column)
    {
        var format = source.Columns[column].Format;
        var cache = new C.NumberingCache(
            new C.FormatCode(Styles.CodeOf(format)),
            new C.PointCount { Val = (uint)DrawnOf(chart, source).Count() }
        );
        foreach (var (row, index) in DrawnOf(chart, source))
        {
            if (CellContent.Of(row[column], format) is { IsText: false, Value: { } number })
            {
                cache.Append(new C.NumericPoint(new C.NumericValue(number)) { Index = (uint)index });
            }
        }

        return cache;
    }

    private static C.CategoryAxis MakeNamesAxis(WorkbookChartKind kind) =>
        new(
            new C.AxisId { Val = NamesAxis },
            new C.Scaling(
                new C.Orientation
                {
                    // Bars are numbered from below; the first row belongs on top.
                    Val = kind == WorkbookChartKind.Bar ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax,
                }
            ),
            new C.Delete { Val = false },
            new C.AxisPosition
            {
                Val = kind == WorkbookChartKind.Bar ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom,
            },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
            new C.CrossingAxis { Val = ValuesAxis },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.AutoLabeled { Val = true },
            new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
            new C.LabelOffset { Val = 100 },
            // Every name is shown, not every second one.
            new C.TickLabelSkip { Val = 1 },
            new C.NoMultiLevelLabels { Val = true }
        );

    private static C.ValueAxis MakeValuesAxis(WorkbookChartKind kind, SheetLayout source, int column) =>
        new(
            new C.AxisId { Val = ValuesAxis },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
            new C.Delete { Val = false },
            new C.AxisPosition
            {
                Val = kind == WorkbookChartKind.Bar ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left,
            },
            new C.MajorGridlines(
                new C.ChartShapeProperties(
                    new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "E6E9ED" })) { Width = 9_525 }
                )
            ),
            new C.NumberingFormat { FormatCode = Styles.CodeOf(source.Columns[column].Format), SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.CrossingAxis { Val = NamesAxis },
            new C.Crosses { Val = kind == WorkbookChartKind.Bar ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero }
        );

    private static C.Title MakeTitle(string words, int size) =>
        new(
            new C.ChartText(
                new C.RichText(
                    new A.BodyProperties(),
                    new A.ListStyle(),
                    new A.Paragraph(
                        new A.Run(
                            MakeFont(
                                new A.RunProperties
                                {
                                    Language = "zh-CN",
                                    FontSize = size,
                                    Bold = true,
                                }
                            ),
                            new A.Text(CellText.Clean(words))
                        )
                    )
                )
            ),
            new C.Overlay { Val = false }
        );

    private static T MakeFont<T>(T properties)
        where T : OpenXmlCompositeElement
    {
        properties.Append(new A.LatinFont { Typeface = Font }, new A.EastAsianFont { Typeface = Font });
        return properties;
    }

    private static IEnumerable<(IReadOnlyList<object?> Row, int Index)> DrawnOf(
        WorkbookChart chart,
        SheetLayout source
    ) => source.Sheet.Rows.Take(chart.Rows ?? int.MaxValue).Select((row, index) => (row, index));

    private static string Reference(WorkbookChart chart, SheetLayout source, int column) =>
        Reference(source, column, source.HeadRow + 1, source.HeadRow + DrawnOf(chart, source).Count());

    private static string Reference(SheetLayout source, int column, int first, int last)
    {
        var letters = CellName.Column(column + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{source.Quoted}!${letters}${first}:${letters}${last}");
    }
}
