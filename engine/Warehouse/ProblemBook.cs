using System.Globalization;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>What stands against the rows of one file, gathered while its names are resolved; the same trouble in many rows is one problem.</summary>
/// <param name="fileName">The file.</param>
/// <param name="names">Where units are suggested from.</param>
internal sealed class ProblemBook(string fileName, NameBook names)
{
    private readonly Dictionary<(string Kind, string? Value, string? Period), OpenProblem> _problems = [];
    private readonly List<LoadProblem> _rowErrors = [];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>Rows that are refused; all facts of a row share its place: where one cannot be taken, none is.</summary>
    public int RefusedCount => _refused.Count;

    /// <summary>Whether the row at a place is refused.</summary>
    public bool IsRefused(string location) => _refused.Contains(location);

    /// <summary>Every problem, those of the reader first.</summary>
    public IReadOnlyList<LoadProblem> Close() =>
        [.. _rowErrors, .. _problems.Values.Select(problem => problem.Close(fileName))];

    /// <summary>Takes over the rows that the table's reader refused.</summary>
    public void AddRowErrors(SheetReading sheet)
    {
        foreach (var error in sheet.Errors)
        {
            var location = string.Create(CultureInfo.InvariantCulture, $"{sheet.Sheet}!第{error.Row}行");
            _refused.Add(location);
            _rowErrors.Add(
                new LoadProblem(
                    fileName,
                    LoadProblemKind.Row,
                    error.Value,
                    (error.Column is null ? "：" : $"的{error.Column}列：") + error.Message,
                    error.Cure,
                    [location],
                    []
                )
            );
        }
    }

    /// <summary>A problem; the one that is known already where kind, value and context are the same.</summary>
    public OpenProblem Problem(
        string kind,
        string? value,
        string? context,
        string message,
        string cure,
        IReadOnlyList<SuggestedUnit>? suggestions = null
    )
    {
        if (!_problems.TryGetValue((kind, value, context), out var problem))
        {
            problem = new OpenProblem(kind, value, message, cure, suggestions ?? []);
            _problems[(kind, value, context)] = problem;
        }

        return problem;
    }

    /// <summary>A unit's name that nobody has.</summary>
    public OpenProblem UnknownUnit(string words, string? period)
    {
        var suggestions = names.Suggest(words);
        return Problem(
            LoadProblemKind.Unit,
            words,
            period,
            $"的单位 “{words}” 不在 data/reference/units.csv 中。",
            (suggestions.Count == 0 ? "" : $"相近的有 {string.Join("、", suggestions.Select(unit => unit.Name))}。")
                + "请改正原文，或认定它是哪个单位，或把这个写法加到 units.csv 的 aliases 列，新单位则加一行。",
            suggestions
        );
    }

    /// <summary>Refuses the row at a place.</summary>
    public void Refuse(OpenProblem problem, string location)
    {
        // The facts of one row come one after the other.
        if (problem.Locations.Count == 0 || problem.Locations[^1] != location)
        {
            problem.Locations.Add(location);
        }

        _refused.Add(location);
    }
}
