using System.CommandLine;
using System.CommandLine.Parsing;

namespace Analytics.Dashboard.Cli;

/// <summary>What was not understood, in Chinese.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var verbs = string.Join("、", parsed.RootCommandResult.Command.Subcommands.Select(verb => verb.Name));
        foreach (var token in parsed.UnmatchedTokens)
        {
            yield return parsed.CommandResult.Command is RootCommand
                ? $"不认识的命令 “{token}”。可用的命令：{verbs}。"
                : $"不认识的参数 “{token}”。";
        }

        var own = parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 || !IsAboutTokens(error, parsed));
        foreach (var error in own)
        {
            yield return error.SymbolResult switch
            {
                ArgumentResult argument => $"缺少或多余的参数 {argument.Argument.Name}。",
                _ when error.Message.Any(character => character >= 0x4E00) => error.Message,
                OptionResult option => $"选项 {option.Option.Name} 的值不对或没有写。",
                CommandResult command when command.Command is RootCommand => $"缺少命令。可用的命令：{verbs}。",
                _ => "缺少参数，或参数多了。",
            };
        }

        yield return parsed.CommandResult.Command is RootCommand
            ? "用法见 analytics --help"
            : $"用法见 analytics {parsed.CommandResult.Command.Name} --help";
    }

    private static bool IsAboutTokens(ParseError error, ParseResult parsed) =>
        error.SymbolResult is CommandResult
        || parsed.UnmatchedTokens.Any(token => error.Message.Contains(token, StringComparison.Ordinal));
}
