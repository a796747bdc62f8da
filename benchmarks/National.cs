using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Benchmarks;

/// <summary>A snapshot of national size in memory: units × 8 quarters, 12 kinds of finding in each, made by hashing row numbers.</summary>
internal sealed class National : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-bench-").FullName;
    private readonly DuckDBConnection _data;

    /// <summary>Makes it: relations, rules and macros as a snapshot has them, with generated rows in place of ours.</summary>
    /// <param name="units">How many units; 114,000 make 912,000 unit-quarters.</param>
    public National(int units)
    {
        using (var warehouse = AnalyticsWarehouse.Open(Path.Combine(_folder, "warehouse"), DataFolder.Path))
        {
            File.Copy(warehouse.Snapshots.CurrentPath!, Path.Combine(_folder, "national.duckdb"));
        }

        _data = new DuckDBConnection($"DataSource={Path.Combine(_folder, "national.duckdb")}");
        _data.Open();
        foreach (var statement in Registers(units).Concat(s_counts).Append("checkpoint"))
        {
            Execute(statement);
        }
    }

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql)
    {
        using var command = _data.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public object? Scalar(string sql)
    {
        using var command = _data.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _data.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> Registers(int units) =>
        [
            "delete from units",
            $"""
                insert into units by name
                select
                    'u' || printf('%06d', i) as unit, '单位' || i as unit_name, '单位' || i as short_name,
                    case when i % 3 = 0 then 'town' else 'department' end as unit_group, i as sort_order,
                from range(1, {units + 1}) as t (i)
                """,
            "delete from quarters",
            """
                insert into quarters by name
                select
                    y || 'Q' || n as quarter, null as previous_quarter, null as year_before, make_date(y, 3 * n - 2, 1) as first_day,
                    make_date(y, 3 * n - 2, 28) as last_day, true as is_sample, 'banner-quarterly' as rulebook, 'open' as state,
                from range(2023, 2025) as a (y), range(1, 5) as b (n)
                """,
        ];

    // Six kinds on websites, six on new media, one to four findings each, in one case of a hundred up to sixty.
    private static readonly string[] s_counts =
    [
        "delete from finding_cube",
        """
            insert into finding_cube by name
            select
                q.quarter, u.unit, c.channel, 'NONE' as platform, c.category, c.level,
                case
                    when hash(u.unit, q.quarter, c.category, 42) % 100 = 0 then hash(u.unit, c.category, 43) % 60
                    else hash(u.unit, q.quarter, c.category, 44) % 4
                end + 1 as finding_count,
                1 as row_count, true as is_sample,
            from quarters as q, units as u, (
                values
                ('website', 'W-TYPO', 'city'), ('website', 'W-LINK', 'banner'), ('website', 'W-PRIV', 'banner'),
                ('website', 'W-STALE', 'banner'), ('website', 'W-EMPTY', 'region'), ('website', 'W-GUIDE', 'banner'),
                ('newmedia', 'N-TYPO', 'city'), ('newmedia', 'N-STALE', 'banner'), ('newmedia', 'N-INTER', 'banner'),
                ('newmedia', 'N-FUNC', 'banner'), ('newmedia', 'N-ACCT', 'banner'), ('newmedia', 'NONE', 'banner')
            ) as c (channel, category, level)
            """,
        "delete from unit_quarter",
        """
            insert into unit_quarter by name
            select
                q.quarter, u.unit, c.channel, case when c.is_checked then 'found' else 'unchecked' end as status, c.is_checked,
                false as is_covered, case when c.is_checked then 9 end as finding_count, 0 as veto_count, true as is_sample,
            from quarters as q, units as u, (
                values
                ('website', true), ('newmedia', true), ('openness', false), ('request', false), ('submission', false),
                ('interaction', false)
            ) as c (channel, is_checked)
            """,
        "delete from vetoes",
        """
            insert into vetoes by name
            select
                'v' || q.quarter || u.unit as veto_id, q.quarter, u.unit, u.unit as unit_words, 'newmedia' as channel,
                '抖音' as platform, 'NONE' as account, 'city' as level, 1 as veto_count, '' as words, '' as location,
                'bench' as document, true as is_sample, 1 as batch_id,
            from quarters as q, units as u
            where hash(u.unit, q.quarter, 45) % 100 = 0
            """,
        "delete from findings",
        "delete from submissions",
        "delete from submission_counts",
        "delete from shared_subjects",
    ];
}
