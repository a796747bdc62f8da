namespace Analytics.Ingest.Reference;

/// <summary>Whose an account is (账号归属).</summary>
/// <param name="Account">The account's name as written.</param>
/// <param name="Platform">Its platform; <c>NONE</c> when not stated.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="From">The first day; null for always before.</param>
/// <param name="To">The last day; null for ever after.</param>
/// <param name="Source">The paper or file that says so.</param>
/// <param name="Batch">The batch that brought it; 0 for <c>data/reference/accounts.csv</c>.</param>
public sealed record UnitAccount(
    string Account,
    string Platform,
    string Unit,
    DateOnly? From,
    DateOnly? To,
    string Source,
    long Batch
);
