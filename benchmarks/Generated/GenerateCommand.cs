using System.Globalization;
using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks.Generated;

/// <summary><c>generate SIZE --out DIR [--shape banner|nation] [--seed N] [--format csv|parquet]</c>: data to measure with, eight quarters of it, the same for the same seed.</summary>
internal static class GenerateCommand
{
    private const int Quarters = 8;

    // A file of a table may have 200 MB; of these some 150 bytes a row.
    private const int RowsOfFile = 1_250_000;

    private static readonly Quarter s_first = new(2023, 1);

    /// <summary>Runs it.</summary>
    /// <param name="args">What follows <c>generate</c>.</param>
    /// <returns>0 when done, 2 for wrong arguments.</returns>
    public static int Run(ReadOnlySpan<string> args)
    {
        var (size, folder, shape, format, seed) = ("", "", "banner", "csv", GeneratedFindings.UsualSeed);
        while (args is not [])
        {
            switch (args)
            {
                case ["--out", var value, ..]:
                    folder = value;
                    args = args[2..];
                    break;
                case ["--shape", "banner" or "nation", ..]:
                    shape = args[1];
                    args = args[2..];
                    break;
                case ["--format", "csv" or "parquet", ..]:
                    format = args[1];
                    args = args[2..];
                    break;
                case ["--seed", var text, ..] when ulong.TryParse(text, CultureInfo.InvariantCulture, out seed):
                    args = args[2..];
                    break;
                case [var value, ..] when RowsOf(value) is not null:
                    size = value;
                    args = args[1..];
                    break;
                default:
                    return Misunderstood(args[0]);
            }
        }

        if (size.Length == 0 || folder.Length == 0)
        {
            return Misunderstood("");
        }

        Write(
            folder,
            RowsOf(size)!.Value,
            shape == "nation" ? GeneratedUnits.Nation() : GeneratedUnits.Banner(),
            seed,
            format == "parquet"
        );
        return 0;
    }

    /// <summary>Writes everything.</summary>
    /// <param name="folder">The folder; made where there is none.</param>
    /// <param name="rows">Findings of all quarters together.</param>
    /// <param name="units">The units.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isParquet">Whether findings are Parquet; the other tables stay CSV.</param>
    public static void Write(string folder, long rows, GeneratedUnits units, ulong seed, bool isParquet)
    {
        Directory.CreateDirectory(folder);
        units.WriteReference(Path.Combine(folder, "data"));
        var findings = new GeneratedFindings(units, seed);
        var figures = new GeneratedFigures(units, seed);
        var quarter = s_first;
        for (var index = 0; index < Quarters; index++, quarter = quarter.Next)
        {
            figures.Write(Path.Combine(folder, $"figures-{quarter}.csv"), quarter);
            var left = (rows / Quarters) + (index < rows % Quarters ? 1 : 0);
            for (var part = 0; left > 0; part++)
            {
                var count = (int)Math.Min(left, RowsOfFile);
                var path = Path.Combine(
                    folder,
                    string.Create(CultureInfo.InvariantCulture, $"findings-{quarter}-{part:000}.csv")
                );
                findings.Write(path, quarter, count, part);
                if (isParquet)
                {
                    ToParquet(path, quarter);
                }

                left -= count;
            }
        }
    }

    // The CSV of one part at a time: a hundred million rows need no more room than one of them.
    private static void ToParquet(string csv, Quarter quarter)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            copy (select '{quarter}' as quarter, * from read_csv('{csv}', header = true, all_varchar = true))
            to '{Path.ChangeExtension(csv, "parquet")}' (format parquet, compression zstd)
            """;
        command.ExecuteNonQuery();
        File.Delete(csv);
    }

    private static long? RowsOf(string size) =>
        size is [.. var digits, ('k' or 'm') and var unit]
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 1000
            ? number * (unit == 'k' ? 1_000 : 1_000_000)
            : null;

    private static int Misunderstood(string word)
    {
        Console.Error.WriteLine(
            (word.Length > 0 ? $"'{word}' is not understood; " : "")
                + "usage: generate 10k|1m|10m|100m --out DIR [--shape banner|nation] [--seed N] [--format csv|parquet]"
        );
        return 2;
    }
}
