using Analytics.Classify;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class ClassifierDeskTests
{
    private static readonly string[] s_places =
    [
        "首页",
        "要闻",
        "专题",
        "大厅",
        "公告",
        "政策库",
        "互动页",
        "年报",
        "图解",
        "视频",
        "访谈",
        "信箱",
        "目录",
        "指南",
        "年鉴",
        "法规",
        "规划",
        "财政",
        "招聘",
        "审计",
        "教育",
        "医疗",
        "社保",
        "水利",
        "林草",
        "农牧",
        "能源",
        "交通",
        "住建",
        "民政",
        "司法",
        "统计",
        "文旅",
        "体育",
        "科技",
        "应急",
    ];

    [Fact]
    public void Texts_without_category_are_classified_at_load_and_flow_into_the_cube_with_their_source()
    {
        using var warehouse = Trained();

        Load(warehouse, "公告超过三周没有更新内容", "公告的链接点击后打不开", "昨夜球队夺冠主帅谈成长");

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal(
            [("W-LINK", 1L, 1L), ("W-STALE", 1L, 1L), ("NONE", 1L, 0L)],
            snapshot.Query(
                "select category, finding_count, model_count from finding_cube order by category = 'NONE', category",
                row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2))
            )
        );
        var waiting = Assert.Single(Reviews.Queue(snapshot));
        Assert.Equal("昨夜球队夺冠主帅谈成长", waiting.Words);
        Assert.Equal(nameof(ReviewReason.FewKnown), waiting.Reason);
    }

    [Fact]
    public void A_stated_category_is_never_asked_about()
    {
        using var warehouse = Trained();

        warehouse.Live.Load(
            [
                Sheets.File(
                    "一.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        TestWarehouse.Finding("公安局", 1, Channel.Website, "错别字") with
                        {
                            Words = "首页超过三周没有更新内容",
                        }
                    )
                ),
            ],
            "测试"
        );

        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal(
            [("W-TYPO", "stated")],
            snapshot.Query(
                "select category, category_source from findings",
                row => (row.GetString(0), row.GetString(1))
            )
        );
        Assert.Equal(0L, snapshot.Query("select count(*) from classifications", row => row.GetInt64(0))[0]);
    }

    [Fact]
    public void A_person_s_category_counts_and_the_model_s_answer_stays()
    {
        using var warehouse = Trained();
        Load(warehouse, "公告超过三周没有更新内容");
        string id;
        using (var before = warehouse.Open())
        {
            id = before.Query("select finding_id from findings", row => row.GetString(0))[0];
        }

        warehouse.Live.Classifier.Annotate(id, "W-EMPTY", "张三");
        var last = warehouse.Live.Classifier.Annotate(id, "X-RECT", "李四");

        Assert.Equal(("W-STALE", "李四"), (last.Proposed, last.By));
        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal(
            [("X-RECT", "person", "W-STALE")],
            snapshot.Query(
                "select f.category, f.category_source, c.category from findings as f inner join classifications as c using (finding_id)",
                row => (row.GetString(0), row.GetString(1), row.GetString(2))
            )
        );
        Assert.Equal(
            [("W-EMPTY", false), ("X-RECT", true)],
            snapshot.Query(
                "select category, is_current from annotations order by annotation_id",
                row => (row.GetString(0), row.GetBoolean(1))
            )
        );
        Assert.Equal(
            1L,
            snapshot.Query("select person_count from finding_cube where category = 'X-RECT'", row => row.GetInt64(0))[0]
        );
    }

    [Theory]
    [InlineData("N-STALE", "属于政务新媒体，而这条问题属于政府网站")]
    [InlineData("W-NONE", "没有类别“W-NONE”")]
    public void A_category_that_cannot_be_meant_is_refused(string category, string words)
    {
        using var warehouse = Trained();
        Load(warehouse, "公告超过三周没有更新内容");
        using var snapshot = warehouse.Open();
        var id = snapshot.Query("select finding_id from findings", row => row.GetString(0))[0];

        Assert.Contains(
            words,
            Assert
                .Throws<NoticeFormatException>(() => warehouse.Live.Classifier.Annotate(id, category, "张三"))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<NoticeFormatException>(() => warehouse.Live.Classifier.Annotate("nobody", "W-LINK", "张三"));
    }

    [Fact]
    public void What_persons_decided_is_trained_on()
    {
        using var warehouse = Trained();
        Load(warehouse, "公告超过三周没有更新内容");
        string id;
        using (var snapshot = warehouse.Open())
        {
            id = snapshot.Query("select finding_id from findings", row => row.GetString(0))[0];
        }

        warehouse.Live.Classifier.Annotate(id, "W-EMPTY", "张三");

        var texts = warehouse.Live.Read(live =>
            TrainingTexts.Read(live, warehouse.Data, warehouse.Live.Reference.Categories)
        );

        // The file says W-STALE of the same sentence: the person's word stands, and there is no conflict.
        Assert.Equal("W-EMPTY", texts.Single(row => row.Text == "公告超过三周没有更新内容").Label);
        Assert.NotNull(Retrain(warehouse).ModelId);
    }

    [Fact]
    public void Training_again_on_the_same_texts_gives_the_same_model()
    {
        using var warehouse = Trained();
        using var before = warehouse.Open();
        var first = Assert.Single(Models.All(before));

        var report = Retrain(warehouse);

        Assert.Equal(first.Id, report.ModelId);
        using var snapshot = warehouse.Open();
        Assert.True(Assert.Single(Models.All(snapshot)).IsActive);
        Assert.Equal(ModelFile.Sha256(warehouse.Live.Classifier.FileOf(first.Id)!), first.Id);
    }

    [Fact]
    public void A_worse_model_is_not_used_unless_somebody_insists_which_is_recorded()
    {
        using var warehouse = Trained();
        string good;
        using (var before = warehouse.Open())
        {
            good = Models.All(before)[0].Id;
        }

        // Labels turned round for all but the texts kept aside: what it learns is wrong there.
        warehouse.Write("data/classification/texts.csv", Texts(isTurned: true));
        var refused = Retrain(warehouse);
        var forced = warehouse.Live.Classifier.Activate(refused.ModelId[..12], "李四", force: true);
        var back = warehouse.Live.Classifier.Activate(good, "张三");

        Assert.False(refused.IsActive);
        Assert.True(refused.Measures.Accuracy < refused.CurrentMeasures!.Accuracy);
        Assert.True(forced.IsActive);
        Assert.True(back.IsActive);
        using var snapshot = warehouse.Open();
        var bad = Models.All(snapshot).Single(model => model.Id == refused.ModelId);
        Assert.Equal((true, "李四", good), (bad.IsOverride, bad.ActivatedBy, bad.ReplacedModel));
        Assert.True(Models.All(snapshot).Single(model => model.Id == good).IsActive);
    }

    [Fact]
    public void A_new_model_is_asked_about_all_that_has_no_category()
    {
        using var warehouse = Untrained();
        Load(warehouse, "公告超过三周没有更新内容");

        var report = Retrain(warehouse);

        Assert.Equal(1, report.ClassifiedCount);
        using var snapshot = warehouse.Open();
        FindingSums.AreThoseOf(snapshot);
        Assert.Equal("W-STALE", snapshot.Query("select category from findings", row => row.GetString(0))[0]);
    }

    [Fact]
    public void A_revert_takes_classified_findings_away_and_leaves_the_model()
    {
        using var warehouse = Trained();
        var report = Load(warehouse, "公告超过三周没有更新内容");

        warehouse.Live.Revert(report.BatchId!.Value, "测试");

        using var snapshot = warehouse.Open();
        Assert.Equal(0L, snapshot.Query("select count(*) from classifications", row => row.GetInt64(0))[0]);
        Assert.Single(Models.All(snapshot));
    }

    [Fact]
    public void Without_texts_no_model_can_be_trained()
    {
        using var warehouse = new TestWarehouse();

        Assert.Contains(
            "没有可用来训练的文本",
            Assert.Throws<NoticeFormatException>(() => warehouse.Live.Classifier.Ensure("测试")).Message,
            StringComparison.Ordinal
        );
    }

    private static TestWarehouse Untrained()
    {
        var warehouse = new TestWarehouse();
        warehouse.Write("data/classification/texts.csv", Texts(isTurned: false));
        return warehouse;
    }

    private static TestWarehouse Trained()
    {
        var warehouse = Untrained();
        warehouse.Live.Classifier.Ensure("测试");
        return warehouse;
    }

    private static ModelReport Retrain(TestWarehouse warehouse) =>
        warehouse.Live.Classifier.Train("张三", cancel: TestContext.Current.CancellationToken);

    private static string Texts(bool isTurned)
    {
        var rows = s_places
            .SelectMany(place =>
                new[]
                {
                    new LabelledText($"{place}超过三周没有更新内容", "W-STALE", Channel.Website),
                    new LabelledText($"{place}的链接点击后打不开", "W-LINK", Channel.Website),
                }
            )
            .Select(row =>
                isTurned && !TrainingTexts.IsHeldOut(row)
                    ? row with
                    {
                        Label = row.Label == "W-STALE" ? "W-LINK" : "W-STALE",
                    }
                    : row
            );
        return "text,label,channel\n" + string.Join('\n', rows.Select(row => $"{row.Text},{row.Label},{row.Channel}"));
    }

    private static LoadReport Load(TestWarehouse warehouse, params string[] texts) =>
        warehouse.Live.Load(
            [
                Sheets.File(
                    "问题清单.xlsx",
                    Sheets.Of(
                        TableKind.Findings,
                        [
                            .. texts.Select(text =>
                                TestWarehouse.Finding("公安局", 1, Channel.Website) with
                                {
                                    Words = text,
                                }
                            ),
                        ]
                    )
                ),
            ],
            "测试"
        );
}
