using Analytics.Domain;
using Analytics.Ingest.Reference;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does it take to know the units that a notice names, in every way they are written, against looking exact names up?</summary>
[MemoryDiagnoser]
public class ResolveNames
{
    private UnitRegistry _units = null!;
    private Dictionary<string, Unit> _exact = [];
    private string[] _written = [];

    /// <summary>Makes the names, which is not measured: official ones, short ones, and as notices prefix them.</summary>
    [GlobalSetup]
    public void MakeNames()
    {
        _units = ReferenceData.Load(DataFolder.Path).Units;
        _written = [.. _units.Units.SelectMany(unit => (string[])[unit.Name, unit.ShortName, "旗" + unit.Name])];
        _exact = _written
            .Distinct(StringComparer.Ordinal)
            .Where(name => _units.Find(name) is not null)
            .ToDictionary(name => name, name => _units.Find(name)!, StringComparer.Ordinal);
    }

    /// <summary>The limit: a dictionary that has every way of writing already.</summary>
    [Benchmark(Baseline = true)]
    public int Exact() => _written.Count(_exact.ContainsKey);

    /// <summary>By the registry's rules: spaces, widths, prefixes, aliases.</summary>
    [Benchmark]
    public int Resolved() => _written.Count(name => _units.Find(name) is not null);
}
