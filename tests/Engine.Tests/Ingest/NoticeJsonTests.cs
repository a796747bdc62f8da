using System.Globalization;
using System.Text.Json;
using Analytics.Domain;
using Analytics.Ingest;

namespace Analytics.Tests.Ingest;

public sealed class NoticeJsonTests
{
    [Fact]
    public void Keys_are_those_of_the_contract_and_absent_values_have_none()
    {
        using var json = JsonDocument.Parse(
            NoticeJson.Write(Sample.Read("一是甲。二是乙。二是丙。政务新媒体发现问题共计3条。编号77。"))
        );

        var root = json.RootElement;
        Assert.Equal(["text", "document", "facts", "checks", "discrepancies", "unrecognised"], Names(root));
        Assert.Equal("2024Q3", root.GetProperty("document").GetProperty("quarter").GetString());
        Assert.Equal(
            ["channel", "measure", "period", "count", "span", "location", "words"],
            Names(root.GetProperty("facts")[0])
        );
        Assert.Equal(
            ["code", "severity", "stated", "computed", "message", "spans"],
            Names(root.GetProperty("discrepancies")[0])
        );
        Assert.Equal("style", root.GetProperty("discrepancies")[0].GetProperty("severity").GetString());
        Assert.Equal(["span", "words"], Names(root.GetProperty("unrecognised")[0]));
    }

    [Fact]
    public void A_span_is_a_pair_of_offsets_into_the_text()
    {
        var written = NoticeJson.Write(Sample.Read("政务新媒体发现问题共计321条。"));

        using var json = JsonDocument.Parse(written);
        var span = json.RootElement.GetProperty("facts")[0].GetProperty("span");
        Assert.Equal("321", json.RootElement.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()]);
    }

    [Fact]
    public void Chinese_is_not_escaped() =>
        Assert.Contains(
            "政务新媒体",
            NoticeJson.Write(Sample.Read("政务新媒体发现问题3条。")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Facts_as_CSV_have_one_row_each_and_quote_what_needs_it()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Fact[] facts =
        [
            new()
            {
                Measure = Measure.Issues,
                Channel = Channel.NewMedia,
                Unit = "=1+1",
                Count = 3,
                Words = "a,\"b\"",
                Location = "第1行",
            },
        ];

        FactCsv.Write(facts, writer);

        var lines = writer.ToString().Split('\n');
        Assert.StartsWith("channel,measure,period,unit,group,", lines[0], StringComparison.Ordinal);
        Assert.Equal("newmedia,issues,,'=1+1,,,,,,,,3,,,,,,,,第1行,\"a,\"\"b\"\"\",", lines[1]);
    }

    private static string[] Names(JsonElement element) =>
        [.. element.EnumerateObject().Select(property => property.Name)];
}
