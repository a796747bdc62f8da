using System.IO.Compression;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace Analytics.Tests.Output;

/// <summary>Papers as they come out of a printer: no cut column, no title alone at a page's foot, one page for a unit.</summary>
public sealed partial class PrintedPagesTests(ServerFixture server)
{
    // The page number stands below, what makes it a draft above.
    private const double TextBottom = 99;
    private const double TextTop = 742;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_column_of_a_workbook_is_on_its_page_and_wide_enough()
    {
        var file = await GetAsync("assessments/2024Q3.xlsx?rulebook=banner-yearly&year=2024");
        using var printed = (await Office.PrintAsync(("a.xlsx", file)))[0];
        var pages = printed.GetPages().Select(WordsOf).ToList();

        Assert.All(pages, page => Assert.Contains("草稿：排名尚未发布", page, StringComparison.Ordinal));
        // A number that does not fit its column is printed as ###.
        Assert.All(pages, page => Assert.DoesNotContain("##", page, StringComparison.Ordinal));
        using var book = new ReadBook(file);
        foreach (var sheet in book.Names.Where(name => !name.EndsWith('图')))
        {
            var heads = book.Rows(sheet, sheet == "说明" ? 1 : 2).SelectMany(row => row.Keys).Distinct().ToList();
            Assert.NotEmpty(heads);
            Assert.Contains(pages, page => heads.TrueForAll(head => page.Contains(head, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_draft_has_22_lines_on_a_full_page_no_title_at_a_foot_and_numbers_outside()
    {
        using var printed = (await Office.PrintAsync(("d.docx", await GetAsync("drafts/2024Q3.docx"))))[0];

        Assert.InRange(printed.NumberOfPages, 5, 20);
        foreach (var page in printed.GetPages())
        {
            var lines = LinesOf(page);
            var text = lines.Where(line => line.Y is > TextBottom and < TextTop).ToList();
            if (text.Count > 0)
            {
                Assert.DoesNotMatch(Title(), text[^1].Words);
            }

            var number = lines.Single(line => line.Words == $"—{page.Number}—");
            Assert.True(page.Number % 2 == 1 ? number.X > page.Width / 2 : number.X < page.Width / 2);
            Assert.Contains(lines, line => line.Words.Contains("示例数据，不是真实情况", StringComparison.Ordinal));
        }

        // The second page is full of text.
        Assert.Equal(22, LinesOf(printed.GetPage(2)).Count(line => line.Y is > TextBottom and < TextTop));
    }

    [Fact]
    public async Task The_sheet_of_every_unit_is_one_page()
    {
        using var zip = new ZipArchive(new MemoryStream(await GetAsync("sheets/2024Q3.zip?due=2024-12-01")));
        var files = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var opened = await entry.OpenAsync(Cancel);
            await opened.CopyToAsync(content, Cancel);
            files.Add((entry.Name, content.ToArray()));
        }

        var printed = await Office.PrintAsync([.. files]);

        Assert.Equal(zip.Entries.Count, printed.Count);
        Assert.All(printed, sheet => Assert.Equal(1, sheet.NumberOfPages));
        Assert.All(
            printed.Select(sheet => WordsOf(sheet.GetPage(1))),
            words => Assert.Contains("情况单", words, StringComparison.Ordinal)
        );
    }

    private Task<byte[]> GetAsync(string address) => server.Client.GetByteArrayAsync("/api/v1/" + address, Cancel);

    private static string WordsOf(Page page) => string.Concat(LinesOf(page).Select(line => line.Words));

    // Letters on one line, from the top; a letter's place is where it stands on the line.
    private static List<(double Y, double X, string Words)> LinesOf(Page page) =>
        [
            .. page
                .Letters.GroupBy(letter => Math.Floor(letter.StartBaseLine.Y / 3))
                .OrderByDescending(line => line.Key)
                .Select(line =>
                    (
                        line.First().StartBaseLine.Y,
                        line.First().StartBaseLine.X,
                        Words: string.Concat(
                                line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)
                            )
                            .Replace(" ", "", StringComparison.Ordinal)
                    )
                )
                .Where(line => line.Words.Length > 0),
        ];

    [GeneratedRegex("^([一二三四五]、|（[一二三四五六七]）|附件)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
