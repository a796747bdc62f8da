using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Keeps how persons settled discrepancies; inside the caller's transaction. No figure changes by it.</summary>
internal static class DiscrepancyDecisions
{
    private const int LongestNote = 500;

    /// <summary>Settles one that is open.</summary>
    /// <exception cref="NoticeFormatException">There is none of that code, it is settled already, or nothing is said of how.</exception>
    public static DiscrepancyDecision Settle(
        DuckDBConnection live,
        string discrepancy,
        string note,
        DateTime at,
        string by
    )
    {
        var words = note.Trim();
        if (words.Length is 0 or > LongestNote)
        {
            throw new NoticeFormatException(
                words.Length == 0
                    ? "没有写明如何了结。请写清楚核实的结果，例如“经核实，以清单合计 199 为准”。"
                    : $"了结说明有 {words.Length} 字，最多 {LongestNote} 字。请写得简短些。"
            );
        }

        var found = live.Query(
            "select settled_by from discrepancies where discrepancy_id = $1",
            row => row[0] as string,
            discrepancy
        );
        if (found.Count == 0)
        {
            throw new NoticeFormatException($"没有代码为 “{discrepancy}” 的出入。请在出入列表中核对代码。");
        }

        if (found[0] is { } settledBy)
        {
            throw new NoticeFormatException($"出入 “{discrepancy}” 已由{settledBy}了结。要改写说明，请先重新打开它。");
        }

        var number = live.Count("select coalesce(max(decision_id), 0) + 1 from raw_discrepancy_decisions");
        live.Execute(
            """
            insert into raw_discrepancy_decisions
            select $1, discrepancy_id, code, stated, computed, words, $3, $4, $5, null, null
            from discrepancies
            where discrepancy_id = $2
            """,
            number,
            discrepancy,
            words,
            by,
            at
        );
        return new(number, discrepancy, words, by, at);
    }

    /// <summary>Opens a settled one again.</summary>
    /// <exception cref="NoticeFormatException">There is none settled of that code.</exception>
    public static void Reopen(DuckDBConnection live, string discrepancy, DateTime at, string by)
    {
        var settled = live.Count(
            "select count(*) from discrepancies where discrepancy_id = $1 and settled_by is not null",
            discrepancy
        );
        if (settled == 0)
        {
            throw new NoticeFormatException($"没有已了结的出入 “{discrepancy}”。请在出入列表中核对代码。");
        }

        live.Execute(
            "update raw_discrepancy_decisions set revoked_by = $2, revoked_at = $3 where discrepancy_id = $1 and revoked_at is null",
            discrepancy,
            by,
            at
        );
    }
}
