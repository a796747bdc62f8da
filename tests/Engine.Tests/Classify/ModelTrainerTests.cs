using Analytics.Classify;
using Analytics.Domain;

namespace Analytics.Tests.Classify;

public sealed class ModelTrainerTests
{
    [Fact]
    public void The_order_of_the_rows_does_not_matter_to_a_single_bit()
    {
        var shuffled = Fruit.TwoChannels.ToArray();
        new Random(7).Shuffle(shuffled);

        var first = ModelFile.Write(Fruit.Train(Fruit.TwoChannels));
        var second = ModelFile.Write(Fruit.Train([.. shuffled, shuffled[0]]));

        Assert.Equal(ModelFile.Sha256(first), ModelFile.Sha256(second));
    }

    [Fact]
    public void Other_texts_make_another_model()
    {
        var changed = Fruit.Three.Select((row, i) => i == 0 ? row with { Label = "LINK" } : row).ToList();

        var first = Fruit.Train(Fruit.Three);
        var second = Fruit.Train(changed);

        Assert.NotEqual(first.Card.TrainingSha256, second.Card.TrainingSha256);
        Assert.NotEqual(ModelFile.Write(first), ModelFile.Write(second));
    }

    [Theory]
    [InlineData("政策库超过两周没有更新", "STALE")]
    [InlineData("要闻的链接打不开", "LINK")]
    [InlineData("正文里有错别字", "TYPO")]
    public void What_was_trained_is_recognised(string text, string label) =>
        Assert.Equal(label, Fruit.Train(Fruit.Three).Predict(text).Category);

    [Theory]
    [InlineData("website", "W-STALE")]
    [InlineData("newmedia", "N-STALE")]
    public void The_channel_decides_between_labels_of_the_same_words(string channel, string label)
    {
        var model = Fruit.Train(Fruit.TwoChannels);

        Assert.Equal(label, model.Predict("政策库超过两周没有更新", channel).Category);
    }

    [Theory]
    [InlineData("website")]
    [InlineData("newmedia")]
    [InlineData("")]
    [InlineData("interaction")]
    public void A_label_of_any_channel_is_found_in_each(string channel) =>
        Assert.Equal("X-RECT", Fruit.Train(Fruit.TwoChannels).Predict("通报后仍未整改", channel).Category);

    [Fact]
    public void Without_the_channel_the_probabilities_still_add_up_to_one()
    {
        var model = Fruit.Train(Fruit.TwoChannels);

        var shares = model.Linear.Probabilities(
            model.Linear.Vocabulary.Features(new TextNormaliser([]).Normalise("链接打不开")),
            "",
            model.Card.Temperature
        );

        Assert.Equal(7, shares.Length);
        Assert.Equal(1, shares.Sum(), 9);
    }

    [Fact]
    public void No_texts_are_refused() => AssertRefused("没有可用来训练的文本", []);

    [Fact]
    public void One_class_is_refused() =>
        AssertRefused("全部 2 条文本都是同一类“甲”", [new("一", "甲"), new("二", "甲")]);

    [Fact]
    public void Empty_labels_are_refused_with_their_place() =>
        AssertRefused("第 3 行没有标签", [new("一", "甲"), new("二", " ", Place: "第 3 行"), new("三", "乙")]);

    [Fact]
    public void Empty_texts_are_refused_with_their_place() =>
        AssertRefused("第 3 行没有文本", [new("一", "甲"), new("", "乙", Place: "第 3 行"), new("三", "乙")]);

    [Fact]
    public void One_text_with_two_labels_is_refused() =>
        AssertRefused(
            "同一句话却有不同的标签",
            [new("一样", "甲", Place: "第 2 行"), new("一样", "乙", Place: "第 9 行"), new("三", "乙")]
        );

    [Fact]
    public void The_same_text_may_differ_by_channel()
    {
        var model = Fruit.Train(Fruit.TwoChannels);

        Assert.Equal(49, model.Card.TextCount);
    }

    [Fact]
    public void A_class_with_one_text_does_not_stop_the_training()
    {
        var model = Fruit.Train([.. Fruit.Three, new("个人身份证号被公开", "PRIV")]);

        Assert.Equal(4, model.Card.Labels.Count);
    }

    private static void AssertRefused(string words, IReadOnlyList<LabelledText> rows)
    {
        var refused = Assert.Throws<NoticeFormatException>(() => Fruit.Train(rows));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }
}
