using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Domain;

namespace Analytics.Ingest.Tables;

/// <summary>The facts of a sheet, kept short: what many rows have in common once, the rest row by row. A million of them take some 100 MB, not 500.</summary>
/// <param name="place">What stands before the row's number in <see cref="Fact.Location"/> (问题清单!).</param>
internal sealed class FactList(string place) : IReadOnlyList<Fact>
{
    private const int Slots = 65_536;

    private readonly Dictionary<Fact, int> _known = new(SharedParts.Comparer);
    private readonly int[] _recent = new int[Slots];
    private readonly List<Fact> _shared = [];
    private readonly RowStore _rows = new();

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>What stands before the number of a row in the place of a fact.</summary>
    public string Sheet => place;

    /// <summary>Facts that differ in what rows share; the other parts are those of the first row that had them.</summary>
    public IReadOnlyList<Fact> Shared => _shared;

    /// <inheritdoc/>
    public Fact this[int index]
    {
        get
        {
            var row = _rows[index];
            return _shared[row.Shared] with
            {
                Count = row.Count,
                FoundOn = row.FoundOn,
                Words = row.Words,
                Location = Place(row.Number),
            };
        }
    }

    /// <summary>What is a row's own.</summary>
    public FactRow Row(int index) => _rows[index];

    /// <summary>Where a fact stands (问题清单!第5行).</summary>
    public string LocationOf(int index) => Place(_rows[index].Number);

    /// <summary>Adds a fact of a row.</summary>
    /// <param name="fact">The fact; its location is not kept.</param>
    /// <param name="row">The row's number.</param>
    public void Add(Fact fact, int row)
    {
        var shared = Find(fact);
        _rows.Add(new(shared, row, fact.Words, fact.Count, fact.FoundOn));
    }

    /// <summary>Adds a plain count of a row.</summary>
    /// <param name="scope">The row.</param>
    /// <param name="measure">What is counted.</param>
    /// <param name="count">How many.</param>
    /// <param name="words">The words.</param>
    /// <param name="isImplied">Whether the row does not state the number.</param>
    public void Add(in RowScope scope, string measure, decimal count, string words, bool isImplied = false)
    {
        // The readers give the same text as the same object nearly always, so most rows are known without looking at a letter.
        ref var recent = ref _recent[SharedParts.SlotOf(scope, measure) % Slots];
        if (recent >= _shared.Count || !SharedParts.AreSameObjects(_shared[recent], scope, measure, isImplied))
        {
            recent = Find(scope.Fact(measure, count, words, isImplied));
        }

        _rows.Add(new(recent, scope.Row, words, count, scope.FoundOn));
    }

    private int Find(Fact fact)
    {
        if (!_known.TryGetValue(fact, out var shared))
        {
            shared = _shared.Count;
            _known.Add(fact, shared);
            _shared.Add(fact);
        }

        return shared;
    }

    /// <summary>Takes the last facts away again.</summary>
    public void Truncate(int count) => _rows.Truncate(count);

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Place(int? row) => string.Create(CultureInfo.InvariantCulture, $"{place}第{row}行");

    // One array would be copied each time it grows, and the largest copies stay in memory until the load is over.
    private sealed class RowStore
    {
        private const int Size = 16_384;

        private readonly List<FactRow[]> _parts = [];

        public int Count { get; private set; }

        public FactRow this[int index] => _parts[index / Size][index % Size];

        public void Add(in FactRow row)
        {
            if (Count == _parts.Count * Size)
            {
                _parts.Add(new FactRow[Size]);
            }

            _parts[Count / Size][Count % Size] = row;
            Count++;
        }

        public void Truncate(int count) => Count = Math.Min(Count, count);
    }

    private sealed class SharedParts : IEqualityComparer<Fact>
    {
        public static SharedParts Comparer { get; } = new();

        public static uint SlotOf(in RowScope scope, string measure) =>
            (uint)
                HashCode.Combine(
                    RuntimeHelpers.GetHashCode(scope.Unit),
                    RuntimeHelpers.GetHashCode(scope.Account),
                    RuntimeHelpers.GetHashCode(scope.Column),
                    RuntimeHelpers.GetHashCode(scope.Category),
                    RuntimeHelpers.GetHashCode(scope.Platform),
                    RuntimeHelpers.GetHashCode(scope.Level),
                    RuntimeHelpers.GetHashCode(measure)
                );

        // True only for equals; equal texts that are two objects are left to the dictionary.
        public static bool AreSameObjects(Fact shared, in RowScope scope, string measure, bool isImplied) =>
            ReferenceEquals(shared.Unit, scope.Unit)
            && ReferenceEquals(shared.Account, scope.Account)
            && ReferenceEquals(shared.Column, scope.Column)
            && ReferenceEquals(shared.Category, scope.Category)
            && ReferenceEquals(shared.Platform, scope.Platform)
            && ReferenceEquals(shared.Level, scope.Level)
            && ReferenceEquals(shared.Measure, measure)
            && ReferenceEquals(shared.Channel, scope.Channel)
            && ReferenceEquals(shared.Period, scope.Period)
            && ReferenceEquals(shared.Group, scope.Group)
            && shared.CountImplied == isImplied
            && shared is { Target: null, Rate: null, Value: null, Score: null, Rank: null }
            && shared is { Numerator: null, Denominator: null, StatedUnit: null, Basis: null, Comparator: null };

        public bool Equals(Fact? x, Fact? y) =>
            ReferenceEquals(x, y)
            || (
                x is not null
                && y is not null
                && x.Unit == y.Unit
                && x.Category == y.Category
                && x.Account == y.Account
                && x.Column == y.Column
                && x.Platform == y.Platform
                && x.Level == y.Level
                && x.Measure == y.Measure
                && x.Channel == y.Channel
                && x.Period == y.Period
                && x.Group == y.Group
                && x.Target == y.Target
                && x.CountImplied == y.CountImplied
                && x.Rate == y.Rate
                && x.Value == y.Value
                && x.Score == y.Score
                && x.Rank == y.Rank
                && x.Numerator == y.Numerator
                && x.Denominator == y.Denominator
                && x.StatedUnit == y.StatedUnit
                && x.Basis == y.Basis
                && x.Comparator == y.Comparator
            );

        // The parts that differ most are enough.
        public int GetHashCode(Fact fact) =>
            HashCode.Combine(
                fact.Unit,
                fact.Account,
                fact.Category,
                fact.Platform,
                fact.Level,
                fact.Measure,
                fact.Period,
                fact.Rate
            );
    }
}

/// <summary>What is a row's own in a <see cref="FactList"/>.</summary>
/// <param name="Shared">Index in <see cref="FactList.Shared"/>.</param>
/// <param name="Number">The row's number in the sheet; null for a fact that stands in no row.</param>
/// <param name="Words">As <see cref="Fact.Words"/>.</param>
/// <param name="Count">As <see cref="Fact.Count"/>.</param>
/// <param name="FoundOn">As <see cref="Fact.FoundOn"/>.</param>
internal readonly record struct FactRow(int Shared, int? Number, string Words, decimal? Count, DateOnly? FoundOn);
