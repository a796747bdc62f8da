using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Pages;

/// <summary>Everything the page of findings shows.</summary>
public sealed record FindingsModel(
    FindingFilter Filter,
    FindingPage Page,
    bool IsLaterPage,
    IReadOnlyList<QuarterRow> Quarters,
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<IssueCategory> Categories
)
{
    private const int Rows = 50;

    /// <summary>Collects it.</summary>
    internal static FindingsModel Of(Snapshot snapshot, FindingFilter filter, string? cursor) =>
        new(
            filter,
            Findings.Search(snapshot, filter, Rows, cursor),
            cursor is not null,
            Metrics.Quarters.All(snapshot),
            Metrics.Units.All(snapshot),
            Metrics.Categories.List(snapshot).Categories
        );

    /// <summary>An address with this filter.</summary>
    public string At(string path, string? cursor)
    {
        var query = new (string Name, string? Value)[]
        {
            ("quarter", Filter.Quarter?.ToString()),
            ("from", Filter.From?.ToString()),
            ("to", Filter.To?.ToString()),
            ("unit", Filter.Unit),
            ("channel", Filter.Channel),
            ("platform", Filter.Platform),
            ("category", Filter.Category),
            ("level", Filter.Level),
            ("document", Filter.Document),
            ("q", Filter.Text),
            ("cursor", cursor),
        };
        var given = query.Where(part => part.Value is not null).ToList();
        return given.Count == 0
            ? path
            : $"{path}?{string.Join('&', given.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"))}";
    }
}
