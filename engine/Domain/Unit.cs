namespace Analytics.Domain;

/// <summary>A unit (单位) of the banner as in <c>data/reference/units.csv</c>.</summary>
/// <param name="Code">A short stable code in lower-case letters, used in addresses and SQL.</param>
/// <param name="Name">The canonical Chinese name.</param>
/// <param name="ShortName">The name on charts and tables.</param>
/// <param name="Aliases">Other names that mean this unit, as written in papers.</param>
/// <param name="Group">A code of <see cref="UnitGroup"/>.</param>
/// <param name="SortOrder">The official order (行文顺序), from 1.</param>
public sealed record Unit(
    string Code,
    string Name,
    string ShortName,
    IReadOnlyList<string> Aliases,
    string Group,
    int SortOrder
)
{
    /// <summary>Functions (职能) the unit is without, for example <c>service</c>; indicators for them do not apply to it.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The initials of its name in pinyin (拼音首字母), for typing; empty where nobody wrote them.</summary>
    public string Pinyin { get; init; } = "";
}

/// <summary>The groups that are ranked apart.</summary>
public static class UnitGroup
{
    /// <summary>镇、苏木、街道</summary>
    public const string Town = "town";

    /// <summary>旗直部门</summary>
    public const string Department = "department";

    /// <summary>事业单位, ranked with the departments unless a rulebook says otherwise.</summary>
    public const string Institution = "institution";

    /// <summary>The code for «no unit named».</summary>
    public const string NoUnit = "NONE";

    /// <summary>Every group with its Chinese name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [(Town, "镇、苏木、街道"), (Department, "旗直部门"), (Institution, "事业单位")];

    /// <summary>The Chinese name of a code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(group => group.Code == code).Name ?? code;
}
