using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Export;

/// <summary>What stands above and below the text of every page: — 1 —, odd pages at the right, even pages at the left; words above where there are any.</summary>
internal static class PageEnds
{
    internal static IReadOnlyList<HeaderFooterReferenceType> Add(MainDocumentPart main, string? header)
    {
        var references = new List<HeaderFooterReferenceType>();
        if (!string.IsNullOrWhiteSpace(header))
        {
            references.Add(AddHeader(main, "rIdHead1", HeaderFooterValues.Default, header));
            references.Add(AddHeader(main, "rIdHead2", HeaderFooterValues.Even, header));
        }

        references.Add(AddFooter(main, "rIdFoot1", HeaderFooterValues.Default, JustificationValues.Right));
        references.Add(AddFooter(main, "rIdFoot2", HeaderFooterValues.Even, JustificationValues.Left));
        return references;
    }

    private static HeaderReference AddHeader(MainDocumentPart main, string id, HeaderFooterValues pages, string words)
    {
        var part = main.AddNewPart<HeaderPart>(id);
        part.Header = new Header(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                DocumentWriter.Run(words, DocumentStyles.Run(DocumentStyles.Hei, DocumentStyles.SizeSmall4, "C00000"))
            )
        );
        part.Header.Save();
        return new HeaderReference { Type = pages, Id = id };
    }

    private static FooterReference AddFooter(
        MainDocumentPart main,
        string id,
        HeaderFooterValues pages,
        JustificationValues side
    )
    {
        var part = main.AddNewPart<FooterPart>(id);
        // One character from the edge of the text.
        var indent =
            side == JustificationValues.Right
                ? new Indentation { RightChars = 100, Right = "280" }
                : new Indentation { LeftChars = 100, Left = "280" };
        part.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(indent, new Justification { Val = side }),
                Words("— "),
                Field(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                Field(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
                Field(new FieldChar { FieldCharType = FieldCharValues.Separate }),
                Words("1"),
                Field(new FieldChar { FieldCharType = FieldCharValues.End }),
                Words(" —")
            )
        );
        part.Footer.Save();
        return new FooterReference { Type = pages, Id = id };
    }

    private static Run Words(string text) =>
        DocumentWriter.Run(text, DocumentStyles.Run(DocumentStyles.Song, DocumentStyles.Size4));

    private static Run Field(OpenXmlElement part) =>
        new(DocumentStyles.Run(DocumentStyles.Song, DocumentStyles.Size4), part);
}
