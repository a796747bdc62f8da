using System.Globalization;
using Analytics.Export;
using Analytics.Metrics;

namespace Analytics.Dashboard.Output;

/// <summary>The assessment as a workbook (考核用表): rankings, every line of every score, findings, adoption, trends, and what all of it rests on.</summary>
internal static class AssessmentWorkbook
{
    private const string LinesName = "得分明细";

    // Title and head stand above the first row of the score lines.
    private const int FirstLine = 3;

    private static readonly IReadOnlyList<Column<ScoreLine>> s_lines =
    [
        .. Tables.Lines.Where(column => column.Name is "unit" or "unitName" or "line"),
        new("indicator", "指标", row => row.IndicatorTitle),
        .. Tables.Lines.Where(column =>
            column.Name
                is "hitCount"
                    or "pointsPerHit"
                    or "perCount"
                    or "pointsBeforeCap"
                    or "cappedPoints"
                    or "points"
                    or "words"
        ),
    ];

    private static readonly IReadOnlyList<Column<FindingDetail>> s_findings =
    [
        .. Tables
            .Findings.Where(column =>
                column.Name
                    is "id"
                        or "unitName"
                        or "channel"
                        or "platform"
                        or "account"
                        or "categoryName"
                        or "level"
                        or "count"
                        or "foundOn"
                        or "words"
                        or "location"
                        or "fileName"
            )
            .Select(InWords),
    ];

    private static readonly IReadOnlyList<Column<AdoptionRow>> s_adoption =
    [
        .. Tables.Adoption.Where(column => column.Name is not ("quarter" or "target" or "isSample")).Select(InWords),
    ];

    /// <summary>Writes it; the same assessment always gives the same bytes.</summary>
    public static byte[] Of(Assessment assessment)
    {
        using var output = new MemoryStream();
        Write(assessment, output);
        return output.ToArray();
    }

    /// <summary>Writes it where so many findings need not stand in memory.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="output">Must seek; stays open.</param>
    public static void Write(Assessment assessment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var sums = assessment
            .Lines.GroupBy(line => line.Unit, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.Sum(line => line.Points), StringComparer.Ordinal);
        var trends = TrendSheet(assessment);
        var groups = assessment.Groups.Select(group =>
            RankingSheet(assessment, group.Title, group.Rows, sums, isAll: false)
        );
        List<WorkbookTab> tabs =
        [
            RankingSheet(assessment, "总排名", [.. assessment.Rows], sums, isAll: true),
            .. groups.SelectMany(sheet => (WorkbookTab[])[sheet, .. ChartOf(sheet)]),
            .. assessment.Year is { } year ? (WorkbookTab[])[year.Sheet(TitlesOf(assessment))] : [],
            TableWorkbook.Sheet(LinesName, s_lines, assessment.Lines) with
            {
                Title = TitleOf(assessment, "得分明细，逐条相加即为得分"),
            },
            FindingsSheet(assessment),
            TableWorkbook.Sheet("采用情况", s_adoption, assessment.Adoption) with
            {
                Title = TitleOf(assessment, "信息报送和采用情况"),
            },
            trends,
            new WorkbookChart(
                "趋势图",
                "各季度发现的问题（条）",
                WorkbookChartKind.Line,
                trends,
                0,
                [trends.Columns.Count - 2, trends.Columns.Count - 1]
            ),
            AssessmentNotes.Sheet(assessment),
        ];
        Workbook.Write(
            output,
            tabs,
            new FileProperties($"{assessment.Quarter.Chinese}考核排名", assessment.CutOff)
            {
                PageHeader = assessment.Header,
            },
            contentSha256 => AssessmentManifest.Of(assessment, contentSha256).ToString()
        );
    }

