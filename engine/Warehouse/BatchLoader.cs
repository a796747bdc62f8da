using System.Globalization;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Writes the plans of one batch, inside the caller's transaction.</summary>
/// <param name="live">The live connection.</param>
/// <param name="batch">The number of the batch.</param>
/// <param name="at">The time of the batch, UTC.</param>
/// <param name="by">Who loads.</param>
internal sealed class BatchLoader(DuckDBConnection live, long batch, DateTime at, string by)
{
    /// <summary>The number of the next batch.</summary>
    public static long Next(DuckDBConnection live) =>
        live.Count("select coalesce(max(batch_id), 0) + 1 from raw_batches");

    public LoadReport Load(IReadOnlyList<LoadPlan> plans, bool acceptGoodRows)
    {
        RefuseTwice(plans);
        var files = new List<LoadedFile>(plans.Count);
        live.Execute("insert into raw_batches values ($1, $2, $3, 'load', null)", batch, at, by);
        foreach (var plan in plans)
        {
            files.Add(plan.IsRefused(acceptGoodRows) ? Report(plan, LoadedFile.Refused, (0, 0, 0), [], 0) : Load(plan));
        }

        var problems = plans.SelectMany(plan => plan.Problems).ToList();
        if (files.Exists(file => file.Status is LoadedFile.Loaded or LoadedFile.Replaced))
        {
            return new LoadReport(batch, false, files) { Problems = problems };
        }

        live.Execute("delete from raw_batches where batch_id = $1", batch);
        return new LoadReport(null, false, files) { Problems = problems };
    }

    private LoadedFile Load(LoadPlan plan)
    {
        // The same bytes say something new where rows were refused, or where their columns are read otherwise.
        var mapping = MappingText.Of(plan.File);
        var same = live.Count(
            """
            select max(batch_id) from raw_files
            where ended_by is null and sha256 = $1 and mapping is not distinct from $2
                and (refused_count = 0 or refused_count = $3)
            """,
            plan.File.Sha256,
            mapping,
            (long)plan.RefusedCount
        );
        if (same > 0)
        {
            return Report(plan, LoadedFile.Unchanged, (0, 0, 0), [], same);
        }

        var previous = live.Count(
            "select max(batch_id) from raw_files where ended_by is null and document = $1",
            plan.Document
        );
        var endedSamples = plan.File.IsSample ? RefuseOverReal(plan) : SamplesOf(plan);
        Append(plan, mapping);
        live.Execute(SqlCatalog.Embedded.Load("end_files"));
        return Report(
            plan,
            previous > 0 ? LoadedFile.Replaced : LoadedFile.Loaded,
            previous > 0 ? Difference(plan.Document, previous) : (plan.FactCount, 0, 0),
            endedSamples,
            previous
        ) with
        {
            Similar = SimilarTo(plan),
        };
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
            plan.FactCount,
            difference.Added,
            difference.Removed,
            difference.Changed,
            plan.File.Notice?.Discrepancies.Count
                ?? plan.File.Table?.Sheets.Sum(sheet => sheet.Discrepancies.Count)
                ?? 0,
            plan.File.Notice?.Unrecognised.Count ?? 0,
            endedSamples,
            previous > 0 ? previous : null
        )
        {
            Kind = plan.File.Kind,
            RowCount = plan.RowCount,
            RefusedCount = plan.RefusedCount,
            RequestCount = plan.Requests.Count,
            AccountCount = plan.Accounts.Count,
        };

    // Two copies of one document in one batch: nobody could say which of them corrects the other.
    private static void RefuseTwice(IReadOnlyList<LoadPlan> plans)
    {
        var clash = plans
            .GroupBy(plan => plan.Document, StringComparer.Ordinal)
            .FirstOrDefault(group =>
                group.Select(plan => plan.File.Sha256).Distinct(StringComparer.Ordinal).Skip(1).Any()
            );
        if (clash is not null)
        {
            throw new NoticeFormatException(
                $"{string.Join("、", clash.Select(plan => plan.File.FileName))} 是同一份文件的不同版本，不能放在同一批。请只加载最新的一份。"
            );
        }
    }

    // Sample data never stands beside real data: it gives way to it, and is refused where real data is.
    private List<string> SamplesOf(LoadPlan plan) => QuartersInForce(plan, isSample: true);

    private List<string> RefuseOverReal(LoadPlan plan)
    {
        var quarters = QuartersInForce(plan, isSample: false);
        return quarters.Count == 0
            ? []
            : throw new NoticeFormatException(
                $"{plan.File.FileName} 是示例数据，而 {quarters[0]} 已有真实数据。两者不能放在同一个季度；如需示例，请换一个数据仓库（--warehouse）。"
            );
    }

