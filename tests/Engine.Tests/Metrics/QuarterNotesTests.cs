using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Metrics;

public sealed class QuarterNotesTests : IDisposable
{
    private readonly TestWarehouse _warehouse = new();

    [Fact]
    public void Other_rules_corrections_and_what_the_office_wrote_down_are_told()
    {
        _warehouse.Write(
            "data/reference/quarter_notes.csv",
            "quarter,note,source\n2024Q4,本季度增加一次抽查,会议纪要\n"
        );
        _warehouse.Write(
            "data/rulebooks/later.json",
            TestWarehouse
                .Rules.Replace("test-rules", "later", StringComparison.Ordinal)
                .Replace("测试规则", "新规则", StringComparison.Ordinal)
                .Replace("\"default\": true", "\"default\": false", StringComparison.Ordinal)
        );
        _warehouse.Reopen();
        _warehouse.Load("三季度.csv", TestWarehouse.Finding("zhasake", 7, period: "2024Q3"));
        _warehouse.Load("四季度.csv", TestWarehouse.Finding("zhasake", 2));
        _warehouse.Load("四季度.csv", TestWarehouse.Finding("zhasake", 3));
        _warehouse.Live.PublishQuarter(new Quarter(2024, 3), "later", "测试");

        using var snapshot = _warehouse.Open();

        Assert.Equal(
            [
                (new Quarter(2024, 4), "correction", "四季度.csv", 3L, null),
                (new Quarter(2024, 4), "note", "本季度增加一次抽查", null, "会议纪要"),
                (new Quarter(2024, 4), "rulebook", "测试规则", (long?)null, (string?)null),
            ],
            QuarterNotes.All(snapshot).Select(note => (note.Quarter, note.Kind, note.Subject, note.Batch, note.Source))
        );
    }

    [Fact]
    public void The_same_figures_in_another_file_are_no_correction()
    {
        _warehouse.Live.Load([Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5))], "测试");
        var again = Sheets.Notice("1号", TestWarehouse.Finding("公安局", 5) with { Words = "同样的数字，另一种说法" });
        Assert.Equal(2, _warehouse.Live.Load([again], "测试").BatchId);

        using var snapshot = _warehouse.Open();

        Assert.Empty(QuarterNotes.All(snapshot));
    }

    [Fact]
    public void A_correction_that_was_taken_back_is_told_no_more()
    {
        _warehouse.Load("四季度.csv", TestWarehouse.Finding("zhasake", 2));
        _warehouse.Load("四季度.csv", TestWarehouse.Finding("zhasake", 3));
        _warehouse.Live.Revert(2, "测试");

        using var snapshot = _warehouse.Open();

        Assert.Empty(QuarterNotes.All(snapshot));
    }

    [Theory]
    [InlineData("2024-4,文字,依据", "第 2 行的季度“2024-4”")]
    [InlineData("2024Q4,,依据", "第 2 行的 note 有 0 个字")]
    [InlineData("2024Q4,文字,", "第 2 行的 source 是空的")]
    public void A_wrong_row_is_named(string row, string words)
    {
        _warehouse.Write("data/reference/quarter_notes.csv", "quarter,note,source\n" + row + "\n");

        var refused = Assert.Throws<NoticeFormatException>(_warehouse.Reopen);

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _warehouse.Dispose();
}
