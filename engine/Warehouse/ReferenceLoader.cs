using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Puts the reference files into their tables, in place of what was there; inside the caller's transaction.</summary>
internal static class ReferenceLoader
{
    private static readonly string[] s_tables =
    [
        "raw_units",
        "raw_unit_aliases",
        "raw_unit_successions",
        "raw_categories",
        "raw_rulebooks",
        "raw_rulebook_indicators",
        "raw_rulebook_rules",
        "raw_rulebook_bands",
        "raw_rulebook_groups",
    ];

    public static void Replace(DuckDBConnection live, ReferenceData reference)
    {
        foreach (var table in s_tables)
        {
            live.Execute($"delete from {table}");
        }

        Append(
            live,
            "raw_units",
            reference.Units.Units,
            (row, unit) =>
                row.AppendValue(unit.Code)
                    .AppendValue(unit.Name)
                    .AppendValue(unit.ShortName)
                    .AppendValue(unit.Group)
                    .AppendValue((int?)unit.SortOrder)
        );
        Append(
            live,
            "raw_unit_aliases",
            reference.Units.Units.SelectMany(unit => unit.Aliases.Select(alias => (alias, unit.Code))),
            (row, pair) => row.AppendValue(pair.alias).AppendValue(pair.Code)
        );
        Append(
            live,
            "raw_unit_successions",
            reference.Successions,
            (row, succession) =>
                row.AppendValue(succession.Old)
                    .AppendValue(succession.New)
                    .AppendValue(succession.Kind)
                    .AppendValue((DateOnly?)succession.On)
                    .AppendValue(succession.Source)
        );
        Append(
            live,
            "raw_categories",
            reference.Categories.Categories.Select((category, index) => (category, index)),
            (row, entry) =>
                row.AppendValue(entry.category.Code)
                    .AppendValue(entry.category.Channel)
                    .AppendValue(entry.category.Name)
                    .AppendValue((int?)(entry.index + 1))
        );
        foreach (var (rulebook, sha256) in reference.Rulebooks)
        {
            Insert(live, rulebook, sha256, reference.Categories);
        }
    }

    private static void Insert(DuckDBConnection live, Rulebook rulebook, string sha256, CategoryList categories)
    {
        live.Execute(
            "insert into raw_rulebooks values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            rulebook.Id,
            rulebook.Title,
            rulebook.Source,
            rulebook.Confirmed,
            rulebook.Default,
            rulebook.EffectiveFrom,
            rulebook.EffectiveTo,
            rulebook.Base,
            rulebook.Veto.Outcome,
            sha256
        );
        Append(
            live,
            "raw_rulebook_indicators",
            rulebook.Indicators.Select((indicator, index) => (indicator, index)),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.indicator.Code)
                    .AppendValue(entry.indicator.Title)
                    .AppendValue(entry.indicator.Channel)
                    .AppendValue((decimal?)entry.indicator.FullPoints)
                    .AppendValue((decimal?)entry.indicator.Cap)
                    .AppendValue((int?)(entry.index + 1))
        );
        Append(
            live,
            "raw_rulebook_rules",
            rulebook.Indicators.SelectMany(indicator =>
                RulebookFile.PointsOf(indicator, categories).Select(points => (indicator, points))
            ),
            (row, rule) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(rule.indicator.Code)
                    .AppendValue(rule.indicator.Channel)
                    .AppendValue(rule.points.Category)
                    .AppendValue(rule.points.Level)
                    .AppendValue((decimal?)rule.points.Hit.Points)
                    .AppendValue((bool?)rule.points.Hit.Confirmed)
        );
        Append(
            live,
            "raw_rulebook_bands",
            rulebook.Bands,
            (row, band) => row.AppendValue(rulebook.Id).AppendValue(band.Name).AppendValue((decimal?)band.From)
        );
        Append(
            live,
            "raw_rulebook_groups",
            rulebook.Groups.SelectMany((group, index) => group.Units.Select(unit => (group, index, unit))),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.unit)
                    .AppendValue(entry.group.Code)
                    .AppendValue(entry.group.Title)
                    .AppendValue((int?)(entry.index + 1))
        );
    }

    private static void Append<T>(
        DuckDBConnection live,
        string table,
        IEnumerable<T> values,
        Action<IDuckDBAppenderRow, T> append
    )
    {
        using var appender = live.CreateAppender(table);
        foreach (var value in values)
        {
            var row = appender.CreateRow();
            append(row, value);
            row.EndRow();
        }
    }
}
