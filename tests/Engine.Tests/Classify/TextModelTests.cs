using Analytics.Classify;
using Analytics.Domain;

namespace Analytics.Tests.Classify;

public sealed class TextModelTests
{
    private static readonly TrainingOptions s_few = new() { FewExamples = 0 };
    private static readonly TextModel s_model = Fruit.Train(Fruit.Three, s_few);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀😀🎉")]
    [InlineData("Ничего не обновлялось")]
    public void Nothing_known_goes_to_a_person(string text)
    {
        var prediction = s_model.Predict(text);

        Assert.Equal(ReviewReason.NothingKnown, prediction.Review);
        Assert.True(prediction.NeedsReview);
        Assert.Null(prediction.Category);
    }

    [Fact]
    public void A_text_of_another_field_goes_to_a_person()
    {
        var prediction = s_model.Predict("昨夜球队三比二逆转夺冠，主帅赛后谈年轻球员成长");

        Assert.True(prediction.NeedsReview);
        Assert.True(prediction.KnownShare < s_model.Card.Gates.KnownShare);
    }

    [Fact]
    public void A_text_like_those_trained_on_needs_nobody()
    {
        var prediction = s_model.Predict("首页超过三周没有更新内容");

        Assert.False(prediction.NeedsReview);
        Assert.Equal(DecidedBy.Model, prediction.By);
    }

    [Fact]
    public void A_class_with_few_examples_is_decided_by_its_keywords()
    {
        var options = new TrainingOptions
        {
            FewExamples = 5,
            Keywords = new Dictionary<string, IReadOnlyList<string>>
            {
                ["PRIV"] = ["身份证号", "手机号"],
                ["STALE"] = ["链接"],
            },
        };
        var model = Fruit.Train([.. Fruit.Three, new("公示表里有身份证号", "PRIV")], options);

        var ruled = model.Predict("名单公开了３个人的身份证号码");
        // STALE has seven examples: its keyword is not asked.
        var weighed = model.Predict("专题页面的链接点击后打不开");

        Assert.Equal(("PRIV", DecidedBy.Rule, false), (ruled.Category, ruled.By, ruled.NeedsReview));
        Assert.Equal(("LINK", DecidedBy.Model), (weighed.Category, weighed.By));
    }

    [Fact]
    public void A_class_with_few_examples_and_no_keyword_is_only_suggested()
    {
        var model = Fruit.Train(Fruit.Three, new TrainingOptions { FewExamples = 30 });

        Assert.Equal(ReviewReason.FewExamples, model.Predict("首页超过三周没有更新内容").Review);
    }

    [Fact]
    public void The_words_that_decided_are_named_and_stand_in_the_text()
    {
        const string Text = "政策库：超过三周 没有更新内容";

        var explanation = s_model.Explain(Text);

        Assert.Equal("STALE", explanation.Prediction.Category);
        Assert.Contains(explanation.For, one => "超过三周没有更新内容".Contains(one.Gram, StringComparison.Ordinal));
        Assert.All(explanation.For, one => Assert.True(one.Weight > 0));
        Assert.All(explanation.Against, one => Assert.True(one.Weight < 0));
        var best = explanation.Places.MaxBy(place => place.Weight);
        Assert.Contains(Text[best.Start..best.End].Trim(), "超过三周没有更新内容", StringComparison.Ordinal);
    }

    [Fact]
    public void The_weights_of_the_places_add_up_to_the_difference_of_the_margins()
    {
        const string Text = "首页链接超过三周打不开";
        var explanation = s_model.Explain(Text);
        var head = s_model.Linear.Channels[0];
        var margins = new float[head.Width];
        s_model.Linear.Weights.Margins(
            s_model.Linear.Vocabulary.Features(new TextNormaliser([]).Normalise(Text)),
            head.Start,
            margins
        );
        var order = Enumerable.Range(0, margins.Length).OrderByDescending(i => margins[i]).ToList();
        var biases = s_model.Linear.Weights.Biases[order[0]] - s_model.Linear.Weights.Biases[order[1]];

        Assert.Equal(margins[order[0]] - margins[order[1]] - biases, explanation.Places.Sum(place => place.Weight), 4);
    }

    [Fact]
    public void Eight_threads_may_share_a_model()
    {
        var texts = Fruit.Three.Select(row => row.Text + "，请核实").ToList();
        var alone = texts.Select(text => s_model.Predict(text)).ToList();
        var wrong = 0;

        var threads = Enumerable
            .Range(0, 8)
            .Select(thread => new Thread(() =>
            {
                for (var call = 0; call < 2_500; call++)
                {
                    var at = (call + thread) % texts.Count;
                    var prediction = s_model.Predict(texts[at]);
                    if (!prediction.Ranked.SequenceEqual(alone[at].Ranked) || prediction.Review != alone[at].Review)
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_model_that_was_stored_says_the_same()
    {
        var stored = ModelFile.Read("m", ModelFile.Write(s_model));

        foreach (var row in Fruit.Three)
        {
            Assert.Equal(s_model.Predict(row.Text).Ranked, stored.Predict(row.Text).Ranked);
        }

        Assert.Equal(ModelFile.Write(s_model), ModelFile.Write(stored));
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_in_words()
    {
        var bytes = ModelFile.Write(s_model);

        Assert.Contains("不是本程序的分类模型", Refusal([1, 2, 3]), StringComparison.Ordinal);
        Assert.Contains("不是本程序的分类模型", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("不是本程序的分类模型", Refusal(bytes[..(bytes.Length / 2)]), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<NoticeFormatException>(() => ModelFile.Read("坏.model", bytes)).Message;
}
