using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>Sheets of plain values → the bytes of an xlsx file.</summary>
public static class Workbook
{
    /// <summary>Writes a workbook; the same tabs and properties always give the same bytes.</summary>
    /// <param name="tabs">At least one sheet, and charts of sheets among them; in their order.</param>
    /// <param name="properties">Title and time of the file; by default none are written.</param>
    /// <param name="manifest">The statement of what it was made from, given the hash of all other parts (<see cref="Seal"/>); by default none.</param>
    /// <returns>A complete xlsx file.</returns>
    /// <exception cref="ArgumentException">
    /// A sheet cannot be written: too many rows or columns, text longer than 32,767 characters, a value that is none of those
    /// <see cref="WorkbookSheet"/> takes. The Chinese message names sheet and cell. Or a chart's source is not among the tabs.
    /// </exception>
    public static byte[] Write(
        IReadOnlyList<WorkbookTab> tabs,
        FileProperties? properties = null,
        Func<string, string>? manifest = null
    )
    {
        using var output = new MemoryStream();
        Write(output, tabs, properties, manifest);
        return output.ToArray();
    }

    /// <summary>Writes a workbook whose rows are too many to stand in memory; the same bytes as <see cref="Write(IReadOnlyList{WorkbookTab}, FileProperties?, Func{string, string}?)"/>.</summary>
    /// <param name="output">Must seek; stays open.</param>
    /// <param name="tabs">At least one sheet, and charts of sheets among them; in their order.</param>
    /// <param name="properties">Title and time of the file; by default none are written.</param>
    /// <param name="manifest">The statement of what it was made from; by default none.</param>
    /// <exception cref="ArgumentException">A sheet cannot be written; the output is no whole file then.</exception>
    public static void Write(
        Stream output,
        IReadOnlyList<WorkbookTab> tabs,
        FileProperties? properties = null,
        Func<string, string>? manifest = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(tabs);
        var names = SheetNames.Of(tabs.Select(tab => tab.Name));
        var sheets = tabs.OfType<WorkbookSheet>().ToList();
        var layouts = SheetLayout.Of(sheets, [.. names.Where((_, index) => tabs[index] is WorkbookSheet)]);
        var rows = new Dictionary<string, SheetRows>(StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            WriteParts(document, tabs, names, layouts, PageWords.Of(properties?.PageHeader), rows);
            if (properties is not null)
            {
                CoreProperties.Write(document, properties);
            }

            if (manifest is not null)
            {
                // Filled when all other parts are there.
                document
                    .WorkbookPart!.AddNewPart<CustomXmlPart>("application/xml", RelationshipId(tabs.Count + 1))
                    .FeedData(Stream.Null);
            }
        }

        FixedZip.Repack(stream, rows, manifest, output);
    }

    private static void WriteParts(
        SpreadsheetDocument document,
        IReadOnlyList<WorkbookTab> tabs,
        IReadOnlyList<string> names,
        IReadOnlyList<SheetLayout> layouts,
        S.HeaderFooter words,
        Dictionary<string, SheetRows> rows
    )
    {
        // The SDK makes up random relationship ids unless told.
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");

        var list = new S.Sheets();
        for (var i = 0; i < tabs.Count; i++)
        {
            var id = RelationshipId(i);
            if (tabs[i] is WorkbookChart chart)
            {
                var source =
                    layouts.FirstOrDefault(layout => ReferenceEquals(layout.Sheet, chart.Source))
                    ?? throw new ArgumentException($"The source of the chart {chart.Name} is no tab.", nameof(tabs));
                ChartWriter.Write(workbook.AddNewPart<ChartsheetPart>(id), chart, source, words);
            }
            else
            {
                var layout = layouts[rows.Count];
                var part = workbook.AddNewPart<WorksheetPart>(id);
                SheetWriter.Write(part, layout, words, isFirst: i == 0);
                rows.Add(part.Uri.OriginalString.TrimStart('/'), new SheetRows(layout));
            }

            list.Append(
                new S.Sheet
                {
                    Name = names[i],
                    SheetId = (uint)i + 1,
                    Id = id,
                }
            );
        }

        workbook.AddNewPart<WorkbookStylesPart>(RelationshipId(tabs.Count)).Stylesheet = Styles.MakeStylesheet();
        workbook.Workbook = new S.Workbook(new S.BookViews(new S.WorkbookView()), list, MakeNames(tabs, layouts));
        workbook.WorkbookStylesPart!.Stylesheet.Save();
        workbook.Workbook.Save();
    }

    private static S.DefinedNames MakeNames(IReadOnlyList<WorkbookTab> tabs, IReadOnlyList<SheetLayout> layouts)
    {
        var names = new S.DefinedNames();
        foreach (var layout in layouts)
        {
            var i = tabs.TakeWhile(tab => !ReferenceEquals(tab, layout.Sheet)).Count();
            var sheet = layout.Quoted + "!";
            var filter = $"{sheet}$A${layout.HeadRow}:${CellName.Column(layout.Columns.Count)}${layout.LastRow}";
            names.Append(
                new S.DefinedName(filter)
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                },
                new S.DefinedName($"{sheet}${layout.HeadRow}:${layout.HeadRow}")
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)i,
                }
            );
        }

        return names;
    }

    private static string RelationshipId(int index) => string.Create(CultureInfo.InvariantCulture, $"rId{index + 1}");
}
