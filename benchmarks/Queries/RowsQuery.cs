using System.Globalization;
using Analytics.Query;

namespace Analytics.Benchmarks.Queries;

/// <summary>A query that gives so many rows of ten columns: numbers, decimals, dates, codes and Chinese texts.</summary>
internal static class RowsQuery
{
    /// <summary>The query; of one row it is <c>select 1</c>.</summary>
    public static string Of(int rows) =>
        rows == 1
            ? "select 1"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"""
                select i as id, i % 60 as unit, '2024Q' || (i % 4 + 1) as quarter, date '2024-01-01' + (i % 366)::integer as day,
                    (i % 100000) / 1000 as share, (i % 10000)::decimal(18, 6) / 7 as points, i % 3 = 0 as flag,
                    case when i % 5 = 0 then null else i % 17 end as count, 'newmedia' as channel,
                    '某镇公众号第' || (i % 977) || '条信息存在错别字，应为“' || (i % 13) || '”' as words
                from range({rows}) t(i)
                """
            );

    /// <summary>A request for all of its rows.</summary>
    public static QueryRequest RequestOf(string sql) =>
        new(sql, QueryForm.Run, [], QueryRequest.MostRows, QueryRequest.LongestDeadline);
}
