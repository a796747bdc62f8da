-- trend_metrics: 可以看趋势的指标
-- uses:
-- grain:  one row per metric that trend() knows
-- nulls:  is_higher_better where neither is good; channel for every channel; denominator_measure and rate_measure unless a rate; control where no limits are drawn
-- note:   a number of units is tied to its channel: one unit can have issues in two, so channels are not added up
-- column metric: 指标代码
-- column metric_name: 指标名称
-- column kind: 种类：count 个数，rate 比率，score 得分，rank 名次
-- column change_unit: 变化的单位
-- column is_higher_better: 是否越高越好；空白表示无所谓好坏
-- column is_for_banner: 是否有全旗数
-- column made_from: 数字来自：figures 原文数字，findings 问题条目，vetoes 单项否决，ranking 排名
-- column channel: 渠道；空白为全部渠道
-- column measure: 个数，或比率的分子
-- column denominator_measure: 比率的分母
-- column rate_measure: 原文所印比率
-- column control: 控制图：c 计数，p 比率；空白不画控制限
select *
from (
    values
        ('adoption_rate', '信息采用率', 'rate', '个百分点', true, true, 'figures', null, 'adopted', 'submitted', 'adoption_rate', 'p'),
        ('submitted_count', '信息报送', 'count', '条', true, true, 'figures', null, 'submitted', null, null, 'c'),
        ('adopted_count', '信息采用', 'count', '条', true, true, 'figures', null, 'adopted', null, null, 'c'),
        ('pushed_count', '信息推送', 'count', '条', true, true, 'figures', null, 'pushed', null, null, 'c'),
        ('zero_unit_count', '零报送单位', 'count', '个', false, true, 'figures', null, 'zero_units', null, null, 'c'),
        ('below_quota_count', '未完成报送任务的单位', 'count', '个', false, true, 'figures', null, 'below_quota', null, null, 'c'),
        ('finding_count', '发现问题', 'count', '条', false, true, 'findings', null, 'issues', null, null, 'c'),
        ('website_finding_count', '政府网站问题', 'count', '条', false, true, 'findings', 'website', 'issues', null, null, 'c'),
        ('newmedia_finding_count', '政务新媒体问题', 'count', '条', false, true, 'findings', 'newmedia', 'issues', null, null, 'c'),
        ('openness_finding_count', '法定主动公开问题', 'count', '条', false, true, 'findings', 'openness', 'issues', null, null, 'c'),
        ('request_finding_count', '依申请公开问题', 'count', '条', false, true, 'findings', 'request', 'issues', null, null, 'c'),
        ('submission_finding_count', '信息报送问题', 'count', '条', false, true, 'findings', 'submission', 'issues', null, null, 'c'),
        ('interaction_finding_count', '互动交流问题', 'count', '条', false, true, 'findings', 'interaction', 'issues', null, null, 'c'),
        ('veto_count', '单项否决', 'count', '次', false, true, 'vetoes', null, 'veto', null, null, 'c'),
        ('website_veto_count', '政府网站单项否决', 'count', '次', false, true, 'vetoes', 'website', 'veto', null, null, 'c'),
        ('newmedia_veto_count', '政务新媒体单项否决', 'count', '次', false, true, 'vetoes', 'newmedia', 'veto', null, null, 'c'),
        ('website_site_count', '政府网站数量', 'count', '个', null, true, 'figures', 'website', 'sites', null, null, null),
        ('newmedia_account_count', '政务新媒体账号数量', 'count', '个', null, true, 'figures', 'newmedia', 'accounts', null, null, null),
        ('website_inspected_count', '检查政府网站', 'count', '个', null, true, 'figures', 'website', 'inspected', null, null, null),
        ('website_passed_count', '合格政府网站', 'count', '个', true, true, 'figures', 'website', 'passed', null, null, null),
        ('website_failed_count', '不合格政府网站', 'count', '个', false, true, 'figures', 'website', 'failed', null, null, 'c'),
        ('website_pass_rate', '政府网站合格率', 'rate', '个百分点', true, true, 'figures', 'website', 'passed', 'inspected', 'pass_rate', 'p'),
        ('newmedia_inspected_count', '检查政务新媒体', 'count', '个', null, true, 'figures', 'newmedia', 'inspected', null, null, null),
        ('newmedia_passed_count', '合格政务新媒体', 'count', '个', true, true, 'figures', 'newmedia', 'passed', null, null, null),
        ('newmedia_failed_count', '不合格政务新媒体', 'count', '个', false, true, 'figures', 'newmedia', 'failed', null, null, 'c'),
        ('newmedia_pass_rate', '政务新媒体合格率', 'rate', '个百分点', true, true, 'figures', 'newmedia', 'passed', 'inspected', 'pass_rate', 'p'),
        ('sites_with_issue_count', '有问题的政府网站', 'count', '个', false, true, 'figures', null, 'sites_with_issue', null, null, 'c'),
        ('accounts_with_issue_count', '有问题的政务新媒体账号', 'count', '个', false, true, 'figures', null, 'accounts_with_issue', null, null, 'c'),
        ('units_with_issue_count', '有问题的单位（不分渠道）', 'count', '家', false, true, 'figures', 'NONE', 'units_with_issue', null, null, 'c'),
        ('website_units_with_issue_count', '政府网站有问题的单位', 'count', '家', false, true, 'figures', 'website', 'units_with_issue', null, null, 'c'),
        ('newmedia_units_with_issue_count', '政务新媒体有问题的单位', 'count', '家', false, true, 'figures', 'newmedia', 'units_with_issue', null, null, 'c'),
        ('rectified_count', '已整改问题', 'count', '条', true, true, 'figures', null, 'rectified', null, null, 'c'),
        ('unrectified_count', '未整改问题', 'count', '条', false, true, 'figures', null, 'unrectified', null, null, 'c'),
        ('website_rectified_count', '政府网站已整改问题', 'count', '条', true, true, 'figures', 'website', 'rectified', null, null, 'c'),
        ('website_unrectified_count', '政府网站未整改问题', 'count', '条', false, true, 'figures', 'website', 'unrectified', null, null, 'c'),
        ('newmedia_rectified_count', '政务新媒体已整改问题', 'count', '条', true, true, 'figures', 'newmedia', 'rectified', null, null, 'c'),
        ('newmedia_unrectified_count', '政务新媒体未整改问题', 'count', '条', false, true, 'figures', 'newmedia', 'unrectified', null, null, 'c'),
        ('published_count', '网站发布信息', 'count', '条', true, true, 'figures', null, 'published', null, null, 'c'),
        ('post_count', '新媒体发布信息', 'count', '条', true, true, 'figures', null, 'posts', null, null, 'c'),
        ('message_count', '收到留言', 'count', '件', null, true, 'figures', null, 'messages', null, null, 'c'),
        ('message_on_time_count', '按期办结留言', 'count', '件', true, true, 'figures', null, 'messages_on_time', null, null, 'c'),
        ('on_time_rate', '留言按期办结率', 'rate', '个百分点', true, true, 'figures', null, 'messages_on_time', 'messages', 'on_time_rate', 'p'),
        ('unit_score', '单位得分', 'score', '分', true, false, 'ranking', null, 'unit_score', null, null, null),
        ('unit_rank', '单位名次', 'rank', '名', false, false, 'ranking', null, 'unit_rank', null, null, null)
) as listed (
    metric, metric_name, kind, change_unit, is_higher_better, is_for_banner, made_from, channel, measure,
    denominator_measure, rate_measure, control
)
