using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Writes the facts of one file: what rows have in common once, the rest row by row, and lets DuckDB join them.</summary>
/// <param name="live">The live connection, inside the caller's transaction.</param>
/// <param name="plan">The file.</param>
/// <param name="batch">The batch.</param>
/// <remarks>A row of raw_facts has 38 columns, most of them the same in thousands of rows: appending each of them cost more than all else.</remarks>
internal sealed class FactAppender(DuckDBConnection live, LoadPlan plan, long batch)
{
    public void Append()
    {
        live.Execute(SqlCatalog.Embedded.Load("temporary_rows"));
        AppendCombinations();
        AppendRows();
        live.ExecuteNamed(
            SqlCatalog.Embedded.Load("append_facts"),
            ("key", plan.File.DocumentKey),
            ("document", plan.Document),
            ("sample", plan.File.IsSample),
            ("batch", batch)
        );
        live.Execute("drop table temp.load_rows; drop table temp.load_combinations");
    }

    private void AppendRows()
    {
        using var appender = live.CreateAppender("temp", "main", "load_rows");

        // Rows that are the same by natural key are told apart by their number among equals.
        var times = new Dictionary<(int NaturalKey, int Texts, int Words), int>(plan.FactCount);
        var isNotice = plan.File.Notice is not null;
        foreach (var (_, facts, combinations) in plan.Sections)
        {
            for (var index = 0; index < combinations.Length; index++)
            {
                var combination = combinations[index];
                if (combination < 0)
                {
                    continue;
                }

                var fact = facts[index];
                var key = (
                    plan.Combinations[combination].NaturalKey,
                    HashCode.Combine(fact.Account, fact.Column),
                    isNotice ? 0 : fact.Words.GetHashCode(StringComparison.Ordinal)
                );
                ref var seen = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                    times,
                    key,
                    out _
                );
                seen++;
                appender
                    .CreateRow()
                    .AppendValue((int?)combination)
                    .AppendValue((int?)seen)
                    .AppendValue(fact.Account ?? IssueCategory.None)
                    .AppendValue(fact.Column)
                    .AppendValue(fact.Words)
                    .AppendValue(fact.Location)
                    .AppendValue((long?)fact.Count)
                    .AppendValue(fact.FoundOn)
                    .EndRow();
            }
        }
    }

    private void AppendCombinations()
    {
        using var appender = live.CreateAppender("temp", "main", "load_combinations");
        for (var index = 0; index < plan.Combinations.Count; index++)
        {
            var row = plan.Combinations[index];
            var fact = row.Fact;
            appender
                .CreateRow()
                .AppendValue((int?)index)
                .AppendValue(row.SourceKind)
                .AppendValue(row.Quarter)
                .AppendValue(fact.Period ?? row.Quarter)
                .AppendValue(row.Channel)
                .AppendValue(fact.Measure)
                .AppendValue(row.Unit)
                .AppendValue(fact.Unit)
                .AppendValue(fact.Group)
                .AppendValue(fact.Platform ?? IssueCategory.None)
                .AppendValue(row.Category)
                .AppendValue(fact.Category)
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
                .EndRow();
        }
    }
}
