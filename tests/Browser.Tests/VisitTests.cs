using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>What people do, in a real browser.</summary>
public sealed partial class VisitTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_leader_sees_in_one_visit_how_it_went_who_leads_who_trails_and_what_is_wrong_in_the_papers()
    {
        await using var window = await browser.OpenAsync();

        await window.GoAsync("/");

        var text = await window.TextAsync();
        Assert.All(
            ["53.8%", "28/52（53.8%）", "乌兰木伦镇", "阿勒腾席热镇", "单项否决", "原文 198，计算 199"],
            words => Assert.Contains(words, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_score_leads_down_to_the_sentence_it_comes_from()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/");

        await window.Page.Locator(".standings a", new() { HasText = "红庆河镇" }).ClickAsync();
        await window.Page.Locator("#score a", new() { HasText = "处来源" }).First.ClickAsync();

        Assert.Matches("#finding-", window.Page.Url);
        var row = window.Page.Locator("tr:target");
        Assert.Contains("红庆河镇", await row.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_quarter_is_one_click_away_and_back_leads_back()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/rankings/2024Q4");

        await window.Page.Locator(".quarters a", new() { HasText = "2024Q3" }).ClickAsync();
        Assert.EndsWith("/rankings/2024Q3", window.Page.Url, StringComparison.Ordinal);
        await window.Page.GoBackAsync();

        Assert.EndsWith("/rankings/2024Q4", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_units_are_compared_by_choosing_them()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/trends?metric=finding_count");

        await window.Page.Locator("select[name=unit]").First.SelectOptionAsync("zhasake");
        await window.Page.WaitForURLAsync(ZhasakeAddress());
        await window.Page.Locator("select[name=unit]").Nth(1).SelectOptionAsync("rensheju");
        await window.Page.WaitForURLAsync(RensheAddress());

        Assert.Equal(2, await window.Page.Locator("figure.chart:visible").CountAsync());
        // As the notice states them: 82 and 7.
        var row = await window.Page.Locator("tr:visible", new() { HasText = "2024年第四季度" }).InnerTextAsync();
        Assert.Matches(@"82\s+7", row);
    }

    [Fact]
    public async Task The_points_of_one_unit_stand_out_together()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/units/hongqinghe?quarter=2024Q4");
        var ranks = window.Page.Locator("figure.chart:has(img[src*='ranks.svg']) .marks.desk");

        await ranks.Locator("a[data-series=zhasake]").Last.HoverAsync();

        // A rank in each of twelve quarters.
        Assert.Equal(12, await ranks.Locator("a.with").CountAsync());
        Assert.Equal(12, await ranks.Locator("a[data-series=zhasake].with").CountAsync());
    }

    [Fact]
    public async Task A_point_of_a_chart_says_its_value_and_leads_into_the_rows()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/rankings/2024Q4");

        var point = window.Page.Locator(".marks.desk a", new() { Has = window.Page.Locator("rect") }).First;
        await point.HoverAsync();
        Assert.Contains("第1名", await window.Page.InnerTextAsync(".hint"), StringComparison.Ordinal);
        await point.ClickAsync();

        Assert.Contains("/units/", window.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_can_be_reached_with_the_keyboard_alone()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/rankings/2024Q4");
        var keys = window.Page.Keyboard;

        await window.Page.Locator(".marks.desk a").First.FocusAsync();
        var first = await window.Page.InnerTextAsync(".hint");
        await keys.PressAsync("ArrowDown");
        Assert.NotEqual(first, await window.Page.InnerTextAsync(".hint"));
        await keys.PressAsync("?");
        Assert.True(await window.Page.Locator("dialog.help").IsVisibleAsync());
        await keys.PressAsync("Escape");
        await keys.PressAsync("/");
        await keys.TypeAsync("zsk");
        await keys.PressAsync("Enter");
        await window.Page.WaitForURLAsync(SearchAddress());

        Assert.Contains("札萨克镇", await window.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_copied_as_cells()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/rulebooks");

        await window.Page.Locator(".copy").First.ClickAsync();
        await window.Page.Locator(".copy", new() { HasText = "已复制" }).WaitForAsync();

        var text = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.StartsWith("规则\t种类\t", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_uploaded_previewed_and_loaded_and_the_new_quarter_stands_on_the_first_page()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/imports");
        var csv =
            "单位,渠道,具体问题,条数,发现时间\n红庆河镇,政府网站,栏目更新不及时,2,2025-02-03\n公安局,政府网站,错别字,1,2025-03-01\n";

        await window
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "2025年第一季度问题清单.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(csv),
                }
            );
        await window.Page.Locator("#upload button").First.ClickAsync();
        Assert.Contains("红庆河镇", await window.TextAsync(), StringComparison.Ordinal);
        await window.Page.Locator("form[action$=confirm] button").First.ClickAsync();
        await window.GoAsync("/findings?quarter=2025Q1");

        var text = await window.TextAsync();
        Assert.Contains("栏目更新不及时", text, StringComparison.Ordinal);
        Assert.Contains("2 行", text, StringComparison.Ordinal);
        // As it was, for the other tests.
        await window.GoAsync("/imports");
        await window.Page.Locator("table a[href^='/batches/']").First.ClickAsync();
        await window.Page.Locator("form[action$=revert] button").ClickAsync();
        await window.GoAsync("/");
        Assert.Contains("2024年第四季度", await window.TextAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("unit=zhasake", RegexOptions.None, 1000)]
    private static partial Regex ZhasakeAddress();

    [GeneratedRegex("unit=rensheju", RegexOptions.None, 1000)]
    private static partial Regex RensheAddress();

    [GeneratedRegex("/search\\?q=zsk", RegexOptions.None, 1000)]
    private static partial Regex SearchAddress();
}
