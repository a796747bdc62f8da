using System.Globalization;
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
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        switch (verb.Format)
        {
            case "json":
                text.Write(TableOutput.Json(Tables.Batches, batches));
                break;
            case "csv":
                text.Write(TableOutput.Csv(Tables.Batches, batches));
                break;
            default:
                ConsoleTables.Print(text, Tables.Batches, batches);
                break;
        }

        verb.Write(text.ToString());
        return Task.FromResult(CommandLine.Done);
    }
}
