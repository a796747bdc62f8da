using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Writes the facts of one file: what rows have in common once (raw_combinations), the rest row by row (raw_facts).</summary>
/// <param name="live">The live connection, inside the caller's transaction.</param>
/// <param name="plan">The file.</param>
/// <param name="batch">The batch.</param>
/// <remarks>
/// A fact's id is the start of the MD5 of its natural key (document, quarter, channel, measure, unit, platform, category, level, target, account,
/// column, and the words of a table's row) with its number among equals: a corrected copy of the document keeps it.
/// </remarks>
internal sealed class FactAppender(DuckDBConnection live, LoadPlan plan, long batch)
{
    public void Append()
    {
        var first = live.Count("select coalesce(max(combination), 0) + 1 from raw_combinations");
        AppendCombinations(first);
        AppendRows(first);
    }

    private void AppendRows(long first)
    {
        using var appender = new ChunkAppender(live, "raw_facts");
        var keys = new FactKeys(plan);
        foreach (var section in plan.Sections)
        {
            for (var index = 0; index < section.Combinations.Length; index++)
            {
                var combination = section.Combinations[index];
                if (combination == FactSection.Refused)
                {
                    continue;
                }

                var row = section.Row(index);
                appender.Write(0, keys.NumberOf(combination, row.Words));
                appender.Write(1, first + combination);
                appender.Write(2, (long?)(row.Count * 100));
                appender.Write(3, row.Words);
                appender.Write(4, row.Number);
                appender.Write(5, row.FoundOn);
                appender.EndRow();
            }
        }

        appender.Close();
    }

    private void AppendCombinations(long first)
    {
        using var appender = live.CreateAppender("raw_combinations");
        for (var index = 0; index < plan.Combinations.Count; index++)
        {
            var row = plan.Combinations[index];
            var fact = row.Fact;
            appender
                .CreateRow()
                .AppendValue((long?)(first + index))
                .AppendValue(row.SourceKind)
                .AppendValue(row.Quarter)
                .AppendValue(fact.Period ?? row.Quarter)
                .AppendValue(row.Channel)
                .AppendValue(fact.Measure)
                .AppendValue(row.Unit)
                .AppendValue(fact.Unit)
                .AppendValue(fact.Group)
                .AppendValue(fact.Platform ?? IssueCategory.None)
                .AppendValue(fact.Account ?? IssueCategory.None)
                .AppendValue(row.Category)
                .AppendValue(fact.Category)
                .AppendValue(fact.Column)
                .AppendValue(row.Target)
                .AppendValue(fact.Target)
                .AppendValue(row.Level)
                .AppendValue(fact.Level)
                .AppendValue((bool?)row.IsTotal)
                .AppendValue((bool?)fact.CountImplied)
                .AppendValue(fact.Numerator)
                .AppendValue(fact.Denominator)
                .AppendValue(fact.Rate)
                .AppendValue(fact.Value)
                .AppendValue(fact.StatedUnit)
                .AppendValue(fact.Basis)
                .AppendValue(fact.Comparator)
                .AppendValue(fact.Score)
                .AppendValue(fact.Rank)
                .AppendValue((int?)fact.Span.Start)
                .AppendValue((int?)fact.Span.End)
                .AppendValue(row.Place)
                .AppendValue(plan.Document)
                .AppendValue((bool?)plan.File.IsSample)
                .AppendValue((long?)batch)
                .EndRow();
        }
    }
}
