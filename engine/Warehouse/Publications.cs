using Analytics.Domain;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Fixes a quarter's ranking as it is signed; inside the caller's transaction.</summary>
internal static class Publications
{
    public static long Publish(DuckDBConnection live, Quarter quarter, string? rulebook, DateTime at, string by)
    {
        var known = live.Query(
            "select rulebook from quarters where quarter = $1",
            row => row[0] as string,
            quarter.ToString()
        );
        if (known.Count == 0)
        {
            throw new NoticeFormatException($"没有加载 {quarter.Chinese}（{quarter}）的数据，不能发布。");
        }

        var used =
            rulebook
            ?? known[0]
            ?? throw new NoticeFormatException($"{quarter.Chinese}没有适用的评分规则，请指定一个再发布。");
        if (live.Scalar("select sha256 from raw_rulebooks where rulebook = $1", used) is not string sha256)
        {
            throw new NoticeFormatException($"没有评分规则 “{used}”。");
        }

        var gaps = live.Count("select len(gaps) from raw_rulebooks where rulebook = $1", used);
        if (gaps > 0)
        {
            throw new NoticeFormatException(
                $"评分规则 {used} 还有 {gaps} 处分值没有确认，不能用来发布排名。请先补齐，换一个 id 发布为新规则。"
            );
        }

        var number = live.Count("select coalesce(max(publication), 0) from raw_publications") + 1;
        live.Execute(
            "insert into raw_publications values ($1, $2, $3, $4, (select max(batch_id) from raw_batches), $5, $6)",
            number,
            quarter.ToString(),
            used,
            sha256,
            at,
            by
        );
        live.Execute(
            """
            insert into raw_published_ranks
            select $1, unit, unit_name, unit_group, unit_rank, score, outcome, band, coalesce(finding_count, 0), coalesce(veto_count, 0)
            from ranking($2, $3)
            """,
            number,
            quarter.ToString(),
            used
        );
        return number;
    }
}
