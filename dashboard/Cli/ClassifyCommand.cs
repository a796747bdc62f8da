using System.CommandLine;
using System.Text.Json;
using Analytics.Classify;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Metrics;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Cli;

/// <summary><c>classify train [FILE --out MODEL]</c>, <c>evaluate FILE</c>, <c>predict FILE</c>, <c>models</c>, <c>activate ID</c></summary>
internal sealed class ClassifyCommand : VerbCommand
{
    private readonly Argument<string> _action = new("ACTION")
    {
        Description =
            "train 训练，evaluate 用带标签的文本检验，predict 给文本分类；models 列出数据仓库的模型，activate 启用其中一个",
    };

    private readonly Argument<string?> _file = new("FILE")
    {
        Description =
            "文本表格，列名 text、label（训练和检验时），可加 channel、source；train 不给表格时训练数据仓库的模型；activate 时是模型编号",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _model = new("--model")
    {
        Description = "模型文件，默认用数据仓库中启用的模型",
        HelpName = "FILE",
    };

    public ClassifyCommand()
        : base(
            "classify",
            "问题归类：训练、检验和使用文本分类模型",
            "analytics classify train data/classification/findings.csv --out findings.model"
        )
    {
        _action.AcceptOnlyFromAmong("train", "evaluate", "predict", "models", "activate");
        Arguments.Add(_action);
        Arguments.Add(_file);
        Options.Add(_model);
    }

    public override async Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        switch (verb.Get(_action))
        {
            case "train" when verb.Get(_file) is null:
                return await RetrainAsync(verb, cancel);
            case "train":
                Train(verb, Table(verb, cancel), cancel);
                break;
            case "evaluate":
                Evaluate(verb, Table(verb, cancel), await ModelAsync(verb, cancel));
                break;
            case "predict":
                var (columns, rows) = PredictionTable.Of(Table(verb, cancel), await ModelAsync(verb, cancel));
                verb.WriteRows(columns, rows, () => ConsoleTables.Text(columns, rows));
                break;
            case "activate":
                return await ActivateAsync(verb, cancel);
            default:
                using (var snapshot = verb.Workspace.OpenSnapshot())
                {
                    var models = Models.All(snapshot);
                    verb.WriteRows(Tables.Models, models, () => ConsoleTables.Text(Tables.Models, models));
                }

                break;
        }

        return CommandLine.Done;
    }

    private static async Task<int> RetrainAsync(Verb verb, CancellationToken cancel)
    {
        var force = verb.Get(CommonOptions.Force);
        if (verb.Workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, verb.Workspace.ServerFiles.Key());
            return Tell(verb, await remote.TrainAsync(force, verb.By, cancel));
        }

        using var warehouse = verb.Workspace.OpenLive(Patience);
        return Tell(verb, warehouse.Classifier.Train(verb.By, force, cancel));
    }

    private async Task<int> ActivateAsync(Verb verb, CancellationToken cancel)
    {
        var id =
            verb.Get(_file)
            ?? throw new RefusedException(
                "请写明模型编号，例如 analytics classify activate 3f2a91；编号用 classify models 列出。"
            );
        var force = verb.Get(CommonOptions.Force);
        if (verb.Workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, verb.Workspace.ServerFiles.Key());
            return Tell(verb, await remote.ActivateAsync(id, force, verb.By, cancel));
        }

        using var warehouse = verb.Workspace.OpenLive(Patience);
        return Tell(verb, warehouse.Classifier.Activate(id, verb.By, force));
    }

    private static int Tell(Verb verb, ModelReport report)
    {
        verb.Write(
            verb.Format == "json"
                ? JsonSerializer.Serialize(report, RemoteServer.Json) + "\n"
                : $"模型 {report.ModelId[..12]}：{report.Card.TextCount} 条文本，{report.Card.Labels.Count} 类，留出文本上正确率 {ModelText.Share(report.Measures.Accuracy)}"
                    + (
                        report.CurrentMeasures is { } current
                            ? $"（原来的模型 {ModelText.Share(current.Accuracy)}）"
                            : ""
                    )
                    + (
                        report.IsActive
                            ? $"。正在使用，归类 {report.ClassifiedCount} 条问题。\n"
                            : "。比正在使用的差，没有启用。\n"
                    )
        );
        if (report.IsActive)
        {
            return CommandLine.Done;
        }

        verb.Messages.WriteLine("仍要启用，请加 --force，会记录在案。");
        return CommandLine.Refused;
    }

    private static void Train(Verb verb, SourceTable table, CancellationToken cancel)
    {
        if (verb.Get(CommonOptions.Out) is null)
        {
            throw new RefusedException("请用 --out 写明模型存到哪个文件，例如 --out findings.model。");
        }

        var reference = ReferenceData.Load(verb.Workspace.DataDirectory);
        var rows = Taxonomy.WithChannels(LabelledFile.Read(table), reference.Categories);
        var model = ModelTrainer.Train(rows, Taxonomy.Options(rows, reference), cancel);
        var bytes = ModelFile.Write(model);
        verb.Write(bytes);
        verb.Messages.WriteLine(
            $"模型 {ModelFile.Sha256(bytes)[..12]}（{bytes.Length / 1024} KB）：{model.Card.TextCount} 条文本，{model.Card.Labels.Count} 类。"
                + $"轮流留出的文本上正确率 {ModelText.Share(model.Card.Aside.Measures.Accuracy)}。"
        );
    }

    private static void Evaluate(Verb verb, SourceTable table, TextModel model)
    {
        var reference = ReferenceData.Load(verb.Workspace.DataDirectory);
        var rows = Taxonomy.WithChannels(LabelledFile.Read(table), reference.Categories);
        var evaluation = new Evaluation([
            .. rows.Select(row => new JudgedText(row.Label, model.Predict(row.Text, row.Channel))),
        ]);
        verb.Write(verb.Format == "json" ? ModelText.Json(evaluation) : ModelText.Summary(evaluation));
    }

    private async Task<TextModel> ModelAsync(Verb verb, CancellationToken cancel)
    {
        if (verb.Get(_model) is { } path)
        {
            return ModelFile.ReadFile(path);
        }

        if (verb.Workspace.Server is { } server)
        {
            using var remote = new RemoteServer(server, verb.Workspace.ServerFiles.Key());
            return await remote.CurrentModelAsync(verb.By, cancel);
        }

        using var warehouse = verb.Workspace.OpenLive(Patience);
        return warehouse.Classifier.Ensure(verb.By);
    }

    private SourceTable Table(Verb verb, CancellationToken cancel)
    {
        var path =
            verb.Get(_file)
            ?? throw new RefusedException("请写明文本表格，例如 analytics classify predict texts.csv --format csv。");
        return SourceReader.ReadFile(path, SourceWorkerCommand.MakeReader(), cancel) as SourceTable
            ?? throw new NoticeFormatException(
                $"文件“{Path.GetFileName(path)}”不是表格。请给出 .csv 或 .xlsx，第一行是列名 text,label。"
            );
    }
}
