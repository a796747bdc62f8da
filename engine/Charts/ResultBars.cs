using SkiaSharp;

namespace Analytics.Charts;

/// <summary>A result as bars, one below the other: names left, numbers at the ends, zero always in the picture.</summary>
internal sealed class ResultBars(ResultWords words) : IChartBody
{
    private const float Step = 28;
    private const float Thickness = 18;
    private const float MostNameShare = 0.4f;
    private const float Gap = 10;
    private static readonly TextStyle s_name = new(15, Tone.Ink);
    private static readonly TextStyle s_value = new(15, Tone.Ink);

    public string Headline => words.Headline;

    public string Subtitle => words.Subtitle;

    public IReadOnlyList<string> Notes => words.Notes;

    public string? SampleMark => words.SampleMark;

    public ChartTable Table => words.Table;

    public IEnumerable<string> Texts => Points.SelectMany(point => new[] { point.Label, ValueOf(point) });

    private IReadOnlyList<ResultPoint> Points => words.Series.Points;

    public (float Natural, float Least) HeightFor(float width, CjkFont font)
    {
        var height = (Points.Count * Step) + 8;
        return (height, height);
    }

    public void Draw(Sheet sheet, SKRect area)
    {
        var most = area.Width * MostNameShare;
        var names = Points.Select(point => Fitted(sheet, point.Label, most)).ToList();
        var nameWidth = names.Max(name => sheet.Width(name, s_name));
        var (low, high) = (
            Math.Min(0, Points.Min(point => point.Value) ?? 0),
            Math.Max(0, Points.Max(point => point.Value) ?? 0)
        );
        var room = new SKRect(
            area.Left + nameWidth + Gap + ValueRoom(sheet, point => point.Value < 0),
            area.Top,
            area.Right - ValueRoom(sheet, point => point.Value is null or >= 0),
            area.Bottom
        );
        var range = high - low == 0 ? 1 : high - low;
        var zero = room.Left + ((float)(-low / range) * room.Width);
        for (var row = 0; row < Points.Count; row++)
        {
            var middle = area.Top + 4 + (row * Step) + (Step / 2);
            sheet.WriteMiddle(names[row], area.Left + nameWidth, middle, s_name, SKTextAlign.Right);
            DrawBar(sheet, Points[row], zero, (float)((Points[row].Value ?? 0) / range) * room.Width, middle);
        }

        sheet.Line(zero, area.Top, zero, area.Bottom, Tone.Rule);
    }

    private void DrawBar(Sheet sheet, ResultPoint point, float zero, float length, float middle)
    {
        var bar = new SKRect(
            Math.Min(zero, zero + length),
            middle - (Thickness / 2),
            Math.Max(zero, zero + length),
            middle + (Thickness / 2)
        );
        sheet.Fill(bar, point.IsSample == true ? Tone.Context : Tone.Accent);
        var isBelow = point.Value < 0;
        sheet.WriteMiddle(
            ValueOf(point),
            isBelow ? bar.Left - 6 : bar.Right + 6,
            middle,
            point.Value is null ? s_value with { Color = Tone.Quiet } : s_value,
            isBelow ? SKTextAlign.Right : SKTextAlign.Left
        );
    }

    private float ValueRoom(Sheet sheet, Func<ResultPoint, bool> which) =>
        Points.Where(which).Select(point => sheet.Width(ValueOf(point), s_value) + 8).DefaultIfEmpty(0).Max();

    private string ValueOf(ResultPoint point) => point.Value is { } value ? words.Text(value) : ChartCell.Nothing;

    private static string Fitted(Sheet sheet, string name, float most) =>
        ShortLabel.Fit(name, text => sheet.Width(text, s_name) <= most);
}
