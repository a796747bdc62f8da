using Analytics.Domain;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>报送500条以上的单位, 不足5条, 每月3—5条: a bound that somebody meets or misses, not what was counted.</summary>
internal static class ConditionPhrases
{
    private static readonly string[] s_behind = ["以上", "以下", "及以上", "及以下", "（含）"];
    private static readonly string[] s_before =
    [
        "不足",
        "少于",
        "低于",
        "不到",
        "不满",
        "不低于",
        "不少于",
        "每月",
        "每季度",
        "每周",
        "每季",
    ];

    /// <summary>Claims bounds and ranges.</summary>
    public static bool TryRead(ReadingState reading, Scene scene)
    {
        if (scene.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Bare))
        {
            return false;
        }

        if (!IsRange(scene) && !(scene.Quantity.Kind == QuantityKind.Count && IsBound(scene)))
        {
            // 采用量为0的单位有：…: the names that follow are the facts.
            return scene.Quantity is { Kind: QuantityKind.Bare, Value: 0 } && scene.Left.EndsWith('为');
        }

        reading.Add(
            scene,
            new Fact
            {
                Measure = Measure.Other,
                Channel = Context.ChannelAt(reading, scene.Paragraph, scene.SentenceStart, scene.Quantity.Start),
                Count = scene.Quantity.Value,
            }
        );
        return true;
    }

    private static bool IsBound(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var rest = text.AsSpan(scene.Quantity.Tail, scene.Paragraph.Span.End - scene.Quantity.Tail);
        foreach (var word in s_behind)
        {
            if (rest.StartsWith(word) && (word == "（含）" || Phrase(rest).Contains('的')))
            {
                return true;
            }
        }

        // 投稿超过50条的单位4个
        var isOver = Array.Exists(
            (string[])["超过", "大于", "高于", "多于", "达到", "达"],
            word => scene.Left.EndsWith(word, StringComparison.Ordinal)
        );
        // 空白栏目数超过5个, 累计超过（含）5个未更新: what the rules allow.
        var left = scene.Left.EndsWith("（含）", StringComparison.Ordinal) ? scene.Left[..^3] : scene.Left;
        var isAllowed =
            left.EndsWith("超过", StringComparison.Ordinal)
            && scene.Quantity.Word == "个"
            && (left.Length < scene.Left.Length || left.Contains("栏目", StringComparison.Ordinal));
        // 每周更新1条以上, 至少更新1条
        var isDuty =
            (
                scene.Left.Contains('每', StringComparison.Ordinal)
                && (rest.StartsWith("以上") || rest.StartsWith("及以上"))
            )
            || scene.Left.Contains("至少", StringComparison.Ordinal)
            // 更新不及时在10个以上
            || (scene.Left.EndsWith('在') && rest.StartsWith("以上"));
        return isDuty
            || isAllowed
            || (isOver && rest.StartsWith("的") && !scene.Left.StartsWith("分别", StringComparison.Ordinal))
            || Array.Exists(s_before, word => scene.Left.EndsWith(word, StringComparison.Ordinal));
    }

    // 10个以上栏目长期未更新的网站: as far as the clause goes, and no farther than a noun phrase.
    private static ReadOnlySpan<char> Phrase(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny("，；。：、");
        return rest[..Math.Min(16, end < 0 ? rest.Length : end)];
    }

    private static bool IsRange(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var before = scene.Quantity.Start - 1;
        var isEnd = before > 0 && text[before] is '—' or '-' or '~' or '至' && char.IsAsciiDigit(text[before - 1]);
        var behind = scene.Quantity.Tail;
        return isEnd
            || (
                behind + 1 < scene.Paragraph.Span.End
                && text[behind] is '—' or '-' or '~' or '至'
                && char.IsAsciiDigit(text[behind + 1])
            );
    }
}
