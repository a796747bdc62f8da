-- working_days: 工作日历
-- uses:   raw_calendar
-- grain:  one row per day of each year that data/reference/calendar has a table of
-- source: State Council notices on public holidays (国务院办公厅关于节假日安排的通知)
-- column day: 日期
-- column is_working: 是否工作日
-- column day_name: 节假日或调休的名称；平日为空
-- column working_number: 到这一天为止的工作日数，两天之差即其间的工作日数
with years as (
    select distinct year(day) as of_year
    from raw_calendar
),

days as (
    select
        cast(unnest(generate_series(make_date(of_year, 1, 1), make_date(of_year, 12, 31), interval 1 day)) as date) as day,
    from years
),

kinds as (
    select
        d.day,
        case c.kind when 'work' then true when 'off' then false else isodow(d.day) <= 5 end as is_working,
        c.day_name,
    from days as d
    left join raw_calendar as c on c.day = d.day
)

select
    day,
    is_working,
    day_name,
    cast(sum(case when is_working then 1 else 0 end) over (order by day) as bigint) as working_number,
from kinds
