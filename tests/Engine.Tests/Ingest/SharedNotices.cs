using System.Text.Json;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;

namespace Analytics.Tests.Ingest;

/// <summary>Notices beside the repository with the facts they state; absent on machines that do not have them.</summary>
internal static class SharedNotices
{
    /// <summary>The folder of the notices; skips the test when it is not there.</summary>
    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "shared", "notices");
                if (Directory.Exists(candidate))
                {
                    return candidate;
                }
            }

            Assert.Skip("The folder shared/notices beside the repository is not on this machine.");
            return "";
        }
    }

    /// <summary>Reads a notice of the folder.</summary>
    public static Notice Read(string id) =>
        NoticeReader.Read((SourceText)SourceReader.ReadFile(Path.Combine(Folder, id + ".txt")));

    /// <summary>The facts that a notice states, as somebody wrote them down by hand.</summary>
    public static List<ExpectedFact> Expected(string id)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, id + ".expected.json")));
        return [.. json.RootElement.GetProperty("facts").EnumerateArray().SelectMany(ExpectedFact.From)];
    }
}
