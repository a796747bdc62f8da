using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Tests.Warehouse;

namespace Analytics.Tests.Ingest.Reference;

public sealed class SuccessionListTests
{
    private const string Head = "old,new,kind,date,source\n";

    private static readonly UnitRegistry s_units = UnitRegistry.Of([
        new("xiangcun", "乡村振兴局", "乡村局", [], UnitGroup.Department, 1),
        new("nongmu", "农牧局", "农牧局", [], UnitGroup.Department, 2),
        new("dashuju", "大数据中心", "大数据中心", [], UnitGroup.Institution, 3),
    ]);

    [Fact]
    public void A_row_is_read_and_a_missing_file_holds_none()
    {
        Assert.Equal(
            [new UnitSuccession("xiangcun", "nongmu", "merge", new DateOnly(2024, 3, 1), "测试文件")],
            Read(Head + "xiangcun,nongmu,merge,2024-03-01,测试文件\n")
        );
        Assert.Empty(Read(Head));
        Assert.Empty(SuccessionList.Load(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")), s_units));
    }

    [Theory]
    [InlineData("xiangcun,nobody,merge,2024-03-01,x", 2, "nobody", "units.csv")]
    [InlineData("xiangcun,nongmu,join,2024-03-01,x", 2, "join", "rename")]
    [InlineData("xiangcun,nongmu,merge,2024-02-30,x", 2, "2024-02-30", "2024-01-26")]
    [InlineData("xiangcun,nongmu,merge,2024-03-01,", 2, "source", "依据")]
    [InlineData("xiangcun,xiangcun,rename,2024-03-01,x", 2, "xiangcun", "首尾相接")]
    [InlineData(
        "xiangcun,nongmu,rename,2024-03-01,x\nnongmu,dashuju,rename,2024-06-01,x\ndashuju,xiangcun,rename,2024-09-01,x",
        2,
        "xiangcun",
        "首尾相接"
    )]
    [InlineData("xiangcun,nongmu,merge,2024-03-01,x\nxiangcun,nongmu,merge,2024-06-01,x", 3, "重复", "一行")]
    [InlineData("xiangcun,nongmu,rename,2024-03-01,x\ndashuju,nongmu,rename,2024-06-01,x", 3, "nongmu", "merge")]
    public void A_wrong_row_is_refused_with_file_row_and_cure(string rows, int line, string value, string cure)
    {
        var fault = Assert.Throws<NoticeFormatException>(() => Read(Head + rows + "\n"));

        Assert.StartsWith($"unit_successions.csv 第 {line} 行", fault.Message, StringComparison.Ordinal);
        Assert.Contains(value, fault.Message, StringComparison.Ordinal);
        Assert.Contains(cure, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warehouse_takes_over_a_changed_file()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Write("data/reference/unit_successions.csv", Head + "renshe,gongan,merge,2024-11-30,测试文件\n");

        warehouse.Reopen();

        using var snapshot = warehouse.Open();
        Assert.Equal(
            [("renshe", "gongan", "2024Q4")],
            snapshot.Query(
                "select old_unit, new_unit, first_quarter from unit_successions",
                row => (row.GetString(0), row.GetString(1), row.GetString(2))
            )
        );
    }

    private static IReadOnlyList<UnitSuccession> Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return SuccessionList.Load(path, s_units);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
