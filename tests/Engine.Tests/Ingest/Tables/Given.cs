using System.Globalization;
using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Sources.Tables;

namespace Analytics.Tests.Ingest.Tables;

/// <summary>Tables written as text, read as they would be from a file.</summary>
internal static class Given
{
    /// <summary>A table whose cells are parted by |, read from one parted by tabs.</summary>
    public static SheetReading Sheet(string text, TableOptions? options = null) => Table(text, options).Sheets[0];

    public static TableReading Table(string text, TableOptions? options = null)
    {
        var csv = text.ReplaceLineEndings("\n").Replace('|', '\t');
        return TableReader.Read(TableFile.Read("表.csv", Encoding.UTF8.GetBytes(csv)), options ?? new TableOptions());
    }

    /// <summary>What a fact says, apart from place and words: measure, count, then whatever is stated.</summary>
    public static string Shown(Fact fact) =>
        string.Join(
            ' ',
            new[]
            {
                fact.Measure,
                fact.Rate is { } rate
                    ? rate.ToString(CultureInfo.InvariantCulture) + "%"
                    : fact.Count?.ToString(CultureInfo.InvariantCulture),
                fact.Unit,
                fact.Channel,
                fact.Platform,
                fact.Account,
                fact.Category,
                fact.Column,
                fact.Target,
                fact.Level,
                fact.Period,
                fact.FoundOn?.ToString("O", CultureInfo.InvariantCulture),
            }.Where(part => part is not null)
        );

    public static IEnumerable<string> Shown(IEnumerable<Fact> facts) => facts.Select(Shown);
}
