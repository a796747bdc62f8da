using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;

namespace Analytics.Tests.Warehouse;

public sealed class AliasDecisionTests
{
    [Fact]
    public void A_decision_is_shown_with_who_and_when_and_used_by_later_loads()
    {
        using var warehouse = new TestWarehouse();

        warehouse.Live.DecideAlias(" 老公安局 ", "gongan", "张三");

        warehouse.Load("a.csv", TestWarehouse.Finding("老 公安局", 3));
        using var snapshot = warehouse.Open();
        Assert.Equal(["gongan"], snapshot.Query("select unit from findings", row => row.GetString(0)));
        Assert.Equal(
            [("老公安局", "gongan", "decision", "张三", new DateTime(2025, 1, 20, 2, 0, 0, DateTimeKind.Unspecified))],
            snapshot.Query(
                "select alias, unit, source, decided_by, decided_at from unit_aliases where decision_id is not null",
                row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetDateTime(4))
            )
        );
    }

    [Fact]
    public void A_revoked_decision_is_gone_and_loaded_rows_stay()
    {
        using var warehouse = new TestWarehouse();
        var decision = warehouse.Live.DecideAlias("老公安局", "gongan", "张三");
        warehouse.Load("a.csv", TestWarehouse.Finding("老公安局", 3));

        warehouse.Live.RevokeAlias(decision.Id, "李四");

        using (var after = warehouse.Open())
        {
            Assert.Empty(Units.Decisions(after));
        }

        Assert.Throws<NoticeFormatException>(() => warehouse.Load("b.csv", TestWarehouse.Finding("老公安局", 1)));
        Assert.Throws<NoticeFormatException>(() => warehouse.Live.RevokeAlias(decision.Id, "李四"));
        using var snapshot = warehouse.Open();
        Assert.Equal([3L], snapshot.Query("select finding_count from findings", row => row.GetInt64(0)));
    }

    [Theory]
    [InlineData("某镇", "gongan", "不是同一类单位")]
    [InlineData("某街道办事处", "gongan", "不是同一类单位")]
    [InlineData("某局", "zhasake", "不是同一类单位")]
    [InlineData("人社局", "gongan", "是人力资源和社会保障局")]
    [InlineData("老公安局", "nobody", "没有代码为")]
    [InlineData("  ", "gongan", "别名是空的")]
    public void A_decision_against_the_registry_or_the_kind_is_refused(string words, string unit, string reason)
    {
        using var warehouse = new TestWarehouse();

        var refusal = Assert.Throws<NoticeFormatException>(() => warehouse.Live.DecideAlias(words, unit, "张三"));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_decided_once_for_each_time()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.DecideAlias("老局", "gongan", "张三", to: new DateOnly(2023, 12, 31));
        warehouse.Live.DecideAlias("老局", "renshe", "张三", from: new DateOnly(2024, 1, 1));

        var refusal = Assert.Throws<NoticeFormatException>(() => warehouse.Live.DecideAlias("老局", "gongan", "李四"));

        Assert.Contains("先撤销", refusal.Message, StringComparison.Ordinal);
        warehouse.Load(
            "a.csv",
            TestWarehouse.Finding("老局", 1, period: "2023Q4"),
            TestWarehouse.Finding("老局", 2, period: "2024Q1")
        );
        using var snapshot = warehouse.Open();
        Assert.Equal(
            ["gongan", "renshe"],
            snapshot.Query("select unit from findings order by quarter", row => row.GetString(0))
        );
    }

    [Fact]
    public void The_registry_speaks_before_a_decision()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Live.DecideAlias("老局", "gongan", "张三");
        warehouse.Write(
            "data/reference/unit_aliases.csv",
            "alias,unit,valid_from,valid_to,source\n老局,renshe,2024-01-01,,某文件\n"
        );
        warehouse.Live.RefreshReference();

        warehouse.Live.Load(
            [
                Sheets.File(
                    "a.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        TestWarehouse.Finding("老局", 1, period: "2023Q4"),
                        TestWarehouse.Finding("老局", 2, period: "2024Q1")
                    )
                ),
            ],
            "测试"
        );

        using var snapshot = warehouse.Open();
        Assert.Equal(
            ["gongan", "renshe"],
            snapshot.Query("select unit from findings order by quarter", row => row.GetString(0))
        );
    }
}
