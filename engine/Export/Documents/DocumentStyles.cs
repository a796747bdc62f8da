using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Export;

/// <summary>The measures of GB/T 9704-2012 and the looks of its parts.</summary>
internal static class DocumentStyles
{
    internal const string Body = "仿宋_GB2312";
    internal const string Title = "方正小标宋简体";
    internal const string Hei = "黑体";
    internal const string Kai = "楷体_GB2312";
    internal const string Song = "宋体";

    /// <summary>Of the text, in twentieths of a point: 156 mm.</summary>
    internal const int TextWidth = 8844;

    // 3号, 2号, 四号, 小四, in half points.
    internal const int Size3 = 32;
    internal const int Size2 = 44;
    internal const int Size4 = 28;
    internal const int SizeSmall4 = 24;

    // 22 lines in 225 mm.
    private const int Line = 578;
    private const int TitleLine = 660;
    private const int TableLine = 400;

    // At 16 points 156 mm hold 27.6 characters: a quarter point closer they are 28.
    private const int Closer = -5;

    /// <summary>A4; margins of 37, 35, 28 and 26 mm; page numbers 7 mm below the text.</summary>
    internal static SectionProperties Section(IEnumerable<HeaderFooterReferenceType> references) =>
        new([
            .. references,
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 2098,
                Bottom = 1984,
                Left = 1588,
                Right = 1474,
                Header = 851,
                Footer = 1361,
                Gutter = 0,
            },
        ]);

    internal static W.Styles Sheet() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        Fonts(Body),
                        new FontSize { Val = Text(Size3) },
                        new FontSizeComplexScript { Val = Text(Size3) },
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
                    Spacing(Line),
                    new Justification { Val = JustificationValues.Both }
                ),
                new StyleRunProperties(new Spacing { Val = Closer })
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

    internal static ParagraphProperties Centred(bool isTitle) =>
        new(
            new KeepNext(),
            isTitle ? Spacing(TitleLine) : Spacing(Line),
            new Justification { Val = JustificationValues.Center }
        );

    /// <summary>In a cell.</summary>
    internal static ParagraphProperties Cell(JustificationValues side) =>
        new(Spacing(TableLine), new Justification { Val = side });

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
