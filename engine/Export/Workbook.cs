using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>Sheets of plain values → the bytes of an xlsx file.</summary>
public static class Workbook
{
    /// <summary>Writes a workbook; the same sheets and properties always give the same bytes.</summary>
    /// <param name="sheets">At least one, in the order of their tabs.</param>
    /// <param name="properties">Title and time of the file; by default none are written.</param>
    /// <returns>A complete xlsx file.</returns>
    /// <exception cref="ArgumentException">
    /// A sheet cannot be written: too many rows or columns, text longer than 32,767 characters, a value that is none of those
    /// <see cref="WorkbookSheet"/> takes. The Chinese message names sheet and cell; nothing has been written by then.
    /// </exception>
    public static byte[] Write(IReadOnlyList<WorkbookSheet> sheets, WorkbookProperties? properties = null)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var layouts = SheetLayout.Of(sheets);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false))
        {
            WriteParts(document, layouts);
            if (properties is not null)
            {
                CoreProperties.Write(document, properties);
            }
        }

        return FixedZip.Repack(stream);
    }

    private static void WriteParts(SpreadsheetDocument document, IReadOnlyList<SheetLayout> layouts)
    {
        // The SDK makes up random relationship ids unless told.
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rId1");

        var tabs = new S.Sheets();
        for (var i = 0; i < layouts.Count; i++)
        {
            var id = RelationshipId(i);
            var number = (uint)i + 1;
            SheetWriter.Write(workbook.AddNewPart<WorksheetPart>(id), layouts[i], isFirst: i == 0);
            tabs.Append(
                new S.Sheet
                {
                    Name = layouts[i].Name,
                    SheetId = number,
                    Id = id,
                }
            );
        }

        workbook.AddNewPart<WorkbookStylesPart>(RelationshipId(layouts.Count)).Stylesheet = Styles.MakeStylesheet();
        workbook.Workbook = new S.Workbook(new S.BookViews(new S.WorkbookView()), tabs, MakeNames(layouts));
        workbook.WorkbookStylesPart!.Stylesheet.Save();
        workbook.Workbook.Save();
    }

    private static S.DefinedNames MakeNames(IReadOnlyList<SheetLayout> layouts)
    {
        var names = new S.DefinedNames();
        for (var i = 0; i < layouts.Count; i++)
        {
            var layout = layouts[i];
            var sheet = "'" + layout.Name.Replace("'", "''", StringComparison.Ordinal) + "'!";
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

/// <summary>What the file says about itself.</summary>
/// <param name="Title">标题 in the file's properties.</param>
/// <param name="CreatedUtc">创建时间, taken as UTC whatever its kind.</param>
public sealed record WorkbookProperties(string Title, DateTime CreatedUtc);
