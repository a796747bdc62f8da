namespace Analytics.Charts;

/// <summary>The size of a chart in pixels at scale 1, which are points of an SVG.</summary>
/// <param name="Width">From <see cref="LeastWidth"/> to <see cref="MostWidth"/>; by default 1000.</param>
/// <param name="Height">Null (the default) for the height the content asks for; a height too small to be readable is exceeded.</param>
public sealed record ChartSize(int Width = 1000, int? Height = null)
{
    /// <summary>Below this, names and labels would collide.</summary>
    public const int LeastWidth = 340;

    /// <summary>Above this a picture serves nobody and takes memory from others.</summary>
    public const int MostWidth = 4000;

    /// <summary>What the height stays below where the content asks for more, as far as it can still be read; null for no bound. For paper.</summary>
    public int? MostHeight { get; init; }

    /// <summary>Checks the bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width or the height is out of bounds; the message is in Chinese.</exception>
    internal static ChartSize Checked(ChartSize size)
    {
        if (size.Width is < LeastWidth or > MostWidth)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size),
                size.Width,
                $"图表宽度应在{LeastWidth}到{MostWidth}像素之间。"
            );
        }

        return size.Height is < 1 or > MostWidth
            ? throw new ArgumentOutOfRangeException(
                nameof(size),
                size.Height,
                $"图表高度应在1到{MostWidth}像素之间，或者不填。"
            )
            : size;
    }
}
