using Analytics.Domain;
using Analytics.Ingest.Reference;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>What loads and persons have taught the warehouse about names: decisions on aliases, and accounts.</summary>
internal static class AliasDecisions
{
    /// <summary>Decisions in force, the newest first.</summary>
    public static IReadOnlyList<AliasDecision> InForce(DuckDBConnection live) =>
        live.Query(
            """
            select decision_id, alias, unit, valid_from, valid_to, decided_by, decided_at
            from raw_alias_decisions
            where revoked_at is null
            order by decision_id desc
            """,
            row => new AliasDecision(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                DayOf(row[3]),
                DayOf(row[4]),
                row.GetString(5),
                DateTime.SpecifyKind(row.GetDateTime(6), DateTimeKind.Utc)
            )
        );

    /// <summary>Accounts of the reference file and of batches in force.</summary>
    public static IReadOnlyList<UnitAccount> Accounts(DuckDBConnection live) =>
        live.Query(
            "select account, platform, unit, valid_from, valid_to, source, coalesce(batch_id, 0) from warehouse.accounts",
            row => new UnitAccount(
                row.GetString(0),
                row.GetString(1),
                row.GetString(2),
                DayOf(row[3]),
                DayOf(row[4]),
                row.GetString(5),
                row.GetInt64(6)
            )
        );

    /// <summary>Keeps a decision; inside the caller's transaction.</summary>
    /// <exception cref="NoticeFormatException">It cannot be meant.</exception>
    public static AliasDecision Decide(
        DuckDBConnection live,
        UnitRegistry units,
        string words,
        string unitCode,
        (DateOnly? From, DateOnly? To) span,
        DateTime at,
        string by
    )
    {
        AliasDecision.Refuse(words, unitCode, span.From, span.To, units, InForce(live));
        var number = live.Count("select coalesce(max(decision_id), 0) + 1 from raw_alias_decisions");
        live.Execute(
            "insert into raw_alias_decisions values ($1, $2, $3, $4, $5, $6, $7, null, null)",
            number,
            words,
            unitCode,
            span.From,
            span.To,
            by,
            at
        );
        return new AliasDecision(number, words, unitCode, span.From, span.To, by, at);
    }

    /// <summary>Takes a decision back; inside the caller's transaction.</summary>
    /// <exception cref="NoticeFormatException">There is none in force with that number.</exception>
    public static void Revoke(DuckDBConnection live, long decision, DateTime at, string by)
    {
        var changed = live.Execute(
            "update raw_alias_decisions set revoked_by = $2, revoked_at = $3 where decision_id = $1 and revoked_at is null",
            decision,
            by,
            at
        );
        if (changed == 0)
        {
            throw new NoticeFormatException(
                $"没有第 {decision} 号别名认定，或它已经撤销。请在单位别名列表中核对编号。"
            );
        }
    }

    private static DateOnly? DayOf(object value) =>
        value switch
        {
            DateOnly day => day,
            DateTime time => DateOnly.FromDateTime(time),
            _ => null,
        };
}
