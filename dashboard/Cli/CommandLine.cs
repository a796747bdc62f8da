using System.CommandLine;
using System.Globalization;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary>The command line: verbs, their options, and what an outcome means to the caller.</summary>
public static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input was refused or is wrong; the message says where and what to do.</summary>
    public const int Refused = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Our fault.</summary>
    public const int Fault = 3;

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">Verb and options; none at all serves.</param>
    /// <param name="output">Results.</param>
    /// <param name="messages">Everything else.</param>
    /// <param name="cancel">Ends a server.</param>
    /// <returns>An exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter messages,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var root = MakeRoot();
        var parsed = root.Parse(WithVerb(arguments));
        if (parsed.GetValue(CommonOptions.Help))
        {
            await output.WriteAsync(HelpText.Of(parsed.CommandResult.Command));
            return Done;
        }

        if (parsed.Errors.Count > 0)
        {
            foreach (var error in UsageErrors.Of(parsed))
            {
                await messages.WriteLineAsync(error);
            }

            return Usage;
        }

        if (parsed.CommandResult.Command is not VerbCommand verb)
        {
            await messages.WriteAsync(HelpText.Of(root));
            return Usage;
        }

        try
        {
            return await verb.RunAsync(new Verb(parsed, output, messages), cancel);
        }
        catch (Exception exception)
            when (exception
                    is NoticeFormatException
                        or RefusedException
                        or WarehouseBusyException
                        or UnauthorizedAccessException
                        or IOException
            )
        {
            await messages.WriteLineAsync(exception.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            return Done;
        }
        catch (Exception exception)
        {
            var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
            await messages.WriteLineAsync($"程序出错（编号 {id}）：{exception.Message}");
            await messages.WriteLineAsync(
                parsed.GetValue(CommonOptions.Verbose)
                    ? exception.ToString()
                    : "数据没有改动。请加 --verbose 重试一次，把显示的内容连同编号交给维护人员。"
            );
            return Fault;
        }
    }

    // No verb at all serves, with or without options.
    private static IReadOnlyList<string> WithVerb(IReadOnlyList<string> arguments) =>
        arguments is [] or [['-', '-', ..], ..] && !arguments.Contains("--help", StringComparer.Ordinal)
            ? ["serve", .. arguments]
            : arguments;

    /// <summary>The verbs, for help and for the test that the README names each.</summary>
    internal static RootCommand MakeRoot()
    {
        var root = new RootCommand("政务公开考核分析：读通报、核数字、打分、排名、看趋势");
        root.Options.Clear();
        foreach (var option in CommonOptions.All)
        {
            root.Options.Add(option);
        }

        foreach (
            var verb in new VerbCommand[]
            {
                new ServeCommand(),
                new ReadCommand(),
                new LoadCommand(),
                new BatchesCommand(),
                new RevertCommand(),
                new UnitsCommand(),
                new ScoreCommand(),
                new RankCommand(),
                new DiscrepanciesCommand(),
                new PublishCommand(),
                new RulebookCommand(),
                new TrendCommand(),
                new QueryCommand(),
                new ChartCommand(),
                new ClassifyCommand(),
                new ExportCommand(),
                new VerifyCommand(),
                new AuditCommand(),
                new DraftCommand(),
            }
        )
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }
}
