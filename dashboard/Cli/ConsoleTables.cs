using System.Globalization;
using Analytics.Dashboard.Output;
using Spectre.Console;

namespace Analytics.Dashboard.Cli;

/// <summary>Tables for people. On a terminal as wide as it is; into a pipe as wide as the content, without colours.</summary>
internal static class ConsoleTables
{
    /// <summary>Rows under their Chinese heads as text.</summary>
    public static string Text<T>(IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Print(text, columns, rows);
        return text.ToString();
    }

    /// <summary>Prints rows under their Chinese heads.</summary>
    public static void Print<T>(TextWriter output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        var table = new Table().Border(TableBorder.Simple).Collapse();
        var list = rows.ToList();
        foreach (var column in columns)
        {
            var number = list.Exists(row => column.Value(row) is decimal or int or long);
            var head = new TableColumn(new Text(column.Title)).NoWrap();
            table.AddColumn(number ? head.RightAligned() : head);
        }

        foreach (var row in list)
        {
            table.AddRow(columns.Select(column => new Text(Shown(column, row))));
        }

        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 4000;
        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        console.Profile.Out = new AnsiConsoleOutput(buffer);
        console.Profile.Width = 4000;
        console.Write(table);
        foreach (var line in buffer.ToString().Split('\n'))
        {
            var trimmed = line.TrimEnd();
            if (trimmed.Length > 0)
            {
                output.WriteLine(trimmed);
            }
        }
    }

    private static string Shown<T>(Column<T> column, T row) =>
        column.Shown?.Invoke(row)
        ?? column.Value(row) switch
        {
            null => "",
            bool flag => flag ? "是" : "",
            IEnumerable<string> words => string.Join('、', words),
            decimal number => Numbers.Plain(number),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
