using Analytics.Export;

namespace Analytics.Tests.Export;

public sealed class SheetNamesTests
{
    [Theory]
    [InlineData("得分", "得分")]
    [InlineData("a:b\\c/d?e*f[g]", "a_b_c_d_e_f_g_")]
    [InlineData("", "工作表")]
    [InlineData(" \t ", "工作表")]
    [InlineData("''", "工作表")]
    [InlineData("'引'", "引")]
    [InlineData("一\n二", "一 二")]
    [InlineData("1234567890123456789012345678901234", "1234567890123456789012345678901")]
    [InlineData("123456789012345678901234567890😀", "123456789012345678901234567890")]
    [InlineData("123456789012345678901234567890'x", "123456789012345678901234567890")]
    [InlineData("history", "history (2)")]
    public void An_odd_name_becomes_one_that_opens(string wish, string name)
    {
        using var book = new WrittenBook(Named(wish));

        Assert.Equal([name], book.Names);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public void No_two_names_are_alike()
    {
        var ten = string.Concat(Enumerable.Repeat("一二三四五六七八九十", 4));
        using var book = new WrittenBook(
            Named("Sheet"),
            Named("sheet"),
            Named("Sheet (2)"),
            Named("SHEET"),
            Named(ten),
            Named(ten)
        );

        Assert.Equal(
            [
                "Sheet",
                "sheet (2)",
                "Sheet (2) (2)",
                "SHEET (3)",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
                "一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)",
            ],
            book.Names
        );
        Assert.Empty(book.Faults());
    }

    private static WorkbookSheet Named(string name) => new(name, [new SheetColumn("列")], []);
}
