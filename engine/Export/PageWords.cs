using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>What stands above and below every printed page of a tab.</summary>
internal static class PageWords
{
    // The program takes no longer header.
    private const int MostCharacters = 255;

    /// <param name="header">Above every page; null for none.</param>
    internal static HeaderFooter Of(string? header)
    {
        var words = new HeaderFooter();
        if (!string.IsNullOrWhiteSpace(header))
        {
            // & begins a code, so that it is written twice; the sign of red in front of the words.
            var coded = "&C&KC00000" + CellText.Clean(header).Replace("&", "&&", StringComparison.Ordinal);
            words.Append(new OddHeader(coded.Length > MostCharacters ? coded[..MostCharacters] : coded));
        }

        words.Append(new OddFooter("&C第 &P 页，共 &N 页"));
        return words;
    }
}
