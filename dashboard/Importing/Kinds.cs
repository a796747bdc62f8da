using Analytics.Ingest.Tables;

namespace Analytics.Dashboard.Importing;

/// <summary>The kinds of files and batches in Chinese.</summary>
public static class Kinds
{
    /// <summary>The Chinese name of a code, or of several joined by +.</summary>
    public static string NameOf(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return string.Join('、', kind.Split('+').Select(One));
    }

    private static string One(string kind) =>
        kind switch
        {
            "notice" => "通报",
            "revert" => "撤销",
            TableKind.Unknown => "看不懂的表",
            _ => TableKind.All.FirstOrDefault(known => known.Code == kind).Name ?? kind,
        };
}
