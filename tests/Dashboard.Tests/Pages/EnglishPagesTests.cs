using System.Text.RegularExpressions;
using Analytics.Dashboard.Importing;
using Analytics.Dashboard.Pages;
using Analytics.Ingest.Tables;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Analytics.Tests.Pages;

public sealed partial class EnglishPagesTests(EnglishServer server) : IClassFixture<EnglishServer>
{
    public static TheoryData<string> Addresses =>
        [
            "/",
            "/quarters/2024Q3",
            "/quarters/2024Q4",
            "/quarters/2025Q1",
            "/rankings/2024Q4",
            "/rankings/2024Q3",
            "/rankings/2024Q4/what-if",
            "/rankings/2024Q4/what-if?rulebook=zhaoqing-2019",
            "/units",
            "/units/hongqinghe?quarter=2024Q4",
            "/units/hongqinghe?quarter=2024Q3",
            "/units/zhasake?quarter=2024Q4",
            "/trends",
            "/trends?metric=unit_rank&unit=zhasake",
            "/trends?metric=finding_count&unit=zhasake&unit=rensheju",
            "/findings?quarter=2024Q4",
            "/findings?q=银河",
            "/findings/{finding}",
            "/notices",
            "/notices/{notice}",
            "/rulebooks",
            "/rulebooks/banner-quarterly",
            "/metrics",
            "/search?q=zsk",
            "/search?q=链接",
            "/search?q=银河",
            "/search",
            "/imports",
            "/imports/{same}",
            "/imports/{good}",
            "/imports/{bad}",
            "/imports/{unknown}",
            "/imports/{document}",
            "/imports/{loaded}",
            "/batches/1",
            "/batches/2",
            "/batches/3",
            "/batches/4",
            "/batches/5",
            "/batches/6",
            "/papers",
            "/papers/2024Q3",
            "/review",
            "/review?quarter=2023Q1",
            "/models",
            "/models/{model}",
            "/sql",
            "/sql/01-rank-changes",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_page_in_English_says_nothing_of_its_own_in_Chinese(string address)
    {
        var page = await server.PageAsync(address);

        AssertIsEnglish(page);
    }

    [Theory]
    [InlineData("/quarters/soon", 400)]
    [InlineData("/nowhere", 404)]
    [InlineData("/imports/0123456789abcdef", 404)]
    [InlineData("/session", 403)]
    public async Task A_problem_is_quoted_on_a_page_in_English(string address, int status) =>
        AssertIsEnglish(await server.PageAsync(address, status));

    [Fact]
    public async Task An_empty_warehouse_says_in_English_what_to_do()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddCascadingValue(_ => new Speech(true, null))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());

        var page = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<EmptyPage>()).ToHtmlString()
        );

        AssertIsEnglish(page);
    }

    [Fact]
    public void Every_role_of_a_column_and_kind_of_table_has_an_English_name()
    {
        var english = new Speech(true, null);

        Assert.All(ColumnRoles.All, role => Assert.DoesNotMatch(Chinese(), RoleNames.Of(role.Code, english)));
        Assert.All(
            ColumnRoles.All.Where(role => role.Detail is not null),
            role => Assert.DoesNotMatch(Chinese(), RoleNames.DetailOf(role.Code, english)!)
        );
        Assert.All(TableKind.All, kind => Assert.NotEqual(kind.Code, Kinds.NameOf(kind.Code, english)));
    }

    private static void AssertIsEnglish(string page)
    {
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Empty(OwnWords.InChinese(page));
        Assert.Empty(OwnWords.TooWide(page));
    }

    [Theory]
    [InlineData("review.js")]
    [InlineData("site.js")]
    public async Task A_script_says_everything_in_both_languages(string name)
    {
        var script = await server.PageAsync("/" + name);

        Assert.All(script.Split('\n').Where(line => Chinese().IsMatch(line)), line => Assert.Matches(@"say\(", line));
    }

    [Fact]
    public void Own_words_are_told_from_names_and_quotations()
    {
        const string page = """
            <html lang="en"><body>
            <p>Unit <b lang="zh-CN">札萨克镇</b>, written “扎萨克镇”.</p>
            <p aria-label="出入">2 条</p><input value="张三" placeholder="季度"><p>Batch 1（notice）</p>
            </body></html>
            """;

        Assert.Equal(["2 条", "出入", "季度", "Batch 1（notice）"], OwnWords.InChinese(page));
        Assert.Single(OwnWords.TooWide("<html lang=en><body><div lang=zh-CN><h1>Units</h1></div>"));
    }

    [GeneratedRegex(@"[\u3400-\u9fff]", RegexOptions.None, 1000)]
    private static partial Regex Chinese();
}