    private List<string> QuartersInForce(LoadPlan plan, bool isSample) =>
        live.Query(
                """
                select distinct unnest(string_split(quarters, ' ')) as quarter
                from raw_files
                where ended_by is null and is_sample = $1
                order by quarter
                """,
                row => row.GetString(0),
                isSample
            )
            .FindAll(quarter => plan.Quarters.Contains(quarter, StringComparer.Ordinal));

    private List<string> SimilarTo(LoadPlan plan) =>
        plan.File.Table is null
            ? []
            : live.Query(
                """
                select distinct file_name from raw_files
                where ended_by is null and not is_sample and document <> $1 and kind = $2 and quarters = $3 and kind <> 'facts'
                order by file_name
                """,
                row => row.GetString(0),
                plan.Document,
                plan.File.Kind,
                string.Join(' ', plan.Quarters)
            );

    private (long Added, long Removed, long Changed) Difference(string document, long previous) =>
        live.QueryNamed(
            SqlCatalog.Embedded.Load("file_difference"),
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)),
            ("batch", batch),
            ("document", document),
            ("previous", previous)
        )[0];

    private void Append(LoadPlan plan, string? mapping)
    {
        var file = plan.File;
        live.Execute(
            "insert into raw_files values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, $10, $11, $12, $13, $14)",
            batch,
            plan.Document,
            file.DocumentKey,
            file.Kind,
            file.FileName,
            file.Sha256,
            string.Join(' ', plan.Quarters),
            (long)plan.FactCount,
            file.IsSample,
            (long)plan.RowCount,
            (long)plan.RefusedCount,
            (long)plan.Requests.Count,
            (long)plan.Accounts.Count,
            mapping
        );
        new FactAppender(live, plan, batch).Append();
        AppendCoverage(plan);
        AppendAccounts(plan);
        new RequestAppender(live, plan, batch).Append();
        foreach (var (kind, reference) in plan.Uses)
        {
            live.Execute("insert into raw_uses values ($1, $2, $3, $4)", batch, plan.Document, kind, reference);
        }

        foreach (var (shape, remembered) in MappingText.Decided(file))
        {
            live.Execute("insert into raw_mappings values ($1, $2, $3, $4, $5)", shape, remembered, by, at, batch);
        }

        if (file.Notice is { } notice)
        {
            live.Execute(
                "insert into raw_notices values ($1, $2, $3, $4, $5, $6, $7, $8)",
                plan.Document,
                notice.Document.Number,
                notice.Document.Title,
                notice.Document.Issuer,
                notice.Document.IssuedOn,
                notice.Document.Quarter.ToString(),
                (long)notice.Unrecognised.Count,
                batch
            );
        }

        AppendDiscrepancies(plan);
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
                .AppendValue((long?)batch)
                .EndRow();
        }
    }

    private void AppendAccounts(LoadPlan plan)
    {
        using var appender = live.CreateAppender("raw_accounts");
        foreach (var account in plan.Accounts)
        {
            appender
                .CreateRow()
                .AppendValue(account.Account)
                .AppendValue(account.Platform)
                .AppendValue(account.Unit)
                .AppendNullValue()
                .AppendNullValue()
                .AppendValue(account.Source)
                .AppendValue(plan.Document)
                .AppendValue((long?)batch)
                .EndRow();
        }
    }

    private void AppendDiscrepancies(LoadPlan plan)
    {
        var found = plan.File.Notice is { } notice
            ? notice.Discrepancies.Select(one => (one, Quarter: notice.Document.Quarter?.ToString()))
            : (plan.File.Table?.Sheets ?? []).SelectMany(sheet =>
                sheet.Discrepancies.Select(one =>
                    (one, Quarter: QuarterOf(sheet) ?? (plan.Quarters.Count > 0 ? plan.Quarters[0] : null))
                )
            );
        using var appender = live.CreateAppender("raw_discrepancies");
        var number = 0;
        foreach (var (discrepancy, quarter) in found)
        {
            var span = discrepancy.Spans.Count > 0 ? discrepancy.Spans[0] : default;
            appender
                .CreateRow()
                .AppendValue(string.Create(CultureInfo.InvariantCulture, $"{plan.Document}-{++number}"))
                .AppendValue(quarter ?? LoadPlan.NoQuarter)
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
                .AppendValue((long?)batch)
                .EndRow();
        }
    }

    private static string? QuarterOf(SheetReading sheet) =>
        sheet.Facts.Count > 0 && Quarter.TryParse(sheet.Facts[0].Period, out var quarter) ? quarter.ToString() : null;
}
