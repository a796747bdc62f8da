using System.Globalization;
using Analytics.Domain;

namespace Analytics.Papers;

/// <summary>Numbers and names as a notice prints them.</summary>
internal static class DraftWords
{
    internal static string Count(decimal number) => Plain(number) + "条";

    internal static string Plain(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Half away from zero.</summary>
    internal static decimal Rounded(decimal number, int places) =>
        decimal.Round(number, places, MidpointRounding.AwayFromZero);

    /// <summary>Who inspected, as a subject of 检查发现; empty where nobody is named.</summary>
    internal static string Inspector(string level) =>
        level switch
        {
            InspectionLevel.State => "国家级",
            InspectionLevel.Region => "自治区",
            InspectionLevel.City => "市本级",
            InspectionLevel.Banner => "旗本级",
            _ => "",
        };

    /// <summary>Who detected, behind 被; empty where nobody is named.</summary>
    internal static string Detector(string level) => level == InspectionLevel.City ? "市局" : Inspector(level);

    /// <summary>The level of a fact (自治区, 市, 旗); null where nobody is named.</summary>
    internal static string? LevelOf(string level) =>
        level == InspectionLevel.None ? null : InspectionLevel.NameOf(level);
}
