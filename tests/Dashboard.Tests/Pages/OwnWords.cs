using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Analytics.Tests.Pages;

/// <summary>What a page says in its own words. Everything else, names and quotations, stands in an element that says lang="zh-CN" or in “ ”.</summary>
internal static partial class OwnWords
{
    // Attributes that people read or hear; the value of a field is what somebody wrote.
    private static readonly string[] s_read = ["aria-label", "title", "alt", "placeholder", "label"];

    // The title of a page is that of its notice, unit or rulebook, and can hold no mark; pictures have their own tests.
    private static readonly string[] s_exceptions = ["title", "figure.chart *", "details.twin table *"];

    // A name or a quotation holds none of these.
    private const string Parts = "h1, h2, h3, form, label, button, table, caption, th[scope=col], nav, section";

    /// <summary>The words with Chinese characters or punctuation in them that a page in English says itself.</summary>
    public static IReadOnlyList<string> InChinese(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        return
        [
            .. page
                .All.Where(element => !s_exceptions.Any(element.Matches) && !IsQuoted(element))
                .SelectMany(Said)
                .Where(words => Chinese().IsMatch(Quotations().Replace(words, ""))),
        ];
    }

    /// <summary>Elements that claim to be a name or a quotation and are more than that.</summary>
    public static IReadOnlyList<string> TooWide(string html) =>
        [
            .. new HtmlParser()
                .ParseDocument(html)
                .QuerySelectorAll("body [lang]")
                .Where(marked => marked.QuerySelector(Parts) is not null)
                .Select(marked => marked.OuterHtml),
        ];

    private static bool IsQuoted(IElement element) =>
        element.Closest("[lang]")?.GetAttribute("lang") != "en" && element.Closest("[lang]") is not null;

    private static IEnumerable<string> Said(IElement element) =>
        element
            .ChildNodes.OfType<IText>()
            .Select(text => text.Data.Trim())
            .Concat(s_read.Select(element.GetAttribute).OfType<string>());

    [GeneratedRegex(@"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uffe6]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex("“[^”]*”", RegexOptions.None, 1000)]
    private static partial Regex Quotations();
}
