using Analytics.Warehouse;

namespace Analytics.Metrics;

/// <summary>Accounts and whose they are (账号归属). SQL: Sql/marts/accounts.sql.</summary>
public static class Accounts
{
    /// <summary>Every statement in force, by account.</summary>
    public static IReadOnlyList<AccountOwner> All(Snapshot snapshot) => Of(snapshot, unit: null);

    /// <summary>The statements in force on a unit's accounts; null for every unit's.</summary>
    public static IReadOnlyList<AccountOwner> Of(Snapshot snapshot, string? unit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Query(
            "from accounts where $1 is null or unit = $1 order by account, platform, coalesce(batch_id, 0), valid_from, unit",
            row => new AccountOwner(
                row.Text("account"),
                row.Text("platform"),
                row.Text("unit"),
                row.DateOrNull("valid_from"),
                row.DateOrNull("valid_to"),
                row.Text("source"),
                row.LongOrNull("batch_id")
            ),
            unit
        );
    }
}

/// <summary>A statement whose an account is.</summary>
/// <param name="Account">The account.</param>
/// <param name="Platform">Its platform, or NONE.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="ValidFrom">The first day; null without a bound.</param>
/// <param name="ValidTo">The last day; null without a bound.</param>
/// <param name="Source">The file or paper that says so.</param>
/// <param name="Batch">The batch; null for data/reference/accounts.csv.</param>
public sealed record AccountOwner(
    string Account,
    string Platform,
    string Unit,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source,
    long? Batch
);
