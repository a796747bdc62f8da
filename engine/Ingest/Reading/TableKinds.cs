using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Pasted tables whose rows are kinds (问题类别) or whose columns are periods, platforms or 数量: what they measure stands elsewhere.</summary>
internal static class TableKinds
{
    private static readonly string[] s_kindHeadings =
    [
        "类别",
        "类型",
        "种类",
        "问题",
        "情形",
        "项目",
        "指标",
        "事项",
        "内容",
    ];
    private static readonly string[] s_bareHeadings =
    [
        "数量",
        "条数",
        "个数",
        "件数",
        "次数",
        "处数",
        "篇数",
        "合计",
        "总计",
        "小计",
        "总数",
        "共计",
    ];

    /// <summary>The columns, where those whose heading does not say what they measure have it from the words around the table.</summary>
    /// <param name="columns">The columns by their headings.</param>
    /// <param name="rows">The rows below the heading.</param>
    /// <param name="caption">The words above the table and the section it stands in.</param>
    public static List<TableColumn> Settle(
        List<TableColumn> columns,
        List<List<(string Text, int Start)>> rows,
        string caption
    )
    {
        var kind = columns.FindIndex(column => IsKindHeading(column.Heading));
        if (kind >= 0 && HoldsKinds(rows, kind))
        {
            var ofKind = columns[kind].Heading.Contains("问题", StringComparison.Ordinal) ? "问题" : caption;
            return Measured(
                columns.Select((column, i) => i == kind ? new(ColumnRole.Kind, column.Heading) : column),
                ofKind
            );
        }

        return columns.Exists(column => column.Role is ColumnRole.Unit or ColumnRole.Account or ColumnRole.Platform)
            ? Measured(columns, caption)
            : columns;
    }

    /// <summary>What a row measures that is named like a column (检查网站数, 合格率); null when it names a kind of problem.</summary>
    public static TableColumn? OfRow(string kind, string caption) =>
        TableColumn.Of(kind, caption) is { Role: ColumnRole.Number or ColumnRole.Rate } own
        && own.Measure is not (Measure.Other or Measure.Issues or Measure.Published or Measure.Posts)
            ? own
            : null;

    private static List<TableColumn> Measured(IEnumerable<TableColumn> columns, string caption)
    {
        var measure = MeasureOf(caption);
        return
        [
            .. columns.Select(column =>
                column.Role == ColumnRole.Number && IsBare(column)
                    ? column with
                    {
                        Measure = measure ?? Measure.Other,
                        Target = null,
                    }
                    : column
            ),
        ];
    }

    private static bool IsBare(TableColumn column) =>
        column.Period is not null && column.Measure is Measure.Other or Measure.Adopted && IsPeriod(column.Heading)
        || (
            (Platforms.Whole(column.Heading) is not null || UnitNames.IsName(column.Heading))
            && column.Measure == Measure.Other
        )
        || (column.Measure == Measure.Other && s_bareHeadings.Any(word => Bare(column.Heading) == word))
        || Bare(column.Heading) is "政府网站" or "网站" or "政务新媒体" or "新媒体";

    private static bool IsPeriod(string heading) =>
        PeriodReader.Read(heading, 0) is { } period && period.End == Bare(heading).Length;

    // 数量（条）
    private static string Bare(string heading) =>
        heading.EndsWith('）') && heading.LastIndexOf('（') is var open and > 0 ? heading[..open] : heading;

    private static string? MeasureOf(string caption) =>
        Acts.In(caption).FindLast(act => act.Value is Act.Issue or Act.Submit or Act.Adopt or Act.Publish).Value switch
        {
            Act.Issue => Measure.Issues,
            Act.Submit => Measure.Submitted,
            Act.Adopt => Measure.Adopted,
            Act.Publish => Context.ChannelOf(caption) == Channel.NewMedia ? Measure.Posts : Measure.Published,
            _ => null,
        };

    private static bool IsKindHeading(string heading) =>
        Array.Exists(s_kindHeadings, word => heading.EndsWith(word, StringComparison.Ordinal))
        || heading is "问题类别" or "问题类型" or "问题名称";

    private static bool HoldsKinds(List<List<(string Text, int Start)>> rows, int column)
    {
        var texts = rows.Where(row => row.Count > column && row[column].Text.Length > 0)
            .Select(row => row[column].Text)
            .ToList();
        return texts.Count > 0
            && texts.TrueForAll(text =>
                !char.IsAsciiDigit(text[0]) && !UnitNames.IsName(text) && Platforms.Whole(text) is null
            );
    }
}
