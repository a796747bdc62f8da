using System.Globalization;
using Analytics.Ingest.Reference;

namespace Analytics.Benchmarks.Generated;

/// <summary>The units that generated findings are about.</summary>
/// <param name="Names">Their names as a table writes them, in official order.</param>
internal sealed record GeneratedUnits(IReadOnlyList<string> Names)
{
    private const int Counties = 2_850;
    private const int UnitsOfCounty = 40;
    private const int TownsOfCounty = 12;

    /// <summary>Those of the banner in data/reference.</summary>
    public static GeneratedUnits Banner() =>
        new([.. ReferenceData.Load(DataFolder.Path).Units.Units.Select(unit => unit.Name)]);

    /// <summary>2,850 counties of 12 towns and 28 departments each: 114,000 units that do not exist.</summary>
    public static GeneratedUnits Nation() =>
        new([
            .. Enumerable
                .Range(0, Counties)
                .SelectMany(county => Enumerable.Range(0, UnitsOfCounty).Select(unit => NameOf(county, unit))),
        ]);

    /// <summary>Writes a folder <c>data</c> in which these are the registered units, everything else as we ship it.</summary>
    /// <param name="folder">The folder; made where there is none.</param>
    public void WriteReference(string folder)
    {
        foreach (var part in (string[])["reference", "reference/calendar", "rulebooks"])
        {
            var to = Directory.CreateDirectory(Path.Combine(folder, part)).FullName;
            foreach (var file in Directory.GetFiles(Path.Combine(DataFolder.Path, part)))
            {
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
            }
        }

        // They speak of the banner's own units.
        File.Delete(Path.Combine(folder, "reference", "unit_aliases.csv"));
        File.Delete(Path.Combine(folder, "reference", "unit_successions.csv"));
        using var units = new StreamWriter(Path.Combine(folder, "reference", "units.csv")) { NewLine = "\n" };
        units.WriteLine("code,name,short_name,aliases,group,sort_order,pinyin,source");
        foreach (var (name, index) in Names.Select((name, index) => (name, index)))
        {
            var group = name.EndsWith('镇') ? "town" : "department";
            units.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"u{index:000000},{name},{name},,{group},{index + 1},u{index:000000},generated"
                )
            );
        }
    }

    private static string NameOf(int county, int unit) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"样本{county + 1:0000}县第{unit + 1:00}{(unit < TownsOfCounty ? "镇" : "局")}"
        );
}
