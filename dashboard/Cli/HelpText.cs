using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Analytics.Dashboard.Cli;

/// <summary>Help in Chinese.</summary>
internal static class HelpText
{
    public static string Of(Command command)
    {
        var help = new StringBuilder();
        help.Append(command.Description).Append('\n');
        if (command is VerbCommand verb)
        {
            var arguments = string.Concat(
                command.Arguments.Select(argument =>
                    $" {argument.Name}{(argument.Arity.MaximumNumberOfValues > 1 ? "…" : "")}"
                )
            );
            help.Append(
                CultureInfo.InvariantCulture,
                $"\n用法：analytics {command.Name}{arguments} [选项]\n例如：{verb.Example}\n"
            );
            Section(help, "参数", command.Arguments.Select(argument => (argument.Name, argument.Description)));
            Section(help, "选项", command.Options.Select(Describe));
            Section(help, "通用选项", CommonOptions.All.Select(Describe));
        }
        else
        {
            help.Append("\n用法：analytics 命令 [参数] [选项]，不写命令即为 serve\n");
            Section(help, "命令", command.Subcommands.Select(sub => (sub.Name, sub.Description)));
            Section(help, "通用选项", CommonOptions.All.Select(Describe));
            help.Append("\n退出码：0 完成，1 输入有误或被拒绝，2 用法不对，3 程序出错\n");
        }

        return help.ToString();
    }

    private static (string Name, string? Description) Describe(Option option) =>
        (
            string.Join("、", option.Aliases.Prepend(option.Name)) + (option.HelpName is { } value ? " " + value : ""),
            option.Description
        );

    private static void Section(StringBuilder help, string title, IEnumerable<(string Name, string? Description)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        help.Append('\n').Append(title).Append("：\n");
        foreach (var (name, description) in list)
        {
            help.Append("  ").Append(name.PadRight(28)).Append(description).Append('\n');
        }
    }
}
