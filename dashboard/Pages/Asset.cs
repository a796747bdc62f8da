using System.Reflection;

namespace Analytics.Dashboard.Pages;

/// <summary>A file of the pages, in the assembly.</summary>
/// <param name="Name">Its name, which is its address.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record Asset(string Name, string MediaType)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Asset> All { get; } =
    [
        .. Bundled("sql-editor.js"),
        new("site.css", "text/css; charset=utf-8"),
        new("site.js", "text/javascript; charset=utf-8"),
        new("review.js", "text/javascript; charset=utf-8"),
        new("sql.js", "text/javascript; charset=utf-8"),
        new("grid.js", "text/javascript; charset=utf-8"),
        new("sql-text.js", "text/javascript; charset=utf-8"),
        new("favicon.svg", "image/svg+xml"),
    ];

    /// <summary>Whether the build could bundle the SQL editor; without it the page has a text area.</summary>
    public static bool HasEditor => All.Any(asset => asset.Name == "sql-editor.js");

    /// <summary>The file.</summary>
    public byte[] Bytes { get; } = Read(Name);

    // What the build could not make is not there.
    private static IEnumerable<Asset> Bundled(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceInfo("Assets/" + name) is null
            ? []
            : [new(name, "text/javascript; charset=utf-8")];

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Assets/" + name)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
