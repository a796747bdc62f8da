namespace Analytics.Charts;

/// <summary>How a picture says that it shows sample data (示例数据).</summary>
internal static class SampleMark
{
    /// <summary>All of it is sample data.</summary>
    public static string Whole(ChartLanguage say) => say["示例数据", "Sample data"];

    /// <summary>Behind words about one quarter; empty where it is real.</summary>
    public static string Behind(bool isSample, ChartLanguage say) =>
        isSample ? say.InBrackets(say["示例数据", "sample data"]) : "";

    /// <summary>The words of a picture; null where nothing is sample data.</summary>
    public static string? Of(bool hasSample, bool hasReal, ChartLanguage say) =>
        (hasSample, hasReal) switch
        {
            (false, _) => null,
            (true, true) => say["含示例数据", "Partly sample data"],
            _ => Whole(say),
        };

    /// <summary>The note under a picture of one quarter.</summary>
    public static string NoteOfQuarter(ChartLanguage say) =>
        say[
            "本季度为示例数据，不是真实的检查结果。",
            "This quarter is sample data, not the result of a real inspection."
        ];

    /// <summary>The note under a picture whose quarters are all sample data.</summary>
    public static string NoteOfAll(ChartLanguage say) =>
        say[
            "所示各季度均为示例数据，不是真实的检查结果。",
            "All quarters shown are sample data, not the results of real inspections."
        ];
}
