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

    /// <summary>The level of who receives submissions, as a source writes it (市人民政府网站); <see cref="None"/> where it does not tell.</summary>
    public static string ReceiverOf(string? words) =>
        words switch
        {
            null => None,
            _ when All.Any(level => level.Code == words) => words,
            _ when words.Contains("国务院", StringComparison.Ordinal)
                    || words.Contains("国家", StringComparison.Ordinal) => State,
            _ when words.Contains("自治区", StringComparison.Ordinal) || words.Contains('省') => Region,
            _ when words.Contains('旗') || words.Contains('县') => Banner,
            _ when words.Contains('市') || words.Contains('盟') => City,
            _ => None,
        };

    /// <summary>The Chinese name of a code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(level => level.Code == code).Name ?? code;
}
