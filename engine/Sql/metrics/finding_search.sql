-- finding_search(of_quarter, of_from, of_to, of_unit, of_channel, of_platform, of_category, of_level, of_document, of_text): 按条件查找问题条目
-- uses:   findings, units, categories, batches, notices
-- grain:  one row per finding
-- nulls:  a parameter that is null asks for everything; account and unit_words where the source does not say; notice_id for a row of a table
-- order:  quarter_order, unit_order, channel_order, category, finding_id give every row a place of its own: the newest quarter first,
--         units in official order, those without a unit last
-- note:   of_text is words parted by spaces; each must stand in the words, the unit's names or the account, whatever its case
with asked as (
    select
        f.*,
        u.unit_name,
        u.short_name,
        coalesce(u.sort_order, 1000000) as unit_order,
        -cast(replace(f.quarter, 'Q', '') as integer) as quarter_order,
        cast(enum_code(f.channel) as integer) as channel_order,
    from findings as f
    left join units as u on u.unit = f.unit
    where
        (of_quarter is null or f.quarter = of_quarter)
        and (of_from is null or f.quarter >= of_from)
        and (of_to is null or f.quarter <= of_to)
        and (of_unit is null or f.unit = of_unit)
        and (of_channel is null or cast(f.channel as varchar) = of_channel)
        and (of_platform is null or f.platform = of_platform)
        and (of_category is null or f.category = of_category)
        and (of_level is null or cast(f.level as varchar) = of_level)
        and (of_document is null or f.document = of_document)
        and (
            of_text is null
            or len(
                list_filter(
                    string_split(lower(of_text), ' '),
                    lambda word: not contains(
                        lower(concat_ws(' ', f.words, f.unit_words, u.unit_name, u.short_name, nullif(f.account, 'NONE'))), word
                    )
                )
            ) = 0
        )
),

final as (
    select
        a.finding_id,
        a.quarter,
        a.unit,
        coalesce(a.short_name, a.unit_words, '未点名') as unit_name,
        a.unit_words,
        a.channel,
        a.platform,
        nullif(a.account, 'NONE') as account,
        a.category,
        coalesce(c.category_name, '未注明类别') as category_name,
        a.category_source,
        a.stated_category,
        a.level,
        a.finding_count,
        a.found_on,
        a.words,
        a.location,
        a.document,
        b.file_name,
        n.notice_id,
        a.batch_id,
        a.is_sample,
        a.quarter_order,
        a.unit_order,
        a.channel_order,
    from asked as a
    left join categories as c on c.category = a.category
    left join batches as b on b.batch_id = a.batch_id and b.document = a.document
    left join notices as n on n.batch_id = a.batch_id and n.notice_id = a.document
)

select *
from final
