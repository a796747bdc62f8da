using System.Globalization;
using Analytics.Dashboard.Cli;

namespace Analytics.Tests.Cli;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record CommandRun(int Code, string Output, string Messages)
{
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var messages = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CommandLine.RunAsync(arguments, output, messages, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), messages.ToString());
    }
}
