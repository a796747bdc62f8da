namespace Analytics.Charts;

/// <summary>What ground a chart is drawn on.</summary>
public enum ChartTheme
{
    /// <summary>White, for screens and paper.</summary>
    Light,

    /// <summary>Near black, for dark screens.</summary>
    Dark,
}
