using System.Text;
using System.Text.Json.Nodes;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using Analytics.Tests.Warehouse;
using Analytics.Warehouse;

namespace Analytics.Tests.Metrics;

/// <summary>Random quarters scored by random rulebooks in one warehouse, so that one load serves many cases.</summary>
internal sealed class Trial : IDisposable
{
    private readonly TestWarehouse _warehouse = new();
    private readonly Snapshot _snapshot;

    public Trial(IReadOnlyList<JsonObject> rulebooks, params IEnumerable<Fact>[] quarters)
    {
        var categories = CategoryList.Load(Path.Combine(_warehouse.Data, "reference", "categories.csv"));
        Rulebooks =
        [
            .. rulebooks.Select(json =>
                RulebookFile.Parse("random", Encoding.UTF8.GetBytes(json.ToJsonString()), categories)
            ),
        ];
        foreach (var json in rulebooks)
        {
            _warehouse.Write($"data/rulebooks/{json["id"]!.GetValue<string>()}.json", json.ToJsonString());
        }

        _warehouse.Reopen();
        _warehouse.Load("cases.csv", [.. quarters.SelectMany(facts => facts)]);
        _snapshot = _warehouse.Open();
    }

    public IReadOnlyList<Rulebook> Rulebooks { get; }

    /// <summary>The quarter that holds the case of a number.</summary>
    public static Quarter QuarterOf(int index) => new(1950 + (index / 4), 1 + (index % 4));

    public Dictionary<(string Quarter, string Unit), RankedUnit> Rank(string rulebook) =>
        _snapshot
            .Query(
                "select quarter, unit, unit_group, outcome, score, band, unit_rank from ranking(null, ?)",
                row => new RankedUnit(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetDecimal(4),
                    row.IsDBNull(5) ? null : row.GetString(5),
                    row.IsDBNull(6) ? null : row.GetInt32(6)
                ),
                rulebook
            )
            .ToDictionary(row => (row.Quarter, row.Unit));

    public ILookup<(string Quarter, string Unit), RandomLine> Lines(string rulebook) =>
        _snapshot
            .Query(
                "select quarter, unit, kind, indicator, rule, points from score_lines(null, ?)",
                row => new RandomLine(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.IsDBNull(5) ? null : row.GetDecimal(5)
                ),
                rulebook
            )
            .ToLookup(line => (line.Quarter, line.Unit));

    public void Dispose()
    {
        _snapshot.Dispose();
        _warehouse.Dispose();
    }
}

/// <summary>A row of <c>ranking</c>.</summary>
internal sealed record RankedUnit(
    string Quarter,
    string Unit,
    string Group,
    string Outcome,
    decimal? Score,
    string? Band,
    int? Rank
);

/// <summary>A row of <c>score_lines</c>.</summary>
internal sealed record RandomLine(
    string Quarter,
    string Unit,
    string Kind,
    string? Indicator,
    string? Rule,
    decimal? Points
);
