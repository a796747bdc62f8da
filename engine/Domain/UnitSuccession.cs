namespace Analytics.Domain;

/// <summary>One unit coming after another (单位沿革), as in <c>data/reference/unit_successions.csv</c>.</summary>
/// <param name="Old">The code of the unit before.</param>
/// <param name="New">The code of the unit after.</param>
/// <param name="Kind">A code of <see cref="SuccessionKind"/>.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="Source">The paper that says so.</param>
public sealed record UnitSuccession(string Old, string New, string Kind, DateOnly On, string Source);

/// <summary>How a unit came to be another.</summary>
public static class SuccessionKind
{
    /// <summary>更名: the same unit under another name; its numbers go on.</summary>
    public const string Rename = "rename";

    /// <summary>合并: several units became one; their numbers stand apart.</summary>
    public const string Merge = "merge";

    /// <summary>拆分: one unit became several, or gave up a part.</summary>
    public const string Split = "split";
}
