using Analytics.Dashboard.Pages;
using Analytics.Ingest.Tables;

namespace Analytics.Dashboard.Importing;

/// <summary>The roles of columns in words.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, (string Title, string? Detail)> s_english = new(StringComparer.Ordinal)
    {
        ["unit"] = ("unit", null),
        ["group"] = ("kind of unit", null),
        ["channel"] = ("channel", null),
        ["category"] = ("category", null),
        ["description"] = ("description", null),
        ["count"] = ("count", null),
        ["category_count"] = ("count of one category", "category"),
        ["total"] = ("total (to check)", null),
        ["found_on"] = ("found on", null),
        ["platform"] = ("platform", null),
        ["account"] = ("account", null),
        ["level"] = ("found by", null),
        ["column"] = ("section of the site", null),
        ["page"] = ("link to the page", null),
        ["submitted"] = ("submitted", "submitted to"),
        ["adopted"] = ("adopted", "level or journal that adopted"),
        ["pushed"] = ("pushed", "pushed to"),
        ["adoption_rate"] = ("adoption rate", "level or journal that adopted"),
        ["target"] = ("level submitted to or adopted by", null),
        ["inspected"] = ("inspected", null),
        ["passed"] = ("passed", null),
        ["failed"] = ("failed", null),
        ["pass_rate"] = ("pass rate", null),
        ["result"] = ("result", null),
        ["received_on"] = ("received on", null),
        ["answered_on"] = ("answered on", null),
        ["extended"] = ("extended", null),
        ["number"] = ("number of the request", null),
        ["veto"] = ("veto", null),
        ["rectified"] = ("rectified", null),
        ["period"] = ("quarter", null),
        [ColumnRoles.Ignored] = ("not used", null),
    };

    /// <summary>The name of a role.</summary>
    public static string Of(string role, Speech speech) =>
        speech[ColumnRoles.Find(role)?.Title ?? role, s_english.TryGetValue(role, out var name) ? name.Title : role];

    /// <summary>What the role needs besides; null for nothing.</summary>
    public static string? DetailOf(string role, Speech speech) =>
        ColumnRoles.Find(role)?.Detail is { } chinese
            ? speech[chinese, s_english.GetValueOrDefault(role).Detail ?? chinese]
            : null;
}
