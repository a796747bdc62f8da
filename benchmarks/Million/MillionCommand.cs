using System.Diagnostics;
using System.Globalization;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks.Million;

/// <summary>
/// How much does loading a million findings cost, read, checked, resolved and masked, against DuckDB's own COPY of the same file?
/// <c>million [--rows N] [--runs N]</c>. Each run is a process of its own, so that CPU time and peak memory are its own; each first does the
/// same with a thousand rows, as a server has that reads its second file: what is measured is the work, not the just-in-time compiler.
/// </summary>
internal static class MillionCommand
{
    private const int WarmRows = 1_000;

    private const string CopyTable = """
        create table copied (
            unit varchar, channel varchar, category varchar, words varchar, found_on date, platform varchar, account varchar,
            level varchar, finding_count bigint
        )
        """;

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>million</c>.</param>
    /// <returns>0 when done, 2 for wrong arguments.</returns>
    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["copy", var csv, var warm, var folder]:
                return Report(Copy(warm, Path.Combine(folder, "warm")), Copy(csv, folder));
            case ["load", var csv, var warm, var folder]:
                return Report(Load(warm, Path.Combine(folder, "warm")), Load(csv, folder));
        }

        var (rows, runs) = (1_000_000, 5);
        while (args is not [])
        {
            switch (args)
            {
                case ["--rows", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out rows):
                case ["--runs", var number, ..] when int.TryParse(number, CultureInfo.InvariantCulture, out runs):
                    args = args[2..];
                    break;
                default:
                    Console.Error.WriteLine($"'{args[0]}' is not understood; usage: million [--rows N] [--runs N]");
                    return 2;
            }
        }

        Compare(rows, runs);
        return 0;
    }

    private static void Compare(int rows, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
        try
        {
            var csv = Path.Combine(folder, "findings.csv");
            var warm = Path.Combine(folder, "warm.csv");
            MillionCsv.Write(csv, ReferenceData.Load(DataFolder.Path), rows);
            MillionCsv.Write(warm, ReferenceData.Load(DataFolder.Path), WarmRows);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows, {new FileInfo(csv).Length / 1048576.0:0.0} MB, {runs} runs"
                )
            );
            Console.WriteLine("| side | CPU s median (min to max) | wall s median | peak MB |");
            Console.WriteLine("|---|---|---|---|");
            // In turn, so that a neighbour on the machine slows both sides alike.
            var (copies, loads) = (new List<double[]>(runs), new List<double[]>(runs));
            for (var run = 0; run < runs; run++)
            {
                copies.Add(InProcessOfItsOwn("copy", csv, warm, folder));
                loads.Add(InProcessOfItsOwn("load", csv, warm, folder));
            }

            Row("copy", copies);
            Row("load", loads);
            var ratios = copies.Zip(loads, (copy, load) => load[0] / copy[0]).Order().ToArray();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"CPU ratio load / copy: {ratios[runs / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Row(string side, List<double[]> results)
    {
        double[] Sorted(int column) => [.. results.Select(result => result[column]).Order()];
        var cpu = Sorted(0);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {side} | {cpu[cpu.Length / 2]:0.00} ({cpu[0]:0.00} to {cpu[^1]:0.00}) | {Sorted(1)[cpu.Length / 2]:0.00} | {Sorted(2)[^1]:0} |"
            )
        );
    }

    private static double[] InProcessOfItsOwn(string side, string csv, string warm, string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, side)).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "warm"));
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(MillionCommand).Assembly.Location);
        }

        foreach (var argument in (string[])["million", side, csv, warm, folder])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);
        return process.ExitCode == 0
            ? [.. answer.Trim().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{side} failed: {answer}");
    }

    // CPU seconds, wall seconds and the peak of the working set in MB, of the work alone.
    private static int Report(Action warm, Action work)
    {
        warm();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        work();
        var wall = clock.Elapsed;
        process.Refresh();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(process.TotalProcessorTime - before).TotalSeconds} {wall.TotalSeconds} {process.PeakWorkingSet64 / 1048576.0}"
            )
        );
        return 0;
    }

    // The engine's own limit: the file as it is, nothing checked.
    private static Action Copy(string csv, string folder)
    {
        var connection = new DuckDBConnection($"DataSource={Path.Combine(folder, "copy.duckdb")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = CopyTable;
        command.ExecuteNonQuery();
        return () =>
        {
            using var copy = connection.CreateCommand();
            copy.CommandText = $"copy copied from '{csv}' (header)";
            copy.ExecuteNonQuery();
            connection.Dispose();
        };
    }

    // Everything a load does before it is kept: read, recognised, masked, resolved, inserted, every promise of Sql/checks tested.
    private static Action Load(string csv, string folder)
    {
        var warehouse = AnalyticsWarehouse.Open(Path.Combine(folder, "warehouse"), DataFolder.Path);
        return () =>
        {
            var file = LoadFile.Read(csv, new Quarter(2024, 4));
            var report = warehouse.Preview([file], "benchmark");
            if (report.IsRefused)
            {
                throw new InvalidOperationException(
                    string.Join('\n', report.Problems.Select(problem => problem.Message))
                );
            }

            warehouse.Dispose();
        };
    }
}
