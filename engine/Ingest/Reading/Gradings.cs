using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>优秀12家、良好20家、合格5家: grades that units got in an assessment, where 合格 passes no site or account.</summary>
internal static class Gradings
{
    private static readonly string[] s_grades = ["优秀", "良好", "优良", "基本合格", "等次", "称职", "先进"];

    /// <summary>Whether a number of 合格, 达标 or 不合格 counts units or is one of several grades.</summary>
    public static bool Counts(Scene scene, Thing thing)
    {
        if (thing is Thing.Site or Thing.Account)
        {
            return false;
        }

        return thing == Thing.Unit
            || Array.Exists(s_grades, grade => Sentence(scene).Contains(grade, StringComparison.Ordinal));
    }

    private static string Sentence(Scene scene)
    {
        var text = scene.Paragraph.Text;
        var end = text.AsSpan(scene.Quantity.Tail, scene.Paragraph.Span.End - scene.Quantity.Tail)
            .IndexOfAny('。', '；');
        end = end < 0 ? scene.Paragraph.Span.End : scene.Quantity.Tail + end;
        return scene.SentenceBefore + text[scene.Quantity.Start..Math.Min(end, scene.Quantity.Tail + 120)];
    }
}
