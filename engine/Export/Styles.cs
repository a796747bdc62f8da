using DocumentFormat.OpenXml.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Export;

/// <summary>The looks of cells, as one stylesheet. The number of a style is its place in <see cref="CellStyle"/>.</summary>
internal static class Styles
{
    private const uint FirstOwnNumberFormat = 164;

    private static readonly string[] s_numberFormats =
    [
        "0.######",
        "0.0%",
        "+0.0;-0.0;0.0",
        "yyyy\\-mm\\-dd",
        "yyyy\\-mm\\-dd\\ hh:mm",
    ];

    /// <summary>The style of a number in a column; <paramref name="isWhole"/> when six places show nothing after the point.</summary>
    internal static CellStyle For(CellFormat column, bool isWhole = true) =>
        column switch
        {
            CellFormat.Integer => CellStyle.Integer,
            CellFormat.Score => CellStyle.Score,
            // 0.###### alone would show 5 as "5."
            CellFormat.Plain => isWhole ? CellStyle.Whole : CellStyle.Fraction,
            CellFormat.Percent => CellStyle.Percent,
            CellFormat.Points => CellStyle.Points,
            _ => CellStyle.Text,
        };

    /// <summary>The same look for text of several lines.</summary>
    internal static CellStyle Wrapped(CellStyle style) =>
        style switch
        {
            CellStyle.Text => CellStyle.TextWrapped,
            CellStyle.Quoted => CellStyle.QuotedWrapped,
            _ => style,
        };

    /// <summary>The code of a column's format, for the axes and labels of charts.</summary>
    internal static string CodeOf(CellFormat column) =>
        For(column) switch
        {
            CellStyle.Integer or CellStyle.Whole => "0",
            CellStyle.Score => "0.00",
            CellStyle.Text => "General",
            var style => s_numberFormats[NumberFormatOf(style) - FirstOwnNumberFormat],
        };

    internal static Stylesheet MakeStylesheet()
    {
        var formats = new NumberingFormats(
            s_numberFormats.Select(
                (code, i) => new NumberingFormat { NumberFormatId = FirstOwnNumberFormat + (uint)i, FormatCode = code }
            )
        );
        formats.Count = (uint)s_numberFormats.Length;
        var cells = new CellFormats(Enum.GetValues<CellStyle>().Select(MakeFormat));
        cells.Count = (uint)Enum.GetValues<CellStyle>().Length;
        return new Stylesheet(
            formats,
            new Fonts(MakeFont(11, isBold: false), MakeFont(11, isBold: true), MakeFont(14, isBold: true))
            {
                Count = 3,
            },
            MakeFills(),
            MakeBorders(),
            new CellStyleFormats(
                new S.CellFormat
                {
                    NumberFormatId = 0,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            )
            {
                Count = 1,
            },
            cells,
            new CellStyles(
                new S.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            }
        );
    }

    private static Fills MakeFills() =>
        new(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(
                new PatternFill(new ForegroundColor { Rgb = "FFDCE6F1" }, new BackgroundColor { Indexed = 64 })
                {
                    PatternType = PatternValues.Solid,
                }
            )
        )
        {
            Count = 3,
        };

    private static Borders MakeBorders() =>
        new(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            MakeBorder("FFBFBFBF"),
            MakeBorder("FF7F7F7F")
        )
        {
            Count = 3,
        };

    private static S.CellFormat MakeFormat(CellStyle style)
    {
        var format = new S.CellFormat
        {
            NumberFormatId = NumberFormatOf(style),
            ApplyNumberFormat = true,
            FontId = style switch
            {
                CellStyle.Title => 2u,
                CellStyle.Head => 1u,
                _ => 0u,
            },
            ApplyFont = true,
            FillId = style is CellStyle.Head ? 2u : 0u,
            ApplyFill = true,
            BorderId = style switch
            {
                CellStyle.Default or CellStyle.Title => 0u,
                CellStyle.Head => 2u,
                _ => 1u,
            },
            ApplyBorder = true,
            FormatId = 0,
        };
        if (style is not CellStyle.Default)
        {
            format.ApplyAlignment = true;
            format.Alignment = MakeAlignment(style);
        }

        if (style is CellStyle.Quoted or CellStyle.QuotedWrapped)
        {
            format.QuotePrefix = true;
        }

        return format;
    }

    private static uint NumberFormatOf(CellStyle style) =>
        style switch
        {
            // 1 and 2 are built in: 0 and 0.00.
            CellStyle.Integer or CellStyle.Whole => 1,
            CellStyle.Score => 2,
            CellStyle.Fraction => FirstOwnNumberFormat,
            CellStyle.Percent => FirstOwnNumberFormat + 1,
            CellStyle.Points => FirstOwnNumberFormat + 2,
            CellStyle.Date => FirstOwnNumberFormat + 3,
            CellStyle.DateTime => FirstOwnNumberFormat + 4,
            _ => 0,
        };

    private static Alignment MakeAlignment(CellStyle style)
    {
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Center };
        if (style is CellStyle.Title or CellStyle.Head)
        {
            alignment.Horizontal = HorizontalAlignmentValues.Center;
        }

        if (style is CellStyle.Title or CellStyle.Head or CellStyle.TextWrapped or CellStyle.QuotedWrapped)
        {
            alignment.WrapText = true;
        }

        return alignment;
    }

    private static Font MakeFont(double size, bool isBold)
    {
        var font = new Font(
            new FontSize { Val = size },
            new Color { Rgb = "FF000000" },
            new FontName { Val = "等线" },
            // Modern, and the character set of GB 2312.
            new FontFamilyNumbering { Val = 2 },
            new FontCharSet { Val = 134 }
        );
        if (isBold)
        {
            font.PrependChild(new Bold());
        }

        return font;
    }

    private static Border MakeBorder(string colour) =>
        new(
            new LeftBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new RightBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new BottomBorder(new Color { Rgb = colour }) { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );
}
