using Microsoft.Playwright;

namespace Analytics.Tests.Browser;

/// <summary>What analysts do on the page for SQL, with the bundled editor where the build could make it, and with the text area.</summary>
public sealed class SqlPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_is_typed_run_sorted_and_told(bool withEditor)
    {
        await using var window = await OpenAsync(withEditor);

        await TypeAsync(
            window,
            "select i, i * 1.5 as x, case when i = 2 then null else i / 4 end as some_rate from range(4) t(i)"
        );
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        Assert.StartsWith("4 行", await StateAsync(window), StringComparison.Ordinal);
        Assert.Equal(["0", "1", "2", "3"], await ColumnAsync(window, 0));
        // Decimals stand under each other by their point.
        Assert.Equal(["0.0", "1.5", "3.0", "4.5"], await ColumnAsync(window, 1));
        // 0 + 1.5 + 3 + 4.5; a rate has no sum.
        Assert.Equal(["合计", "6", "9.0", "—"], await window.Page.Locator(".grid-foot .cell").AllInnerTextsAsync());
        await window.Page.Locator(".grid-head button", new() { HasText = "some_rate" }).ClickAsync();
        await window.Page.Locator(".grid-head button", new() { HasText = "some_rate" }).ClickAsync();
        // Down, the empty one last all the same.
        Assert.Equal(["3", "1", "0", "2"], await ColumnAsync(window, 0));
    }

    [Fact]
    public async Task The_editor_completes_relations_and_columns()
    {
        await using var window = await OpenAsync(withEditor: true);
        Assert.SkipUnless(
            await window.Page.Locator(".editor").CountAsync() > 0,
            "The build could not bundle the editor."
        );

        await TypeAsync(window, "select * from find");
        await window.Page.Locator(".cm-tooltip-autocomplete li", new() { HasText = "findings" }).First.WaitForAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.Keyboard.TypeAsync("ings f where f.");
        await window.Page.Locator(".cm-tooltip-autocomplete li", new() { HasText = "finding_count" }).WaitForAsync();
    }

    [Fact]
    public async Task A_query_that_runs_long_is_given_up_with_escape()
    {
        await using var window = await OpenAsync();

        await TypeAsync(window, "select count(*) from range(100000000000)");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Locator("#sql-state[data-kind=busy]").WaitForAsync();
        await window.Page.Locator("#sql-cancel:enabled").WaitForAsync();
        await window.Page.WaitForTimeoutAsync(500);
        await window.Page.Keyboard.PressAsync("Escape");

        await window.Page.Locator("#sql-state", new() { HasText = "已取消" }).WaitForAsync();
        Assert.True(await window.Page.Locator("#sql-run").IsEnabledAsync());
    }

    [Fact]
    public async Task A_hundred_thousand_rows_scroll_with_few_elements()
    {
        await using var window = await OpenAsync();
        await window.Page.SelectOptionAsync("#sql-rows", "100000");

        await TypeAsync(window, "select i as n, 'n' || i as name from range(100000) t(i)");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);
        await window.Page.EvaluateAsync(
            "() => { const g = document.getElementById('sql-grid'); g.scrollTop = g.scrollHeight; }"
        );
        await window.Page.Locator(".grid-row", new() { HasText = "n99999" }).WaitForAsync();

        Assert.True(await window.Page.Locator(".grid-row").CountAsync() < 200);
        // 0 + 1 + … + 99,999 = 99,999 × 100,000 ÷ 2
        Assert.Equal("4999950000", await window.Page.Locator(".grid-foot .cell").Nth(1).InnerTextAsync());
    }

    [Fact]
    public async Task A_saved_query_has_an_address_with_its_values()
    {
        await using var window = await OpenAsync();

        await window.GoAsync("/sql/03-findings-of-a-unit");
        await ResultAsync(window);
        var name = await window.Page.Locator("#sql-fields input").First.GetAttributeAsync("name");
        await window.Page.Locator("#sql-fields input").First.FillAsync("2024Q3");
        await window.Page.ClickAsync("#sql-run");
        await window.Page.WaitForURLAsync(address => address.Contains("2024Q3", StringComparison.Ordinal));
        await window.Page.ReloadAsync();
        await ResultAsync(window);

        Assert.Contains($"p.{name}=2024Q3", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("2024Q3", await window.Page.Locator("#sql-fields input").First.InputValueAsync());
    }

    [Fact]
    public async Task A_result_is_drawn_and_downloaded()
    {
        await using var window = await OpenAsync();
        await TypeAsync(window, "select 'n' || i as name, i as n from range(5) t(i)");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        await window.Page.Locator("#chart-form button").ClickAsync();
        await window.Page.Locator("#chart-picture img").WaitForAsync();
        await window.Page.EvaluateAsync("() => document.querySelector('#chart-picture img').decode()");
        var download = await window.Page.RunAndWaitForDownloadAsync(() =>
            window.Page.ClickAsync("[data-download=xlsx]")
        );

        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal("PK"u8.ToArray(), bytes.Take(2));
    }

    [Fact]
    public async Task A_cell_is_reached_by_keys_and_copied()
    {
        await using var window = await OpenAsync();
        await TypeAsync(window, "select i as n, i * 10 as m from range(3) t(i)");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        await window.Page.FocusAsync("#sql-grid");
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await window.Page.Keyboard.PressAsync("Control+c");

        Assert.Equal("1\t10", await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_mistake_is_told_with_its_place()
    {
        await using var window = await OpenAsync(mayFail: true);

        await TypeAsync(window, "selec 1");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Locator("#sql-state[data-kind=fault]").WaitForAsync();

        Assert.StartsWith("第 1 行第 1 个字符：SQL 写法有误", await StateAsync(window), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_too_long_for_a_double_are_sorted_exactly_and_a_third_click_restores_the_order()
    {
        await using var window = await OpenAsync();
        await TypeAsync(
            window,
            "select * from (values (1, 12345678901234567891::hugeint), (2, null), (3, 12345678901234567890), (4, -3)) t(n, big)"
        );
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);
        var head = window.Page.Locator(".grid-head button", new() { HasText = "big" });

        await head.ClickAsync();
        Assert.Equal(["4", "3", "1", "2"], await ColumnAsync(window, 0));
        await head.ClickAsync();
        Assert.Equal(["1", "3", "4", "2"], await ColumnAsync(window, 0));
        await head.ClickAsync();
        Assert.Equal(["1", "2", "3", "4"], await ColumnAsync(window, 0));
    }

    [Fact]
    public async Task A_cell_that_is_cut_short_is_read_whole_below_the_grid()
    {
        await using var window = await OpenAsync();
        await TypeAsync(window, "select repeat('长', 200) || '尾' as words, 1 as n");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);
        Assert.False(await window.Page.Locator("#sql-cell").IsVisibleAsync());

        await window.Page.Locator(".grid-row [data-column='0']").ClickAsync();
        Assert.EndsWith("尾", await window.Page.InnerTextAsync("#sql-cell"), StringComparison.Ordinal);
        await window.Page.Keyboard.PressAsync("ArrowRight");

        Assert.False(await window.Page.Locator("#sql-cell").IsVisibleAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_selected_part_the_place_of_a_mistake_is_told_as_the_whole_text_counts(bool withEditor)
    {
        await using var window = await OpenAsync(withEditor, mayFail: true);
        await TypeAsync(window, "select 1;\nselect 2, wrong from findings");

        await window.Page.Keyboard.PressAsync("Control+End");
        await window.Page.Keyboard.PressAsync("Shift+Home");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Locator("#sql-state[data-kind=fault]").WaitForAsync();

        Assert.StartsWith("第 2 行第 11 个字符：", await StateAsync(window), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_mistake_running_again_runs_all(bool withEditor)
    {
        await using var window = await OpenAsync(withEditor, mayFail: true);
        await TypeAsync(window, "select $x + wrong");
        await window.Page.FillAsync("#sql-fields input[name=x]", "1");
        await window.Page.ClickAsync("#sql-run");
        await window.Page.Locator("#sql-state", new() { HasText = "wrong" }).WaitForAsync();

        var again = window.Page.WaitForRequestAsync(request =>
            request.Method == "POST" && request.Url.EndsWith("/queries", StringComparison.Ordinal)
        );
        await window.Page.ClickAsync("#sql-run");

        Assert.Contains("select $x + wrong", (await again).PostData, StringComparison.Ordinal);
        await window.Page.Locator("#sql-state[data-kind=fault]").WaitForAsync();
    }

    [Fact]
    public async Task Rows_of_the_query_before_are_never_taken_for_those_of_one_that_failed()
    {
        await using var window = await OpenAsync(mayFail: true);
        await TypeAsync(window, "select 1 as n");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        await TypeAsync(window, "select wrong from findings");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Locator("#sql-state[data-kind=fault]").WaitForAsync();
        Assert.Contains("前一次查询的结果", await window.TextAsync(), StringComparison.Ordinal);
        await TypeAsync(window, "select 2 as n");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        Assert.DoesNotContain("前一次查询的结果", await window.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_given_up_before_the_server_told_its_id_is_given_up_there_too()
    {
        await using var window = await OpenAsync();
        await TypeAsync(window, "select count(*) from range(100000000000)");

        var given = window.Page.WaitForRequestAsync(request => request.Method == "DELETE");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.Page.Keyboard.PressAsync("Escape");
        await given;

        Assert.Equal("已取消。", await StateAsync(window));
    }

    [Fact]
    public async Task Chinese_finds_the_name_of_a_metric_and_its_parameter_gets_a_field()
    {
        await using var window = await OpenAsync();
        Assert.SkipUnless(
            await window.Page.Locator(".editor").CountAsync() > 0,
            "The build could not bundle the editor."
        );

        await TypeAsync(window, "select * from ");
        await window.Page.Keyboard.InsertTextAsync("采用率");
        await window
            .Page.Locator(".cm-tooltip-autocomplete li[aria-selected]", new() { HasText = "adoption_rate" })
            .WaitForAsync();
        // What has just been offered is not taken by a key meant for something else.
        await window.Page.WaitForTimeoutAsync(200);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.FillAsync("#sql-fields input[name=quarter]", "2024Q4");
        await window.Page.ClickAsync("#sql-run");
        await ResultAsync(window);

        Assert.Contains("adoption_rate", await window.Page.InnerTextAsync(".grid-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_over_what_is_selected_breaks_no_rule_of_the_page()
    {
        // Chromium keeps the look of bold words in a style attribute, which the page's policy refuses; the window notes that.
        await using var window = await OpenAsync();
        await TypeAsync(window, "select 1");

        await TypeAsync(window, "select 2 as n");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        Assert.Equal(["2"], await ColumnAsync(window, 0));
    }

    [Fact]
    public async Task A_plan_is_shown_as_it_is_drawn()
    {
        await using var window = await OpenAsync();
        await window.Page.SelectOptionAsync("#sql-form", "explain");

        await TypeAsync(window, "select count(*) from findings");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        Assert.Contains("┌", await window.Page.InnerTextAsync("#sql-plan"), StringComparison.Ordinal);
        Assert.False(await window.Page.Locator("#sql-grid").IsVisibleAsync());
    }

    [Fact]
    public async Task Paper_has_all_rows_of_a_result_and_not_the_editor()
    {
        await using var window = await OpenAsync();
        await TypeAsync(window, "select 'r' || i as name from range(300) t(i)");
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await ResultAsync(window);

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await window.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        Assert.Equal(300, await window.Page.Locator(".grid-row").CountAsync());
        Assert.False(await window.Page.Locator("#ask").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_the_page_reads_and_says_what_runs_a_query_instead()
    {
        await using var window = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        await window.GoAsync("/sql/01-rank-changes");

        var text = await window.TextAsync();
        Assert.Contains("命令行 query", text, StringComparison.Ordinal);
        Assert.Contains("quarter_ranks", await window.Page.InputValueAsync("#sql-text"), StringComparison.Ordinal);
        Assert.False(await window.Page.Locator("#sql-run").IsVisibleAsync());
        await window.Page.Locator("summary", new() { HasText = "示例" }).ClickAsync();
        Assert.True(await window.Page.Locator(".catalogue a", new() { HasText = "采用率环比" }).IsVisibleAsync());
    }

    private async Task<Window> OpenAsync(bool withEditor = true, bool mayFail = false)
    {
        var window = await browser.OpenAsync();
        window.MayFail = mayFail || !withEditor;
        if (!withEditor)
        {
            await window.Page.RouteAsync("**/sql-editor.js", route => route.AbortAsync());
        }

        await window.GoAsync("/sql");
        await window.Page.Locator("#sql[data-ready=true]").WaitForAsync();
        return window;
    }

    private static async Task TypeAsync(Window window, string sql)
    {
        var editor = window.Page.Locator(".editor .cm-content");
        if (await editor.CountAsync() > 0)
        {
            await editor.ClickAsync();
            await window.Page.Keyboard.PressAsync("Control+a");
            await window.Page.Keyboard.TypeAsync(sql);
        }
        else
        {
            await window.Page.FillAsync("#sql-text", sql);
        }
    }

    private static Task ResultAsync(Window window) => window.Page.Locator("#sql-state[data-kind=done]").WaitForAsync();

    private static Task<string> StateAsync(Window window) => window.Page.InnerTextAsync("#sql-state");

    private static async Task<IReadOnlyList<string>> ColumnAsync(Window window, int column) =>
        await window.Page.Locator($".grid-row [data-column='{column}']").AllInnerTextsAsync();
}
