using Analytics.Dashboard.Output;
using Analytics.Metrics;

namespace Analytics.Dashboard.Cli;

/// <summary><c>batches</c></summary>
internal sealed class BatchesCommand() : VerbCommand("batches", "到目前为止加载的批次", "analytics batches")
{
    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        using var snapshot = verb.Workspace.OpenSnapshot();
        var batches = Batches.All(snapshot);
        verb.WriteRows(Tables.Batches, batches, () => ConsoleTables.Text(Tables.Batches, batches));
        return Task.FromResult(CommandLine.Done);
    }
}
