using System.CommandLine;
using Analytics.Classify;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Sources;

namespace Analytics.Dashboard.Cli;

/// <summary><c>classify train FILE --out MODEL</c>, <c>classify evaluate FILE</c>, <c>classify predict FILE</c></summary>
internal sealed class ClassifyCommand : VerbCommand
{
    private readonly Argument<string> _action = new("ACTION")
    {
        Description = "train 训练，evaluate 用带标签的文本检验，predict 给文本分类",
    };

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "文本表格，列名 text、label（训练和检验时），可加 channel、source",
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
        _action.AcceptOnlyFromAmong("train", "evaluate", "predict");
        Arguments.Add(_action);
        Arguments.Add(_file);
        Options.Add(_model);
    }

    public override Task<int> RunAsync(Verb verb, CancellationToken cancel)
    {
        var table = ReadTable(verb.Get(_file)!, cancel);
        switch (verb.Get(_action))
        {
            case "train":
                Train(verb, table, cancel);
                break;
            case "evaluate":
                Evaluate(verb, table);
                break;
            default:
                var (columns, rows) = PredictionTable.Of(table, Model(verb));
                verb.WriteRows(columns, rows, () => ConsoleTables.Text(columns, rows));
                break;
        }

        return Task.FromResult(CommandLine.Done);
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
                + $"轮流留出的文本上正确率 {ModelText.Share(model.Card.Measures.Accuracy)}。"
        );
    }

    private void Evaluate(Verb verb, SourceTable table)
    {
        var reference = ReferenceData.Load(verb.Workspace.DataDirectory);
        var rows = Taxonomy.WithChannels(LabelledFile.Read(table), reference.Categories);
        var model = Model(verb);
        var evaluation = new Evaluation([
            .. rows.Select(row => new JudgedText(row.Label, model.Predict(row.Text, row.Channel))),
        ]);
        verb.Write(verb.Format == "json" ? ModelText.Json(evaluation) : ModelText.Summary(evaluation));
    }

    private TextModel Model(Verb verb) =>
        verb.Get(_model) is { } path
            ? ModelFile.ReadFile(path)
            : throw new RefusedException("请用 --model 写明模型文件。");

    private static SourceTable ReadTable(string path, CancellationToken cancel) =>
        SourceReader.ReadFile(path, SourceWorkerCommand.MakeReader(), cancel) as SourceTable
        ?? throw new NoticeFormatException(
            $"文件“{Path.GetFileName(path)}”不是表格。请给出 .csv 或 .xlsx，第一行是列名 text,label。"
        );
}
