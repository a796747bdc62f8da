using SkiaSharp;

namespace Analytics.Charts;

/// <summary>The colours of all charts. Neither red nor green: in China red is good here and bad there, so colour never tells direction.</summary>
/// <remarks>Text colours have a contrast of at least 4.5 against white; light and dark stay apart in a black-and-white print.</remarks>
internal static class Palette
{
    public static readonly SKColor Paper = SKColors.White;
    public static readonly SKColor Ink = new(0x1B, 0x1F, 0x24);
    public static readonly SKColor Quiet = new(0x5B, 0x63, 0x6D);
    public static readonly SKColor Rule = new(0xC9, 0xCE, 0xD4);
    public static readonly SKColor Grid = new(0xE6, 0xE9, 0xED);

    /// <summary>The one colour that says: look here.</summary>
    public static readonly SKColor Accent = new(0x1C, 0x5F, 0xA8);

    /// <summary>Bars and points that stand behind the accent.</summary>
    public static readonly SKColor Context = new(0xB4, 0xBD, 0xC7);

    /// <summary>Marks: 示例数据, 单项否决.</summary>
    public static readonly SKColor Mark = new(0xA9, 0x4A, 0x06);

    /// <summary>Behind quarters of sample data.</summary>
    public static readonly SKColor SampleGround = new(0xFA, 0xF2, 0xE6);

    public static ScottPlot.Color Plot(this SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);
}
