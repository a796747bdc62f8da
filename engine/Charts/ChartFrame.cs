using SkiaSharp;

namespace Analytics.Charts;

/// <summary>What stands around every chart: headline, subtitle and sample mark above; notes and source below.</summary>
internal sealed class ChartFrame
{
    private const int Phone = 480;
    private const float Top = 26;
    private const float Bottom = 22;
    private const float BadgeLine = 38;
    private const float MostBadgeShare = 0.4f;
    private static readonly TextStyle s_badge = new(15, Tone.Mark, Bold: true);
    private readonly TextStyle _subtitle;
    private readonly TextStyle _note;
    private readonly Chart _chart;
    private readonly CjkFont _font;
    private readonly TextStyle _headline;
    private readonly IReadOnlyList<string> _headlineLines;
    private readonly IReadOnlyList<string> _subtitleLines;
    private readonly IReadOnlyList<string> _footerLines;

    public ChartFrame(Chart chart, CjkFont font)
    {
        _chart = chart;
        _font = font;
        _headline = new(
            chart.Size.Width switch
            {
                < Phone => 19,
                < 720 => 23,
                _ => 28,
            },
            Tone.Ink,
            Bold: true
        );
        _subtitle = new(chart.Size.Width < Phone ? 15 : 17, Tone.Quiet);
        _note = new(chart.Size.Width < Phone ? 13 : 14, Tone.Quiet);
        _headlineLines = Lines(chart.Headline, _headline, IsBadgeAbove ? Inner : Inner - BadgeWidth);
        _subtitleLines = Lines(chart.Subtitle, _subtitle, Inner);
        _footerLines =
        [
            .. chart
                .Notes.Concat(MissingCharacters())
                .Append(chart.SourceLine)
                .SelectMany(line => Lines(line, _note, Inner)),
        ];
        var (natural, least) = chart.Body.HeightFor(Inner, font);
        var asked = chart.Size.Height ?? Math.Min(natural + Header + Footer, chart.Size.MostHeight ?? float.MaxValue);
        BodyHeight = Math.Max(Math.Min(least, natural), asked - Header - Footer);
    }

    /// <summary>Height of the whole chart in pixels.</summary>
    public int Height => (int)MathF.Ceiling(Header + BodyHeight + Footer);

    private float BodyHeight { get; }

    // A phone has no room to give away.
    private float Side => _chart.Size.Width < Phone ? 12 : 32;

    private float Inner => _chart.Size.Width - (2 * Side);

    private float HeadlineLine => _headline.Size * 1.36f;

    // A badge that would leave the headline too narrow a column stands above it.
    private bool IsBadgeAbove => BadgeWidth > Inner * MostBadgeShare;

    private float HeadlineTop => Top + (IsBadgeAbove ? BadgeLine : 0);

    private float Header => HeadlineTop + (_headlineLines.Count * HeadlineLine) + (_subtitleLines.Count * 25) + 18;

    private float Footer => 14 + 12 + (_footerLines.Count * 21) + Bottom;

    private float BadgeWidth => _chart.SampleMark is { } mark ? Lettering.Width(_font, mark, s_badge) + 20 + 24 : 0;

    public void Draw(Sheet sheet)
    {
        sheet.Fill(new SKRect(0, 0, _chart.Size.Width, Height), Tone.Paper);
        var y = HeadlineTop;
        foreach (var line in _headlineLines)
        {
            sheet.WriteMiddle(line, Side, y + (HeadlineLine / 2), _headline);
            y += HeadlineLine;
        }

        foreach (var line in _subtitleLines)
        {
            sheet.WriteMiddle(line, Side, y + 14, _subtitle);
            y += 25;
        }

        if (_chart.SampleMark is { } mark)
        {
            var width = BadgeWidth - 24;
            var left = IsBadgeAbove ? Side : _chart.Size.Width - Side - width;
            var badge = SKRect.Create(left, IsBadgeAbove ? Top : Top + 5, width, 28);
            sheet.Frame(badge, Tone.Mark);
            sheet.WriteMiddle(mark, badge.MidX, badge.MidY, s_badge, SKTextAlign.Center);
        }

        y = Header;
        _chart.Body.Draw(sheet, new SKRect(Side, y, Side + Inner, y + BodyHeight));
        y += BodyHeight + 14;
        sheet.Line(Side, y, Side + Inner, y, Tone.Rule);
        y += 12;
        foreach (var line in _footerLines)
        {
            sheet.WriteMiddle(line, Side, y + 10.5f, _note);
            y += 21;
        }
    }

    private IReadOnlyList<string> Lines(string text, TextStyle style, float width) =>
        Lettering.Lines(_font, _font.Drawable(text), style, width);

    private IEnumerable<string> MissingCharacters()
    {
        var missing = _chart.Texts.SelectMany(_font.Missing).Distinct().Select(rune => $"U+{rune.Value:X4}").ToList();
        return missing.Count == 0
            ? []
            :
            [
                _chart.Language["字体中没有的字以〓代替：", "Characters the font lacks are drawn as 〓: "]
                    + _chart.Language.List(missing)
                    + _chart.Language["。", "."],
            ];
    }
}
