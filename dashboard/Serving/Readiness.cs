using Analytics.Metrics;
using Analytics.Warehouse;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Analytics.Dashboard.Serving;

/// <summary>Whether requests can be answered: the snapshot opens and says which quarters there are. Behind /health/ready.</summary>
internal sealed class Readiness(SnapshotHolder snapshots) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            using var data = snapshots.Rent();
            Quarters.All(data.Snapshot);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (WarehouseException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception: exception));
        }
    }
}
