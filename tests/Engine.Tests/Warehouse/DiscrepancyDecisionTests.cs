using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;

namespace Analytics.Tests.Warehouse;

public sealed class DiscrepancyDecisionTests
{
    [Fact]
    public void A_settled_discrepancy_keeps_its_figures_and_says_who_when_and_why()
    {
        using var warehouse = Conflicting(stated: 5);
        var id = One(warehouse).Id;

        var decision = warehouse.Live.SettleDiscrepancy(id, " 经核实，以明细表为准 ", "张三");

        var settled = One(warehouse);
        Assert.Equal(
            (1L, id, "经核实，以明细表为准", "张三"),
            (decision.Id, decision.Discrepancy, decision.Note, decision.By)
        );
        Assert.False(settled.IsOpen);
        Assert.Equal((5m, 3m), (settled.Stated, settled.Computed));
        Assert.Equal(
            ("经核实，以明细表为准", "张三", new DateTime(2025, 1, 20, 2, 0, 0, DateTimeKind.Utc)),
            (settled.SettledNote, settled.SettledBy, settled.SettledAt)
        );
    }

    [Fact]
    public void It_can_be_opened_again_and_settled_anew()
    {
        using var warehouse = Conflicting(stated: 5);
        var id = One(warehouse).Id;
        warehouse.Live.SettleDiscrepancy(id, "第一次", "张三");

        warehouse.Live.ReopenDiscrepancy(id, "李四");
        var reopened = One(warehouse);
        warehouse.Live.SettleDiscrepancy(id, "第二次", "王五");

        Assert.True(reopened.IsOpen);
        Assert.Equal(("第二次", "王五"), (One(warehouse).SettledNote, One(warehouse).SettledBy));
    }

    [Fact]
    public void A_decision_lapses_when_the_figures_are_no_longer_those_it_was_about()
    {
        using var warehouse = Conflicting(stated: 5);
        var before = One(warehouse);
        warehouse.Live.SettleDiscrepancy(before.Id, "经核实", "张三");

        LoadNotice(warehouse, stated: 6);

        var after = One(warehouse);
        Assert.Equal((before.Id, 6m, true), (after.Id, after.Stated, after.IsOpen));
        warehouse.Live.SettleDiscrepancy(after.Id, "再次核实", "李四");
        Assert.Equal("再次核实", One(warehouse).SettledNote);
    }

    [Theory]
    [InlineData("nothing", "经核实", "没有代码为 “nothing” 的出入")]
    [InlineData(null, "  ", "没有写明如何了结")]
    public void What_cannot_be_settled_is_refused(string? id, string note, string reason)
    {
        using var warehouse = Conflicting(stated: 5);

        var refusal = Assert.Throws<NoticeFormatException>(() =>
            warehouse.Live.SettleDiscrepancy(id ?? One(warehouse).Id, note, "张三")
        );

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.True(One(warehouse).IsOpen);
    }

    [Fact]
    public void One_that_is_settled_is_not_settled_twice_and_one_that_is_open_not_opened()
    {
        using var warehouse = Conflicting(stated: 5);
        var id = One(warehouse).Id;

        var open = Assert.Throws<NoticeFormatException>(() => warehouse.Live.ReopenDiscrepancy(id, "李四"));
        warehouse.Live.SettleDiscrepancy(id, "经核实", "张三");
        var twice = Assert.Throws<NoticeFormatException>(() =>
            warehouse.Live.SettleDiscrepancy(id, "另一种说法", "李四")
        );

        Assert.Contains("没有已了结的出入", open.Message, StringComparison.Ordinal);
        Assert.Contains("已由张三了结", twice.Message, StringComparison.Ordinal);
        Assert.Equal("经核实", One(warehouse).SettledNote);
    }

    // The notice says so many of the police, the detail sheet has three.
    private static TestWarehouse Conflicting(int stated)
    {
        var warehouse = new TestWarehouse();
        LoadNotice(warehouse, stated);
        warehouse.Live.Load(
            [Sheets.File("清单.xlsx", Sheets.Of(TableKind.Findings, TestWarehouse.Finding("公安局", 3)))],
            "测试"
        );
        return warehouse;
    }

    private static void LoadNotice(TestWarehouse warehouse, int stated) =>
        warehouse.Live.Load([Sheets.Notice("1号", TestWarehouse.Finding("公安局", stated))], "测试");

    private static DiscrepancyRow One(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        return Discrepancies.All(snapshot).Single(row => row.Message.StartsWith("公安局", StringComparison.Ordinal));
    }
}
