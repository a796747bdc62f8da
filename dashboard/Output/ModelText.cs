using System.Globalization;
using System.Text.Json;
using Analytics.Classify;

namespace Analytics.Dashboard.Output;

/// <summary>How good a model is, in words and as JSON.</summary>
public static class ModelText
{
    private const int MostConfusions = 10;

    /// <summary>A share of 0 to 1 as a percentage with one place.</summary>
    public static string Share(double? share) => Numbers.Rate((decimal?)share);

    /// <summary>The measures, the weakest classes and the worst confusions.</summary>
    public static string Summary(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var measures = evaluation.Measures;
        text.WriteLine($"文本 {measures.TextCount} 条");
        text.WriteLine(
            $"正确率 {Share(measures.Accuracy)}（95% 区间 {Share(measures.AccuracyLow)}–{Share(measures.AccuracyHigh)}）"
        );
        text.WriteLine($"前三位含正确类别 {Share(measures.TopThreeAccuracy)}");
        text.WriteLine($"各类 F1 平均 {measures.MacroF1:0.000}");
        text.WriteLine($"最有把握的九成文本正确率 {Share(measures.AccuracyAt90)}");
        text.WriteLine($"把握与正确率平均相差（ECE）{measures.CalibrationError:0.000}");
        text.WriteLine($"不需人工 {Share(measures.Coverage)}，其中正确 {Share(measures.AcceptedAccuracy)}");
        var wrong = evaluation.Confusions().Where(one => one.Truth != one.Said).Take(MostConfusions).ToList();
        if (wrong.Count > 0)
        {
            text.WriteLine();
            text.WriteLine("最常见的错判：");
            wrong.ForEach(one => text.WriteLine($"  {one.Truth} 判为 {one.Said}：{one.TextCount} 条"));
        }

        return text.ToString();
    }

    /// <summary>Measures, classes, confusions, calibration and coverage.</summary>
    public static string Json(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return JsonSerializer.Serialize(EvaluationReport.Of(evaluation), Cli.RemoteServer.Json) + "\n";
    }
}
