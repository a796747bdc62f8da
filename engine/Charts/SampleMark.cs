namespace Analytics.Charts;

/// <summary>How a picture says that it shows sample data (示例数据).</summary>
internal static class SampleMark
{
    /// <summary>All of it is sample data.</summary>
    public const string Whole = "示例数据";

    /// <summary>The words of a picture; null where nothing is sample data.</summary>
    public static string? Of(bool hasSample, bool hasReal) =>
        (hasSample, hasReal) switch
        {
            (false, _) => null,
            (true, true) => "含" + Whole,
            _ => Whole,
        };
}
