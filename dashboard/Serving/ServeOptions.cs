using System.Net;
using Analytics.Charts;
using Analytics.Query;

namespace Analytics.Dashboard.Serving;

/// <summary>What a server needs to know.</summary>
/// <param name="Workspace">The warehouse and the data.</param>
/// <param name="Port">The port on 127.0.0.1; 0 for any free one.</param>
/// <param name="Font">The Chinese font for charts, or why there is none; null to look for one.</param>
public sealed record ServeOptions(Workspace Workspace, int Port = ServeOptions.DefaultPort, FontSearch? Font = null)
{
    /// <summary>The variable that names where metrics and traces go, the same for every program that speaks OpenTelemetry.</summary>
    public const string TelemetryVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where metrics and traces go, over HTTP; null, as long as nobody names one, for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How ad-hoc queries are run; null for this program's own workers.</summary>
    public QueryPoolOptions? Queries { get; init; }

    /// <summary>The port when nobody names one.</summary>
    public const int DefaultPort = 5080;

    /// <summary>The only address there is: this machine. Other desks come with accounts.</summary>
    public static IPAddress Address => IPAddress.Loopback;
}
