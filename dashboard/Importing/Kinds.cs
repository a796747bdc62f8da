using Analytics.Dashboard.Pages;
using Analytics.Ingest.Tables;

namespace Analytics.Dashboard.Importing;

/// <summary>The kinds of files and batches in words.</summary>
public static class Kinds
{
    /// <summary>The name of a code, or of several joined by +.</summary>
    public static string NameOf(string kind, Speech speech)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(speech);
        return string.Join(speech["、", ", "], kind.Split('+').Select(one => One(one, speech)));
    }

    private static string One(string kind, Speech speech) =>
        kind switch
        {
            "notice" => speech["通报", "notice"],
            "revert" => speech["撤销", "take-back"],
            TableKind.Unknown => speech["看不懂的表", "table not understood"],
            _ => speech[TableKind.All.FirstOrDefault(known => known.Code == kind).Name ?? kind, English(kind)],
        };

    private static string English(string kind) =>
        kind switch
        {
            TableKind.Facts => "table in the system's own columns",
            TableKind.Findings => "list of findings",
            TableKind.Counts => "counts of findings",
            TableKind.Submissions => "items submitted and adopted",
            TableKind.Accounts => "accounts inspected",
            TableKind.Requests => "register of requests for disclosure",
            _ => kind,
        };
}
