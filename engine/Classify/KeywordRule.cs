namespace Analytics.Classify;

/// <summary>The keywords that decide a class with few examples.</summary>
/// <param name="Label">The class.</param>
/// <param name="Channel">The channel whose texts it is for; "" for all.</param>
/// <param name="Keywords">Its words, folded as texts are.</param>
public sealed record KeywordRule(string Label, string Channel, IReadOnlyList<string> Keywords)
{
    /// <summary>The rule whose longest keyword stands in a text; null when none does.</summary>
    internal static KeywordRule? For(IReadOnlyList<KeywordRule> rules, NormalisedText text, string channel)
    {
        var (best, length) = ((KeywordRule?)null, 0);
        foreach (var rule in rules)
        {
            if (rule.Channel.Length > 0 && channel.Length > 0 && rule.Channel != channel)
            {
                continue;
            }

            foreach (var word in rule.Keywords)
            {
                if (word.Length > length && text.Characters.Contains(word, StringComparison.Ordinal))
                {
                    (best, length) = (rule, word.Length);
                }
            }
        }

        return best;
    }
}
