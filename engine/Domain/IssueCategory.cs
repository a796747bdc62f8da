namespace Analytics.Domain;

/// <summary>A kind of problem (问题类别) as in <c>data/reference/categories.csv</c>.</summary>
/// <param name="Code">For example W-TYPO; <see cref="None"/> when the source does not say.</param>
/// <param name="Channel">A code of <see cref="Domain.Channel"/>, or <c>any</c>.</param>
/// <param name="Name">The Chinese name.</param>
/// <param name="Keywords">Words of notices that mean this category.</param>
public sealed record IssueCategory(string Code, string Channel, string Name, IReadOnlyList<string> Keywords)
{
    /// <summary>The code for «the source does not say».</summary>
    public const string None = "NONE";
}
