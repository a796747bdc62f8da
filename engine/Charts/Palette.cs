using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The colours of all charts, on light and on dark ground. Texts have a contrast of at least 4.5 against the paper.</summary>
internal sealed class Palette
{
    private readonly SKColor[] _colors;

    // In the order of Tone.
    private Palette(params SKColor[] colors) => _colors = colors;

    /// <summary>Dark on white; light and dark stay apart in a black-and-white print.</summary>
    public static Palette Light { get; } =
        new(
            SKColors.White,
            new(0x1B, 0x1F, 0x24),
            new(0x5B, 0x63, 0x6D),
            new(0xC9, 0xCE, 0xD4),
            new(0xE6, 0xE9, 0xED),
            new(0x1C, 0x5F, 0xA8),
            new(0xB4, 0xBD, 0xC7),
            new(0xA9, 0x4A, 0x06),
            new(0xFA, 0xF2, 0xE6)
        );

    /// <summary>Light on near black, for eyes and screens that ask for it.</summary>
    public static Palette Dark { get; } =
        new(
            new(0x16, 0x19, 0x1D),
            new(0xE8, 0xEB, 0xEE),
            new(0xA3, 0xAC, 0xB6),
            new(0x46, 0x4D, 0x55),
            new(0x2C, 0x31, 0x37),
            new(0x6D, 0xB0, 0xF2),
            new(0x5A, 0x64, 0x6F),
            new(0xEF, 0xA2, 0x5C),
            new(0x2A, 0x22, 0x18)
        );

    public SKColor this[Tone tone] => _colors[(int)tone];
}
