using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Undoes batches; inside the caller's transaction.</summary>
internal static class Reverts
{
    /// <summary>Undoes one batch: afterwards stands what would stand had it never been loaded.</summary>
    /// <exception cref="NoticeFormatException">There is no such batch, it is a revert itself, or it is undone already.</exception>
    public static RevertReport Run(DuckDBConnection live, long batch, DateTime at, string by)
    {
        Refuse(live, batch);
        var before = InForce(live);
        var number = BatchLoader.Next(live);
        live.Execute("insert into raw_batches values ($1, $2, $3, 'revert', $4)", number, at, by, batch);
        live.Execute(SqlCatalog.Embedded.Load("end_files"));
        var after = InForce(live);
        var ended = before.Except(after).ToList();
        var restored = after.Except(before).ToList();
        return new RevertReport(
            number,
            batch,
            [.. ended.Select(file => file.Name)],
            [.. restored.Select(file => file.Name)],
            [
                .. ended
                    .Concat(restored)
                    .SelectMany(file => file.Quarters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>What rests on a batch.</summary>
    /// <exception cref="NoticeFormatException">There is no such batch.</exception>
    public static IReadOnlyList<Dependent> DependentsOf(DuckDBConnection live, long batch)
    {
        RefuseUnknown(live, batch);
        return live.QueryNamed(
            SqlCatalog.Embedded.Load("dependents"),
            row => new Dependent(row.GetString(0), row.GetInt64(1), row.GetString(2)),
            ("batch", batch)
        );
    }

    private static void Refuse(DuckDBConnection live, long batch)
    {
        RefuseUnknown(live, batch);
        if (
            live.Count("select coalesce(max(reverts), 0) from raw_batches where batch_id = $1", batch)
            is > 0
                and var undone
        )
        {
            throw new NoticeFormatException(
                $"第 {batch} 批本身是撤销（撤销了第 {undone} 批），不能再撤销。如需恢复，请重新加载第 {undone} 批的文件；原文件按内容保存在数据仓库的 sources 文件夹中。"
            );
        }

        if (
            live.Count("select coalesce(max(batch_id), 0) from raw_batches where reverts = $1", batch) is > 0 and var by
        )
        {
            throw new NoticeFormatException(
                $"第 {batch} 批已由第 {by} 批撤销，不能撤销两次。如需恢复，请重新加载它的文件。"
            );
        }
    }

    private static void RefuseUnknown(DuckDBConnection live, long batch)
    {
        if (live.Count("select count(*) from raw_batches where batch_id = $1", batch) == 0)
        {
            throw new NoticeFormatException($"没有第 {batch} 批。请用 analytics batches 查看已有的批次。");
        }
    }

    private static List<(long Batch, string Document, string Name, string Quarters)> InForce(DuckDBConnection live) =>
        live.Query(
            "select batch_id, document, file_name, quarters from raw_files where ended_by is null order by batch_id, document",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3))
        );
}
