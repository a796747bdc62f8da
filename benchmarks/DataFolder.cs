namespace Analytics.Benchmarks;

/// <summary>The folder data, which travels beside the program.</summary>
internal static class DataFolder
{
    /// <summary>Its path.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "data");
}
