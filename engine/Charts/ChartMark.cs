using Analytics.Domain;

namespace Analytics.Charts;

/// <summary>A place of a drawn chart that stands for rows: what a page lays its hover, its keyboard focus and its link over.</summary>
/// <param name="X">Pixels from the left at scale 1.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="About">What it stands for.</param>
public sealed record ChartMark(float X, float Y, float Width, float Height, MarkSubject About);

/// <summary>What a place of a chart stands for.</summary>
/// <param name="Words">Value, change and counts in words.</param>
public sealed record MarkSubject(string Words)
{
    /// <summary>The unit's code, where it stands for one.</summary>
    public string? Unit { get; init; }

    /// <summary>The quarter, where it stands for one.</summary>
    public Quarter? Quarter { get; init; }

    /// <summary>The category's code, where it stands for one.</summary>
    public string? Category { get; init; }

    /// <summary>The number of the line of a score, where it stands for one.</summary>
    public int? Line { get; init; }
}

/// <summary>Where everything of a drawn chart lies.</summary>
/// <param name="Width">Width in pixels at scale 1.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Marks">In the order in which a reader goes through them.</param>
public sealed record ChartLayout(int Width, int Height, IReadOnlyList<ChartMark> Marks);
