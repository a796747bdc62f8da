using System.Text;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Tests.Sources;

/// <summary>Body text of 16 points, 29 letters a line from 81 to 545, paragraphs indented by two letters: the look of official papers.</summary>
public sealed class PdfTests
{
    private const double Left = 81;
    private const double Size = 16;

    [Fact]
    public void A_count_cut_by_a_page_end_is_whole_and_page_numbers_are_gone()
    {
        var pdf = Twoside("—1—", "—2—").ToBytes();

        var source = Read(pdf);

        Assert.Equal(
            [
                "关于2024年第三季度政务新媒体",
                "检查情况的通报",
                "一、总体情况",
                "第三季度检查账号12个，发现问题97条，涉及的单位是旗人民政府办公室、旗机关事务服务中心所属各单位政务新媒体账号（82条）、旗教育局（15条）。",
                "二、工作要求",
                "请各单位完成整改。",
            ],
            LinesOf(source)
        );
        Assert.Equal(["第1页", "第1页", "第1页", "第1页", "第2页", "第2页"], source.Locations);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("- 5 -", "- 6 -")]
    [InlineData("第1页 共2页", "第2页 共2页")]
    [InlineData("1/2", "2/2")]
    [InlineData("１", "２")]
    public void Page_numbers_of_every_kind_are_told(string first, string second) =>
        Assert.Contains("（82条）", Read(Twoside(first, second).ToBytes()).Text, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_does_not_count_along_with_the_pages_stays()
    {
        var pdf = new TinyPdf()
            .Page()
            .Line(Left, 700, Size, "合计")
            .Line(Left, 600, Size, "198")
            .Page()
            .Line(Left, 700, Size, "其他");

        Assert.Equal(["合计", "198", "其他"], LinesOf(Read(pdf.ToBytes())));
    }

    [Fact]
    public void The_head_and_foot_that_a_browser_prints_do_not_part_a_sentence()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 2; page++)
        {
            pdf.Page()
                .Line(Left, 800, 8, "2024/12/5 10:05")
                .Line(Left, 20, 8, "https://example.org/a.html")
                .Line(500, 20, 8, $"{page}/2");
            pdf.Line(
                Left,
                700,
                Size,
                page == 1 ? "检查政务新媒体账号一百二十七个，共发现各类问题（82" : "条），较上季度有所减少。"
            );
        }

