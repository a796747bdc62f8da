namespace Analytics.Warehouse;

/// <summary>Decisions and batches of accounts that the names of one file were resolved by.</summary>
internal sealed class NameUses
{
    private readonly HashSet<(string Kind, long Reference)> _uses = [];

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<(string Kind, long Reference)> All => _uses;

    /// <summary>Notes one; 0 is none.</summary>
    /// <param name="kind">alias or account.</param>
    /// <param name="reference">The decision, or the batch that brought the account.</param>
    public void Add(string kind, long reference)
    {
        if (reference > 0)
        {
            _uses.Add((kind, reference));
        }
    }
}
