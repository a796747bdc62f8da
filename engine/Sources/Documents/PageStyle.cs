namespace Analytics.Sources.Documents;

/// <summary>How a document sets its text: where its lines begin and end, how far they are apart, whether paragraphs are indented.</summary>
/// <param name="Left">Where continued lines begin.</param>
/// <param name="Right">Where full lines end.</param>
/// <param name="Spacing">From one baseline to the next.</param>
/// <param name="IsIndented">Whether paragraphs begin two letters further in (首行缩进).</param>
internal sealed record PageStyle(double Left, double Right, double Spacing, bool IsIndented)
{
    // A page with fewer says nothing of its margins.
    private const int FewLines = 4;

    /// <summary>The style of a whole document.</summary>
    public static PageStyle Of(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count == 0)
        {
            return new(0, 0, 0, IsIndented: false);
        }

        var (left, right) = Margins(lines);
        var steps = lines
            .Zip(lines.Skip(1), (one, next) => (one.Page == next.Page, Step: next.Baseline - one.Baseline))
            .Where(pair => pair.Item1 && pair.Step > 0)
            .Select(pair => pair.Step)
            .Order()
            .ToList();
        var spacing = steps.Count == 0 ? double.MaxValue / 4 : steps[steps.Count / 2];
        var indented = lines.Count(line => line.Left - left >= 1.4 * line.Size && line.Left - left <= 2.8 * line.Size);
        return new(left, right, spacing, indented * 8 >= lines.Count);
    }

    /// <summary>The same with the margins of one page: left and right pages differ where documents are bound.</summary>
    public PageStyle ForPage(IReadOnlyList<PageLine> lines)
    {
        if (lines.Count(line => !line.HasColumns && line.Right - line.Left > 0.7 * (Right - Left)) < FewLines)
        {
            return this;
        }

        var (left, right) = Margins(lines);
        return this with { Left = left, Right = right };
    }

    private static (double Left, double Right) Margins(IReadOnlyList<PageLine> lines)
    {
        var text = lines.Where(line => !line.HasColumns).ToList();
        if (text.Count == 0)
        {
            text = [.. lines];
        }

        var widest = text.Max(line => line.Right - line.Left);
        var wide = text.Where(line => line.Right - line.Left > 0.6 * widest).ToList();
        if (wide.Count == 0)
        {
            // Letters without a width.
            wide = text;
        }

        var size = wide.Select(line => line.Size).Order().ElementAt(wide.Count / 2);
        return (
            Shared([.. wide.Select(line => line.Left).Order()], 0.5 * size),
            Shared([.. wide.Select(line => line.Right).OrderDescending()], 0.8 * size)
        );
    }

    // The outermost place that two lines share; a single one may hang out.
    private static double Shared(List<double> outermostFirst, double tolerance)
    {
        for (var i = 0; i + 1 < outermostFirst.Count; i++)
        {
            if (Math.Abs(outermostFirst[i] - outermostFirst[i + 1]) <= tolerance)
            {
                return outermostFirst[i];
            }
        }

        return outermostFirst[0];
    }
}
