namespace Analytics.Ingest.Tables;

/// <summary>The roles of columns, for a page that lets people change what a column was taken for.</summary>
public static class ColumnRoles
{
    internal const string Unit = "unit";
    internal const string Group = "group";
    internal const string Channel = "channel";
    internal const string Category = "category";
    internal const string Description = "description";
    internal const string Count = "count";
    internal const string CategoryCount = "category_count";
    internal const string Total = "total";
    internal const string FoundOn = "found_on";
    internal const string Platform = "platform";
    internal const string Account = "account";
    internal const string Level = "level";
    internal const string Column = "column";
    internal const string Page = "page";
    internal const string Submitted = "submitted";
    internal const string Adopted = "adopted";
    internal const string Pushed = "pushed";
    internal const string AdoptionRate = "adoption_rate";
    internal const string Target = "target";
    internal const string Inspected = "inspected";
    internal const string Passed = "passed";
    internal const string Failed = "failed";
    internal const string PassRate = "pass_rate";
    internal const string Result = "result";
    internal const string ReceivedOn = "received_on";
    internal const string AnsweredOn = "answered_on";
    internal const string Extended = "extended";
    internal const string Number = "number";
    internal const string Veto = "veto";
    internal const string Rectified = "rectified";
    internal const string Period = "period";

    /// <summary>The role of a column that is not used: it is shown, and gives no fact.</summary>
    public const string Ignored = "ignored";

    private const string F = TableKind.Findings;
    private const string C = TableKind.Counts;
    private const string S = TableKind.Submissions;
    private const string A = TableKind.Accounts;
    private const string R = TableKind.Requests;

    /// <summary>Every role, the most usual first, <see cref="Ignored"/> last. Tables of <see cref="TableKind.Facts"/> have our own column names instead.</summary>
    public static IReadOnlyList<ColumnRole> All { get; } =
    [
        new(Unit, "单位", [F, C, S, A, R]),
        new(Group, "单位类别", [F, C, S, A]),
        new(Channel, "渠道", [F, C, A]),
        new(Category, "问题类别", [F, C, A]),
        new(Description, "问题描述", [F, A]),
        new(Count, "数量", [F, C, A]),
        new(CategoryCount, "某类问题的数量", [C], "问题类别"),
        new(Total, "合计（用于核对）", [C]),
        new(FoundOn, "发现日期", [F, C, A]),
        new(Platform, "平台", [F, C, A]),
        new(Account, "账号", [F, C, A]),
        new(Level, "检查层级", [F, C, A]),
        new(Column, "栏目", [F, C]),
        new(Page, "页面链接", [F, A]),
        new(Submitted, "报送数", [S], "报送对象"),
        new(Adopted, "采用数", [S], "采用的层级或刊物"),
        new(Pushed, "推送数", [S], "推送对象"),
        new(AdoptionRate, "采用率", [S], "采用的层级或刊物"),
        new(Target, "报送或采用的层级", [S]),
        new(Inspected, "检查数", [C]),
        new(Passed, "合格数", [C]),
        new(Failed, "不合格数", [C]),
        new(PassRate, "合格率", [C]),
        new(Result, "结果", [A, R]),
        new(ReceivedOn, "收到日期", [R]),
        new(AnsweredOn, "答复日期", [R]),
        new(Extended, "延期", [R]),
        new(Number, "申请编号", [R]),
        new(Veto, "单项否决", [F, C, A]),
        new(Rectified, "整改情况", [F, C]),
        new(Period, "季度", [F, C, S, A, R]),
        new(Ignored, "不使用", [F, C, S, A, R]),
    ];

    private static readonly Dictionary<string, ColumnRole> s_byCode = All.ToDictionary(
        role => role.Code,
        StringComparer.Ordinal
    );

    /// <summary>The role of a code; null when there is none.</summary>
    /// <param name="code">For example unit.</param>
    public static ColumnRole? Find(string code) => s_byCode.GetValueOrDefault(code);

    /// <summary>Whether a kind of table uses a role.</summary>
    internal static bool IsUsed(string role, string kind) =>
        Find(role)?.Kinds.Contains(kind, StringComparer.Ordinal) == true;

    /// <summary>Whether several columns may have the role, told apart by their details.</summary>
    internal static bool IsRepeatable(string role) =>
        role is Submitted or Adopted or Pushed or AdoptionRate or CategoryCount;

    /// <summary>Whether the cells are numbers.</summary>
    internal static bool IsNumeric(string role) => IsRepeatable(role) || IsMeasured(role) || role is Count or Total;

    /// <summary>Whether the role stands for a measure that is checked, not a problem.</summary>
    internal static bool IsMeasured(string role) => role is Inspected or Passed or Failed or PassRate;
}
