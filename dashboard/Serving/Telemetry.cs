using Analytics.Warehouse;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Analytics.Dashboard.Serving;

/// <summary>Metrics and traces for whoever runs a collector; without an address nothing is measured and nothing leaves the process.</summary>
internal static class Telemetry
{
    /// <summary>Sends requests, changes of the warehouse and the runtime's figures to a collector.</summary>
    /// <param name="services">The server's services.</param>
    /// <param name="collector">Its address, for example http://127.0.0.1:4318; null for none.</param>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector)
    {
        if (collector is null)
        {
            return;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("analytics"))
            // The instrumentation leaves out what a query string says: it may hold words of findings.
            .WithTracing(traces =>
                traces
                    .AddAspNetCoreInstrumentation()
                    .AddSource(WarehouseDiagnostics.Name)
                    .AddOtlpExporter(otlp => Send(otlp, new Uri(collector, "/v1/traces")))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter(WarehouseDiagnostics.Name)
                    .AddOtlpExporter(otlp => Send(otlp, new Uri(collector, "/v1/metrics")))
            );
    }

    private static void Send(OtlpExporterOptions otlp, Uri to)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = to;
    }
}
