namespace Analytics.Domain;

/// <summary>Who found it (检查层级): the code in data, the word in a notice.</summary>
public static class InspectionLevel
{
    /// <summary>国家</summary>
    public const string State = "state";

    /// <summary>自治区</summary>
    public const string Region = "region";

    /// <summary>市、盟</summary>
    public const string City = "city";

    /// <summary>旗</summary>
    public const string Banner = "banner";

    /// <summary>The code for «not said».</summary>
    public const string None = "NONE";

    /// <summary>Every level with its Chinese name, highest first; <see cref="None"/> last.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [(State, "国家"), (Region, "自治区"), (City, "市"), (Banner, "旗"), (None, "未注明")];

    /// <summary>The code of a level as a notice's fact carries it (自治区, 市, 旗); <see cref="None"/> for none or several.</summary>
    public static string CodeOf(string? words) => All.FirstOrDefault(level => level.Name == words).Code ?? None;

    /// <summary>The Chinese name of a code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(level => level.Code == code).Name ?? code;
}
