namespace Analytics.Domain;

/// <summary>What a number of a notice measures; the codes are a contract of the JSON that <c>read</c> prints.</summary>
public static class Measure
{
    /// <summary>Websites that exist or run.</summary>
    public const string Sites = "sites";

    /// <summary>New-media accounts that exist, are registered or run.</summary>
    public const string Accounts = "accounts";

    /// <summary>Sites or accounts that were the object of a check (检查、抽查、监测).</summary>
    public const string Inspected = "inspected";

    /// <summary>合格</summary>
    public const string Passed = "passed";

    /// <summary>不合格</summary>
    public const string Failed = "failed";

    /// <summary>合格率, in percent as printed.</summary>
    public const string PassRate = "pass_rate";

    /// <summary>Sites that show a problem.</summary>
    public const string SitesWithIssue = "sites_with_issue";

    /// <summary>Accounts that show a problem.</summary>
    public const string AccountsWithIssue = "accounts_with_issue";

    /// <summary>Units that show a problem.</summary>
    public const string UnitsWithIssue = "units_with_issue";

    /// <summary>Occurrences of problems (条、处、次).</summary>
    public const string Issues = "issues";

    /// <summary>单项否决（单否）</summary>
    public const string Veto = "veto";

    /// <summary>报送、上报</summary>
    public const string Submitted = "submitted";

    /// <summary>采用、采纳、录用</summary>
    public const string Adopted = "adopted";

    /// <summary>采用率, in percent as printed.</summary>
    public const string AdoptionRate = "adoption_rate";

    /// <summary>推送</summary>
    public const string Pushed = "pushed";

    /// <summary>Items published on a website.</summary>
    public const string Published = "published";

    /// <summary>Posts of an account.</summary>
    public const string Posts = "posts";

    /// <summary>A unit's total in a ranking.</summary>
    public const string UnitScore = "unit_score";

    /// <summary>Units that submitted nothing (零报送).</summary>
    public const string ZeroUnits = "zero_units";

    /// <summary>Units under their quota.</summary>
    public const string BelowQuota = "below_quota";

    /// <summary>已整改</summary>
    public const string Rectified = "rectified";

    /// <summary>未整改</summary>
    public const string Unrectified = "unrectified";

    /// <summary>Messages received or passed on.</summary>
    public const string Messages = "messages";

    /// <summary>Messages done in time (按期).</summary>
    public const string MessagesOnTime = "messages_on_time";

    /// <summary>按期办结率, in percent as printed.</summary>
    public const string OnTimeRate = "on_time_rate";

    /// <summary>Anything else that is counted.</summary>
    public const string Other = "other";

    /// <summary>The measure of a change of another measure (<c>adoption_rate_change</c>).</summary>
    public static string ChangeOf(string measure) => measure + "_change";

    /// <summary>Whether the measure is a rate, whose number is in <c>rate</c> and whose changes are in percentage points.</summary>
    public static bool IsRate(string measure) => measure is PassRate or AdoptionRate or OnTimeRate;
}
