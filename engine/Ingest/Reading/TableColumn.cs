using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>What a column of a pasted table holds, by its heading.</summary>
internal readonly record struct TableColumn(
    ColumnRole Role,
    string Heading,
    string? Measure = null,
    string? Target = null,
    string? Channel = null
)
{
    /// <summary>The period a heading begins with (二季度, 二季度报送条数).</summary>
    public PeriodMention? Period =>
        Heading.Length > 0 && PeriodReader.Read(Heading, 0) is { IsDate: false } period ? period : null;

    private static readonly string[] s_unitHeadings =
    [
        .. "单位 部门 乡镇 街道 名称 县区 区县 旗县 市州 市县 地区 县市 县（市 市（州 市（县 区（县 旗（县 主办".Split(
            ' '
        ),
    ];

    /// <summary>The column of a heading.</summary>
    /// <param name="heading">The words of the heading.</param>
    /// <param name="caption">The words above the table.</param>
    public static TableColumn Of(string heading, string caption) =>
        Read(heading, caption) with
        {
            Channel =
                Context.ChannelOf(heading)
                ?? (
                    IsDisclosed(heading) && caption.Contains("公开", StringComparison.Ordinal)
                        ? Domain.Channel.Openness
                        : null
                ),
        };

    // 信息公开情况一览表 with 单位 | 信息数
    private static bool IsDisclosed(string heading) =>
        heading
            is "信息数"
                or "信息量"
                or "信息条数"
                or "公开数"
                or "公开量"
                or "公开条数"
                or "公开信息数"
                or "公开信息条数";

    /// <summary>The columns, where 合计 among columns of one measure is of that measure too.</summary>
    public static List<TableColumn> WithTotals(List<TableColumn> columns)
    {
        var measures = columns
            .Where(column => column.Role == ColumnRole.Number && !IsTotal(column.Heading))
            .Select(column => column.Measure)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return measures is [{ } only]
            ? columns.ConvertAll(column =>
                column.Role == ColumnRole.Number && IsTotal(column.Heading) ? column with { Measure = only } : column
            )
            : columns;
    }

    private static bool IsTotal(string heading) => heading is "合计" or "总计" or "小计" or "总数" or "共计";

    private static TableColumn Read(string heading, string caption) =>
        Ranked(heading) ?? Submitted(heading) ?? Counts(heading) ?? Named(heading) ?? Counted(heading, caption);

    private static TableColumn? Ranked(string heading)
    {
        if (Has(heading, "序号", "编号"))
        {
            return new(ColumnRole.Ordinal, heading);
        }

        if (Has(heading, "排名", "名次", "位次"))
        {
            return new(ColumnRole.Rank, heading);
        }

        if (Has(heading, "得分", "分数", "积分", "总分", "分值"))
        {
            var isPart = Has(heading, "采用", "采纳", "报送", "加分", "扣分");
            return new(
                isPart ? ColumnRole.Number : ColumnRole.Score,
                heading,
                isPart ? Domain.Measure.Other : Domain.Measure.UnitScore
            );
        }

        if (Has(heading, "率"))
        {
            return new(ColumnRole.Rate, heading, RatePhrases.Named(heading) ?? Domain.Measure.Other);
        }

        return null;
    }

    private static TableColumn? Submitted(string heading)
    {
        if (Has(heading, "采用", "采纳", "录用", "采发", "采编", "刊用"))
        {
            return new(
                ColumnRole.Number,
                heading,
                Domain.Measure.Adopted,
                Before(heading, "采用", "采纳", "录用", "采发", "采编", "刊用")
            );
        }

        if (Has(heading, "报送", "上报", "投稿", "供稿", "投送"))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Submitted);
        }

        return Has(heading, "推送") ? new(ColumnRole.Number, heading, Domain.Measure.Pushed) : null;
    }

    private static TableColumn? Named(string heading)
    {
        if (Has(heading, "账号", "新媒体名称", "媒体名称"))
        {
            return new(ColumnRole.Account, heading);
        }

        if (Array.Exists(s_unitHeadings, word => heading.Contains(word, StringComparison.Ordinal)))
        {
            return new(ColumnRole.Unit, heading);
        }

        return Has(heading, "平台", "类型") ? new(ColumnRole.Platform, heading) : null;
    }

    // 网站数, 抽查新媒体, 问题账号数: things that are counted, not named.
    private static TableColumn? Counts(string heading)
    {
        if (Acts.Last(heading) == Act.Inspect && Nouns.LastThing(heading) == Thing.Nothing && heading.EndsWith('数'))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Inspected);
        }

        var thing = Nouns.LastThing(heading);
        if (
            thing is not (Thing.Site or Thing.Account or Thing.Message or Thing.Unit)
            || Has(heading, "名称", "主办", "发布", "更新")
        )
        {
            return null;
        }

        var isSite = thing == Thing.Site;
        var measure = (Acts.Last(heading), thing) switch
        {
            (Act.Inspect, Thing.Site or Thing.Account) => Domain.Measure.Inspected,
            (Act.Fail, Thing.Site or Thing.Account) => Domain.Measure.Failed,
            (Act.Pass, Thing.Site or Thing.Account) => Domain.Measure.Passed,
            (Act.Issue, Thing.Site) when Has(heading, "问题网站", "的网站") => Domain.Measure.SitesWithIssue,
            (Act.Issue, Thing.Account) when Has(heading, "问题账号", "问题新媒体", "问题政务新媒体", "的账号") => Domain
                .Measure
                .AccountsWithIssue,
            (Act.OnTime, Thing.Message) => Domain.Measure.MessagesOnTime,
            (Act.None or Act.Receive, Thing.Message) when Has(heading, "数", "量", "件", "条", "收到") => Domain
                .Measure
                .Messages,
            (Act.None or Act.Stock, Thing.Site or Thing.Account) when Has(heading, "数", "量", "总") => isSite
                ? Domain.Measure.Sites
                : Domain.Measure.Accounts,
            _ => null,
        };
        return measure is null ? null : new(ColumnRole.Number, heading, measure);
    }

    private static TableColumn Counted(string heading, string caption)
    {
        if (Has(caption, "信箱", "信件", "留言", "热线", "诉求"))
        {
            var isReceived =
                Has(heading, "承办", "受理", "收到", "交办", "转办", "派单") && Has(heading, "数", "件", "量");
            var isOpen = Has(heading, "未办", "超时", "逾期", "超期", "在办");
            if (isReceived || isOpen)
            {
                return new(ColumnRole.Number, heading, isOpen ? Domain.Measure.Other : Domain.Measure.Messages)
                {
                    Channel = Domain.Channel.Interaction,
                };
            }
        }

        if (IsDisclosed(heading))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Published);
        }

        if (Has(heading, "发布"))
        {
            return new(
                ColumnRole.Number,
                heading,
                caption.Contains("新媒体", StringComparison.Ordinal) ? Domain.Measure.Posts : Domain.Measure.Published
            );
        }

        if (Has(heading, "不合格"))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Failed);
        }

        if (Has(heading, "合格"))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Passed);
        }

        if (Acts.Last(heading) is Act.Veto)
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Veto);
        }

        if (Has(heading, "备注", "说明"))
        {
            return new(ColumnRole.Ordinal, heading);
        }

        if (Acts.Last(heading) is Act.Issue || Has(heading, "问题"))
        {
            return new(ColumnRole.Number, heading, Domain.Measure.Issues);
        }

        // 普发, 微信公众号 in a table of adoption: the place that took the item.
        var isPlace = caption.Contains("采用", StringComparison.Ordinal) && heading.Length is >= 2 and <= 10;
        return isPlace
            ? new(ColumnRole.Number, heading, Domain.Measure.Adopted, heading)
            : new(ColumnRole.Number, heading, Domain.Measure.Other);
    }

    private static string? Before(string heading, params string[] words)
    {
        var end = words
            .Select(word => heading.IndexOf(word, StringComparison.Ordinal))
            .Where(at => at > 0)
            .DefaultIfEmpty(0)
            .Min();
        var place = heading[..end];
        return
            place.Length >= 2
            && !place.EndsWith("季度", StringComparison.Ordinal)
            && !place.Contains("信息", StringComparison.Ordinal)
            ? place
            : null;
    }

    private static bool Has(string heading, params string[] words) =>
        Array.Exists(words, word => heading.Contains(word, StringComparison.Ordinal));
}

/// <summary>The roles of columns.</summary>
internal enum ColumnRole
{
    /// <summary>A running number or a remark, which is no fact.</summary>
    Ordinal,

    /// <summary>排名</summary>
    Rank,

    /// <summary>单位</summary>
    Unit,

    /// <summary>账号</summary>
    Account,

    /// <summary>平台</summary>
    Platform,

    /// <summary>问题类别</summary>
    Kind,

    /// <summary>A count.</summary>
    Number,

    /// <summary>A rate.</summary>
    Rate,

    /// <summary>得分</summary>
    Score,
}
