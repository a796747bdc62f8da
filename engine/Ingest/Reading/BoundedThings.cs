using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>月发文不足4条的账号41个, 粉丝超过1万的账号6个: the things that miss or meet a bound, not all that exist.</summary>
internal static class BoundedThings
{
    private static readonly string[] s_missing = ["不足", "少于", "低于", "不到", "未达到", "未达", "未满", "不满"];
    private static readonly string[] s_activity = ["发文", "更新", "发布", "推送", "推文", "发稿"];

    /// <summary>Claims the number of sites or accounts behind a bound.</summary>
    public static bool TryRead(ReadingState reading, Scene scene, Thing thing)
    {
        if (scene.Quantity.CountsItems || Bound(scene) is not { } bound)
        {
            return false;
        }

        var channel =
            Nouns.ChannelOf(thing)
            ?? Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start);
        if (
            channel is not (Channel.Website or Channel.NewMedia)
            || thing is not (Thing.Site or Thing.Account or Thing.Nothing)
        )
        {
            return false;
        }

        var isMissed =
            Array.Exists(s_missing, word => bound.Contains(word, StringComparison.Ordinal))
            && Array.Exists(s_activity, word => bound.Contains(word, StringComparison.Ordinal));
        return CountPhrases.Add(
            reading,
            scene,
            isMissed ? CountPhrases.WithIssue(channel, Thing.Nothing) : Measure.Other,
            channel
        );
    }

    // The clause up to the number of the bound, where 的 and at most a noun stand between the two numbers.
    private static string? Bound(Scene scene)
    {
        var words = scene.Left.StartsWith('的') ? scene.Left[1..].TrimEnd('有', '共', '达', '为') : null;
        return
            words is not null
            && scene.GapStart > scene.ClauseStart
            && scene.Gap.Length == scene.Left.Length
            && (words.Length == 0 || Nouns.IsThing(words))
            ? scene.Paragraph.Text[scene.ClauseStart..scene.GapStart]
            : null;
    }
}
