namespace Analytics.Ingest.Grammar;

/// <summary>The words of each <see cref="Act"/>; where two overlap the longer one is meant (不合格 is not 合格, 合格率 is neither).</summary>
internal static class Acts
{
    private static readonly (Act Act, string Words)[] s_words =
    [
        (Act.Stock, "共有 现有 备案 登记 在册 运行 运维 系统内 建有 纳入 开通 保留 在用"),
        (Act.Inspect, "检查 抽查 抽检 监测 检测 巡查 普查 巡检 排查 核查 复查 抽测 扫描"),
        (Act.Pass, "合格 达标 通过检查"),
        (Act.Fail, "不合格 不达标 未达标 未通过"),
        (
            Act.Issue,
            "问题 存在 出现 发现 查出 检出 发生 涉嫌 未更新 不更新 未及时更新 更新不及时 无更新 未发布 超期 超时 无法 失效 错误 错别字 错敏 断链 错链 死链 "
                + "外链 暗链 泄露 泄漏 空白 僵尸 未开设 未提供 未设置 未公开 未回复 未答复 未按 未转载 缺失 不规范 不准确 不一致 不符 不完整 不全 滞后 敏感词 错字 表述"
        ),
        (Act.Veto, "单否 单项否决 一票否决 单项否决情形"),
        (Act.Submit, "报送 上报 投稿 报送信息 上报信息 投送 来稿"),
        (Act.Adopt, "采用 采纳 采发 录用 刊用 采编 刊发 刊登 选用 被采用"),
        (Act.Push, "推送"),
        (Act.ZeroSubmission, "零报送 未报送 零投稿 报送为零 零信息"),
        (Act.BelowQuota, "未完成任务 未达到任务 未完成报送任务 未达任务 未完成目标 不足任务"),
        (Act.Rectify, "已整改 完成整改 整改完成 已完成整改 整改到位 已全部整改 均已整改 整改完毕 已关停整改"),
        (
            Act.LeaveOpen,
            "未整改 未完成整改 未整改到位 整改不到位 未按期整改 未按时整改 仍未整改 尚未整改 整改不彻底 未整改完成 未整改完毕 尚未完成整改 未落实整改"
        ),
        (Act.Publish, "发布 发布信息 公开信息 更新信息 发文 推文"),
        (Act.Receive, "收到 受理 接收 收件 转办 交办 转送"),
        (
            Act.OnTime,
            "按期办结 按时办结 限时办结 按期答复 按时答复 按期回复 按时回复 按期办理 按时办理 限时答复 限时回复 规定时限内办结 期限内办结 按期完成 按时完成"
        ),
        (
            Act.RateName,
            "合格率 不合格率 采用率 采纳率 采发率 录用率 办结率 答复率 回复率 整改率 检查率 覆盖率 完成率 及时率 达标率 更新率 率"
        ),
        (
            Act.Aside,
            "关停 注销 新开设 新开办 变更 迁移 表扬 约谈 约稿 下发 印发 培训 为样本 参与 交叉互评 转载 需更新 应更新 涉及 不合格原因 加分 扣分 重要信息 指标"
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
