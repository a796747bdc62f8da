using Analytics.Domain;
using Analytics.Export;
using Analytics.Ingest;
using Analytics.Papers;
using Analytics.Sources;

namespace Analytics.Tests.Papers;

/// <summary>A draft written as a file and read back, as anybody would who loads it.</summary>
internal static class DraftReading
{
    public static Notice Read(NoticeDraft draft) => NoticeReader.Read(Source(draft));

    public static SourceText Source(NoticeDraft draft)
    {
        var bytes = Document.Write(
            draft.Document,
            new FileProperties("通报", DateTime.UnixEpoch) { PageHeader = draft.PageHeader(["有 3 处出入未了结"]) }
        );
        return (SourceText)new SourceReader().Read("通报.docx", bytes, TestContext.Current.CancellationToken);
    }

    /// <summary>The words of the text proper, a line for each paragraph.</summary>
    public static string TextOf(NoticeDraft draft) =>
        string.Join(
            '\n',
            draft
                .Document.Blocks.OfType<DocumentParagraph>()
                .Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)))
        );

    public static string Line(DraftFigure figure) =>
        Line(
            figure.Channel,
            figure.Measure,
            figure.Unit,
            figure.Level,
            figure.Platform,
            figure.Target,
            figure.Number,
            figure.Numerator,
            figure.Denominator
        );

    public static string Line(Fact fact) =>
        Line(
            fact.Channel,
            fact.Measure,
            fact.Unit,
            fact.Level,
            fact.Platform,
            fact.Target,
            fact.Number!.Value,
            fact.Numerator,
            fact.Denominator
        ) + (fact.Category is null ? "" : " category " + fact.Category);

    private static string Line(
        string? channel,
        string measure,
        string? unit,
        string? level,
        string? platform,
        string? target,
        decimal number,
        decimal? numerator,
        decimal? denominator
    ) =>
        $"{measure} {number:0.######} {channel} {unit} {level} {platform} {target} {numerator:0.######}/{denominator:0.######}";
}
