using Analytics.Domain;

namespace Analytics.Dashboard.Pages;

/// <summary>What a printed number counts, in words.</summary>
internal static class MeasureNames
{
    private const string Change = "_change";

    private static readonly Dictionary<string, (string Chinese, string English)> s_names = new(StringComparer.Ordinal)
    {
        [Measure.Sites] = ("网站数", "sites"),
        [Measure.Accounts] = ("账号数", "accounts"),
        [Measure.Inspected] = ("检查数", "inspected"),
        [Measure.Passed] = ("合格", "passed"),
        [Measure.Failed] = ("不合格", "failed"),
        [Measure.PassRate] = ("合格率", "pass rate"),
        [Measure.SitesWithIssue] = ("存在问题的网站", "sites with findings"),
        [Measure.AccountsWithIssue] = ("存在问题的账号", "accounts with findings"),
        [Measure.UnitsWithIssue] = ("存在问题的单位", "units with findings"),
        [Measure.Issues] = ("问题", "findings"),
        [Measure.Veto] = ("单项否决", "vetoes"),
        [Measure.Submitted] = ("报送", "submitted"),
        [Measure.Adopted] = ("采用", "adopted"),
        [Measure.AdoptionRate] = ("采用率", "adoption rate"),
        [Measure.Pushed] = ("推送", "pushed"),
        [Measure.Published] = ("发布信息", "published"),
        [Measure.Posts] = ("发布推文", "posts"),
        [Measure.UnitScore] = ("得分", "score"),
        [Measure.ZeroUnits] = ("零报送单位", "units with none submitted"),
        [Measure.BelowQuota] = ("未完成任务的单位", "units under quota"),
        [Measure.Rectified] = ("已整改", "rectified"),
        [Measure.Unrectified] = ("未整改", "not rectified"),
        [Measure.Messages] = ("留言", "messages"),
        [Measure.MessagesOnTime] = ("按期答复", "answered on time"),
        [Measure.OnTimeRate] = ("按期答复率", "on-time rate"),
        [Measure.Other] = ("其他数字", "other"),
    };

    public static string Of(string measure, Speech speech)
    {
        var isChange = measure.EndsWith(Change, StringComparison.Ordinal);
        var (chinese, english) = s_names.GetValueOrDefault(
            isChange ? measure[..^Change.Length] : measure,
            (measure, measure)
        );
        return isChange ? speech[chinese + "的变化", "change of " + english] : speech[chinese, english];
    }
}
