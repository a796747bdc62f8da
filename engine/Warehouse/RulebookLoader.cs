using System.Text;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Ingest.Rulebooks;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Puts rulebooks into their tables; inside the caller's transaction.</summary>
/// <remarks>A rulebook's file is kept whole in <c>raw_rulebooks.content</c>; the other tables follow from it and the taxonomy.</remarks>
internal static class RulebookLoader
{
    private static readonly string[] s_parts =
    [
        "raw_rulebook_indicators",
        "raw_rulebook_hits",
        "raw_rulebook_cells",
        "raw_rulebook_quotas",
        "raw_rulebook_awards",
        "raw_rulebook_vetoes",
        "raw_rulebook_bands",
        "raw_rulebook_groups",
    ];

    /// <summary>Publishes what is new; refuses what differs from a published rulebook of the same id.</summary>
    /// <param name="live">The live connection.</param>
    /// <param name="files">The rulebooks.</param>
    /// <param name="categories">The taxonomy.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="by">Who publishes.</param>
    /// <exception cref="NoticeFormatException">A published rulebook would change, or two in force would overlap.</exception>
    public static void Publish(
        DuckDBConnection live,
        IEnumerable<RulebookSource> files,
        CategoryList categories,
        DateTime at,
        string by
    )
    {
        var stored = live.Query(
                "select rulebook, sha256 from raw_rulebooks",
                row => (row.GetString(0), row.GetString(1))
            )
            .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!stored.TryGetValue(file.Rulebook.Id, out var sha256))
            {
                InsertHead(live, file, at, by);
            }
            else if (sha256 != file.Sha256)
            {
                throw new NoticeFormatException(
                    $"{file.Rulebook.Id}.json 的 $.id：“{file.Rulebook.Id}” 已经发布（SHA-256 {sha256[..12]}…），发布后的规则不能更改。"
                        + "请把改动写进一个新文件，换一个 id，用 effectiveFrom 注明何时起用，并给原规则写上 effectiveTo 或去掉新规则的 default。"
                );
            }
        }

        Expand(live, categories);
    }

    /// <summary>Works out the parts of every stored rulebook anew, because the taxonomy or the program may have changed.</summary>
    private static void Expand(DuckDBConnection live, CategoryList categories)
    {
        foreach (var table in s_parts)
        {
            live.Execute($"delete from {table}");
        }

        var rulebooks = live.Query(
                "select rulebook, content from raw_rulebooks order by rulebook",
                row => (Id: row.GetString(0), Content: row.GetString(1))
            )
            .ConvertAll(row => RulebookFile.Parse(row.Id + ".json", Encoding.UTF8.GetBytes(row.Content), categories));
        CheckDates(rulebooks);
        foreach (var rulebook in rulebooks)
        {
            InsertParts(live, rulebook, categories);
        }
    }

    // Which rulebook a quarter uses must never depend on chance.
    private static void CheckDates(List<Rulebook> rulebooks)
    {
        var inForce = rulebooks
            .Where(rulebook => rulebook.Default)
            .OrderBy(rulebook => rulebook.EffectiveFrom)
            .ToList();
        foreach (var (earlier, later) in inForce.Zip(inForce.Skip(1)))
        {
            if (earlier.EffectiveTo is null || earlier.EffectiveTo >= later.EffectiveFrom)
            {
                throw new NoticeFormatException(
                    $"{later.Id}.json 的 $.effectiveFrom：{later.EffectiveFrom:yyyy-MM-dd} 与 {earlier.Id} 的适用日期"
                        + $"（{earlier.EffectiveFrom:yyyy-MM-dd} 至 {earlier.EffectiveTo?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "今"}）重叠。"
                        + "默认规则（default）的日期不能重叠：请改 effectiveFrom、effectiveTo，或去掉其中一个的 default。"
                );
            }
        }
    }

    private static void InsertHead(DuckDBConnection live, RulebookSource file, DateTime at, string by)
    {
        var rulebook = file.Rulebook;
        var ties = rulebook.Ranking.Ties;
        live.Execute(
            """
            insert into raw_rulebooks values (
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                string_split($19, chr(10)), string_split($20, chr(10)), $21, $22, $23, $24
            )
            """,
            rulebook.Id,
            rulebook.Title,
            rulebook.Source,
            rulebook.Confirmed,
            rulebook.Default,
            rulebook.EffectiveFrom,
            rulebook.EffectiveTo,
            rulebook.Kind,
            rulebook.Base,
            rulebook.Unallocated,
            rulebook.Bonus?.Above,
            rulebook.Bonus?.Cap,
            rulebook.Bonus is not null,
            rulebook.Rebase,
            rulebook.Ranking.Order,
            ties.ElementAtOrDefault(0),
            ties.ElementAtOrDefault(1),
            ties.ElementAtOrDefault(2),
            string.Join('\n', rulebook.Gaps()),
            string.Join('\n', rulebook.Notes),
            file.Sha256,
            file.Content,
            at,
            by
        );
        live.Execute(
            """
            update raw_rulebooks
            set gaps = list_filter(gaps, lambda words: words <> ''), notes = list_filter(notes, lambda words: words <> '')
            where rulebook = $1
            """,
            rulebook.Id
        );
    }

    private static void InsertParts(DuckDBConnection live, Rulebook rulebook, CategoryList categories)
    {
        InsertIndicators(live, rulebook);
        Append(
            live,
            "raw_rulebook_cells",
            RulebookCells.Of(rulebook, categories),
            (row, cell) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(cell.Channel)
                    .AppendValue(cell.Category)
                    .AppendValue(cell.Level)
                    .AppendValue(cell.Platform)
                    .AppendValue(cell.Rule)
        );
        InsertAwards(live, rulebook);
        Append(
            live,
            "raw_rulebook_vetoes",
            rulebook.Vetoes.Select((veto, index) => (veto, index)),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.veto.Code)
                    .AppendValue(entry.veto.Title)
                    .AppendValue((int?)(entry.index + 1))
                    .AppendValue(entry.veto.Outcome)
                    .AppendValue(entry.veto.Score)
                    .AppendValue(entry.veto.Channel)
                    .AppendValue(entry.veto.Level)
                    .AppendValue(entry.veto.Platform)
                    .AppendValue(entry.veto.Categories)
                    .AppendValue(entry.veto.Threshold)
                    .AppendValue((bool?)entry.veto.Confirmed)
                    .AppendValue(entry.veto.Source)
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
            rulebook.Ranking.Groups.SelectMany((group, index) => group.Units.Select(unit => (group, index, unit))),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.unit)
                    .AppendValue(entry.group.Code)
                    .AppendValue(entry.group.Title)
                    .AppendValue((int?)(entry.index + 1))
        );
    }

    private static void InsertIndicators(DuckDBConnection live, Rulebook rulebook)
    {
        Append(
            live,
            "raw_rulebook_indicators",
            rulebook.Indicators.Select((indicator, index) => (indicator, index)),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.indicator.Code)
                    .AppendValue(entry.indicator.Title)
                    .AppendValue(entry.indicator.Channel)
                    .AppendValue(entry.indicator.FullPoints)
                    .AppendValue(entry.indicator.Cap)
                    .AppendValue(entry.indicator.Function ?? IssueCategory.None)
                    .AppendValue((bool?)entry.indicator.Confirmed)
                    .AppendValue(entry.indicator.Source)
                    .AppendValue((int?)(entry.index + 1))
        );
        Append(
            live,
            "raw_rulebook_hits",
            rulebook.Indicators.SelectMany(indicator => indicator.Hits.Select((hit, at) => (indicator, hit, at))),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(RulebookCells.RuleOf(entry.indicator, entry.at))
                    .AppendValue(entry.indicator.Code)
                    .AppendValue((int?)(entry.at + 1))
                    .AppendValue(entry.hit.Category)
                    .AppendValue(entry.hit.Level)
                    .AppendValue(entry.hit.Platform)
                    .AppendValue(entry.hit.Points)
                    .AppendValue((int?)entry.hit.Per)
                    .AppendValue(entry.hit.UnlessAlso)
                    .AppendValue((bool?)entry.hit.Confirmed)
        );
        Append(
            live,
            "raw_rulebook_quotas",
            rulebook.Indicators.SelectMany(indicator => indicator.Quotas.Select((quota, at) => (indicator, quota, at))),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue($"{entry.indicator.Code}.{entry.quota.Code}")
                    .AppendValue(entry.indicator.Code)
                    .AppendValue((int?)(entry.indicator.Hits.Count + entry.at + 1))
                    .AppendValue(entry.quota.Title)
                    .AppendValue(entry.quota.Measure)
                    .AppendValue(entry.quota.Target)
                    .AppendValue((long?)entry.quota.AtLeast)
                    .AppendValue(entry.quota.Points)
                    .AppendValue((bool?)entry.quota.Confirmed)
        );
    }

    private static void InsertAwards(DuckDBConnection live, Rulebook rulebook) =>
        Append(
            live,
            "raw_rulebook_awards",
            (rulebook.Bonus?.Items ?? []).SelectMany(
                (item, index) => item.Points.Select(points => (item, index, Target: points.Key, Points: points.Value))
            ),
            (row, entry) =>
                row.AppendValue(rulebook.Id)
                    .AppendValue(entry.item.Code)
                    .AppendValue(entry.item.Title)
                    .AppendValue((int?)(entry.index + 1))
                    .AppendValue(entry.item.Measure)
                    .AppendValue(entry.Target)
                    .AppendValue(entry.Points)
                    .AppendValue(entry.item.Count)
                    .AppendValue(entry.item.Cap)
                    .AppendValue((bool?)entry.item.Confirmed)
                    .AppendValue(entry.item.Source)
        );

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
