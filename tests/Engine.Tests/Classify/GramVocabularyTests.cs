using Analytics.Classify;

namespace Analytics.Tests.Classify;

public sealed class GramVocabularyTests
{
    [Fact]
    public void The_most_frequent_grams_come_first_and_equals_by_character()
    {
        var vocabulary = GramVocabulary.Fit(Texts("甲乙", "甲乙丙", "乙"), longest: 2, leastTexts: 1, most: 4);

        // 乙 stands in three texts, 甲 and 甲乙 in two, 丙 and 乙丙 in one; 丙 (4E19) is before 乙丙 (4E59).
        Assert.Equal(["乙", "甲", "甲乙", "丙"], vocabulary.Grams);
        // ln((1+3)/(1+3)) + 1 and ln((1+3)/(1+2)) + 1
        Assert.Equal(1f, vocabulary.Idf[0], 6);
        Assert.Equal(1.287682f, vocabulary.Idf[1], 5);
    }

    [Fact]
    public void Rare_grams_are_left_out() =>
        Assert.Equal(["乙", "甲", "甲乙"], GramVocabulary.Fit(Texts("甲乙", "甲乙丙", "乙"), 2, 2, 100).Grams);

    [Fact]
    public void Values_are_sublinear_and_of_length_one()
    {
        var vocabulary = new GramVocabulary(["甲", "乙"], [1f, 2f]);

        var features = vocabulary.Features(Text("甲甲甲乙丙"));

        // 甲: 1 + ln 3 = 2.0986; 乙: 1 × 2; length sqrt(2.0986² + 2²) = 2.8990
        Assert.Equal([0, 1], features.Indexes);
        Assert.Equal(0.72391, features.Values[0], 4);
        Assert.Equal(0.68989, features.Values[1], 4);
    }

    [Theory]
    [InlineData("甲乙丙丁", 2.0 / 3)]
    [InlineData("甲乙丙", 1)]
    [InlineData("戊己", 0)]
    [InlineData("甲", 1)]
    [InlineData("戊", 0)]
    [InlineData("", 0)]
    public void The_known_share_counts_pairs(string text, double expected)
    {
        var vocabulary = new GramVocabulary(["甲", "甲乙", "乙丙"], [1f, 1f, 1f]);

        Assert.Equal(expected, vocabulary.Features(Text(text)).KnownShare, 9);
    }

    private static List<NormalisedText> Texts(params string[] texts) => [.. texts.Select(Text)];

    private static NormalisedText Text(string text) => new TextNormaliser([]).Normalise(text);
}
