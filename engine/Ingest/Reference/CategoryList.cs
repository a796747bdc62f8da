using Analytics.Domain;

namespace Analytics.Ingest.Reference;

/// <summary>The taxonomy (问题类别) and the words of notices that mean its categories.</summary>
public sealed class CategoryList
{
    private readonly Dictionary<string, IssueCategory> _byCode;

    private CategoryList(IReadOnlyList<IssueCategory> categories)
    {
        Categories = categories;
        _byCode = categories.ToDictionary(category => category.Code, StringComparer.Ordinal);
    }

    /// <summary>The categories in the order of the file.</summary>
    public IReadOnlyList<IssueCategory> Categories { get; }

    /// <summary>Makes a list.</summary>
    public static CategoryList Of(IEnumerable<IssueCategory> categories) => new([.. categories]);

    /// <summary>Reads <c>categories.csv</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NoticeFormatException">The file cannot be used.</exception>
    public static CategoryList Load(string path) =>
        Of(
            ReferenceTable
                .Read(path, "code", "channel", "name", "keywords")
                .Select(row => new IssueCategory(
                    row[0],
                    row[1],
                    row[2],
                    row[3].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ))
        );

    /// <summary>Whether a code is in the taxonomy.</summary>
    public bool Knows(string code) => _byCode.ContainsKey(code);

    /// <summary>The category that the words of a source mean: the longest keyword found in them wins.</summary>
    /// <param name="words">A code, or words such as 错链、外链; null gives <see cref="IssueCategory.None"/>.</param>
    /// <param name="channel">Only categories of this channel and of <c>any</c> are considered.</param>
    /// <returns>A code; <see cref="IssueCategory.None"/> when no keyword is found.</returns>
    public string CodeOf(string? words, string channel)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return IssueCategory.None;
        }

        if (Knows(words))
        {
            return words;
        }

        return Categories
                .Where(category => category.Channel == channel || category.Channel == "any")
                .SelectMany(category => category.Keywords.Select(keyword => (category.Code, Keyword: keyword)))
                .Where(pair => words.Contains(pair.Keyword, StringComparison.Ordinal))
                .OrderByDescending(pair => pair.Keyword.Length)
                .Select(pair => pair.Code)
                .FirstOrDefault()
            ?? IssueCategory.None;
    }
}
