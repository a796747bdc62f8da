namespace Analytics.Charts;

/// <summary>What a colour is for. Neither red nor green: in China red is good here and bad there, so colour never tells direction.</summary>
internal enum Tone
{
    /// <summary>The ground of the picture.</summary>
    Paper,

    /// <summary>Text.</summary>
    Ink,

    /// <summary>Text that stands back: axes, notes.</summary>
    Quiet,

    /// <summary>Lines that part.</summary>
    Rule,

    /// <summary>Lines behind data.</summary>
    Grid,

    /// <summary>The one colour that says: look here.</summary>
    Accent,

    /// <summary>Bars and points that stand behind the accent.</summary>
    Context,

    /// <summary>Marks: 示例数据, 单项否决, points lost.</summary>
    Mark,

    /// <summary>Behind quarters of sample data.</summary>
    SampleGround,
}
