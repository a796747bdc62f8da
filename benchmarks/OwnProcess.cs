using System.Diagnostics;
using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>Measures work in a process of its own, so that CPU time and peak memory are its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts this program again and reads what it reports.</summary>
    /// <param name="arguments">What makes it do the work and call <see cref="Report"/>.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Measured Run(params ReadOnlySpan<string> arguments)
    {
        var start = Again(arguments);
        using var process = Process.Start(start)!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} failed: {answer}");
        }

        var numbers = answer
            .Trim()
            .Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
            .ToArray();
        return new(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>How this program is started again, its output read by the caller.</summary>
    public static ProcessStartInfo Again(ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    /// <summary>Does the work once to get warm, then measured, and reports on standard output.</summary>
    /// <param name="warm">The same with little data: what is measured is the work, not the just-in-time compiler.</param>
    /// <param name="work">The work.</param>
    public static int Report(Action warm, Action work)
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
}

/// <summary>What a process used.</summary>
/// <param name="Cpu">CPU seconds.</param>
/// <param name="Wall">Seconds.</param>
/// <param name="Peak">The peak of the working set in MB.</param>
internal sealed record Measured(double Cpu, double Wall, double Peak)
{
    /// <summary>A line of a table: CPU median (min to max), wall median, highest peak.</summary>
    public static string Row(string side, IReadOnlyList<Measured> runs)
    {
        var cpu = runs.Select(run => run.Cpu).Order().ToArray();
        var wall = runs.Select(run => run.Wall).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {side} | {cpu[cpu.Length / 2]:0.00} ({cpu[0]:0.00} to {cpu[^1]:0.00}) | {wall[wall.Length / 2]:0.00} | {runs.Max(run => run.Peak):0} |"
        );
    }

    /// <summary>The head of such a table.</summary>
    public const string Head = "| side | CPU s median (min to max) | wall s median | peak MB |\n|---|---|---|---|";

    /// <summary>A ratio of CPU seconds, run by run: median (min to max).</summary>
    public static string Ratio(IReadOnlyList<Measured> of, IReadOnlyList<Measured> against)
    {
        var ratios = of.Zip(against, (one, other) => one.Cpu / other.Cpu).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{ratios[ratios.Length / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})"
        );
    }
}
