using System.Text;
using System.Text.Json;

namespace Analytics.Tests.Export;

/// <summary>JSON, NDJSON and CSV to the letter: frames, names, quotes, notes of what was cut.</summary>
public sealed class ResultsTextTests
{
    [Fact]
    public async Task Json_frames_the_rows_with_what_is_known_of_them()
    {
        var result = await ArrowResult.OfAsync("select 1 as n, '采用' as 结果 union all select 2, null");

        Assert.Equal(
            """
            {"columns":[{"name":"n","type":"INTEGER"},{"name":"结果","type":"VARCHAR"}],"rows":[
            [1,"采用"],
            [2,null]],"rowCount":2,"truncated":null,"rowLimit":10000,"elapsedMs":12.5}

            """.ReplaceLineEndings("\n"),
            TextOf(await result.JsonAsync())
        );
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("bytes")]
    public async Task Json_says_which_limit_cut_it(string limit)
    {
        var result = await ArrowResult.OfAsync("select 1 as n", limit, rowLimit: 1);

        using var json = JsonDocument.Parse(await result.JsonAsync());

        Assert.Equal(limit, json.RootElement.GetProperty("truncated").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("rowLimit").GetInt64());
    }

    [Fact]
    public async Task Json_escapes_controls_and_nothing_else()
    {
        var result = await ArrowResult.OfAsync(@"select chr(1) || '\' || chr(9) || '<&>é😀' as t");

        var json = TextOf(await result.JsonAsync());

        Assert.Contains("""["\u0001\\\t<&>é😀"]""", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_names_of_columns_are_told_apart_line_by_line()
    {
        var result = await ArrowResult.OfAsync("select 1 as n, 2 as n_2, 3 as x");
        result = result with
        {
            Info = result.Info with { Columns = [new("n", "INTEGER"), new("n", "INTEGER"), new("n_2", "INTEGER")] },
        };

        Assert.Equal("{\"n\":1,\"n_3\":2,\"n_2\":3}\n", TextOf(await result.NdjsonAsync()));
    }

    [Fact]
    public async Task Lines_of_json_end_with_a_note_only_when_cut()
    {
        var cut = await ArrowResult.OfAsync("select 1 as n", "rows", rowLimit: 1);
        var whole = await ArrowResult.OfAsync("select 1 as n");

        Assert.Equal("{\"n\":1}\n{\"truncated\":\"rows\",\"rowLimit\":1}\n", TextOf(await cut.NdjsonAsync()));
        Assert.Equal("{\"n\":1}\n", TextOf(await whole.NdjsonAsync()));
    }

    [Fact]
    public async Task Csv_begins_with_a_mark_when_asked()
    {
        var result = await ArrowResult.OfAsync("select '甲' as 单位");

        Assert.Equal([0xEF, 0xBB, 0xBF], (await result.CsvAsync(byteOrderMark: true))[..3]);
        Assert.Equal("单位\n甲\n", TextOf(await result.CsvAsync()));
    }

    [Fact]
    public async Task Csv_keeps_null_and_empty_text_apart()
    {
        var result = await ArrowResult.OfAsync("select '' as a, null::varchar as b, 1 as c");

        Assert.Equal("a,b,c\n\"\",,1\n", TextOf(await result.CsvAsync()));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("+A1", "\"'+A1\"")]
    [InlineData("-A1", "\"'-A1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\u3000=1", "\"'\u3000=1\"")]
    [InlineData("\t1", "\"'\t1\"")]
    [InlineData("\r1", "\"'\r1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+3", "+3")]
    [InlineData("-", "\"'-\"")]
    [InlineData("-1+cmd", "\"'-1+cmd\"")]
    [InlineData("报送=采用", "报送=采用")]
    [InlineData("甲,乙", "\"甲,乙\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("   ", "   ")]
    [InlineData("007", "\"007\"")]
    [InlineData("150000199001011234", "\"150000199001011234\"")]
    [InlineData("15000019900101123X", "15000019900101123X")]
    public async Task Csv_quotes_what_needs_it_and_defuses_formulas(string text, string cell)
    {
        var literal = "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
        var result = await ArrowResult.OfAsync($"select {literal} as t, -5 as n");

        Assert.Equal($"t,n\n{cell},-5\n", TextOf(await result.CsvAsync()));
    }

    [Fact]
    public async Task Csv_defuses_names_of_columns_too()
    {
        var result = await ArrowResult.OfAsync("select 1 as \"=cmd\", 2 as \"a,b\"");

        Assert.Equal("\"'=cmd\",\"a,b\"\n1,2\n", TextOf(await result.CsvAsync()));
    }

    [Theory]
    [InlineData("rows", "\"# 结果不完整：只有前 2 行（上限 2 行）\"")]
    [InlineData("bytes", "\"# 结果不完整：只有前 2 行（结果的大小到了上限）\"")]
    public async Task Csv_ends_with_a_note_when_cut(string limit, string note)
    {
        var result = await ArrowResult.OfAsync("select range as n from range(2)", limit, rowLimit: 2);

        Assert.Equal($"n\n0\n1\n{note}\n", TextOf(await result.CsvAsync()));
    }

    [Fact]
    public async Task An_empty_result_has_its_columns()
    {
        var result = await ArrowResult.OfAsync("select 1 as n, 'x' as t where false");

        Assert.Equal("n,t\n", TextOf(await result.CsvAsync()));
        Assert.Equal("", TextOf(await result.NdjsonAsync()));
        Assert.StartsWith(
            """{"columns":[{"name":"n","type":"INTEGER"},{"name":"t","type":"VARCHAR"}],"rows":[],"rowCount":0,""",
            TextOf(await result.JsonAsync()),
            StringComparison.Ordinal
        );
    }

    private static string TextOf(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