        Assert.Equal(
            ["2024/12/5 10:05", "检查政务新媒体账号一百二十七个，共发现各类问题（82条），较上季度有所减少。"],
            LinesOf(Read(pdf.ToBytes()))
        );
    }

    // Without indents, a heading behind a line that is full to the end; and no heading where a wrapped line only looks like one.
    [Fact]
    public void An_item_after_a_full_line_begins_its_own_paragraph()
    {
        var full = new string('通', 19) + "报（3个）：某账号）";
        var pdf = new TinyPdf()
            .Page()
            .Line(Left, 700, Size, full)
            .Line(Left, 676, Size, "二、存在的问题和下一步工作要求，请各单位对照检查，在第一、第")
            .Line(Left, 652, Size, "二、第三季度结束前全部完成整改。")
            .Line(Left, 628, Size, "（三）其他");

        Assert.Equal(
            [
                full,
                "二、存在的问题和下一步工作要求，请各单位对照检查，在第一、第二、第三季度结束前全部完成整改。",
                "（三）其他",
            ],
            LinesOf(Read(pdf.ToBytes()))
        );
    }

    [Fact]
    public void A_running_head_is_read_once()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 4; page++)
        {
            pdf.Page().Line(200, 800, 9, "青石旗政务公开办公室").Line(Left, 700, Size, $"第{page}项：{page * 10}条。");
        }

        Assert.Single(LinesOf(Read(pdf.ToBytes())), line => line == "青石旗政务公开办公室");
    }

    [Fact]
    public void Columns_of_a_table_stay_apart_and_rows_are_not_joined()
    {
        var pdf = new TinyPdf()
            .Page()
            .Line(Left, 700, Size, "单位")
            .Line(260, 700, Size, "报送数")
            .Line(420, 700, Size, "采用数")
            .Line(Left, 670, Size, "红庆河镇")
            .Line(260, 670, Size, "28")
            .Line(420, 670, Size, "12");

        Assert.Equal(["单位 | 报送数 | 采用数", "红庆河镇 | 28 | 12"], LinesOf(Read(pdf.ToBytes())));
    }

    [Fact]
    public void Letters_printed_twice_for_bold_and_turned_stamps_are_read_once_and_not_at_all()
    {
        var pdf = new TinyPdf()
            .Page()
            .Line(Left, 700, Size, "发现问题21条。")
            .Line(Left + 0.4, 700, Size, "发现问题21条。")
            .Draw("BT /F 40 Tf 0 1 -1 0 300 300 Tm <516C5F00> Tj ET");

        Assert.Equal(["发现问题21条。"], LinesOf(Read(pdf.ToBytes())));
    }

    [Fact]
    public void A_scan_is_refused_with_the_cure_even_among_pages_with_text()
    {
        var pdf = new TinyPdf().Page().Line(Left, 700, Size, "正文").Page().Draw("q 500 0 0 700 40 60 cm /I Do Q");

        var fault = Refusal(pdf.ToBytes());

        Assert.Contains("第2页是扫描图片", fault, StringComparison.Ordinal);
        Assert.Contains("OCR", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_letters_are_drawn_as_lines_is_refused()
    {
        var pdf = new TinyPdf().Page().Draw(string.Concat(Enumerable.Repeat("10 10 m 20 20 l S\n", 100)));

        Assert.Contains("读不到文字", Refusal(pdf.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_page_between_others_is_no_fault()
    {
        var pdf = new TinyPdf().Page().Line(Left, 700, Size, "甲").Page().Page().Line(Left, 700, Size, "乙");

        Assert.Equal(["第1页", "第3页"], Read(pdf.ToBytes()).Locations);
    }

    [Fact]
    public void Letters_without_a_meaning_are_refused()
    {
        var pdf = new TinyPdf().Page().Line(Left, 700, Size, "\uE001\uE002\uE003\uE004");

        Assert.Contains("乱码", Refusal(pdf.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_file_is_named()
    {
        var pdf = new TinyPdf
        {
            Trailer =
                "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
                + $"/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>",
        };

        Assert.Contains("加密", Refusal(pdf.Page().Line(Left, 700, Size, "密").ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_file_and_rubbish_are_refused_as_damaged()
    {
        var pdf = Twoside("1", "2").ToBytes();

        Assert.Contains("损坏", Refusal(Encoding.ASCII.GetBytes("%PDF-1.7\nrubbish")), StringComparison.Ordinal);
        Assert.Contains("通报.pdf", Refusal(pdf[..600]), StringComparison.Ordinal);
    }

    // A title of two centred lines in 22 points; a paragraph that goes over the page end within （82条）.
    private static TinyPdf Twoside(string firstNumber, string secondNumber) =>
        new TinyPdf()
            .Page()
            .Line(280, 40, 14, firstNumber)
            .Line(143, 780, 22, "关于2024年第三季度政务新媒体")
            .Line(220, 748, 22, "检查情况的通报")
            .Line(Left + 32, 700, Size, "一、总体情况")
            .Line(Left + 32, 671, Size, "第三季度检查账号12个，发现问题97条，涉及的单位是旗人民")
            .Line(Left, 642, Size, "政府办公室、旗机关事务服务中心所属各单位政务新媒体账号（82")
            .Page()
            .Line(280, 40, 14, secondNumber)
            .Line(Left, 780, Size, "条）、旗教育局（15条）。")
            .Line(Left + 32, 751, Size, "二、工作要求")
            .Line(Left + 32, 722, Size, "请各单位完成整改。");

    private static string[] LinesOf(SourceText source) => source.Text.Split('\n');

    private static string Refusal(byte[] bytes) => Assert.Throws<NoticeFormatException>(() => Read(bytes)).Message;

    private static SourceText Read(byte[] bytes) =>
        Assert.IsType<SourceText>(new SourceReader().Read("通报.pdf", bytes, TestContext.Current.CancellationToken));
}
