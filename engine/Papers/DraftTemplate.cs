using System.Text.RegularExpressions;
using Analytics.Domain;
using Analytics.Export;

namespace Analytics.Papers;

/// <summary>A text for the last part of a notice (工作要求), written by people; the form is told in <c>data/templates/README.md</c>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Title">For who chooses.</param>
/// <param name="Paragraphs">Its words.</param>
public sealed partial record DraftTemplate(string Name, string Title, IReadOnlyList<DocumentParagraph> Paragraphs)
{
    /// <summary>The one that is taken when none is named.</summary>
    public const string Standard = "standard";

    /// <summary>The templates of a folder, by name.</summary>
    /// <param name="directory">The folder data.</param>
    public static IReadOnlyList<DraftTemplate> All(string directory)
    {
        var folder = Path.Combine(directory, "templates");
        return Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, "*.md")
                    .Where(path => Path.GetFileName(path) != "README.md")
                    .Order(StringComparer.Ordinal)
                    .Select(path => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
            ]
            : [];
    }

    /// <summary>Reads one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The file.</param>
    /// <exception cref="NoticeFormatException">It has no title or no words.</exception>
    public static DraftTemplate Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines is [['#', ' ', .. var title], _, ..]
            ? new(name, title, [.. lines.Skip(1).Select(line => new DocumentParagraph(RunsOf(line)))])
            : throw new NoticeFormatException(
                $"模板 {name}.md 第 1 行应为“# 标题”，其后是正文，每段一行。请对照 data/templates/README.md 修改。"
            );
    }

    /// <summary>Words, with what stands in 【】 as placeholders.</summary>
    internal static IReadOnlyList<DocumentRun> RunsOf(string line) =>
        [
            .. Placeholders()
                .Split(line)
                .Where(part => part.Length > 0)
                .Select(part => new DocumentRun(part) { IsPlaceholder = part[0] == '【' }),
        ];

    [GeneratedRegex("(?<held>【[^】]*】)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholders();
}
