using System.Text.Json;
using Analytics.Classify;
using Analytics.Domain;
using Analytics.Ingest.Tables;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>The text classifier of a warehouse: trains and keeps models, asks the one in use about findings without category, keeps what persons decide.</summary>
/// <remarks>A model's answer is never overwritten: a person's decision stands beside it. Any thread may use it.</remarks>
public sealed class ClassifierDesk
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly AnalyticsWarehouse _warehouse;
    private readonly string _dataDirectory;
    private (string Id, TextModel Model)? _loaded;

    internal ClassifierDesk(AnalyticsWarehouse warehouse, string dataDirectory) =>
        (_warehouse, _dataDirectory) = (warehouse, dataDirectory);

    /// <summary>The model in use.</summary>
    /// <returns>Null when none was trained yet.</returns>
    public TextModel? Current => _warehouse.Read(CurrentOf);

    /// <summary>The model in use; the first one is trained here when there is none.</summary>
    /// <param name="by">Who needs it.</param>
    /// <exception cref="NoticeFormatException">There are no texts to train on.</exception>
    public TextModel Ensure(string by)
    {
        if (Current is null)
        {
            Train(by);
        }

        return Current!;
    }

    /// <summary>Trains the first model when texts are about to be loaded that have no category; does nothing where there is one, or no texts to learn from.</summary>
    /// <param name="files">What will be loaded.</param>
    /// <param name="by">Who loads it.</param>
    public void EnsureFor(IReadOnlyList<LoadFile> files, string by)
    {
        ArgumentNullException.ThrowIfNull(files);
        var hasTexts = files.Any(file =>
            file.Kind.Split('+').Contains(TableKind.Findings, StringComparer.Ordinal)
            && file.Facts.Any(fact => fact.Category is null)
        );
        if (hasTexts && Current is null && TrainingTexts.Exist(_dataDirectory))
        {
            Train(by);
        }
    }

    /// <summary>The file of a model.</summary>
    /// <param name="modelId">Its SHA-256.</param>
    /// <returns>Null when there is none.</returns>
    public byte[]? FileOf(string modelId) => _warehouse.Read(live => FileOf(live, modelId));

    /// <summary>Trains a model on all texts but those kept aside, and puts it in use unless it is worse there than the model in use.</summary>
    /// <param name="by">Who trains it.</param>
    /// <param name="force">True to use it even if it is worse; recorded.</param>
    /// <param name="cancel">Ends the training; nothing is stored then.</param>
    /// <exception cref="NoticeFormatException">No model can be trained on the texts; the message says why.</exception>
    public ModelReport Train(string by, bool force = false, CancellationToken cancel = default)
    {
        var reference = _warehouse.Reference;
        var rows = _warehouse.Read(live => TrainingTexts.Read(live, _dataDirectory, reference.Categories));
        var trained = ModelTrainer.Train(
            [.. rows.Where(row => !TrainingTexts.IsHeldOut(row))],
            Taxonomy.Options(rows, reference),
            cancel
        );
        var file = ModelFile.Write(trained);
        var id = ModelFile.Sha256(file);
        var heldOut = rows.Where(TrainingTexts.IsHeldOut).ToList();
        var measures = MeasuresOf(trained, heldOut);
        return _warehouse.Write(
            (live, at) =>
            {
                if (live.Count("select count(*) from raw_models where model_id = $1", id) == 0)
                {
                    live.Execute(
                        "insert into raw_models values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        id,
                        file,
                        trained.Card.TrainingSha256,
                        (long)trained.Card.TextCount,
                        (long)trained.Card.Labels.Count,
                        (long)heldOut.Count,
                        JsonSerializer.Serialize(measures, s_json),
                        by,
                        at
                    );
                }

                return Choose(live, at, (id, trained), heldOut, by, force);
            }
        );
    }

    /// <summary>Trains a model on other texts; nothing is stored.</summary>
    /// <param name="rows">Any labelled texts.</param>
    /// <param name="cancel">Ends the training.</param>
    /// <exception cref="NoticeFormatException">No model can be trained on the texts; the message says why.</exception>
    public TextModel TrainOn(IReadOnlyList<LabelledText> rows, CancellationToken cancel = default)
    {
        var reference = _warehouse.Reference;
        var known = Taxonomy.WithChannels(rows, reference.Categories);
        return ModelTrainer.Train(known, Taxonomy.Options(known, reference), cancel);
    }

    /// <summary>Judges a model on labelled texts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">The texts, at least one.</param>
    public Evaluation Judge(TextModel model, IReadOnlyList<LabelledText> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new([
            .. Taxonomy
                .WithChannels(rows, _warehouse.Reference.Categories)
                .Select(row => new JudgedText(row.Label, model.Predict(row.Text, row.Channel))),
        ]);
    }

    /// <summary>Puts a model that was trained before in use, unless it is worse on the texts kept aside.</summary>
    /// <param name="modelId">Its SHA-256, or a beginning of it that is enough.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="force">True to use it even if it is worse; recorded.</param>
    /// <exception cref="NoticeFormatException">There is no such model.</exception>
    public ModelReport Activate(string modelId, string by, bool force = false)
    {
        var reference = _warehouse.Reference;
        return _warehouse.Write(
            (live, at) =>
            {
                var ids = live.Query(
                    "select model_id from raw_models where starts_with(model_id, $1)",
                    row => row.GetString(0),
                    modelId
                );
                if (ids is not [var id])
                {
                    throw new NoticeFormatException(
                        $"没有编号为“{modelId}”的模型，或者不止一个。请用 classify models 列出模型，再写明编号。"
                    );
                }

                var heldOut = TrainingTexts
                    .Read(live, _dataDirectory, reference.Categories)
                    .Where(TrainingTexts.IsHeldOut)
                    .ToList();
                return Choose(live, at, (id, ModelFile.Read(id, FileOf(live, id)!)), heldOut, by, force);
            }
        );
    }

    /// <summary>Keeps the category that a person gives to a finding; the model's answer stays beside it.</summary>
    /// <param name="findingId">The finding.</param>
    /// <param name="category">A category of its channel, or of any.</param>
    /// <param name="by">Who decides.</param>
    /// <exception cref="NoticeFormatException">There is no such finding or category, or the category is of another channel.</exception>
    public Annotation Annotate(string findingId, string category, string by)
    {
        var categories = _warehouse.Reference.Categories.Categories;
        return _warehouse.Write(
            (live, at) =>
            {
                var (words, channel) = live.Query(
                        "select words, cast(channel as varchar) from warehouse.findings where finding_id = $1",
                        row => (row.GetString(0), row.GetString(1)),
                        findingId
                    )
                    .FirstOrDefault();
                if (words is null)
                {
                    throw new NoticeFormatException($"没有编号为“{findingId}”的问题条目。请刷新页面后重试。");
                }

                var found =
                    categories.FirstOrDefault(one => one.Code == category)
                    ?? throw new NoticeFormatException(
                        $"没有类别“{category}”。可用的类别见 data/reference/categories.csv。"
                    );
                if (found.Channel != LabelledText.AnyChannel && found.Channel != channel)
                {
                    throw new NoticeFormatException(
                        $"类别“{found.Name}”（{category}）属于{Channel.NameOf(found.Channel)}，而这条问题属于{Channel.NameOf(channel)}。请选本渠道的类别。"
                    );
                }

                return Insert(live, at, findingId, category, words, channel, by);
            }
        );
    }

    /// <summary>Asks the model in use about findings that have no category and were not asked about; inside the caller's transaction.</summary>
    /// <returns>How many.</returns>
    internal long ClassifyPending(DuckDBConnection live, DateTime at)
    {
        if (CurrentOf(live) is not { } model)
        {
            return 0;
        }

        var id = _loaded!.Value.Id;
        var pending = live.Query(
            "select fact_id, channel, words from stg_pending_texts order by fact_id",
            row => (Id: row.GetString(0), Channel: row.GetString(1), Words: row.GetString(2))
        );
        using var appender = live.CreateAppender("raw_classifications");
        foreach (var (finding, channel, words) in pending)
        {
            var prediction = model.Predict(words, channel);
            appender
                .CreateRow()
                .AppendValue(finding)
                .AppendValue(id)
                .AppendValue(prediction.Category)
                .AppendValue(Math.Round((decimal)prediction.Confidence, 6, MidpointRounding.AwayFromZero))
                .AppendValue(prediction.Ranked.Count > 1 ? prediction.Ranked[1].Label : null)
                .AppendValue(prediction.Ranked.Count > 2 ? prediction.Ranked[2].Label : null)
                .AppendValue(prediction.By == DecidedBy.Rule ? "rule" : "model")
                .AppendValue(prediction.NeedsReview)
                .AppendValue(prediction.Review.ToString())
                .AppendValue(at)
                .EndRow();
        }

        return pending.Count;
    }

    private static Annotation Insert(
        DuckDBConnection live,
        DateTime at,
        string finding,
        string category,
        string words,
        string channel,
        string by
    )
    {
        var (proposed, model) = live.Query(
                "select category, model_id from stg_classifications where finding_id = $1",
                row => (row[0] as string, row.GetString(1)),
                finding
            )
            .FirstOrDefault();
        var number = live.Count("select coalesce(max(annotation_id), 0) + 1 from raw_annotations");
        live.Execute(
            "insert into raw_annotations values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            number,
            finding,
            category,
            words,
            channel,
            proposed,
            model,
            by,
            at
        );
        return new(number, finding, category, proposed, by, at);
    }

    // A model that is not worse takes over; on a tie the newer one, since it knows more texts.
    private ModelReport Choose(
        DuckDBConnection live,
        DateTime at,
        (string Id, TextModel Model) candidate,
        List<LabelledText> heldOut,
        string by,
        bool force
    )
    {
        var measures = MeasuresOf(candidate.Model, heldOut);
        var current = CurrentOf(live);
        var currentId = _loaded?.Id;
        if (current is not null && currentId == candidate.Id)
        {
            return new(candidate.Id, candidate.Model.Card, measures, measures, true, 0);
        }

        var currentMeasures = current is null ? null : MeasuresOf(current, heldOut);
        var isWorse = currentMeasures is not null && measures.Accuracy < currentMeasures.Accuracy;
        if (isWorse && !force)
        {
            return new(candidate.Id, candidate.Model.Card, measures, currentMeasures, false, 0);
        }

        live.Execute(
            "insert into raw_model_activations values ($1, $2, $3, $4, $5, $6, $7, $8)",
            live.Count("select coalesce(max(activation_id), 0) + 1 from raw_model_activations"),
            candidate.Id,
            (decimal)measures.Accuracy,
            currentId,
            (decimal?)currentMeasures?.Accuracy,
            isWorse,
            by,
            at
        );
        return new(candidate.Id, candidate.Model.Card, measures, currentMeasures, true, ClassifyPending(live, at));
    }

    private static Measures MeasuresOf(TextModel model, List<LabelledText> heldOut) =>
        heldOut.Count == 0
            ? model.Card.Aside.Measures
            : new Evaluation([
                .. heldOut.Select(row => new JudgedText(row.Label, model.Predict(row.Text, row.Channel))),
            ]).Measures;

    private TextModel? CurrentOf(DuckDBConnection live)
    {
        var id = live.Scalar("select arg_max(model_id, activation_id) from raw_model_activations") as string;
        if (id is null)
        {
            return null;
        }

        if (_loaded?.Id != id)
        {
            _loaded = (id, ModelFile.Read(id, FileOf(live, id)!));
        }

        return _loaded.Value.Model;
    }

    private static byte[]? FileOf(DuckDBConnection live, string id) =>
        live.Bytes("select file from raw_models where model_id = $1", id);
}
