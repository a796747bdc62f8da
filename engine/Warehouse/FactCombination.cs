using Analytics.Domain;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>What many rows of a table have in common: all but words, place, number and day, with the codes given at load.</summary>
/// <param name="Fact">The first fact of them.</param>
/// <param name="SourceKind">notice, or a code of <see cref="TableKind"/>.</param>
/// <param name="Quarter">The quarter, or <see cref="LoadPlan.NoQuarter"/>.</param>
/// <param name="Channel">The channel's code.</param>
/// <param name="Unit">The unit's code.</param>
/// <param name="Category">The category's code.</param>
/// <param name="Target">The target's code.</param>
/// <param name="Level">The level's code.</param>
/// <param name="IsTotal">Whether others split it.</param>
/// <param name="Place">What stands before the row's number in the place of its facts; the whole place of a fact that stands in no row.</param>
/// <param name="Problems">Why its rows are refused; null when they are not.</param>
internal sealed record FactCombination(
    Fact Fact,
    string SourceKind,
    string Quarter,
    string Channel,
    string Unit,
    string Category,
    string Target,
    string Level,
    bool IsTotal,
    string Place,
    IReadOnlyList<OpenProblem>? Problems
);

/// <summary>The facts of a notice or of a sheet.</summary>
/// <param name="SourceKind"><see cref="Notice"/>, or a code of <see cref="TableKind"/>.</param>
/// <param name="Facts">The facts as read.</param>
/// <param name="Combinations">For each fact its combination, or <see cref="Refused"/>.</param>
internal sealed record FactSection(string SourceKind, IReadOnlyList<Fact> Facts, int[] Combinations)
{
    /// <summary>The kind of a notice's facts.</summary>
    public const string Notice = "notice";

    /// <summary>In place of a combination: the fact's row is refused.</summary>
    public const int Refused = -1;

    /// <summary>What is a fact's own.</summary>
    public FactRow Row(int index)
    {
        if (Facts is FactList list)
        {
            return list.Row(index);
        }

        var fact = Facts[index];
        return new(index, null, fact.Words, fact.Count, fact.FoundOn);
    }

    /// <summary>Where a fact stands.</summary>
    public string LocationOf(int index) => Facts is FactList list ? list.LocationOf(index) : Facts[index].Location;
}

/// <summary>One row of raw_coverage.</summary>
internal sealed record CoverageRow(
    string Quarter,
    string Channel,
    string Unit,
    string Scope,
    long? AccountCount,
    string State,
    string Words
);

/// <summary>One row of raw_requests, but for what the batch adds.</summary>
internal sealed record ResolvedRequest(RequestRow Row, string Quarter, string Unit);

/// <summary>A problem that still gathers its places.</summary>
internal sealed record OpenProblem(
    string Kind,
    string? Value,
    string Message,
    string Cure,
    IReadOnlyList<SuggestedUnit> Suggestions
)
{
    public List<string> Locations { get; } = [];

    public LoadProblem Close(string fileName) => new(fileName, Kind, Value, Message, Cure, Locations, Suggestions);
}
