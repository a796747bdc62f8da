using System.Globalization;
using Analytics.Benchmarks.Generated;
using Analytics.Domain;
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
    private static readonly Quarter s_quarter = new(2024, 4);

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
                return OwnProcess.Report(Copy(warm, Path.Combine(folder, "warm")), Copy(csv, folder));
            case ["load", var csv, var warm, var folder]:
                return OwnProcess.Report(Load(warm, Path.Combine(folder, "warm")), Load(csv, folder));
        }

        if (Trial.Parse("million", args, 1_000_000) is not { } trial)
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
            var csv = Path.Combine(folder, "findings.csv");
            var warm = Path.Combine(folder, "warm.csv");
            var findings = new GeneratedFindings(GeneratedUnits.Banner(), GeneratedFindings.UsualSeed);
            findings.Write(csv, s_quarter, rows);
            findings.Write(warm, s_quarter, WarmRows);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows, {new FileInfo(csv).Length / 1048576.0:0.0} MB, {runs} runs"
                )
            );
            // In turn, so that a neighbour on the machine slows both sides alike.
            var (copies, loads) = (new List<Measured>(runs), new List<Measured>(runs));
            for (var run = 0; run < runs; run++)
            {
                copies.Add(InFolderOfItsOwn("copy", csv, warm, folder));
                loads.Add(InFolderOfItsOwn("load", csv, warm, folder));
            }

            Console.WriteLine(Measured.Head);
            Console.WriteLine(Measured.Row("copy", copies));
            Console.WriteLine(Measured.Row("load", loads));
            Console.WriteLine($"CPU ratio load / copy: {Measured.Ratio(loads, copies)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measured InFolderOfItsOwn(string side, string csv, string warm, string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, side)).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "warm"));
        var measured = OwnProcess.Run("million", side, csv, warm, folder);
        Directory.Delete(folder, recursive: true);
        return measured;
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
            var file = LoadFile.Read(csv, s_quarter);
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
