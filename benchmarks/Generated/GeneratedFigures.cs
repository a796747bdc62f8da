using System.Globalization;
using Analytics.Benchmarks.Demo;
using Analytics.Domain;

namespace Analytics.Benchmarks.Generated;

/// <summary>Submissions, inspections and vetoes of a quarter as a table of facts in our own columns; its words mark it as generated.</summary>
/// <param name="units">The units.</param>
/// <param name="seed">Another seed is another set.</param>
internal sealed class GeneratedFigures(GeneratedUnits units, ulong seed)
{
    private const string City = "市人民政府网站";

    /// <summary>Writes a quarter: every unit inspected on both channels, what it submitted and what was adopted, a veto for one in a hundred.</summary>
    /// <param name="path">The file.</param>
    /// <param name="quarter">The quarter.</param>
    public void Write(string path, Quarter quarter)
    {
        var random = SplitMix64.For(seed, $"figures/{quarter}");
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(DemoRow.Header);
        foreach (var name in units.Names)
        {
            var submitted = random.Below(60);
            writer.WriteLine(Row(quarter, Channel.Website, Measure.Inspected, name, 1));
            writer.WriteLine(Row(quarter, Channel.NewMedia, Measure.Inspected, name, 1 + random.Below(3)));
            writer.WriteLine(Row(quarter, Channel.Submission, Measure.Submitted, name, submitted, City));
            writer.WriteLine(
                Row(quarter, Channel.Submission, Measure.Adopted, name, random.Below(submitted + 1), City)
            );
            if (random.Below(100) == 0)
            {
                writer.WriteLine(Row(quarter, Channel.NewMedia, Measure.Veto, name, 1));
            }
        }
    }

    private static string Row(
        Quarter quarter,
        string channel,
        string measure,
        string name,
        int count,
        string target = ""
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"false,{channel},{measure},{quarter},{name},,,,,,{target},{(channel == Channel.Submission ? "" : "旗")},{count},,,,,,,,{DemoRow.Mark}生成的数据"
        );
}
