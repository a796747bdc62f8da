using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Analytics.Tests.Pages;

public sealed partial class PageTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_shows_the_latest_real_quarter_with_stated_and_computed_figures()
    {
        var page = await TextAsync("/");

        Assert.All(
            [
                "2024年第四季度",
                "28/52（53.8%）",
                "54%",
                "比第四季度上升了6%",
                "275",
                "198",
                "199",
                "札萨克镇",
                "不合格（单项否决）",
                "伊政数发〔2025〕1号",
                "分值未经公开文件确认",
            ],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Each_discrepancy_stands_with_the_sentence_it_comes_from()
    {
        var page = await TextAsync("/");

        var quotes = Quotes().Matches(page).Select(match => match.Groups["words"].Value).ToList();
        Assert.Equal(6, quotes.Count);
        Assert.Contains(quotes, words => words.Contains("共发现问题198条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sample_quarter_is_marked_on_its_page_and_in_the_trend()
    {
        var sample = await TextAsync("/quarters/2024Q3");
        var real = await TextAsync("/quarters/2024Q4");

        Assert.Contains("不是真实情况", sample, StringComparison.Ordinal);
        Assert.DoesNotContain("不是真实情况", real, StringComparison.Ordinal);
        Assert.Equal(11, SampleMarks().Count(real));
    }

    [Fact]
    public async Task A_units_page_lists_every_line_of_its_score_and_the_words_behind_it()
    {
        var page = await TextAsync("/units/hongqinghe?quarter=2024Q4");

        // 40 − 18 × 0.5 = 31 of 40 is 77.5.
        Assert.Contains("77.5 分", page, StringComparison.Ordinal);
        Assert.Contains("18 条 × 0.5 分", page, StringComparison.Ordinal);
        Assert.Contains("31 × 100 ÷ 40 = 77.5 分", page, StringComparison.Ordinal);
        Assert.Contains("旗红庆河镇人民政府", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_units_page_follows_its_findings_score_and_rank()
    {
        var page = await TextAsync("/units/hongqinghe?quarter=2024Q3");

        Assert.All(
            ["发现问题；环比", "单位得分；环比", "单位名次；环比", "在正常波动范围内"],
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
        Assert.Matches("(上升|下降) [0-9]+ 名", page);
    }

    [Fact]
    public async Task What_if_shows_what_the_api_works_out()
    {
        var page = await TextAsync("/rankings/2024Q4/what-if?rulebook=zhaoqing-2019&against=banner-quarterly");
        using var asked = new StringContent(
            """{ "quarter": "2024Q4", "rulebook": "zhaoqing-2019", "against": "banner-quarterly" }""",
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await server.Client.PostAsync("/api/v1/simulations", asked, Cancel);
        using var result = await JsonDocument.ParseAsync(
            await answer.Content.ReadAsStreamAsync(Cancel),
            cancellationToken: Cancel
        );

        var rows = result
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Where(row => row.GetProperty("rank").ValueKind == JsonValueKind.Number)
            .ToList();
        Assert.True(rows.Count > 20);
        var shown = Cells().Matches(page).Select(match => match.Groups["cells"].Value).ToList();
        Assert.All(
            rows,
            row =>
                Assert.Contains(
                    shown,
                    cells =>
                        cells.Contains($">{row.GetProperty("unitName").GetString()}<", StringComparison.Ordinal)
                        && cells.Contains(
                            $"<td class=\"n\">{row.GetProperty("rankBefore")}</td>",
                            StringComparison.Ordinal
                        )
                        && cells.Contains($"<td class=\"n\">{row.GetProperty("rank")}</td>", StringComparison.Ordinal)
                )
        );
    }

    [GeneratedRegex("<tr>(?<cells>.*?)</tr>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Cells();

    [Fact]
    public async Task Every_link_and_picture_of_every_page_answers()
    {
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        while (waiting.TryDequeue(out var path) && seen.Count < 400)
        {
            using var response = await server.Client.GetAsync(path, Cancel);
            Assert.True(
                response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.ServiceUnavailable,
                $"{path} answers {(int)response.StatusCode}"
            );
            var bytes = await response.Content.ReadAsByteArrayAsync(Cancel);
            Assert.NotEmpty(bytes);
            // Pictures are slow to draw; that each kind answers is enough.
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (Match link in Links().Matches(System.Text.Encoding.UTF8.GetString(bytes)))
            {
                var target = WebUtility.HtmlDecode(link.Groups["target"].Value).Split('#')[0];
                var isPicture = target.StartsWith("/api/", StringComparison.Ordinal);
                if (
                    target.Length > 0
                    && !(isPicture && !target.Contains("2024Q4", StringComparison.Ordinal))
                    && seen.Add(target)
                )
                {
                    Assert.StartsWith("/", target, StringComparison.Ordinal);
                    waiting.Enqueue(target);
                }
            }
        }

        Assert.True(seen.Count > 60);
    }

    [Theory]
    [InlineData("/rankings", "并列 20", "公安局", "难分先后")]
    [InlineData("/rankings/2024Q4?group=town", "札萨克镇", "乌兰木伦镇", "98.75")]
    [InlineData("/units", "札萨克镇", "扎萨克镇")]
    [InlineData("/trends?metric=finding_count&unit=zhasake&unit=rensheju", "札萨克镇", "人社局", "控制图")]
    [InlineData("/findings?quarter=2024Q4&unit=zhufang", "23", "住房保障中心")]
    [InlineData("/notices", "伊政数发〔2025〕1号")]
    [InlineData("/rulebooks", "banner-quarterly")]
    [InlineData("/metrics", "信息采用率", "adoption_rate", ".sql")]
    [InlineData("/search?q=zsk", "札萨克镇")]
    [InlineData("/search?q=银河", "没有找到")]
    public async Task Every_page_answers_with_what_it_is_for(string path, params string[] expected)
    {
        var page = await TextAsync(path);

        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_the_notice_marks_its_numbers_and_puts_both_figures_behind_the_sentence()
    {
        var list = await TextAsync("/notices");
        var address = Links()
            .Matches(list)
            .Select(match => match.Groups["target"].Value)
            .First(target => target.StartsWith("/notices/", StringComparison.Ordinal));

        var page = await TextAsync(address);

        Assert.Contains(">198<", page, StringComparison.Ordinal);
        Assert.Contains("原文 198，计算 199", page, StringComparison.Ordinal);
        Assert.Contains("class=\"fact wrong\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_of_a_chart_leads_to_the_rows_behind_it()
    {
        var page = await TextAsync("/quarters/2024Q4");

        Assert.Contains("/findings?quarter=2024Q4&category=W-PRIV", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/quarters/2031Q1", 404, "没有这个季度的数据")]
    [InlineData("/quarters/soon", 400, "不是季度")]
    [InlineData("/units/nobody", 404, "没有这个单位")]
    [InlineData("/nowhere", 404, "没有这个地址")]
    public async Task A_wrong_address_is_answered_by_a_page_in_Chinese(string path, int status, string title)
    {
        using var response = await server.Client.GetAsync(path, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(title, await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await server.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancel));
    }

    [GeneratedRegex(
        "<blockquote[^>]*><p>(?<words>.*?)</p>",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Quotes();

    [GeneratedRegex("<span class=\"sample\">", RegexOptions.None, 1000)]
    private static partial Regex SampleMarks();

    [GeneratedRegex("(?:href|src)=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
