using Analytics.Dashboard.Pages;
using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;

namespace Analytics.Tests.Pages;

public sealed class NoticeTextTests
{
    private const string Text = """
        关于2024年第四季度政府网站检查情况的通报
        一、共发现问题5条，涉及公安局3条、民政局1条。
        二、报送信息52条，采用28条，采用率54%。
        """;

    [Fact]
    public void The_pieces_together_are_the_text_and_each_number_that_was_read_is_one_of_them()
    {
        var notice = NoticeReader.Read(new SourceText("样例.txt", default, "", Text, "UTF-8"));

        var paragraphs = NoticeText.Cut(notice);

        Assert.Equal(
            notice.Text,
            string.Join('\n', paragraphs.Select(one => string.Concat(one.Pieces.Select(piece => piece.Words))))
        );
        Assert.Equal(
            notice.Facts.Select(fact => notice.Text[fact.Span.Start..fact.Span.End]).Order(StringComparer.Ordinal),
            paragraphs
                .SelectMany(one => one.Pieces)
                .Where(piece => piece.Fact is not null)
                .Select(piece => piece.Words)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_discrepancy_stands_behind_the_paragraph_of_its_first_figure()
    {
        var paragraphs = NoticeText.Cut(NoticeReader.Read(new SourceText("样例.txt", default, "", Text, "UTF-8")));

        // 5 is stated, 3 + 1 is 4.
        var (found, number) = Assert.Single(paragraphs[1].Found, one => one.Found.Code == DiscrepancyCode.SumMismatch);
        Assert.Equal((5m, 4m), (found.Stated!.Value, found.Computed!.Value));
        Assert.True(number > 0);
        Assert.Empty(paragraphs[0].Found);
    }
}
