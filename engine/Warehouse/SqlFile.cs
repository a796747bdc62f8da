using System.Text.RegularExpressions;

namespace Analytics.Warehouse;

/// <summary>One file of <c>engine/Sql</c>: its header, and the statement that makes its relation.</summary>
/// <param name="Layer">The folder.</param>
/// <param name="Name">The relation's or macro's name, which is the file's name.</param>
/// <param name="Signature">The parameters in brackets for a macro, otherwise empty.</param>
/// <param name="Title">The Chinese title, which becomes the COMMENT.</param>
/// <param name="Uses">The files that must have run before.</param>
/// <param name="IsScalar">Whether a metric is a scalar macro, not a table macro.</param>
/// <param name="IsLong">Whether a mart has a row per fact: it is read where it lies, not copied for each load.</param>
/// <param name="IsResult">Whether a mart is a metric worked out for what applies by itself: it alone builds on the later layer.</param>
/// <param name="Columns">Column name and Chinese comment, for marts.</param>
/// <param name="Body">The SQL without the header.</param>
public sealed partial record SqlFile(
    SqlLayer Layer,
    string Name,
    string Signature,
    string Title,
    IReadOnlyList<string> Uses,
    bool IsScalar,
    bool IsLong,
    bool IsResult,
    IReadOnlyList<(string Name, string Comment)> Columns,
    string Body
)
{
    /// <summary>The whole file, header included.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it is under engine/Sql.</summary>
    public string RelativePath => $"{Layer.ToString().ToLowerInvariant()}/{Name}.sql";

    /// <summary>Reads a file's header; the form of the header is told in <c>engine/Sql/README.md</c>.</summary>
    /// <param name="layer">The folder.</param>
    /// <param name="name">The file name without its ending.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="WarehouseException">The header is missing or names another relation.</exception>
    public static SqlFile Parse(SqlLayer layer, string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var header = lines.TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)).ToList();
        var title = header.Count > 0 ? TitleLine().Match(header[0]) : Match.Empty;
        var uses = header.FirstOrDefault(line => line.StartsWith("-- uses:", StringComparison.Ordinal));
        if (!title.Success || title.Groups["name"].Value != name || uses is null)
        {
            throw new WarehouseException(
                $"Sql/{layer}/{name}.sql must open with '-- {name}(parameters): title' and have a line '-- uses:'."
            );
        }

        return new SqlFile(
            layer,
            name,
            title.Groups["signature"].Value,
            title.Groups["title"].Value.Trim(),
            uses["-- uses:".Length..]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            IsOfKind("scalar"),
            IsOfKind("long"),
            IsOfKind("result"),
            [
                .. header
                    .Select(line => ColumnLine().Match(line))
                    .Where(match => match.Success)
                    .Select(match => (match.Groups["name"].Value, match.Groups["comment"].Value.Trim())),
            ],
            string.Join('\n', lines.Skip(header.Count)).Trim()
        )
        {
            Text = string.Join('\n', lines),
        };

        bool IsOfKind(string kind) => header.Exists(line => KindLine().Match(line).Groups["kind"].Value == kind);
    }

    /// <summary>The statement that makes the relation: as it stands, a view, or a macro.</summary>
    public string Statement =>
        Layer switch
        {
            SqlLayer.Schema => Body,
            SqlLayer.Metrics when IsScalar => $"create or replace macro {Name}{Signature} as (\n{Body}\n)",
            SqlLayer.Metrics => $"create or replace macro {Name}{Signature} as table\n{Body}",
            SqlLayer.Staging or SqlLayer.Marts => $"create or replace view {Name} as\n{Body}",
            _ => Body,
        };

    [GeneratedRegex(
        @"^-- (?<name>[a-z_]+)(?<signature>\([a-z_, ]*\))?: (?<title>.+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TitleLine();

    [GeneratedRegex(
        @"^-- kind:\s+(?<kind>scalar|long|result)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex KindLine();

    [GeneratedRegex(
        @"^-- column (?<name>[a-z0-9_]+): (?<comment>.+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ColumnLine();
}

/// <summary>What a folder of <c>engine/Sql</c> holds, in the order in which the folders build on each other.</summary>
public enum SqlLayer
{
    /// <summary>Tables and types; plain statements.</summary>
    Schema,

    /// <summary>What brings the tables of an older program to the next version; plain statements.</summary>
    Migrations,

    /// <summary>Statements that the loader runs, with named parameters.</summary>
    Load,

    /// <summary>One SELECT per raw table.</summary>
    Staging,

    /// <summary>One SELECT per relation that people query.</summary>
    Marts,

    /// <summary>One macro per number that people talk about.</summary>
    Metrics,

    /// <summary>One SELECT per promise; a row returned is a broken promise.</summary>
    Checks,

    /// <summary>Tables of a file of their own, which no snapshot holds: who asked what, and saved queries.</summary>
    Desk,
}
