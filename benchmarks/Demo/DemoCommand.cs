namespace Analytics.Benchmarks.Demo;

/// <summary>Writes the sample data (示例数据): <c>demo [--out DIR] [--units FILE] [--check]</c>.</summary>
internal static class DemoCommand
{
    /// <summary>Runs it; paths are relative to the folder one stands in.</summary>
    /// <param name="args">What follows <c>demo</c>.</param>
    /// <returns>0 when done, 1 when <c>--check</c> found a file that differs, 2 for wrong arguments.</returns>
    public static int Run(ReadOnlySpan<string> args)
    {
        var (output, units, isCheck) = ("data/demo", "data/reference/units.csv", false);
        while (args is not [])
        {
            switch (args)
            {
                case ["--out", var folder, ..]:
                    output = folder;
                    args = args[2..];
                    break;
                case ["--units", var file, ..]:
                    units = file;
                    args = args[2..];
                    break;
                case ["--check", ..]:
                    isCheck = true;
                    args = args[1..];
                    break;
                default:
                    Console.Error.WriteLine(
                        $"'{args[0]}' is not understood; usage: demo [--out DIR] [--units FILE] [--check]"
                    );
                    return 2;
            }
        }

        var all = DemoUnit.Read(units);
        var files = DemoPlan.All.ToDictionary(
            plan => Path.Combine(output, $"{plan.Quarter}.csv"),
            plan => new DemoQuarter(plan, all).ToCsv(),
            StringComparer.Ordinal
        );
        return isCheck ? Check(output, files) : Write(output, files);
    }

    private static int Write(string output, Dictionary<string, byte[]> files)
    {
        Directory.CreateDirectory(output);
        foreach (var (path, bytes) in files)
        {
            File.WriteAllBytes(path, bytes);
        }

        return 0;
    }

    private static int Check(string output, Dictionary<string, byte[]> files)
    {
        var there = Directory.Exists(output) ? Directory.GetFiles(output, "*.csv") : [];
        var wrong = files
            .Where(file => !File.Exists(file.Key) || !File.ReadAllBytes(file.Key).AsSpan().SequenceEqual(file.Value))
            .Select(file => file.Key)
            .Concat(there.Where(path => !files.ContainsKey(path)))
            .Order(StringComparer.Ordinal)
            .ToList();
        wrong.ForEach(path => Console.Error.WriteLine($"{path} is not what the generator writes"));
        return wrong.Count == 0 ? 0 : 1;
    }
}
