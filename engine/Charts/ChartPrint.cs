using System.Buffers.Binary;

namespace Analytics.Charts;

/// <summary>Charts for paper: as wide as the text of an official document (GB/T 9704-2012), never higher than a page, with their real size in the file.</summary>
public static class ChartPrint
{
    /// <summary>The usual resolution for print, in dots to the inch.</summary>
    public const int UsualDpi = 300;

    /// <summary>The coarsest.</summary>
    public const int LeastDpi = 72;

    /// <summary>The finest.</summary>
    public const int MostDpi = 600;

    private const int Width = 1000;
    private const float Millimetres = 156;
    private const float MillimetresToTheInch = 25.4f;

    // The signature, its length, its kind and its 13 bytes with their sum: the first chunk, IHDR, is always of one length.
    private const int HeadLength = 8 + 4 + 4 + 13 + 4;

    /// <summary>1000 wide, as high as the content asks for, and at most a page with a line or two beside it (203 of 225 mm).</summary>
    public static ChartSize Page { get; } = new(Width) { MostHeight = 1300 };

    /// <summary>Draws a chart, 156 mm wide on paper.</summary>
    /// <param name="renderer">Draws.</param>
    /// <param name="chart">A chart of the size <see cref="Page"/>.</param>
    /// <param name="dpi">From <see cref="LeastDpi"/> to <see cref="MostDpi"/>.</param>
    /// <returns>A PNG that states its resolution, on white.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is out of bounds; the message is in Chinese.</exception>
    public static byte[] ToPng(ChartRenderer renderer, Chart chart, int dpi = UsualDpi)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        return dpi is >= LeastDpi and <= MostDpi
            ? WithResolution(renderer.ToPng(chart, dpi * Millimetres / MillimetresToTheInch / Width), dpi)
            : throw new ArgumentOutOfRangeException(nameof(dpi), dpi, $"分辨率应在{LeastDpi}到{MostDpi}点/英寸之间。");
    }

    // Skia writes no chunk pHYs; without one a program that prints takes the picture for several times its size.
    private static byte[] WithResolution(byte[] png, int dpi)
    {
        Span<byte> chunk = stackalloc byte[4 + 4 + 9 + 4];
        var perMetre = (uint)MathF.Round(dpi / MillimetresToTheInch * 1000);
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk[4..]);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[8..], perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk[12..], perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk[17..], Sum(chunk[4..17]));
        return [.. png[..HeadLength], .. chunk, .. png[HeadLength..]];
    }

    // CRC-32 as PNG has it (ISO 3309), of a few bytes.
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        const uint Polynomial = 0xEDB88320;
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ Polynomial : sum >> 1;
            }
        }

        return ~sum;
    }
}
