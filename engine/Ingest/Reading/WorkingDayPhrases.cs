using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>在第19个工作日作出答复: the day of a deadline on which something was done.</summary>
internal static class WorkingDayPhrases
{
    /// <summary>Claims days of deadlines.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind != QuantityKind.WorkingDay)
        {
            return false;
        }

        reading.Add(
            scene,
            new Fact
            {
                Measure = Measure.Other,
                Channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start),
                Count = scene.Quantity.Value,
                StatedUnit = scene.Quantity.Word,
            }
        );
        return true;
    }
}
