namespace Analytics.Ingest.Grammar;

/// <summary>A printed number with its measure word (量词).</summary>
/// <param name="Start">Where the digits begin.</param>
/// <param name="End">Where the digits end; the span of a fact.</param>
/// <param name="Tail">Where the measure word ends.</param>
/// <param name="Value">The number.</param>
/// <param name="Kind">What the measure word makes of it.</param>
/// <param name="Word">The measure word, or empty.</param>
/// <param name="IsApproximate">余 or 多 follows the digits.</param>
internal readonly record struct Quantity(
    int Start,
    int End,
    int Tail,
    decimal Value,
    QuantityKind Kind,
    string Word,
    bool IsApproximate = false
)
{
    /// <summary>Whether it counts occurrences or papers (条、处、次) rather than things that exist (个、家).</summary>
    public bool CountsItems =>
        Word is "条" or "处" or "次" or "件" or "篇" or "封" or "份" or "期" or "则" or "条次" or "起" or "例" or "幅";
}

/// <summary>What a number is by its measure word.</summary>
internal enum QuantityKind
{
    /// <summary>个、条、家 …</summary>
    Count,

    /// <summary>%</summary>
    Percent,

    /// <summary>个百分点</summary>
    Points,

    /// <summary>分</summary>
    Score,

    /// <summary>A length of time or a deadline (两周、5个工作日): a condition, not a count.</summary>
    Duration,

    /// <summary>第19个工作日: a day within a deadline.</summary>
    WorkingDay,

    /// <summary>第N名.</summary>
    Rank,

    /// <summary>A number without a measure word.</summary>
    Bare,
}
