using SkiaSharp;

namespace Analytics.Charts;

/// <summary>A chart that is ready to be drawn by <see cref="ChartRenderer"/>: its words are settled, its rows are read. Immutable.</summary>
public sealed class Chart
{
    internal Chart(ChartText text, ChartSize size, IChartBody body)
    {
        Size = ChartSize.Checked(size);
        Body = body;
        Headline = text.Headline ?? body.Headline;
        Subtitle = body.Subtitle;
        Language = text.Language;
        SourceLine = string.Join(
            Language["　", ". "],
            new[]
            {
                Language[$"数据来源：{text.Source}", $"Source: {text.Source}"],
                text.CutOff is { } day
                    ? Language[$"数据截止：{Language.Of(day)}", $"Data up to {Language.Of(day)}"]
                    : null,
                text.Rulebook is { } rulebook ? Language[$"规则：{rulebook}", $"Rules: {rulebook}"] : null,
            }.OfType<string>()
        );
    }

    /// <summary>The language of its words.</summary>
    public ChartLanguage Language { get; }

    /// <summary>The headline; computed from the rows unless the caller gave one.</summary>
    public string Headline { get; }

    /// <summary>What is shown, with its unit of measurement.</summary>
    public string Subtitle { get; }

    /// <summary>What a reader must know to read the chart rightly: units not checked, quarters without data, sample data.</summary>
    public IReadOnlyList<string> Notes => Body.Notes;

    /// <summary>数据来源、数据截止、规则 in one line.</summary>
    public string SourceLine { get; }

    /// <summary>The mark 示例数据 or 含示例数据, Sample data or Partly sample data; null when every row is real.</summary>
    public string? SampleMark => Body.SampleMark;

    /// <summary>The chart in words, for those who do not see it (替代文字).</summary>
    public string Summary =>
        string.Join(" ", [Ended(Headline), Ended(Subtitle), Body.Spoken, .. Notes, Ended(SourceLine)]);

    private string Ended(string words) => words + Language["。", "."];

    /// <summary>The numbers drawn, as a table.</summary>
    public ChartTable Table => Body.Table;

    internal ChartSize Size { get; }

    internal IChartBody Body { get; }

    /// <summary>Every text that is drawn, so that fonts can be checked against it.</summary>
    internal IEnumerable<string> Texts =>
        new[] { Headline, Subtitle, SourceLine, SampleMark ?? "" }.Concat(Notes).Concat(Body.Texts);
}

/// <summary>What is particular to one kind of chart. The frame around it (headline, notes, source) is shared.</summary>
internal interface IChartBody
{
    /// <summary>The headline that follows from the rows; every word of it is checked against them.</summary>
    string Headline { get; }

    /// <summary>What is shown, with its unit of measurement.</summary>
    string Subtitle { get; }

    /// <summary>Whole sentences for the lines under the chart.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>What the picture shows and its notes do not say, in words; empty where the headline tells enough.</summary>
    string Spoken => "";

    /// <summary>示例数据, 含示例数据 or null.</summary>
    string? SampleMark { get; }

    /// <summary>The numbers drawn, as a table.</summary>
    ChartTable Table { get; }

    /// <summary>Every text drawn by <see cref="Draw"/>.</summary>
    IEnumerable<string> Texts { get; }

    /// <summary>The height that suits a width, and the least that is still readable, in pixels.</summary>
    (float Natural, float Least) HeightFor(float width, CjkFont font);

    /// <summary>Draws into an area; must not draw outside it.</summary>
    void Draw(Sheet sheet, SKRect area);
}
