using System.Globalization;
using Analytics.Domain;

namespace Analytics.Charts;

/// <summary>The language of a chart. Both wordings of a text stand side by side where it is used: <c>say["单位", "Unit"]</c>.</summary>
/// <remarks>Names of units, categories and documents stay as they are.</remarks>
public sealed class ChartLanguage
{
    private ChartLanguage(bool isEnglish) => IsEnglish = isEnglish;

    /// <summary>中文, the usual.</summary>
    public static ChartLanguage Chinese { get; } = new(false);

    /// <summary>English.</summary>
    public static ChartLanguage English { get; } = new(true);

    /// <summary>Whether it is English.</summary>
    public bool IsEnglish { get; }

    /// <summary>The code for lang attributes.</summary>
    public string Code => this["zh-CN", "en"];

    /// <summary>One of two wordings.</summary>
    public string this[string chinese, string english] => IsEnglish ? english : chinese;

    /// <summary>A quarter as people write it: 2024年第四季度, Q4 2024.</summary>
    public string Of(Quarter quarter) => this[quarter.Chinese, quarter.English];

    /// <summary>A quarter at an axis or in the head of a column: 2024Q4, Q4 2024.</summary>
    internal string Short(Quarter quarter) => IsEnglish ? Of(quarter) : quarter.ToString();

    /// <summary>A day: 2024年12月31日, 31 December 2024.</summary>
    internal string Of(DateOnly day) => day.ToString(this["yyyy年M月d日", "d MMMM yyyy"], CultureInfo.InvariantCulture);

    /// <summary>A group that is ranked apart, within a sentence.</summary>
    /// <param name="code">A code of <see cref="UnitGroup"/>, or of a rulebook.</param>
    /// <param name="title">Its Chinese title where a rulebook has one of its own.</param>
    internal string Group(string code, string? title = null) =>
        (IsEnglish, code) switch
        {
            (true, UnitGroup.Town) => "towns, sumus and subdistricts",
            (true, UnitGroup.Department) => "banner departments",
            (true, UnitGroup.Institution) => "public institutions",
            _ => title ?? UnitGroup.NameOf(code),
        };

    /// <summary>A category's name; that of findings without one is ours to say.</summary>
    internal string Category(string code, string name) =>
        IsEnglish && code == IssueCategory.None ? "Category not stated" : name;

    /// <summary>Names one after another: 甲、乙; A, B.</summary>
    internal string List(IEnumerable<string> names) => string.Join(this["、", ", "], names);

    /// <summary>Clauses of a sentence.</summary>
    internal string Clauses(IEnumerable<string> clauses) => string.Join(this["；", "; "], clauses);

    /// <summary>Words in brackets behind others.</summary>
    internal string InBrackets(string words) => this[$"（{words}）", $" ({words})"];

    /// <summary>In English a count with its noun: 1 finding, 12 findings.</summary>
    internal static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>In English a number as printed with its noun: 1 point, 1.0 points.</summary>
    internal static string Count(string printed, string one, string? many = null) =>
        $"{printed} {(printed == "1" ? one : many ?? one + "s")}";
}
