using System.Globalization;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>The attachments (附件) of a draft: the ranking by group, and charts.</summary>
/// <remarks>A title begins with words: after the number of the attachment a year would be read as part of it.</remarks>
internal static class DraftAttachments
{
    private const string Numerals = "一二三四五六七八九十";

    internal static IEnumerable<DocumentAttachment> Of(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        IReadOnlyList<DocumentPicture> pictures,
        List<DraftFigure> figures
    )
    {
        var tables = Ranked(snapshot, quarter, rulebook, figures).ToList();
        if (tables.Count > 0)
        {
            yield return new($"各单位{quarter.Chinese}排名", tables);
        }

        if (pictures.Count > 0)
        {
            yield return new("统计图", pictures);
        }
    }

    private static IEnumerable<DocumentBlock> Ranked(
        Snapshot snapshot,
        Quarter quarter,
        string? rulebook,
        List<DraftFigure> figures
    )
    {
        var rows = Ranking.Rank(snapshot, quarter, rulebook);
        if (rows.Count == 0)
        {
            yield break;
        }

        // Not the short names of a ranking on the page: a notice writes them out.
        var names = Metrics
            .Units.All(snapshot)
            .ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);
        var number = 0;
        foreach (var (code, title) in Rulebooks.Groups(snapshot, rows[0].Rulebook))
        {
            var ranked = rows.Where(row => row.Group == code && row.Rank is not null).ToList();
            if (ranked.Count > 0)
            {
                yield return new DocumentHeading(2, $"（{Numerals[number++]}）{title}");
                yield return Table(ranked, names, figures);
            }
        }
    }

    private static DocumentTable Table(
        IReadOnlyList<RankingRow> rows,
        Dictionary<string, string> names,
        List<DraftFigure> figures
    )
    {
        foreach (var row in rows)
        {
            if (row.Score is { } score)
            {
                figures.Add(new(null, Measure.UnitScore, names[row.Unit], DraftWords.Rounded(score, 2)));
            }
        }

        return new(
            [new("排名", 1, IsNumber: true), new("单位", 4), new("得分", 1.4, IsNumber: true), new("结果", 2.4)],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
                            names[row.Unit],
                            row.Score is { } score
                                ? DraftWords.Rounded(score, 2).ToString("0.00", CultureInfo.InvariantCulture)
                                : "",
                            OutcomeOf(row),
                        ]
                ),
            ]
        );
    }

    // A veto is named, whether it stops scoring or holds the score down.
    private static string OutcomeOf(RankingRow row) =>
        row.Outcome == Ranking.Vetoed ? "不合格（单项否决）"
        : row.IsHeldDown ? row.Band + "（单项否决）"
        : row.Band ?? "";
}
