using System.Globalization;
using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Writes the plans of one batch, inside the caller's transaction.</summary>
/// <param name="live">The live connection.</param>
/// <param name="at">The time of the batch, UTC.</param>
/// <param name="by">Who loads.</param>
internal sealed class BatchLoader(DuckDBConnection live, DateTime at, string by)
{
    private static readonly string[] s_rowTables = ["raw_notices", "raw_facts", "raw_coverage", "raw_discrepancies"];

    private readonly long _batch = live.Count("select coalesce(max(batch_id), 0) + 1 from raw_batches");

    public LoadReport Load(IReadOnlyList<LoadPlan> plans)
    {
        var files = plans.Select(Load).ToList();
        if (files.TrueForAll(file => file.Status == LoadedFile.Unchanged))
        {
            return new LoadReport(null, false, files);
        }

        live.Execute("insert into raw_batches values ($1, $2, $3)", _batch, at, by);
        return new LoadReport(_batch, false, files);
    }

    private LoadedFile Load(LoadPlan plan)
    {
        var same = live.Count(
            "select max(batch_id) from raw_files where ended_by is null and sha256 = $1",
            plan.File.Sha256
        );
        if (same > 0)
        {
            return Report(plan, LoadedFile.Unchanged, (0, 0, 0), [], same);
        }

        var previous = live.Count(
            "select max(batch_id) from raw_files where ended_by is null and document = $1",
            plan.Document
        );
        if (previous > 0)
        {
            End(plan.Document);
        }

        var endedSamples = plan.File.IsSample ? RefuseOverReal(plan) : EndSamples(plan);
        Append(plan);
        return Report(
            plan,
            previous > 0 ? LoadedFile.Replaced : LoadedFile.Loaded,
            Difference(plan.Document),
            endedSamples,
            previous
        );
    }

    private static LoadedFile Report(
        LoadPlan plan,
        string status,
        (long Added, long Removed, long Changed) difference,
        IReadOnlyList<string> endedSamples,
        long previous
    ) =>
        new(
            plan.File.FileName,
            status,
            plan.Quarters,
            plan.Facts.Count,
            difference.Added,
            difference.Removed,
            difference.Changed,
            plan.File.Notice?.Discrepancies.Count ?? 0,
            plan.File.Notice?.Unrecognised.Count ?? 0,
            endedSamples,
            previous > 0 ? previous : null
        );

    private void End(string document)
    {
        foreach (var table in s_rowTables.Append("raw_files"))
        {
            live.Execute(
                $"update {table} set ended_by = $1 where document = $2 and ended_by is null",
                _batch,
                document
            );
        }
    }

    // Sample data never stands beside real data: it gives way to it, and is refused where real data is.
    private List<string> EndSamples(LoadPlan plan)
    {
        var ended = new List<string>();
        foreach (var quarter in plan.Quarters)
        {
            var documents = live.Query(
                "select distinct document from stg_facts where is_sample and quarter = $1",
                row => row.GetString(0),
                quarter
            );
            documents.ForEach(End);
            if (documents.Count > 0)
            {
                ended.Add(quarter);
            }
        }

        return ended;
    }

    private List<string> RefuseOverReal(LoadPlan plan)
    {
        foreach (var quarter in plan.Quarters)
        {
            if (live.Count("select count(*) from stg_facts where not is_sample and quarter = $1", quarter) > 0)
            {
                throw new NoticeFormatException(
                    $"{plan.File.FileName} 是示例数据，而 {quarter} 已有真实数据。两者不能放在同一个季度；如需示例，请换一个数据仓库（--warehouse）。"
                );
            }
        }

        return [];
    }

