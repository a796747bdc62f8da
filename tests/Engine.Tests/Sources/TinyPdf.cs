using System.Globalization;
using System.Text;

namespace Analytics.Tests.Sources;

/// <summary>PDF files written by hand: words at places, in a font that only says what its letters mean.</summary>
internal sealed class TinyPdf
{
    private readonly List<StringBuilder> _pages = [];

    /// <summary>Dictionary entries of the trailer.</summary>
    public string Trailer { get; set; } = "";

    /// <summary>Begins a page of A4.</summary>
    public TinyPdf Page()
    {
        _pages.Add(new());
        return this;
    }

    /// <summary>Writes a line; x and y in points from the lower left corner. Chinese letters are as wide as the size, others half.</summary>
    public TinyPdf Line(double x, double y, double size, string text)
    {
        var hex = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F {size} Tf {x} {y} Td <{hex}> Tj ET\n");
        return this;
    }

    /// <summary>Draws something, in the language of PDF.</summary>
    public TinyPdf Draw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Concat(_pages.Select((_, i) => $"{8 + (2 * i)} 0 R "))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
            Stream(
                "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CMapName/U def /CMapType 2 def\n"
                    + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                    + "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end\n"
            ),
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream",
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R>>>>"
                    + $"/Contents {9 + (2 * i)} 0 R>>"
            );
            objects.Add(Stream(_pages[i].ToString()));
        }

        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj{objects[i]}endobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Count + 1}/Root 1 0 R{Trailer}>>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";
}
