namespace Analytics.Query;

/// <summary>A query under a name: saved by somebody, or one of the examples of <c>data/queries</c>.</summary>
/// <param name="Id">What stands in its address, /sql/{id}.</param>
/// <param name="Title">Its name.</param>
/// <param name="Sql">The text.</param>
/// <param name="Parameters">A field for each of its parameters.</param>
public sealed record SavedQuery(string Id, string Title, string Sql, IReadOnlyList<QueryField> Parameters)
{
    /// <summary>The title in English; by default the same.</summary>
    public string EnglishTitle { get; init; } = Title;

    /// <summary>What it tells, in a sentence; empty for saved ones.</summary>
    public string About { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishAbout { get; init; } = "";

    /// <summary>Whether it came with the data, and so cannot be removed here.</summary>
    public bool IsExample { get; init; }
}

/// <summary>A field for a parameter.</summary>
/// <param name="Name">Its name, without the dollar sign.</param>
/// <param name="Value">What the field holds at first.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="EnglishLabel">The same in English.</param>
public sealed record QueryField(string Name, string Value, string Label, string EnglishLabel);
