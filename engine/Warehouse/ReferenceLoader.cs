using Analytics.Ingest.Reference;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Puts the reference files into their tables, in place of what was there; inside the caller's transaction.</summary>
internal static class ReferenceLoader
{
    private static readonly string[] s_tables =
    [
        "raw_units",
        "raw_unit_initials",
        "raw_unit_aliases",
        "raw_unit_successions",
        "raw_categories",
        "raw_unit_exemptions",
        "raw_calendar",
        "raw_quarter_notes",
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
            "raw_unit_initials",
            reference.Units.Units.Where(unit => unit.Pinyin.Length > 0),
            (row, unit) => row.AppendValue(unit.Code).AppendValue(unit.Pinyin)
        );
        Append(
            live,
            "raw_unit_aliases",
            reference
                .Units.Units.SelectMany(unit =>
                    unit.Aliases.Select(alias => new UnitAlias(alias, unit.Code, null, null, "units.csv"))
                )
                .Concat(reference.Aliases),
            (row, alias) =>
                row.AppendValue(alias.Alias)
                    .AppendValue(alias.Unit)
                    .AppendValue(alias.From)
                    .AppendValue(alias.To)
                    .AppendValue(alias.Source)
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
            "raw_quarter_notes",
            reference.Remarks,
            (row, remark) =>
                row.AppendValue(remark.Quarter.ToString()).AppendValue(remark.Note).AppendValue(remark.Source)
        );
        ReplaceCategories(live, reference);
        ReplaceCalendar(live, reference);
        ReplaceAccounts(live, reference);
    }

    private static void ReplaceCategories(DuckDBConnection live, ReferenceData reference)
    {
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
        Append(
            live,
            "raw_unit_exemptions",
            reference.Units.Units.SelectMany(unit => unit.Without.Select(function => (unit.Code, function))),
            (row, pair) => row.AppendValue(pair.Code).AppendValue(pair.function)
        );
    }

    private static void ReplaceCalendar(DuckDBConnection live, ReferenceData reference) =>
        Append(
            live,
            "raw_calendar",
            reference.Calendar.Days,
            (row, day) =>
                row.AppendValue((DateOnly?)day.Day)
                    .AppendValue(day.IsWorked ? "work" : "off")
                    .AppendValue(day.Name)
                    .AppendValue(day.Source)
        );

    // Accounts that came with a batch stay.
    private static void ReplaceAccounts(DuckDBConnection live, ReferenceData reference)
    {
        live.Execute("delete from raw_accounts where batch_id is null");
        Append(
            live,
            "raw_accounts",
            reference.Accounts,
            (row, account) =>
                row.AppendValue(account.Account)
                    .AppendValue(account.Platform)
                    .AppendValue(account.Unit)
                    .AppendValue(account.From)
                    .AppendValue(account.To)
                    .AppendValue(account.Source)
                    .AppendNullValue()
                    .AppendNullValue()
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
