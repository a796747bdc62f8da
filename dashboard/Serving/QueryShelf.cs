using Analytics.Query;

namespace Analytics.Dashboard.Serving;

/// <summary>Queries under a name: the examples of the data folder, then those that somebody saved.</summary>
/// <param name="archive">Keeps the saved ones.</param>
/// <param name="dataDirectory">The folder data.</param>
internal sealed class QueryShelf(QueryArchive archive, string dataDirectory)
{
    private readonly Lazy<IReadOnlyList<SavedQuery>> _examples = new(() => ExampleQueries.Read(dataDirectory));

    /// <summary>All of them.</summary>
    public IReadOnlyList<SavedQuery> All() => [.. _examples.Value, .. archive.Saved()];

    /// <summary>One of them; null when there is none.</summary>
    public SavedQuery? Find(string id) => All().FirstOrDefault(query => query.Id == id);

    /// <summary>Saves one.</summary>
    public void Save(SavedQuery query, DateTime at, string by) => archive.Save(query, at, by);

    /// <summary>Removes a saved one.</summary>
    /// <returns>Whether there was one; an example is none.</returns>
    public bool Delete(string id) => archive.Delete(id);
}
