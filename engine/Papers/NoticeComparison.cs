using System.Globalization;
using Analytics.Domain;
using Analytics.Ingest.Reference;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Papers;

/// <summary>A notice held against the warehouse (通报与数据仓库核对): every figure that does not agree, every unit missing or added.</summary>
/// <param name="Differences">What does not agree, in the order of the text; units that are missing last.</param>
/// <param name="ComparedCount">How many figures were compared.</param>
/// <param name="NotCompared">Figures that the warehouse has nothing to hold against.</param>
public sealed record NoticeComparison(
    IReadOnlyList<NoticeDifference> Differences,
    int ComparedCount,
    IReadOnlyList<Fact> NotCompared
)
{
    /// <summary>Compares.</summary>
    /// <param name="notice">The notice as it was read.</param>
    /// <param name="snapshot">The data.</param>
    /// <param name="quarter">A loaded quarter.</param>
    /// <param name="categories">The taxonomy with the words that stand for its categories.</param>
    /// <param name="rulebook">The rulebook that scores are held against; null for the published one, else the one in effect.</param>
    /// <exception cref="WarehouseException">The snapshot cannot be read.</exception>
    public static NoticeComparison Of(
        Notice notice,
        Snapshot snapshot,
        Quarter quarter,
        CategoryList categories,
        string? rulebook = null
    )
    {
        ArgumentNullException.ThrowIfNull(notice);
        var comparison = new Comparer(
            notice.Text,
            snapshot,
            quarter,
            categories,
            new ComparedFigures(snapshot, quarter, rulebook ?? Metrics.Publications.RulebookOf(snapshot, quarter))
        );
        if (notice.Document.Quarter is { } own && own != quarter)
        {
            comparison.Add(
                new(
                    NoticeDifferenceKind.Quarter,
                    $"通报写的是{own.Chinese}，核对的是{quarter.Chinese}",
                    null,
                    null,
                    "",
                    notice.Document.Title ?? ""
                )
            );
        }

        var parts = notice.Breakdowns.SelectMany(breakdown => Indistinct(notice, breakdown)).ToHashSet();
        var ofNoLevel = OfNoLevel(notice);
        foreach (var (fact, index) in notice.Facts.Select((fact, index) => (fact, index)))
        {
            if (parts.Contains(index))
            {
                comparison.LeaveOut(fact);
            }
            else
            {
                comparison.Compare(fact, ofNoLevel.Contains(index));
            }
        }

        comparison.FindMissing();
        return new(comparison.Differences, comparison.ComparedCount, comparison.NotCompared);
    }

    // A part of a total that nothing tells apart (其中列明单位的37条), or no more than another part (市本级检查发现没有列明单位的2条
    // beside 市本级检查发现问题9条), is none of the warehouse's figures.
    private static IEnumerable<int> Indistinct(Notice notice, Breakdown breakdown) =>
        breakdown
            .Parts.Where(part =>
                notice.Facts[part] is { Measure: Measure.Issues, Unit: null, Category: null, Platform: null }
            )
            .GroupBy(part => notice.Facts[part].Level, StringComparer.Ordinal)
            .Where(level => level.Key is null || level.Count() > 1)
            .SelectMany(level => level);

    // The units of a part without a level (没有注明检查层级的问题23条，涉及的单位有…) beside parts with one: of these problems only.
    private static HashSet<int> OfNoLevel(Notice notice)
    {
        var wholes = notice
            .Breakdowns.Where(split => split.Parts.Any(part => notice.Facts[part].Level is not null))
            .SelectMany(split => split.Parts)
            .Where(part => notice.Facts[part] is { Level: null, Unit: null })
            .ToHashSet();
        return [.. notice.Breakdowns.Where(split => wholes.Contains(split.Total)).SelectMany(split => split.Parts)];
    }

    private sealed class Comparer(
        string text,
        Snapshot snapshot,
        Quarter quarter,
        CategoryList categories,
        ComparedFigures figures
    )
    {
        private readonly UnitRegistry _units = Units.Registry(snapshot);
        private readonly HashSet<(string Measure, string Unit, string Channel)> _named = [];
        private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
        private readonly HashSet<string> _scored = new(StringComparer.Ordinal);
        private readonly List<NoticeDifference> _differences = [];
        private readonly List<Fact> _notCompared = [];

        public IReadOnlyList<NoticeDifference> Differences => _differences;

        public IReadOnlyList<Fact> NotCompared => _notCompared;

        public int ComparedCount { get; private set; }

        public void Add(NoticeDifference difference) => _differences.Add(difference);

        public void LeaveOut(Fact fact) => _notCompared.Add(fact);

        public void Compare(Fact fact, bool isOfNoLevel)
        {
            if (fact.Period is { } period && period != quarter.ToString())
            {
                _notCompared.Add(fact);
                return;
            }

            var unit = fact.Unit is { } words ? _units.Find(words, quarter) : null;
            if (
                fact.Unit is not null
                && unit is null
                && fact.Measure is Measure.Issues or Measure.Veto or Measure.UnitScore
            )
            {
                Add(Of(fact, NoticeDifferenceKind.UnknownUnit, $"单位名录中没有“{fact.Unit}”", null));
                return;
            }

            switch (fact.Measure)
            {
                case Measure.Issues or Measure.Veto when fact is { Count: { } count, Comparator: null }:
                    CompareCount(fact, unit, count, isOfNoLevel);
                    break;
                case Measure.Submitted or Measure.Adopted or Measure.Pushed when fact.Count is not null:
                case Measure.AdoptionRate when fact is { Rate: not null, Comparator: null }:
                    CompareSubmission(fact, unit);
                    break;
                case Measure.UnitScore when fact is { Channel: null, Score: { } score } && unit is not null:
                    CompareScore(fact, unit, score);
                    break;
                default:
                    if (figures.Of(fact, text.AsSpan(0, fact.Span.Start)) is { } now)
                    {
                        Tell(fact, unit, fact.Number!.Value, now);
                    }
                    else
                    {
                        _notCompared.Add(fact);
                    }

                    break;
            }
        }

        // A score as exact as it is printed, and the place beside it.
        private void CompareScore(Fact fact, Unit unit, decimal score)
        {
            _scored.Add(unit.Code);
            var row = figures.PlaceOf(unit.Code);
            Tell(fact, unit, score, row?.Score is { } exact ? DraftWords.Rounded(exact, score.Scale) : null);
            if (row?.Rank is { } place && fact.Rank is { } printed && printed != place)
            {
                Add(
                    new(
                        NoticeDifferenceKind.Differs,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{unit.ShortName}，名次：通报 {printed}，数据仓库 {place}"
                        ),
                        printed,
                        place,
                        fact.Location,
                        fact.Words
                    )
                );
            }
        }

        /// <summary>Units that the warehouse has and the notice does not name, in channels whose units it lists.</summary>
        public void FindMissing()
        {
            foreach (var figure in Figures.ByUnit(snapshot, quarter))
            {
                Miss(Measure.Issues, figure, figure.FindingCount, "条");
                Miss(Measure.Veto, figure, figure.VetoCount, "次");
            }

            // Only where there is a ranking to be in.
            foreach (var row in figures.Scored.Where(row => _scored.Count > 0 && !_scored.Contains(row.Unit)))
            {
                Add(
                    new(
                        NoticeDifferenceKind.MissingUnit,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"排名没有写到{row.UnitName}（得分{DraftWords.Rounded(row.Score!.Value, 2)}）"
                        ),
                        null,
                        row.Score,
                        "",
                        ""
                    )
                );
            }
        }

        private void Miss(string measure, UnitFigure figure, long count, string unitOfMeasure)
        {
            if (
                count > 0
                && (measure == Measure.Veto || _listed.Contains(figure.Channel))
                && !_named.Contains((measure, figure.Unit, figure.Channel))
            )
            {
                var what = measure == Measure.Veto ? "单项否决" : "问题";
                Add(
                    new(
                        NoticeDifferenceKind.MissingUnit,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{Channel.NameOf(figure.Channel)}没有写到{figure.UnitName}（{what}{count}{unitOfMeasure}）"
                        ),
                        null,
                        count,
                        "",
                        ""
                    )
                );
            }
        }

        private void CompareCount(Fact fact, Unit? unit, decimal count, bool isOfNoLevel)
        {
            if (fact.Channel is not { } channel)
            {
                _notCompared.Add(fact);
                return;
            }

            if (unit is not null)
            {
                _named.Add((fact.Measure, unit.Code, channel));
                _listed.Add(channel);
            }

            var category = categories.CodeOf(fact.Category, channel);
            if (fact.Measure == Measure.Issues && fact.Category is not null && category == IssueCategory.None)
            {
                _notCompared.Add(fact);
                return;
            }

            var filter = new FigureFilter(
                unit?.Code,
                channel,
                fact.Platform,
                category == IssueCategory.None ? null : category,
                isOfNoLevel ? [InspectionLevel.None] : LevelsOf(fact.Level)
            );
            var now =
                fact.Measure == Measure.Veto
                    ? Figures.Vetoes(snapshot, quarter, filter)
                    : Figures.Issues(snapshot, quarter, filter);
            Tell(fact, unit, count, now);
        }

        private void Tell(Fact fact, Unit? unit, decimal stated, decimal? now)
        {
            ComparedCount++;
            if (now is null && stated != 0)
            {
                Add(
                    unit is null
                        ? Of(fact, NoticeDifferenceKind.NotThere, $"{WhatOf(fact, unit)}在数据仓库中没有", null)
                        : Of(fact, NoticeDifferenceKind.AddedUnit, $"{WhatOf(fact, unit)}在数据仓库中没有", null)
                );
            }
            else if ((now ?? 0) != stated)
            {
                Add(
                    Of(
                        fact,
                        NoticeDifferenceKind.Differs,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{WhatOf(fact, unit)}：通报 {stated:0.######}，数据仓库 {now ?? 0:0.######}"
                        ),
                        now
                    )
                );
            }
        }

        private void CompareSubmission(Fact fact, Unit? unit)
        {
            var target = InspectionLevel.ReceiverOf(fact.Target);
            var whole = Adoption.Of(snapshot, quarter).FirstOrDefault(row => row.Target == target);
            var (submitted, adopted, pushed) = unit is null
                ? (whole?.SubmittedCount, whole?.AdoptedCount, whole?.PushedCount)
                : Figures.Submissions(snapshot, quarter, unit.Code, target);
            if (fact.Measure == Measure.AdoptionRate)
            {
                CompareRate(fact, unit, adopted, submitted);
                return;
            }

            Tell(
                fact,
                unit,
                fact.Count!.Value,
                fact.Measure switch
                {
                    Measure.Submitted => submitted,
                    Measure.Adopted => adopted,
                    _ => pushed,
                }
            );
        }

        // As exact as it is printed: half a unit of its last digit.
        private void CompareRate(Fact fact, Unit? unit, long? adopted, long? submitted)
        {
            if (adopted is not { } part || submitted is not > 0)
            {
                _notCompared.Add(fact);
                return;
            }

            ComparedCount++;
            var stated = fact.Rate!.Value;
            var now = decimal.Round(100m * part / submitted.Value, stated.Scale, MidpointRounding.AwayFromZero);
            if (now != stated)
            {
                Add(
                    Of(
                        fact,
                        NoticeDifferenceKind.Differs,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{WhatOf(fact, unit)}：通报 {stated}%，数据仓库 {part}÷{submitted}＝{now}%"
                        ),
                        now
                    )
                );
            }
        }

        private static IReadOnlyList<string> LevelsOf(string? words) =>
            words is null ? [] : [.. words.Split('、').Select(InspectionLevel.CodeOf)];

        private static string WhatOf(Fact fact, Unit? unit)
        {
            var parts = new[]
            {
                fact.Channel is { } channel ? Channel.NameOf(channel) : null,
                unit?.ShortName,
                fact.Platform,
                fact.Target,
                fact.Level,
                fact.Category,
                NameOf(fact.Measure),
            };
            return string.Join("，", parts.OfType<string>().Where(part => part.Length > 0));
        }

        private static string NameOf(string measure) =>
            measure switch
            {
                Measure.Issues => "问题",
                Measure.Veto => "单项否决",
                Measure.Submitted => "报送",
                Measure.Adopted => "采用",
                Measure.Pushed => "推送",
                Measure.AdoptionRate => "采用率",
                Measure.Inspected => "检查",
                Measure.Passed => "合格",
                Measure.PassRate => "合格率",
                Measure.UnitScore => "得分",
                Measure.Other => "件数",
                _ when measure == Measure.ChangeOf(Measure.Issues) => "问题比上季度的变化",
                _ => "采用率比上季度的变化",
            };

        private static NoticeDifference Of(Fact fact, NoticeDifferenceKind kind, string message, decimal? now) =>
            new(kind, message, fact.Number, now, fact.Location, fact.Words);
    }
}

/// <summary>Something of a notice that does not agree with the warehouse.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">In Chinese, with both figures.</param>
/// <param name="Stated">The printed figure; null where none is.</param>
/// <param name="Now">The warehouse's; null where it has none.</param>
/// <param name="Location">The place in the file; empty for what the notice lacks.</param>
/// <param name="Words">The words around it.</param>
public sealed record NoticeDifference(
    NoticeDifferenceKind Kind,
    string Message,
    decimal? Stated,
    decimal? Now,
    string Location,
    string Words
);

/// <summary>How a notice can differ.</summary>
public enum NoticeDifferenceKind
{
    /// <summary>It is about another quarter.</summary>
    Quarter,

    /// <summary>Both have the figure, and not the same one.</summary>
    Differs,

    /// <summary>The warehouse has no such figure of the whole banner.</summary>
    NotThere,

    /// <summary>A unit that the warehouse has nothing of.</summary>
    AddedUnit,

    /// <summary>A unit that the notice leaves out.</summary>
    MissingUnit,

    /// <summary>A name that is no unit's.</summary>
    UnknownUnit,
}
