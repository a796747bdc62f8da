using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>What does not agree in the loaded notices, told to the editor in the margin beside the figure that it is about: each once, none left out.</summary>
internal sealed class DraftDoubts
{
    private readonly List<DiscrepancyRow> _untold;
    private readonly Dictionary<string, DiscrepancySubject> _subjects;
    private readonly Dictionary<string, string> _sources;

    public DraftDoubts(Snapshot snapshot, Quarter quarter)
    {
        _untold = [.. Discrepancies.All(snapshot, quarter)];
        _subjects = Discrepancies
            .Subjects(snapshot, quarter)
            .ToDictionary(subject => subject.Id, StringComparer.Ordinal);
        _sources = Notices
            .Of(snapshot, quarter)
            .ToDictionary(notice => notice.Id, notice => notice.Number ?? notice.FileName, StringComparer.Ordinal);
    }

    /// <summary>What is doubtful of a figure.</summary>
    /// <param name="figure">The figure in the draft.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="unit">Its unit's code; null for the whole banner.</param>
    /// <param name="measures">What it measures, and what else is told beside it.</param>
    public IReadOnlyList<string> About(decimal figure, string channel, string? unit, params string[] measures) =>
        Take(
            figure,
            doubt =>
                _subjects.TryGetValue(doubt.Id, out var subject)
                && subject.Channel == channel
                && subject.Unit == (unit ?? Findings.NoUnit)
                && measures.Contains(subject.Measure, StringComparer.Ordinal)
        );

    /// <summary>What is doubtful of the problems of a channel that name no unit.</summary>
    public IReadOnlyList<string> AboutUnattributed(decimal figure, string channel) =>
        Take(
            figure,
            doubt =>
                doubt.Code == DiscrepancyCode.UnattributedTotal
                && _subjects.TryGetValue(doubt.Id, out var subject)
                && subject.Channel == channel
        );

    /// <summary>What is about no figure of the draft.</summary>
    public IReadOnlyList<string> Rest() => Take(null, _ => true);

    private List<string> Take(decimal? figure, Predicate<DiscrepancyRow> which)
    {
        var taken = _untold.FindAll(which);
        _untold.RemoveAll(which);
        return taken.ConvertAll(doubt => Words(doubt, figure));
    }

    private string Words(DiscrepancyRow doubt, decimal? figure)
    {
        var choice =
            figure is { } used && doubt is { Stated: { } stated, Computed: { } computed } && computed == used
                ? $"原文写的是 {DraftWords.Plain(stated)}，计算得出 {DraftWords.Plain(computed)}，草稿用的是计算得出的数。"
                : "";
        var source = _sources.GetValueOrDefault(doubt.Notice, doubt.Notice);
        var settled = doubt.IsOpen ? "" : $"已由{doubt.SettledBy}了结：{doubt.SettledNote}";
        return $"【{Severity(doubt.Severity)}】{choice}{doubt.Message}（出处：{source}，{doubt.Location}）{settled}";
    }

    private static string Severity(string code) =>
        code switch
        {
            "error" => "错误",
            "doubtful" => "存疑",
            _ => "文字",
        };
}
