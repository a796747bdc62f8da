using System.Buffers.Binary;

namespace Analytics.Charts;

/// <summary>Reads the tables of a font file as far as needed to tell that it is whole, and to level its heights.</summary>
/// <remarks>
/// Noto Sans SC states head.yMax and yMin of 1.8 and −1.0 em because of one tall glyph. Skia reports them as the font's
/// top and bottom, ScottPlot places text by the bottom, and every label sits 0.6 em too high. Putting hhea's ascender and
/// descender there cures it; it is done to our copy in memory, the file stays as it is.
/// </remarks>
internal static class FontTables
{
    private const uint Collection = 0x74746366; // ttcf
    private const uint OpenType = 0x4F54544F; // OTTO
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // true
    private const uint Head = 0x68656164;
    private const uint Hhea = 0x68686561;
    private const int MostFaces = 64;
    private const int MostTables = 512;

    /// <summary>Levels the heights of every face in place.</summary>
    /// <param name="font">The bytes of a whole font file.</param>
    /// <returns>The number of faces; null when the bytes are no font or a table lies outside them.</returns>
    public static int? LevelHeights(byte[] font)
    {
        if (UInt32(font, 0) is not { } kind)
        {
            return null;
        }

        if (kind != Collection)
        {
            return LevelFace(font, 0) ? 1 : null;
        }

        if (UInt32(font, 8) is not ({ } count and > 0 and <= MostFaces))
        {
            return null;
        }

        for (var face = 0; face < count; face++)
        {
            if (UInt32(font, 12 + (4 * face)) is not { } start || !LevelFace(font, start))
            {
                return null;
            }
        }

        return (int)count;
    }

    private static bool LevelFace(byte[] font, long start)
    {
        if (
            UInt32(font, start) is not (TrueType or OpenType or AppleTrueType)
            || UInt16(font, start + 4) is not ({ } count and > 0 and <= MostTables)
        )
        {
            return false;
        }

        long? head = null;
        long? hhea = null;
        for (var table = 0; table < count; table++)
        {
            var record = start + 12 + (16 * table);
            if (
                UInt32(font, record) is not { } tag
                || UInt32(font, record + 8) is not { } offset
                || UInt32(font, record + 12) is not { } length
                || (long)offset + length > font.Length
            )
            {
                return false;
            }

            head = tag == Head && length >= 54 ? offset : head;
            hhea = tag == Hhea && length >= 36 ? offset : hhea;
        }

        if (head is not { } to || hhea is not { } from)
        {
            return false;
        }

        font.AsSpan((int)from + 4, 2).CopyTo(font.AsSpan((int)to + 42)); // yMax ← ascender
        font.AsSpan((int)from + 6, 2).CopyTo(font.AsSpan((int)to + 38)); // yMin ← descender
        return true;
    }

    private static uint? UInt32(byte[] font, long at) =>
        at + 4 <= font.Length ? BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan((int)at)) : null;

    private static ushort? UInt16(byte[] font, long at) =>
        at + 2 <= font.Length ? BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan((int)at)) : null;
}
