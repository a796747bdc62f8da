using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Export;

/// <summary>An official document → the bytes of a docx file.</summary>
public static class Document
{
    /// <summary>The media type of a docx file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Red = "FF0000";

    // The widest a name in the red head may be, in points, and the size of its letters.
    private const int HeadWidth = 428;
    private const int HeadPoints = 42;

    /// <summary>Writes it; the same document and properties always give the same bytes.</summary>
    /// <param name="document">The document.</param>
    /// <param name="properties">Title and time of the file, words above every page.</param>
    /// <param name="manifest">The statement of what it was made from, given the hash of all other parts (<see cref="Seal"/>); by default none.</param>
    /// <returns>A complete docx file.</returns>
    public static byte[] Write(
        OfficialDocument document,
        FileProperties properties,
        Func<string, string>? manifest = null
    )
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(properties);
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            CoreProperties.Write(file, properties);
            var writer = new DocumentWriter(
                main,
                properties.CreatedUtc,
                document.IsForm ? DocumentLook.Form : DocumentLook.Official
            );
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocumentStyles.Sheet(writer.Look);
            main.StyleDefinitionsPart!.Styles!.Save();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = new Settings(
                new EvenAndOddHeaders(),
                new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                )
            );
            main.DocumentSettingsPart!.Settings.Save();
            var body = new Body([.. Head(document, writer), .. Text(document, writer), .. Tail(document, writer)]);
            body.Append(DocumentStyles.Section(PageEnds.Add(main, properties.PageHeader), writer.Look));
            main.Document = new W.Document(body);
            main.Document.Save();
            writer.SaveComments();
            if (manifest is not null)
            {
                using var none = new MemoryStream();
                main.AddNewPart<CustomXmlPart>("application/xml", "rIdManifest").FeedData(none);
            }
        }

        using var output = new MemoryStream();
        FixedZip.Repack(stream, new Dictionary<string, SheetRows>(StringComparer.Ordinal), manifest, output);
        return output.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Blocks(IEnumerable<DocumentBlock> blocks, DocumentWriter writer) =>
        blocks.SelectMany(writer.Of);

    // The end of the text stays with the signature, so that none stands alone on a page.
    private static List<OpenXmlElement> Text(OfficialDocument document, DocumentWriter writer)
    {
        List<OpenXmlElement> text = [.. Blocks(document.Blocks, writer)];
        if (document.Signature is not null && text is [.., Paragraph { ParagraphProperties: { } properties }])
        {
            properties.KeepNext ??= new KeepNext();
        }

        return text;
    }

    private static IEnumerable<OpenXmlElement> Head(OfficialDocument document, DocumentWriter writer)
    {
        if (document.RedHead is { } office)
        {
            var scale = Math.Min(100, HeadWidth * 100 / (HeadPoints * Math.Max(1, office.Text.Length)));
            yield return new Paragraph(
                new ParagraphProperties(
                    new KeepNext(),
                    new SpacingBetweenLines
                    {
                        Before = "0",
                        After = "600",
                        Line = "1000",
                        LineRule = LineSpacingRuleValues.Exact,
                    },
                    new Justification { Val = JustificationValues.Center }
                ),
                DocumentWriter.Run(
                    office.Text,
                    DocumentStyles.Run(DocumentStyles.TitleFont, HeadPoints * 2, Red, scale, office.IsPlaceholder)
                )
            );
            yield return new Paragraph([
                new ParagraphProperties(
                    new KeepNext(),
                    new ParagraphBorders(
                        new BottomBorder
                        {
                            Val = BorderValues.Single,
                            Size = 12,
                            Space = 11,
                            Color = Red,
                        }
                    ),
                    new Justification { Val = JustificationValues.Center }
                ),
                .. writer.Runs([document.Number ?? new DocumentRun("")]),
            ]);
            yield return Empty();
        }

        yield return new Paragraph(
            DocumentStyles.Title(writer.Look),
            DocumentWriter.Run(document.Title, DocumentStyles.Run(DocumentStyles.TitleFont, writer.Look.TitleSize))
        );
        yield return Empty();
        if (document.Addressees is { } addressees)
        {
            yield return new Paragraph(writer.Runs([addressees]));
        }
    }

    private static IEnumerable<OpenXmlElement> Tail(OfficialDocument document, DocumentWriter writer)
    {
        foreach (var line in AttachmentList(document.Attachments))
        {
            yield return line;
        }

        if (document.Signature is { } signature)
        {
            yield return Empty();
            yield return Empty();
            yield return AtTheRight([signature], writer, keepsNext: true);
            yield return AtTheRight([document.Date ?? new DocumentRun("")], writer, keepsNext: false);
        }

        foreach (var (attachment, index) in document.Attachments.Select((attachment, index) => (attachment, index)))
        {
            var number = document.Attachments.Count == 1 ? "" : DocumentStyles.Text(index + 1);
            yield return new Paragraph(
                new ParagraphProperties(new KeepNext(), new PageBreakBefore()),
                DocumentWriter.Run($"附件{number}", DocumentStyles.Run(DocumentStyles.Hei, writer.Look.Size))
            );
            yield return Empty();
            yield return new Paragraph(
                DocumentStyles.Title(writer.Look),
                DocumentWriter.Run(
                    attachment.Title,
                    DocumentStyles.Run(DocumentStyles.TitleFont, writer.Look.TitleSize)
                )
            );
            yield return Empty();
            foreach (var element in Blocks(attachment.Blocks, writer))
            {
                yield return element;
            }
        }
    }

    // 附件：1.… a line below the text; the numbers stand below one another.
    private static IEnumerable<Paragraph> AttachmentList(IReadOnlyList<DocumentAttachment> attachments)
    {
        if (attachments.Count > 0)
        {
            yield return Empty();
        }

        foreach (var (attachment, index) in attachments.Select((attachment, index) => (attachment, index)))
        {
            var number = attachments.Count == 1 ? "" : DocumentStyles.Text(index + 1) + ".";
            var (chars, points) = index == 0 ? (200, "640") : (500, "1600");
            yield return new Paragraph(
                new ParagraphProperties(
                    new KeepNext(),
                    new Indentation { FirstLineChars = chars, FirstLine = points },
                    new Justification { Val = JustificationValues.Left }
                ),
                DocumentWriter.Run($"{(index == 0 ? "附件：" : "")}{number}{attachment.Title}", null)
            );
        }
    }

    private static Paragraph Empty() => new(new ParagraphProperties(new KeepNext()));

    // Four characters from the right edge of the text.
    private static Paragraph AtTheRight(IReadOnlyList<DocumentRun> runs, DocumentWriter writer, bool keepsNext)
    {
        var properties = new ParagraphProperties();
        if (keepsNext)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(
            new Indentation { RightChars = 400, Right = "1280" },
            new Justification { Val = JustificationValues.Right }
        );
        return new Paragraph([properties, .. writer.Runs(runs)]);
    }
}
