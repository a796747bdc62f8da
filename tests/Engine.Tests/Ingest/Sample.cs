using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;

namespace Analytics.Tests.Ingest;

/// <summary>Small notices written for tests.</summary>
internal static class Sample
{
    public const string Title = "甲旗政务服务与数据管理局关于2024年第三季度政府网站、政务新媒体情况的通报\n\n";

    /// <summary>Reads a body under a title of the third quarter of 2024.</summary>
    public static Notice Read(string body) => ReadWhole(Title + body);

    /// <summary>Reads a text as it is.</summary>
    public static Notice ReadWhole(string text) =>
        NoticeReader.Read(new SourceText("样例.txt", default, "", text, "UTF-8"));

    /// <summary>The facts as «channel measure number whose», for short expectations.</summary>
    public static string[] Facts(string body) => [.. Read(body).Facts.Select(Brief)];

    public static string Brief(Fact fact) =>
        FormattableString
            .Invariant(
                $"{fact.Channel} {fact.Measure} {fact.Number} {fact.Unit ?? fact.Group ?? fact.Account}{fact.Platform}"
            )
            .TrimEnd();
}
