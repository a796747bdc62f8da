using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does re-scoring all history of a nation take, from the cube, against a query with the points inlined that makes no lines?</summary>
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(10)]
public class RescoreNation : IDisposable
{
    private National _data = null!;

    /// <summary>Units; each has eight quarters of twelve kinds of finding. 114,000 make 912,000 unit-quarters and 10.9 million cells.</summary>
    [ParamsSource(nameof(Sizes))]
    public int Units { get; set; }

    /// <summary>All units of the nation, or as many as the environment variable <c>BENCHMARK_UNITS</c> says, for a try.</summary>
    public static IEnumerable<int> Sizes =>
        [
            int.TryParse(
                Environment.GetEnvironmentVariable("BENCHMARK_UNITS"),
                CultureInfo.InvariantCulture,
                out var units
            )
                ? units
                : 114_000,
        ];

    /// <summary>Generates the data, which is not measured, and proves that both ways agree.</summary>
    [GlobalSetup]
    public void Generate()
    {
        _data = new National(Units);
        HandWritten();
        _data.Execute("alter table scored rename to by_hand");
        ScoreAndRank();
        var differences = _data.Scalar(
            """
            select count(*)
            from scored as s
            full join by_hand as h on h.quarter = s.quarter and h.unit = s.unit
            where s.score is distinct from h.score or s.unit_rank is distinct from h.unit_rank
            """
        );
        _data.Execute("drop table by_hand");
        if (differences is not 0L)
        {
            throw new InvalidOperationException(
                $"{differences} unit-quarters differ between the rulebook and the query by hand."
            );
        }
    }

    /// <summary>Removes the data.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The same coverage, vetoes, caps, conversion and ranks with every point of banner-quarterly inlined.</summary>
    [Benchmark(Baseline = true)]
    public void HandWritten() =>
        _data.Execute(
            """
            create or replace table scored as
            with points as (
                select
                    quarter,
                    unit,
                    least(sum(case when channel = 'website' then finding_count * case category
                        when 'W-TYPO' then case level when 'state' then 4 when 'region' then 3 when 'city' then 2 else 1 end
                        when 'W-LINK' then 0.5 when 'W-PRIV' then 1 when 'W-STALE' then 1 when 'W-EMPTY' then 2
                        when 'W-DOWN' then 5 when 'W-REPLY' then 3 else 0.5 end else 0 end), 40) as website,
                    least(sum(case when channel = 'newmedia' then finding_count * case category
                        when 'N-TYPO' then case level when 'state' then 4 when 'region' then 3 when 'city' then 2 else 1 end
                        when 'N-PRIV' then 1 when 'N-STALE' then 2 when 'N-INTER' then 2 else 0.5 end else 0 end), 40) as newmedia,
                    least(sum(case when channel = 'openness' then finding_count else 0 end), 10) as openness,
                    least(sum(case when channel = 'request' then finding_count
                        * case category when 'R-LATE' then 5 else 1 end else 0 end), 10) as request,
                from finding_cube
                group by quarter, unit
            ),

            checked as (
                select
                    quarter,
                    unit,
                    sum(case channel when 'website' then 40 when 'newmedia' then 40 when 'openness' then 10 when 'request' then 10
                        else 0 end) as full_points,
                from unit_quarter
                where is_checked
                group by quarter, unit
            ),

            vetoed as (
                select distinct quarter, unit
                from vetoes
            ),

            scores as (
                select
                    c.quarter,
                    c.unit,
                    v.unit is not null as is_vetoed,
                    case when v.unit is null then cast(round(
                        (c.full_points - p.website - p.newmedia - p.openness - p.request) * 100.0 / c.full_points, 6
                    ) as decimal(18, 6)) end as score,
                from checked as c
                left join points as p on p.quarter = c.quarter and p.unit = c.unit
                left join vetoed as v on v.quarter = c.quarter and v.unit = c.unit
            )

            select
                s.*,
                rank() over (
                    partition by s.quarter, u.unit_group = 'town' order by s.is_vetoed, s.score desc
                ) as unit_rank,
            from scores as s
            inner join units as u on u.unit = s.unit
            """
        );

    /// <summary>Scores and ranks by the rulebook.</summary>
    [Benchmark]
    public void ScoreAndRank() =>
        _data.Execute(
            """
            create or replace table scored as
            select quarter, unit, outcome = 'vetoed' as is_vetoed, score, unit_rank
            from ranking(null, null)
            """
        );

    /// <summary>Every line of every score by the rulebook, some 14 million, made and read to the last column.</summary>
    [Benchmark]
    public object? Lines() =>
        _data.Scalar(
            """
            select bit_xor(hash(
                quarter, unit, line_order, kind, indicator, rule, category, level, platform, target, hit_count,
                excluded_count, points_per_hit, per_count, points_before_cap, capped_points, points
            ))
            from score_lines(null, null)
            """
        );
}
