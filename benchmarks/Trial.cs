using System.Globalization;

namespace Analytics.Benchmarks;

/// <summary>How large a comparison is, and how often it is repeated.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Runs">Times.</param>
internal sealed record Trial(int Rows, int Runs)
{
    /// <summary>What is asked for with <c>--rows N</c> and <c>--runs N</c>.</summary>
    /// <param name="command">The command, for who is not understood.</param>
    /// <param name="args">What follows it.</param>
    /// <param name="rows">Rows where nobody says.</param>
    /// <returns>Null when it is not understood; the error output says what.</returns>
    public static Trial? Parse(string command, ReadOnlySpan<string> args, int rows)
    {
        var runs = 5;
        while (args is not [])
        {
            switch (args)
            {
                case ["--rows", var text, ..] when int.TryParse(text, CultureInfo.InvariantCulture, out rows):
                case ["--runs", var number, ..] when int.TryParse(number, CultureInfo.InvariantCulture, out runs):
                    args = args[2..];
                    break;
                default:
                    Console.Error.WriteLine($"'{args[0]}' is not understood; usage: {command} [--rows N] [--runs N]");
                    return null;
            }
        }

        return new(rows, runs);
    }
}
