using System.Globalization;
using Analytics.Domain;

namespace Analytics.Ingest.Audit;

/// <summary>Figures and names as a clerk writes them, for messages.</summary>
internal static class Wording
{
    /// <summary>A number without needless zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A number rounded for display, half away from zero.</summary>
    public static string Rounded(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture)
            .TrimEnd('.');

    /// <summary>What a fact counts, for example 政务新媒体问题 or 旗民政局的报送数.</summary>
    public static string Name(Fact fact)
    {
        var channel = fact.Channel is null ? "" : Channel.NameOf(fact.Channel);
        var whose = fact.Unit ?? fact.Group ?? fact.Platform ?? "";
        var what = MeasureName(fact.Measure);
        var category = fact.Category is null ? "" : fact.Category;
        return (whose, category) switch
        {
            ("", "") => channel + what,
            ("", _) => $"{channel}“{category}”",
            (_, "") => $"{channel}“{whose}”{what}",
            _ => $"{channel}“{whose}”{category}",
        };
    }

    private static string MeasureName(string measure) =>
        measure switch
        {
            Measure.Sites => "网站数",
            Measure.Accounts => "账号数",
            Measure.Inspected => "检查数",
            Measure.Passed => "合格数",
            Measure.Failed => "不合格数",
            Measure.Issues => "问题",
            Measure.Veto => "单项否决",
            Measure.Submitted => "报送数",
            Measure.Adopted => "采用数",
            Measure.Pushed => "推送数",
            Measure.Messages => "留言数",
            Measure.UnitScore => "得分",
            Measure.Published => "发布数",
            Measure.Posts => "发布数",
            Measure.SitesWithIssue or Measure.AccountsWithIssue or Measure.UnitsWithIssue => "存在问题数",
            _ => "数量",
        };
}
