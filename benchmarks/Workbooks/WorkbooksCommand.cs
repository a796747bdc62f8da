using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analytics.Export;
using MiniExcelLibs;

namespace Analytics.Benchmarks.Workbooks;

/// <summary>
/// How long does a list of findings take to become a sheet, with formats, filters, widths and print set-up, and how much memory, against the bare zip
/// and MiniExcel? <c>workbooks [--rows N] [--runs N]</c>. Each run is a process of its own.
/// </summary>
internal static class WorkbooksCommand
{
    private const int WarmRows = 1_000;

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>workbooks</c>.</param>
    /// <returns>0 when done, 2 for wrong arguments.</returns>
    public static int Run(ReadOnlySpan<string> args)
    {
        if (args is [var side, var file, var count])
        {
            var write = SideOf(side);
            return OwnProcess.Report(
                () => write(file + ".warm", WarmRows),
                () => write(file, int.Parse(count, CultureInfo.InvariantCulture))
            );
        }

        if (Trial.Parse("workbooks", args, 200_000) is not { } trial)
        {
            return 2;
        }

        Compare(trial.Rows, trial.Runs);
        return 0;
    }

    private static void Compare(int rows, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        try
        {
            var sides = (string[])["zip", "analytics", "miniexcel"];
            var results = sides.ToDictionary(side => side, _ => new List<Measured>(runs), StringComparer.Ordinal);
            // In turn, so that a neighbour on the machine slows all sides alike.
            for (var run = 0; run < runs; run++)
            {
                foreach (var side in sides)
                {
                    results[side]
                        .Add(
                            OwnProcess.Run(
                                "workbooks",
                                side,
                                Path.Combine(folder, $"{side}-{run}.xlsx"),
                                rows.ToString(CultureInfo.InvariantCulture)
                            )
                        );
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows of 12 columns, {runs} runs"));
            Console.WriteLine(Measured.Head);
            foreach (var side in sides)
            {
                Console.WriteLine(Measured.Row(side, results[side]));
            }

            Console.WriteLine($"CPU ratio analytics / zip: {Measured.Ratio(results["analytics"], results["zip"])}");
            Console.WriteLine(
                $"CPU ratio analytics / miniexcel: {Measured.Ratio(results["analytics"], results["miniexcel"])}"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Action<string, int> SideOf(string side) =>
        side switch
        {
            "zip" => Zip,
            "analytics" => Ours,
            "miniexcel" => Mini,
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "There is no such side."),
        };

    // As the assessment has them: words that are all different, codes that repeat.
    private static IEnumerable<Row> Rows(int count) =>
        Enumerable
            .Range(0, count)
            .Select(number => new Row(
                new DateOnly(2024, 10, 1).AddDays(number % 92),
                $"第{number % 60}个单位",
                number % 3 == 0 ? "政府网站" : "政务新媒体",
                "微信公众号",
                $"账号{number % 47}",
                "W-LINK",
                "错链、断链、外链、暗链",
                "旗",
                1 + (number % 3),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"首页“通知公告”栏目第{number}条链接打不开，点击后显示404错误页面"
                ),
                string.Create(CultureInfo.InvariantCulture, $"清单.csv 第{number + 2}行"),
                number.ToString("x16", CultureInfo.InvariantCulture)
            ));

    private static void Ours(string file, int count)
    {
        using var output = File.Create(file);
        Workbook.Write(
            output,
            [
                new WorkbookSheet(
                    "问题清单",
                    [
                        new("发现日期", CellFormat.Date),
                        new("单位"),
                        new("渠道"),
                        new("平台"),
                        new("账号"),
                        new("类别代码"),
                        new("类别"),
                        new("检查层级"),
                        new("条数", CellFormat.Integer),
                        new("问题"),
                        new("来源"),
                        new("条目"),
                    ],
                    new Counted(count)
                ),
            ],
            new FileProperties("问题清单", DateTime.UnixEpoch)
        );
    }

    private static void Mini(string file, int count)
    {
        using var output = File.Create(file);
        output.SaveAs(Rows(count));
    }

    // The limit: text into a zip, no widths, formats or escapes.
    private static void Zip(string file, int count)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry("sheet1.xml", CompressionLevel.Optimal).Open();
        using var to = new StreamWriter(entry, new UTF8Encoding(false), 64 * 1024);
        foreach (var row in Rows(count))
        {
            to.Write("<row>");
            foreach (var cell in row.Cells)
            {
                to.Write("<c t=\"inlineStr\"><is><t>");
                to.Write(cell);
                to.Write("</t></is></c>");
            }

            to.Write("</row>");
        }
    }

    private sealed record Row(
        DateOnly FoundOn,
        string Unit,
        string Channel,
        string Platform,
        string Account,
        string Category,
        string CategoryName,
        string Level,
        int Count,
        string Words,
        string Location,
        string Id
    )
    {
        public IReadOnlyList<object?> Cells =>
            [FoundOn, Unit, Channel, Platform, Account, Category, CategoryName, Level, Count, Words, Location, Id];
    }

    // As many rows as it says, made as they are asked for.
    private sealed class Counted(int count) : IReadOnlyCollection<IReadOnlyList<object?>>
    {
        public int Count => count;

        public IEnumerator<IReadOnlyList<object?>> GetEnumerator() =>
            Rows(count).Select(row => row.Cells).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
