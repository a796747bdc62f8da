using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>Fills an empty warehouse with everything in <c>data/</c>: the sample quarters, then the notices.</summary>
public static class FirstLoad
{
    /// <summary>Loads <c>demo/*.csv</c> and <c>notices/*/*.txt</c> where nothing was ever loaded.</summary>
    /// <param name="warehouse">The warehouse.</param>
    /// <param name="dataDirectory">The folder data.</param>
    /// <returns>What was loaded; null when the warehouse is not empty or there is nothing to load.</returns>
    public static LoadReport? Run(AnalyticsWarehouse warehouse, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        if (!warehouse.IsEmpty)
        {
            return null;
        }

        var files = Files(Path.Combine(dataDirectory, "demo"), "*.csv")
            .Concat(Files(Path.Combine(dataDirectory, "notices"), "*.txt"))
            .Select(path => LoadFile.Read(path))
            .ToList();
        return files.Count == 0 ? null : warehouse.Load(files, "首次启动");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder)
            ? Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