    private (long Added, long Removed, long Changed) Difference(string document)
    {
        const string Sql = """
            with newer as (select * from raw_facts where batch_id = $1 and document = $2),
            older as (select * from raw_facts where ended_by = $1 and document = $2)

            select
                count(*) filter (where o.fact_id is null),
                count(*) filter (where n.fact_id is null),
                count(*) filter (
                    where
                        n.fact_id = o.fact_id
                        and (n.fact_count, n.rate_percent, n.change_value, n.score)
                        is distinct from (o.fact_count, o.rate_percent, o.change_value, o.score)
                )
            from newer as n
            full join older as o on o.fact_id = n.fact_id
            """;
        return live.Query(Sql, row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), _batch, document)[0];
    }

    private void Append(LoadPlan plan)
    {
        var file = plan.File;
        live.Execute(
            "insert into raw_files values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)",
            _batch,
            plan.Document,
            file.DocumentKey,
            file.Notice is null ? "facts" : "notice",
            file.FileName,
            file.Sha256,
            string.Join(' ', plan.Quarters),
            (long)plan.Facts.Count,
            file.IsSample
        );
        AppendFacts(plan);
        AppendCoverage(plan);
        if (file.Notice is { } notice)
        {
            live.Execute(
                "insert into raw_notices values ($1, $2, $3, $4, $5, $6, $7, $8, null)",
                plan.Document,
                notice.Document.Number,
                notice.Document.Title,
                notice.Document.Issuer,
                notice.Document.IssuedOn,
                notice.Document.Quarter.ToString(),
                (long)notice.Unrecognised.Count,
                _batch
            );
            AppendDiscrepancies(plan, notice);
        }
    }

    private void AppendFacts(LoadPlan plan)
    {
        using var appender = live.CreateAppender("raw_facts");
        foreach (var row in plan.Facts)
        {
            var fact = row.Fact;
            appender
                .CreateRow()
                .AppendValue(row.FactId)
                .AppendValue(row.Quarter)
                .AppendValue(fact.Period ?? row.Quarter)
                .AppendValue(fact.Channel)
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
                .AppendValue(fact.Count)
                .AppendValue(fact.Numerator)
                .AppendValue(fact.Denominator)
                .AppendValue(fact.Rate)
                .AppendValue(fact.Value)
                .AppendValue(fact.StatedUnit)
                .AppendValue(fact.Basis)
                .AppendValue(fact.Comparator)
                .AppendValue(fact.Score)
                .AppendValue(fact.Rank)
                .AppendValue(fact.Words)
                .AppendValue(fact.Location)
                .AppendValue((int?)fact.Span.Start)
                .AppendValue((int?)fact.Span.End)
                .AppendValue(plan.Document)
                .AppendValue((bool?)plan.File.IsSample)
                .AppendValue((long?)_batch)
                .AppendNullValue()
                .EndRow();
        }
    }

    private void AppendCoverage(LoadPlan plan)
    {
        using var appender = live.CreateAppender("raw_coverage");
        foreach (var row in plan.Coverage)
        {
            appender
                .CreateRow()
                .AppendValue(row.Quarter)
                .AppendValue(row.Channel)
                .AppendValue(row.Unit)
                .AppendValue(row.Scope)
                .AppendValue(row.AccountCount)
                .AppendValue(row.State)
                .AppendValue(row.Words)
                .AppendValue(plan.Document)
                .AppendValue((bool?)plan.File.IsSample)
                .AppendValue((long?)_batch)
                .AppendNullValue()
                .EndRow();
        }
    }

    private void AppendDiscrepancies(LoadPlan plan, Notice notice)
    {
        using var appender = live.CreateAppender("raw_discrepancies");
        for (var index = 0; index < notice.Discrepancies.Count; index++)
        {
            var discrepancy = notice.Discrepancies[index];
            var span = discrepancy.Spans.Count > 0 ? discrepancy.Spans[0] : default;
            appender
                .CreateRow()
                .AppendValue(string.Create(CultureInfo.InvariantCulture, $"{plan.Document}-{index + 1}"))
                .AppendValue(notice.Document.Quarter.ToString())
                .AppendValue(plan.Document)
                .AppendValue(discrepancy.Code)
                .AppendValue(discrepancy.Severity.ToString().ToLowerInvariant())
                .AppendValue(discrepancy.Stated)
                .AppendValue(discrepancy.Computed)
                .AppendValue(discrepancy.Message)
                .AppendValue(discrepancy.Words)
                .AppendValue(discrepancy.Location)
                .AppendValue((int?)span.Start)
                .AppendValue((int?)span.End)
                .AppendValue((long?)_batch)
                .AppendNullValue()
                .EndRow();
        }
    }
}
