using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Analytics.Export;

/// <summary>Blocks → the elements of a document; pictures and comments become parts of it.</summary>
/// <param name="main">The part they belong to.</param>
/// <param name="at">The time of the comments, UTC.</param>
/// <param name="look">Sizes and distances.</param>
internal sealed class DocumentWriter(MainDocumentPart main, DateTime at, DocumentLook look)
{
    // In the unit of drawings: 36,000 to the millimetre.
    private const long PictureWidth = 156 * 36_000L;
    private const long PictureHeight = 210 * 36_000L;
    private const string Author = "核算";

    private readonly List<Comment> _comments = [];
    private int _pictures;

    /// <summary>Sizes and distances.</summary>
    internal DocumentLook Look => look;

    /// <summary>The elements of a block.</summary>
    internal IEnumerable<OpenXmlElement> Of(DocumentBlock block) =>
        block switch
        {
            DocumentHeading heading =>
            [
                new Paragraph(
                    new ParagraphProperties(new ParagraphStyleId { Val = $"Heading{heading.Level}" }),
                    Run(heading.Text, null)
                ),
            ],
            DocumentParagraph paragraph =>
            [
                new Paragraph([
                    DocumentStyles.BodyParagraph(paragraph.IsCentred, keepsNext: paragraph.IsCentred),
                    .. Runs(paragraph.Runs),
                ]),
            ],
            // A table at the very end needs a paragraph behind it.
            DocumentTable table => [DocumentTables.Of(table, look), new Paragraph()],
            DocumentPicture picture => [PictureOf(picture)],
            _ => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        };

    /// <summary>The elements of runs: words, and where somebody is told something, the marks of a comment around them.</summary>
    internal IEnumerable<OpenXmlElement> Runs(IEnumerable<DocumentRun> runs)
    {
        foreach (var run in runs)
        {
            var words = Run(
                run.Text,
                run.IsPlaceholder ? DocumentStyles.Run(DocumentStyles.Body, look.Size, isMarked: true) : null
            );
            List<string> ids = [.. run.Comments.Select(Commented)];
            foreach (var id in ids)
            {
                yield return new CommentRangeStart { Id = id };
            }

            yield return words;
            foreach (var id in ids)
            {
                yield return new CommentRangeEnd { Id = id };
                yield return new Run(new CommentReference { Id = id });
            }
        }
    }

    /// <summary>Saves the comments, where there are any.</summary>
    internal void SaveComments()
    {
        if (_comments.Count > 0)
        {
            var part = main.AddNewPart<WordprocessingCommentsPart>("rIdComments");
            part.Comments = new Comments(_comments);
            part.Comments.Save();
        }
    }

    /// <summary>Words with their looks; null for those of the paragraph.</summary>
    internal static Run Run(string text, RunProperties? properties)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.Append(properties);
        }

        run.Append(new Text(CellText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private string Commented(string told)
    {
        var id = DocumentStyles.Text(_comments.Count);
        _comments.Add(
            new Comment(new Paragraph(Run(told, DocumentStyles.Run(DocumentStyles.Song, DocumentStyles.SizeSmall4))))
            {
                Id = id,
                Author = Author,
                Initials = "核",
                Date = DateTime.SpecifyKind(at, DateTimeKind.Utc),
            }
        );
        return id;
    }

    // The head of a PNG file states its width and height behind 16 bytes.
    private static (long Width, long Height) SizeOf(byte[] png)
    {
        var ratio =
            BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))
            / (double)BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var width = Math.Min(PictureWidth, (long)(PictureHeight / ratio));
        return (width, (long)(width * ratio));
    }

    private Paragraph PictureOf(DocumentPicture picture)
    {
        var number = ++_pictures;
        var id = $"rIdPicture{DocumentStyles.Text(number)}";
        var part = main.AddImagePart(ImagePartType.Png, id);
        using (var stream = new MemoryStream(picture.Png))
        {
            part.FeedData(stream);
        }

        var (width, height) = SizeOf(picture.Png);
        var name = $"图{DocumentStyles.Text(number)}";
        var drawing = new Drawing(
            new WP.Inline(
                new WP.Extent { Cx = width, Cy = height },
                new WP.DocProperties
                {
                    Id = (uint)number,
                    Name = name,
                    Description = CellText.Clean(picture.Words),
                },
                new A.Graphic(
                    new A.GraphicData(
                        new P.Picture(
                            new P.NonVisualPictureProperties(
                                new P.NonVisualDrawingProperties { Id = (uint)number, Name = name },
                                new P.NonVisualPictureDrawingProperties()
                            ),
                            new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                            new P.ShapeProperties(
                                new A.Transform2D(
                                    new A.Offset { X = 0, Y = 0 },
                                    new A.Extents { Cx = width, Cy = height }
                                ),
                                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                            )
                        )
                    )
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                    }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
        // Lines of a fixed height would cut it off.
        return new Paragraph(
            new ParagraphProperties(
                new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto },
                new Justification { Val = JustificationValues.Center }
            ),
            new Run(drawing)
        );
    }
}
