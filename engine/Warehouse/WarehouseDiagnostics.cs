using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Analytics.Warehouse;

/// <summary>What the warehouse tells of its work to whoever listens: how long changes take and how they end. Never a text of a finding.</summary>
public static class WarehouseDiagnostics
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "Analytics.Warehouse";

    private static readonly Meter s_meter = new(Name);

    /// <summary>One activity per change of the data.</summary>
    internal static ActivitySource Source { get; } = new(Name);

    /// <summary>Seconds from the first statement of a change to its commit, by kind and outcome.</summary>
    internal static Histogram<double> ChangeDuration { get; } =
        s_meter.CreateHistogram<double>("analytics.change.duration", "s", "Changes of the warehouse");
}