    private static WorkbookSheet RankingSheet(
        Assessment assessment,
        string name,
        IReadOnlyList<RankingRow> rows,
        Dictionary<string, decimal?> sums,
        bool isAll
    )
    {
        var titles = TitlesOf(assessment);
        List<(SheetColumn Column, Func<RankingRow, object?> Value)> columns =
        [
            (new("名次", CellFormat.Integer), row => row.Rank),
            (new("单位"), row => row.UnitName),
            (new("单位代码"), row => row.Unit),
            (new("得分", CellFormat.Score), row => row.Score),
            (new("明细合计（公式）", CellFormat.Score), row => SumOf(assessment, row, sums)),
            (new("结果"), row => Tables.OutcomeOf(row)),
            (new("问题（条）", CellFormat.Integer), row => row.FindingCount),
            (new("单项否决（次）", CellFormat.Integer), row => row.VetoCount),
            (new("距上一名（分）", CellFormat.Score), row => row.GapAbove),
            (new("距下一名（分）", CellFormat.Score), row => row.GapBelow),
            (new("难分先后"), row => Tables.CloseOf(row)),
        ];
        if (isAll)
        {
            columns.Insert(0, (new("组别"), row => titles[row.Group]));
        }

        return new(
            name,
            [.. columns.Select(column => column.Column)],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => column.Value(row))])]
        )
        {
            Title = TitleOf(assessment, isAll ? "总排名（各组分别排名）" : "排名：" + name),
        };
    }

    private static Dictionary<string, string> TitlesOf(Assessment assessment) =>
        assessment.Groups.ToDictionary(group => group.Code, group => group.Title, StringComparer.Ordinal);

    // Where there is no score there is nothing to add up.
    private static CellFormula? SumOf(Assessment assessment, RankingRow row, Dictionary<string, decimal?> sums)
    {
        if (row.Score is null)
        {
            return null;
        }

        var last = FirstLine + assessment.Lines.Count - 1;
        string Cells(string name)
        {
            var column = s_lines.TakeWhile(known => known.Name != name).Count();
            var letter = (char)('A' + column);
            return string.Create(CultureInfo.InvariantCulture, $"{LinesName}!${letter}${FirstLine}:${letter}${last}");
        }

        return new($"SUMIFS({Cells("points")},{Cells("unit")},\"{row.Unit}\")", sums.GetValueOrDefault(row.Unit));
    }

    // Without a score there is no bar, and a chart without bars is none.
    private static IEnumerable<WorkbookTab> ChartOf(WorkbookSheet sheet)
    {
        const int Names = 1;
        const int Scores = 3;
        // Those with a score come first.
        var scored = sheet.Rows.TakeWhile(row => row[Scores] is not null).Count();
        if (scored > 0)
        {
            yield return new WorkbookChart(
                sheet.Name + "图",
                sheet.Title!.Replace("排名：", "得分：", StringComparison.Ordinal),
                WorkbookChartKind.Bar,
                sheet,
                Names,
                [Scores]
            )
            {
                Rows = scored,
            };
        }
    }

    private static WorkbookSheet FindingsSheet(Assessment assessment)
    {
        var sheet = TableWorkbook.Sheet("问题清单", s_findings, [.. assessment.Findings.Take(1)]);
        return sheet with
        {
            Title = TitleOf(assessment, "问题清单（个人信息已遮盖）"),
            Rows = new StreamedRows(
                assessment.FindingCount,
                () => assessment.Findings.Select(finding => TableWorkbook.Row(s_findings, finding))
            ),
        };
    }

    private static WorkbookSheet TrendSheet(Assessment assessment)
    {
        var byQuarter = assessment.Trends.GroupBy(point => point.Quarter).OrderBy(quarter => quarter.Key).ToList();
        var metrics = Assessment.Measures.Select(name => Trend.Metrics.Single(metric => metric.Name == name)).ToList();
        List<SheetColumn> columns = [new("季度"), new("数据")];
        foreach (var metric in metrics)
        {
            var isRate = metric.Kind == TrendKind.Rate;
            columns.Add(
                new(
                    isRate ? metric.Title : $"{metric.Title}（{metric.ChangeUnit}）",
                    isRate ? CellFormat.Percent : CellFormat.Integer
                )
            );
            if (isRate)
            {
                columns.Add(new("环比（百分点）", CellFormat.Points));
            }
        }

        // A line must not cross from sample data to real data: a series each.
        columns.Add(new("问题：真实数据", CellFormat.Integer));
        columns.Add(new("问题：示例数据", CellFormat.Integer));
        var rows = byQuarter.Select(quarter =>
        {
            var points = quarter.ToDictionary(point => point.Metric, StringComparer.Ordinal);
            var isSample = quarter.Any(point => point.IsSample);
            var found = points.GetValueOrDefault("finding_count")?.Value;
            return (IReadOnlyList<object?>)
                [
                    quarter.Key.Chinese,
                    isSample ? "示例数据" : "真实数据",
                    .. metrics.SelectMany(metric =>
                        points.TryGetValue(metric.Name, out var point)
                            ? CellsOf(metric, point.Value, point.Change)
                            : CellsOf(metric, null, null)
                    ),
                    isSample ? null : found,
                    isSample ? found : null,
                ];
        });
        return new("趋势", columns, [.. rows])
        {
            Title = TitleOf(assessment, "各季度情况；示例数据与真实数据之间不作比较"),
        };
    }

    private static object?[] CellsOf(TrendMetric metric, decimal? value, decimal? change) =>
        metric.Kind == TrendKind.Rate ? [value, change] : [value];

    // A workbook is read by people: words instead of codes, numbers as they are.
    private static Column<T> InWords<T>(Column<T> column) =>
        column.Shown is { } shown
            ? column with
            {
                Value = row => column.Value(row) is string ? shown(row) : column.Value(row),
            }
            : column;

    private static string TitleOf(Assessment assessment, string what) =>
        $"{assessment.Quarter.Chinese}{what}{(assessment.IsSample ? "（示例数据）" : "")}";

    private sealed class StreamedRows(int count, Func<IEnumerable<IReadOnlyList<object?>>> rows)
        : IReadOnlyCollection<IReadOnlyList<object?>>
    {
        public int Count => count;

        public IEnumerator<IReadOnlyList<object?>> GetEnumerator() => rows().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
