namespace Analytics.Ingest.Grammar;

/// <summary>The words of each <see cref="Act"/>; where two overlap the longer one is meant (不合格 is not 合格, 合格率 is neither).</summary>
internal static class Acts
{
    private static readonly (Act Act, string Words)[] s_words =
    [
        (Act.Stock, "共有 现有 备案 登记 在册 运行 运维 系统内 建有 纳入 开通 保留 在用"),
        (
            Act.Inspect,
            "检查 抽查 抽检 监测 检测 巡查 普查 巡检 排查 核查 复查 抽测 扫描 自查 巡检 督查 测评 考评 抽取 抽样 抽选"
        ),
        (Act.Pass, "合格 达标 通过检查 符合要求"),
        (Act.Fail, "不合格 不达标 未达标 未通过"),
        (
            Act.Issue,
            "问题 存在 出现 发现 查出 检出 发生 涉嫌 未更新 零更新 不更新 未及时更新 更新不及时 无更新 未发布 超期 超时 无法 失效 错误 错别字 错敏 断链 错链 死链 "
                + "未备案 未关联 未公示 未标注 未建立 未审核 未注明 未填报 未进行填报 私自 违规私开 未经 未履行 未规范 未认证 未做 未对 不备案 未维护 未添加 未展示 未处理 未反馈 未上传 未设立 未明确 未转发 未对外 未及时 "
                + "不完善 不到位 不健全 不畅通 不严谨 不实用 不及时 不便捷 打不开 不可用 不能正常 未能 逾期未 链接不可用 隐患 违规 有误 不实 "
                + "无法提供有效 无法提供互动 差错 失误 异常 回应差 服务不实用 无互动 无内容 无信息 "
                + "外链 暗链 泄露 泄漏 空白 僵尸 未开设 未提供 未设置 未公开 未回复 未答复 未按 未转载 缺失 不规范 不准确 不一致 不符 不完整 不全 滞后 敏感词 错字 表述 无关 不当"
        ),
        (Act.Veto, "单否 单项否决 一票否决 单项否决情形"),
        (Act.Submit, "报送 上报 投稿 报送信息 上报信息 投送 来稿 供稿 报送量 上报量 投稿量"),
        (
            Act.Adopt,
            "采用 采纳 采发 录用 刊用 采编 刊发 刊登 选用 被采用 采用量 采纳量 采发量 录用量 采编量 采用篇数 刊载 转发采用 采纳发布 采用发布 采编发布"
        ),
        (Act.Push, "推送"),
        (
            Act.ZeroSubmission,
            "零报送 投稿为零 上报为零 报送信息为零 上报信息为零 投稿量为零 投稿数为零 报送数为零 上报量为零 上报数为零 报送为0 投稿为0 报送量为0 上报为0 未报送 零投稿 报送为零 零信息 零上报 未上报信息 未投稿 报送量为零"
        ),
        (
            Act.BelowQuota,
            "未完成任务 未达到任务 未完成报送任务 未达任务 未完成目标 不足任务 未完成最低 未达到最低 未完成规定 未完成季度 未完成年度 未完成月度 未完成全年 未完成指标 未达到规定 未达到要求"
        ),
        (
            Act.Rectify,
            "已整改 完成整改 整改完成 已完成整改 整改到位 已全部整改 均已整改 整改合格 整改工作已全部完成 整改工作已完成 整改工作全部完成 整改已全部完成 整改已完成 整改完毕 已改正 已纠正 已修正 已修改 已完成改正 已关停整改 全部整改 均整改"
        ),
        (
            Act.LeaveOpen,
            "正在推进整改 正在抓紧整改 正在落实整改 正在进行整改 正在积极整改 未整改 未改正 未纠正 未修正 正在整改 整改中 未完成整改 未整改到位 整改不到位 未按期整改 未按时整改 仍未整改 尚未整改 整改不彻底 未整改完成 未整改完毕 尚未完成整改 未落实整改 逾期未改 仍未改正 未按要求完成整改 未按要求整改 未按规定整改 未及时整改 未及时完成整改 未在规定时间内完成整改 未在规定期限内完成整改 未按期完成整改 未按时完成整改 未全部整改 整改不力 未整改合格 仍未整改合格"
        ),
        (
            Act.Publish,
            "发布 发布信息 公开信息 更新信息 发文 推文 发布量 信息发布量 公开量 信息公开量 更新量 发文量 推文量 发布条数 发稿 公开各类信息 公开各类政府信息 公开各类政务信息 发布各类信息 公开政府信息 主动公开政府信息 公开政务信息"
        ),
        (Act.Receive, "收到 受理 接收 收件 转办 交办 转送 转来 收到留言 接到"),
        (
            Act.OnTime,
            "按期办结 按时办结 限时办结 按期答复 按时答复 按期回复 按时回复 按期办理 按时办理 限时答复 限时回复 规定时限内办结 期限内办结 按期完成 按时完成 按期办复 按时办复 按时处理 按期处理 按时结案 按期结案 及时办结 按规定时限办结 按时限办结 "
                + "时限内答复 时限内回复 时限内办理 时间内答复 时间内回复 时间内办结 期限内答复 期限内回复"
        ),
        (
            Act.RateName,
            "合格率 不合格率 采用率 采纳率 采发率 录用率 办结率 答复率 回复率 整改率 检查率 覆盖率 完成率 及时率 达标率 更新率 满意率 按期办结率 按时办结率 按期答复率 按时答复率 按期回复率 按时回复率 整改合格率 采纳发布率 抽查合格率 检查合格率 监测合格率 普查合格率 抽检合格率 率 "
                // 在《全国政务新媒体信息报送系统》登记: the name of a system says nothing of what was done.
                + "信息报送系统 报送系统 普查系统 监测系统 检测系统 抽查系统 备案系统 监管系统"
        ),
        (
            Act.Aside,
            "关停 注销 新开设 新开办 变更 迁移 表扬 约谈 约稿 下发 印发 培训 为样本 参与 交叉互评 转载 需更新 应更新 涉及 不合格原因 加分 扣分 重要信息 指标 逾期办结 超期办结 逾期答复 超期答复 延期 未按期办结 未按时办结 未按期答复 未按时答复 信息不存在 予以公开 全部公开 部分公开 不予公开 无法提供 不予处理 其他处理 结转 退回 退稿 驳回 超时反馈 逾期反馈 逾期未办结 超期未办结 未办结 逾期未答复 逾期未回复 超期未答复 超期未回复 超时未答复 超时未回复 超期办理 逾期办理 延期办理 被复议 复议纠正 被纠正 诉讼 败诉 按时反馈 按期反馈 超时办结 超时答复 超时回复 超时办理 "
                + "按程序开设 删除 属实 协同 纳入名单 新增 新建 清理 整合 撤销 取消 下线 未采用 未被采用 未采纳 未被采纳 未录用 未被录用 未刊用"
        ),
    ];

    private static readonly WordTable<Act> s_table = new(s_words.Select(entry => (entry.Act, entry.Words)));

    /// <summary>The acts of a text in order, without overlaps.</summary>
    public static List<(Act Value, int Start, int End)> In(string text) => s_table.In(text);

    /// <summary>The last act of a text that can govern a number.</summary>
    public static Act Last(string text) => s_table.In(text).LastOrDefault(found => found.Value != Act.RateName).Value;

    /// <summary>The first act of a text that can govern a number.</summary>
    public static Act First(string text) => s_table.In(text).FirstOrDefault(found => found.Value != Act.RateName).Value;
}
