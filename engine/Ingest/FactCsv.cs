using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest;

/// <summary>The facts of a notice as CSV (RFC 4180): one row per fact, an empty cell for what is not stated.</summary>
public static class FactCsv
{
    private const string Heading =
        "channel,measure,period,unit,group,platform,account,category,column,target,level,count,rate,value,statedUnit,basis,comparator,score,rank,location,words,foundOn";

    /// <summary>Writes the facts.</summary>
    /// <param name="facts">The facts, in the order of the rows.</param>
    /// <param name="writer">Where to; not closed. Lines end in a line feed.</param>
    public static void Write(IReadOnlyList<Fact> facts, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Heading + "\n");
        foreach (var fact in facts)
        {
            string?[] cells =
            [
                fact.Channel,
                fact.Measure,
                fact.Period,
                fact.Unit,
                fact.Group,
                fact.Platform,
                fact.Account,
                fact.Category,
                fact.Column,
                fact.Target,
                fact.Level,
                Number(fact.Count),
                Number(fact.Rate),
                Number(fact.Value),
                fact.StatedUnit,
                fact.Basis,
                fact.Comparator,
                Number(fact.Score),
                Number(fact.Rank),
                fact.Location,
                fact.Words,
                fact.FoundOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ];
            writer.Write(string.Join(',', cells.Select(Quoted)) + "\n");
        }
    }

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return "";
        }

        // A spreadsheet runs a cell that begins like a formula; the words of a notice are not ours.
        var safe =
            cell[0] is '=' or '+' or '@' or '\t'
            || (cell[0] == '-' && !decimal.TryParse(cell, CultureInfo.InvariantCulture, out _))
                ? "'" + cell
                : cell;
        return safe.IndexOfAny([',', '"', '\n', '\r']) < 0
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
