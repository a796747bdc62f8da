using Analytics.Domain;

namespace Analytics.Ingest.Reading;

/// <summary>按100%检查: everything that was stated to exist was inspected.</summary>
internal static class WholeStock
{
    private const int FarthestBack = 100;

    /// <summary>Adds what was inspected for each stock of the paragraph.</summary>
    public static bool Read(ReadingState reading, Scene scene)
    {
        // Two registers are stated at most; a bound keeps hostile repetitions cheap.
        var stocks = reading
            .Drafts.TakeLast(FarthestBack)
            .Where(draft =>
                draft.Paragraph == scene.Paragraph.Index
                && draft.Fact
                    is { Measure: Measure.Sites or Measure.Accounts, Group: null, Platform: null, Count: not null }
                && draft.Total is null
            )
            .ToList();
        foreach (var stock in stocks)
        {
            reading.AddImplied(
                scene.Paragraph,
                scene.Sentence,
                scene.Span,
                new Fact
                {
                    Measure = Measure.Inspected,
                    Channel = stock.Fact.Channel,
                    Count = stock.Fact.Count,
                    Rate = scene.Quantity.Value,
                    Words = scene.Clause,
                }
            );
        }

        return stocks.Count > 0;
    }
}
