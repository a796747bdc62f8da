namespace Analytics.Warehouse;

/// <summary>Why a row of a file, or a notice, cannot be loaded as it is; the same trouble in many rows is one problem.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Kind">What is wrong, a code of <see cref="LoadProblemKind"/>.</param>
/// <param name="Value">The value as written, masked where the reader masks; null when the row as a whole is wrong.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Cure">What to do, in Chinese.</param>
/// <param name="Locations">Every place where it stands, the first one first.</param>
/// <param name="Suggestions">Units that may be meant, for a person to choose from (<see cref="AnalyticsWarehouse.DecideAlias"/>).</param>
public sealed record LoadProblem(
    string FileName,
    string Kind,
    string? Value,
    string Message,
    string Cure,
    IReadOnlyList<string> Locations,
    IReadOnlyList<SuggestedUnit> Suggestions
)
{
    /// <summary>The first place.</summary>
    public string Location => Locations.Count > 0 ? Locations[0] : "";

    /// <summary>Place, trouble and cure in one line.</summary>
    public override string ToString() =>
        Location + Message + (Locations.Count > 1 ? $"（共 {Locations.Count} 处）" : "") + Cure;
}

/// <summary>A unit that may be meant.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record SuggestedUnit(string Code, string Name);

/// <summary>The codes of <see cref="LoadProblem"/>; a contract of JSON.</summary>
public static class LoadProblemKind
{
    /// <summary>A unit's name that nobody has.</summary>
    public const string Unit = "unit";

    /// <summary>An account whose unit is not known.</summary>
    public const string Account = "account";

    /// <summary>A category of another channel.</summary>
    public const string Category = "category";

    /// <summary>A number that cannot be.</summary>
    public const string Number = "number";

    /// <summary>A request whose days contradict each other.</summary>
    public const string Request = "request";

    /// <summary>A year without a working-day calendar.</summary>
    public const string Calendar = "calendar";

    /// <summary>A row that the table's reader refused.</summary>
    public const string Row = "row";
}
