using Analytics.Domain;

namespace Analytics.Metrics;

/// <summary>Which findings to look for; what is null is not asked for.</summary>
public sealed record FindingFilter
{
    /// <summary>Only this quarter.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>From this quarter on.</summary>
    public Quarter? From { get; init; }

    /// <summary>Up to this quarter.</summary>
    public Quarter? To { get; init; }

    /// <summary>A unit's code; NONE for findings without a unit.</summary>
    public string? Unit { get; init; }

    /// <summary>A code of <see cref="Domain.Channel"/>.</summary>
    public string? Channel { get; init; }

    /// <summary>A platform; NONE for websites and where none is said.</summary>
    public string? Platform { get; init; }

    /// <summary>A category's code; NONE for those without.</summary>
    public string? Category { get; init; }

    /// <summary>A code of <see cref="InspectionLevel"/>.</summary>
    public string? Level { get; init; }

    /// <summary>The code of the document they come from.</summary>
    public string? Document { get; init; }

    /// <summary>Words parted by blanks; each must stand in the finding's words, its unit's names or its account.</summary>
    public string? Text { get; init; }

    /// <summary>The values of finding_search, in its order.</summary>
    internal object?[] Values =>
        [
            Quarter?.ToString(),
            From?.ToString(),
            To?.ToString(),
            Unit,
            Channel,
            Platform,
            Category,
            Level,
            Document,
            Words is [] ? null : string.Join(' ', Words),
        ];

    private string[] Words => Text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
