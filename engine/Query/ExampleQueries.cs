using System.Text;
using Analytics.Domain;

namespace Analytics.Query;

/// <summary>The example queries of <c>data/queries</c>: a file each, told in its own header. How to add one is in the README there.</summary>
public static class ExampleQueries
{
    /// <summary>Reads them all, in the order of their file names.</summary>
    /// <param name="dataDirectory">The folder data.</param>
    /// <exception cref="NoticeFormatException">A file lacks its title; the message names it.</exception>
    public static IReadOnlyList<SavedQuery> Read(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "queries");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.sql").Order(StringComparer.Ordinal).Select(ReadFile)]
            : [];
    }

    private static SavedQuery ReadFile(string path)
    {
        var lines = File.ReadAllLines(path, Encoding.UTF8);
        var head = lines.TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).ToList();
        return new(
            Path.GetFileNameWithoutExtension(path),
            Value("title") ?? throw new NoticeFormatException($"{path} 的开头没有 “-- title: 名称”。"),
            string.Join('\n', lines.Skip(head.Count)).Trim(),
            [.. head.Where(line => line.StartsWith("-- parameter ", StringComparison.Ordinal)).Select(FieldOf)]
        )
        {
            EnglishTitle = Value("title-en") ?? "",
            About = Value("about") ?? "",
            EnglishAbout = Value("about-en") ?? "",
            IsExample = true,
        };

        string? Value(string name) =>
            head.FirstOrDefault(line => line.StartsWith($"-- {name}: ", StringComparison.Ordinal))
                ?[(name.Length + 5)..].Trim();
    }

    // -- parameter quarter: 2024Q4 季度 | quarter
    private static QueryField FieldOf(string line)
    {
        var parts = line["-- parameter ".Length..].Split(':', 2, StringSplitOptions.TrimEntries);
        var rest = parts[1].Split(' ', 2, StringSplitOptions.TrimEntries);
        var labels = rest[^1].Split('|', StringSplitOptions.TrimEntries);
        return new(parts[0], rest[0], labels[0], labels[^1]);
    }
}
