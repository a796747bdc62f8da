using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Export;

/// <summary>The measures of GB/T 9704-2012 and the looks of its parts.</summary>
internal static class DocumentStyles
{
    internal const string Body = "仿宋_GB2312";
    internal const string TitleFont = "方正小标宋简体";
    internal const string Hei = "黑体";
    internal const string Kai = "楷体_GB2312";
    internal const string Song = "宋体";

    // 3号, 2号, 四号, 小四, in half points.
    internal const int Size3 = 32;
    internal const int Size2 = 44;
    internal const int Size4 = 28;
    internal const int SizeSmall4 = 24;

    /// <summary>A4 with the margins of a look.</summary>
    internal static SectionProperties Section(IEnumerable<HeaderFooterReferenceType> references, DocumentLook look) =>
        new([
            .. references,
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = look.Top,
                Bottom = look.Bottom,
                Left = (uint)look.Side,
                Right = (uint)look.OtherSide,
                Header = (uint)look.Header,
                Footer = (uint)look.Footer,
                Gutter = 0,
            },
        ]);

    internal static W.Styles Sheet(DocumentLook look) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Fonts(Body),
                        new FontSize { Val = Text(look.Size) },
                        new FontSizeComplexScript { Val = Text(look.Size) },
                        new Languages { Val = "en-US", EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(
                new StyleName { Val = "Normal" },
                new PrimaryStyle(),
                new StyleParagraphProperties(
                    new WidowControl { Val = false },
                    // Commas must not hang over the margin, where a line would lose them in a PDF.
                    new OverflowPunctuation { Val = false },
                    Spacing(look.Line),
                    new Justification { Val = JustificationValues.Both }
                ),
                new StyleRunProperties(new Spacing { Val = look.Closer })
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            HeadingStyle(1, Hei),
            HeadingStyle(2, Kai)
        );

    /// <summary>The looks of a run.</summary>
    internal static RunProperties Run(
        string font,
        int size,
        string? colour = null,
        int? scale = null,
        bool isMarked = false
    )
    {
        var properties = new RunProperties(Fonts(font));
        if (colour is not null)
        {
            properties.Append(new Color { Val = colour });
        }

        if (scale is { } percent)
        {
            properties.Append(new CharacterScale { Val = percent });
        }

        properties.Append(new FontSize { Val = Text(size) }, new FontSizeComplexScript { Val = Text(size) });
        if (isMarked)
        {
            properties.Append(new Highlight { Val = HighlightColorValues.Yellow });
        }

        return properties;
    }

    internal static ParagraphProperties BodyParagraph(bool isCentred = false, bool keepsNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepsNext)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(
            isCentred
                ? new Justification { Val = JustificationValues.Center }
                : new Indentation { FirstLineChars = 200, FirstLine = "640" }
        );
        return properties;
    }

    internal static ParagraphProperties Title(DocumentLook look) =>
        new(new KeepNext(), Spacing(look.TitleLine), new Justification { Val = JustificationValues.Center });

    /// <summary>In a cell.</summary>
    internal static ParagraphProperties Cell(JustificationValues side, DocumentLook look) =>
        new(Spacing(look.TableLine), new Justification { Val = side });

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static SpacingBetweenLines Spacing(int line) =>
        new()
        {
            Before = "0",
            After = "0",
            Line = Text(line),
            LineRule = LineSpacingRuleValues.Exact,
        };

    private static Style HeadingStyle(int level, string font) =>
        new(
            new StyleName { Val = $"heading {level}" },
            new BasedOn { Val = "Normal" },
            new NextParagraphStyle { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new KeepNext(),
                new KeepLines(),
                new Indentation { FirstLineChars = 200, FirstLine = "640" },
                new OutlineLevel { Val = level - 1 }
            ),
            new StyleRunProperties(Fonts(font))
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = $"Heading{level}",
        };

    private static RunFonts Fonts(string font) =>
        new()
        {
            Ascii = font,
            HighAnsi = font,
            EastAsia = font,
            ComplexScript = font,
        };
}
