using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Sources.Documents;

/// <summary>Takes page numbers and running heads (页码、页眉、页脚) off the pages before these are joined.</summary>
/// <remarks>A count cut by the page end, 「（82」「—3—」「条）」, would else be lost without a word.</remarks>
internal static partial class PageFurniture
{
    /// <summary>Strips all pages in place.</summary>
    public static void Strip(List<List<PageLine>> pages)
    {
        var offset = BareOffset(pages);
        foreach (var page in pages)
        {
            // A running foot may stand above or below the number.
            for (var i = 0; i < 2; i++)
            {
                RemoveAt(page, page.Count - 1, offset, pages.Count);
            }

            RemoveAt(page, 0, offset, pages.Count);
        }

        StripRepeated(pages, page => page.Count - 1);
        StripRepeated(pages, _ => 0);
        foreach (var page in pages)
        {
            RemoveAt(page, page.Count - 1, offset, pages.Count);
        }
    }

    private static void RemoveAt(List<PageLine> page, int index, int? offset, int count)
    {
        if (index < 0 || index >= page.Count)
        {
            return;
        }

        var text = Tidy(page[index].Text);
        if (
            Marked().IsMatch(text)
            || IsPrintedByBrowser(page[index], count)
            || (offset is { } known && Bare(text) is { } number && number - page[index].Page == known)
        )
        {
            page.RemoveAt(index);
        }
    }

    // A browser prints the address at the left and 2/5 at the right.
    private static bool IsPrintedByBrowser(PageLine line, int count) =>
        line.HasColumns && line.Text.EndsWith($" {line.Page}/{count}", StringComparison.Ordinal);

    // A bare number is a page number only where it counts along with the pages.
    private static int? BareOffset(List<List<PageLine>> pages)
    {
        var offsets = pages
            .Where(page => page.Count > 0)
            .SelectMany(page => new[] { page[0], page[^1] }.Distinct())
            .Select(line => (Number: Bare(Tidy(line.Text)), line.Page))
            .Where(found => found.Number is not null)
            .GroupBy(found => found.Number!.Value - found.Page)
            .Select(same => (Offset: same.Key, Count: same.Select(found => found.Page).Distinct().Count()))
            .OrderByDescending(same => same.Count)
            .ToList();
        return offsets.Count == 0 ? null
            : offsets[0].Count >= 2 || (pages.Count == 1 && offsets[0].Offset == 0) ? offsets[0].Offset
            : null;
    }

    // The same words at the same height of most pages; the first stay, for they may head a table.
    private static void StripRepeated(List<List<PageLine>> pages, Func<List<PageLine>, int> at)
    {
        var repeated = pages
            .Where(page => page.Count > 1)
            .Select(page => page[at(page)])
            .GroupBy(line => (Tidy(line.Text), Math.Round(line.Baseline, MidpointRounding.AwayFromZero)))
            .Where(same => same.Count() >= Math.Clamp(pages.Count, 2, 3) && same.Count() * 10 >= pages.Count * 6)
            .SelectMany(same => same.OrderBy(line => line.Page).Skip(1))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var page in pages)
        {
            page.RemoveAll(repeated.Contains);
        }
    }

    private static int? Bare(string text) =>
        text.Length is >= 1 and <= 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Tidy(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(
        "^([-—–‐‑−_·•~]+[0-9]{1,4}[-—–‐‑−_·•~]+|第[0-9一二三四五六七八九十百]{1,5}页([,，/、]?共[0-9一二三四五六七八九十百]{1,5}页)?|[0-9]{1,4}/[0-9]{1,4}|Page[0-9]{1,4}(of[0-9]{1,4})?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Marked();
}
