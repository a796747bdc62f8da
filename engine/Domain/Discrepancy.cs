namespace Analytics.Domain;

/// <summary>Something in a notice that does not agree (出入). Both figures are kept; neither is corrected.</summary>
/// <param name="Code">A stable code, for example <see cref="DiscrepancyCode.SumMismatch"/>.</param>
/// <param name="Severity">How sure it is that the paper is wrong.</param>
/// <param name="Stated">The figure as printed; null when no single figure is wrong.</param>
/// <param name="Computed">The figure that follows from the other figures; null when none does.</param>
/// <param name="Message">One or two Chinese sentences that a clerk understands, with both figures.</param>
/// <param name="Spans">The places it comes from, the stated figure first.</param>
/// <param name="Location">The place in the file of the first span.</param>
/// <param name="Words">The sentence the first span stands in.</param>
public sealed record Discrepancy(
    string Code,
    Severity Severity,
    decimal? Stated,
    decimal? Computed,
    string Message,
    IReadOnlyList<Span> Spans,
    string Location,
    string Words
);

/// <summary>How sure it is that something is wrong.</summary>
public enum Severity
{
    /// <summary>错误: two printed figures contradict each other.</summary>
    Error,

    /// <summary>存疑: it can hardly be meant as written, or a figure is missing that others need.</summary>
    Doubtful,

    /// <summary>文字: wording or numbering; no figure depends on it.</summary>
    Style,
}

/// <summary>The codes of <see cref="Discrepancy"/>; a contract of JSON and SQL.</summary>
public static class DiscrepancyCode
{
    /// <summary>The parts of a list do not add up to the stated total.</summary>
    public const string SumMismatch = "sum-mismatch";

    /// <summary>A printed rate is not numerator ÷ denominator.</summary>
    public const string RateMismatch = "rate-mismatch";

    /// <summary>A printed rate was cut off where it should have been rounded.</summary>
    public const string RateTruncated = "rate-truncated";

    /// <summary>A comparison names its own period as the base, or periods contradict each other.</summary>
    public const string PeriodConflict = "period-conflict";

    /// <summary>A change of a rate is printed in % where percentage points (百分点) are meant.</summary>
    public const string PercentOrPoints = "percent-or-points";

    /// <summary>A part is larger than its whole.</summary>
    public const string PartExceedsWhole = "part-exceeds-whole";

    /// <summary>An ordinal of an enumeration stands twice or is missing.</summary>
    public const string Numbering = "numbering";

    /// <summary>A total of problems names no unit.</summary>
    public const string UnattributedTotal = "unattributed-total";

    /// <summary>A unit has a veto but no finding in that channel.</summary>
    public const string VetoWithoutFinding = "veto-without-finding";

    /// <summary>The same quantity is stated twice with different figures.</summary>
    public const string RestatedDifferently = "restated-differently";

    /// <summary>A row of a table has a date outside the quarter it is counted in.</summary>
    public const string DateOutsideQuarter = "date-outside-quarter";

    /// <summary>The quarter of a table is stated nowhere and was taken from the dates of its rows.</summary>
    public const string PeriodInferred = "period-inferred";
}
