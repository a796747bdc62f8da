using Analytics.Domain;

namespace Analytics.Classify;

/// <summary>Refuses what no model can be trained on, and puts the rest into an order of its own.</summary>
internal static class TrainingCheck
{
    private const int MostNamed = 5;

    /// <summary>The distinct texts in ordinal order, whatever their order was.</summary>
    /// <exception cref="NoticeFormatException">No rows, empty texts or labels, one class only, or one text with two labels.</exception>
    public static IReadOnlyList<LabelledText> Checked(IReadOnlyList<LabelledText> rows)
    {
        if (rows.Count == 0)
        {
            throw new NoticeFormatException("没有可用来训练的文本。请至少给出两个类别、每类几条带标签的文本。");
        }

        Refuse(rows.Where(row => string.IsNullOrWhiteSpace(row.Label)), "没有标签（label）", "请补上类别或删去这些行");
        Refuse(rows.Where(row => string.IsNullOrWhiteSpace(row.Text)), "没有文本（text）", "请补上文本或删去这些行");
        var distinct = rows.Select(row => row with { Channel = row.IsOfAnyChannel ? "" : row.Channel })
            .DistinctBy(row => (row.Text, row.Label, row.Channel))
            .OrderBy(row => row.Text, StringComparer.Ordinal)
            .ThenBy(row => row.Label, StringComparer.Ordinal)
            .ThenBy(row => row.Channel, StringComparer.Ordinal)
            .ToList();
        var conflicts = distinct
            .GroupBy(row => (row.Text.Trim(), row.Channel))
            .Where(group => group.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count() > 1);
        Refuse(conflicts.SelectMany(group => group), "是同一句话却有不同的标签", "请统一成一个标签");
        if (distinct.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new NoticeFormatException(
                $"全部 {distinct.Count} 条文本都是同一类“{distinct[0].Label}”，没有可以区分的类别。请至少给出两个类别的文本。"
            );
        }

        return distinct;
    }

    private static void Refuse(IEnumerable<LabelledText> faulty, string fault, string cure)
    {
        var rows = faulty.ToList();
        if (rows.Count > 0)
        {
            var named = rows.Take(MostNamed)
                .Select(row => row.Place.Length > 0 ? row.Place : $"“{Short(row.Text)}”（{row.Label}）");
            var more = rows.Count > MostNamed ? $"等 {rows.Count} 处" : "";
            throw new NoticeFormatException($"训练数据里{string.Join("、", named)}{more}{fault}。{cure}，再重新训练。");
        }
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
