using System.Text;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;
using CsCheck;

namespace Analytics.Tests.Ingest;

public sealed class HostileTextTests
{
    private const string Notice =
        Sample.Title
        + "（三）政府网站存在断链问题5条，其中被自治区抽查出问题2条，涉及的单位有：旗民政局（2条）；市本级抽查的问题有3条。\n"
        + "（四）政务新媒体（系统内31个）发现问题共计6条。涉及的单位有：旗甲山镇人民政府（4条）、旗教育局（2条）。旗司法局抖音被市局检测到单否1次。\n"
        + "（五）向市政府网站报送信息52条，被采用28条，采用率为54%，比上季度上升了6%。\n"
        + "1 | 教育局 | 35\n按类型分，微信公众号3个，微博2个。79%的网站在1个工作日内答复。甲、乙各1条。未发现不合格网站。\n";

    [Theory]
    [InlineData("1条")]
    [InlineData("（")]
    [InlineData("）")]
    [InlineData("（1条")]
    [InlineData("甲局、")]
    [InlineData("旗教育局（2条）、")]
    [InlineData("其中1条，")]
    [InlineData("一")]
    [InlineData("万亿")]
    [InlineData("9")]
    [InlineData("1,234")]
    [InlineData("2024年第四季度")]
    [InlineData("一是")]
    [InlineData("：甲（微信）、")]
    [InlineData("1 | 2 | 3\n")]
    [InlineData("关于\n")]
    [InlineData("政府网站问题1条。")]
    [InlineData("政务新媒体9个，")]
    [InlineData("第四季度查出错链2条、")]
    [InlineData("采用率比上季度上升6%，")]
    [InlineData("未发现问题")]
    [InlineData("和")]
    [InlineData("检查未发现问题共")]
    public void Megabytes_of_one_pattern_are_read_in_seconds(string pattern)
    {
        var text = new StringBuilder(Sample.Title);
        while (text.Length < 200_000)
        {
            text.Append(pattern);
        }

        // Processor time: a busy machine makes the reader wait, not work.
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            Sample.ReadWhole(text.ToString());
        }
        catch (NoticeFormatException fault)
        {
            Assert.Contains("不像一份通报", fault.Message, StringComparison.Ordinal);
        }

        var spent = Environment.CpuUsage.TotalTime - before;
        Assert.True(spent < TimeSpan.FromSeconds(40), $"{spent}");
    }

    [Fact]
    public void A_mutated_notice_is_read_without_exception_and_spans_stay_inside()
    {
        string[] pieces =
        [
            "",
            "（",
            "）",
            "，",
            "。",
            "；",
            "：",
            "、",
            "\n",
            " ",
            "|",
            "\t",
            "9",
            "万",
            "第",
            "%",
            "其中",
            "各",
            "除",
            "\uD83D",
            "等",
        ];
        var piece = Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]);

        Gen.Select(Gen.Int[0, Notice.Length - 1], Gen.Int[0, 6], piece)
            .List[1, 8]
            .Sample(edits =>
            {
                var text = Notice;
                foreach (var (at, removed, inserted) in edits)
                {
                    var start = Math.Min(at, text.Length);
                    text = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
                }

                Consistent(text);
            });
    }

    [Fact]
    public void Any_characters_are_read_or_refused_as_no_notice() =>
        Gen.String.Sample(text =>
        {
            try
            {
                Consistent(text);
            }
            catch (NoticeFormatException)
            {
                // No notice: said so.
            }
        });

    [Fact]
    public void The_same_text_gives_the_same_notice() =>
        Assert.Equal(NoticeJson.Write(Sample.ReadWhole(Notice)), NoticeJson.Write(Sample.ReadWhole(Notice)));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("今天天气很好。")]
    public void A_text_without_title_period_and_numbers_is_no_notice(string text)
    {
        var fault = Assert.Throws<NoticeFormatException>(() =>
            NoticeReader.Read(new SourceText("散文.txt", default, "", text, "UTF-8"))
        );

        Assert.Contains("散文.txt", fault.Message, StringComparison.Ordinal);
        Assert.Contains("季度", fault.Message, StringComparison.Ordinal);
    }

    private static void Consistent(string text)
    {
        var notice = Sample.ReadWhole(text);
        IEnumerable<Span> spans =
        [
            .. notice.Facts.Select(fact => fact.Span),
            .. notice.Checks.SelectMany(check => check.Spans),
            .. notice.Discrepancies.SelectMany(found => found.Spans),
            .. notice.Unrecognised.Select(found => found.Span),
        ];
        Assert.All(
            spans,
            span => Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= notice.Text.Length)
        );
        Assert.All(
            notice.Breakdowns,
            split =>
                Assert.All(split.Parts.Append(split.Total), index => Assert.InRange(index, 0, notice.Facts.Count - 1))
        );
        Assert.All(notice.Facts, fact => Assert.NotNull(fact.Number));
    }
}
