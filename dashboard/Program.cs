using System.Text;
using Analytics.Dashboard;
using Analytics.Dashboard.Cli;

if (SourceWorkerCommand.TryRun(args) || QueryWorkerCommand.TryRun(args))
{
    return CommandLine.Done;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error, stop.Token);
