-- title: 各季度各渠道的问题条数
-- title-en: Findings by quarter and channel
-- about: 每个季度一行，各渠道一列；空白表示该季度没有提到这个渠道，不是零。
-- about-en: A row for each quarter, a column for each channel; blank means that nothing of the channel is mentioned, not zero.
select
    quarter as 季度,
    sum(finding_count) filter (where channel = 'website')::bigint as 政府网站,
    sum(finding_count) filter (where channel = 'newmedia')::bigint as 政务新媒体,
    sum(finding_count) filter (where channel = 'openness')::bigint as 主动公开,
    sum(finding_count) filter (where channel = 'request')::bigint as 依申请公开,
    sum(finding_count) filter (where channel = 'submission')::bigint as 信息报送,
    sum(finding_count) filter (where channel = 'interaction')::bigint as 互动交流,
    sum(finding_count)::bigint as 合计,
    sum(finding_count) filter (where unit = 'NONE')::bigint as 其中未点名,
    if(is_sample, '示例', '实际') as 数据
from finding_cube
group by quarter, is_sample
order by quarter desc;
