namespace Analytics.Domain;

/// <summary>One printed number of a notice (事实) with everything the text says of it. Words are as written; codes are given at load.</summary>
/// <remarks>Exactly one of <see cref="Count"/>, <see cref="Rate"/>, <see cref="Value"/> and <see cref="Score"/> carries the number.</remarks>
public sealed record Fact
{
    /// <summary>A code of <see cref="Domain.Channel"/>; null when the text does not tell.</summary>
    public string? Channel { get; init; }

    /// <summary>A code of <see cref="Domain.Measure"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>The period of the number: 2024Q4, or 2018-03, 2018-01/02, 2024H1, 2023.</summary>
    public string? Period { get; init; }

    /// <summary>The unit (单位) as written.</summary>
    public string? Unit { get; init; }

    /// <summary>A class of units as written (市直部门, 乡镇), or the class a unit's name shows (镇, 部门).</summary>
    public string? Group { get; init; }

    /// <summary>The platform as written (微信公众号, 抖音).</summary>
    public string? Platform { get; init; }

    /// <summary>The account as written.</summary>
    public string? Account { get; init; }

    /// <summary>The kind of problem as written (错链、外链).</summary>
    public string? Category { get; init; }

    /// <summary>The column of a website as written.</summary>
    public string? Column { get; init; }

    /// <summary>Where information was submitted or pushed to, as written.</summary>
    public string? Target { get; init; }

    /// <summary>Who found it: 国家, 自治区, 市, 旗; two levels are joined by 、.</summary>
    public string? Level { get; init; }

    /// <summary>A number of things.</summary>
    public decimal? Count { get; init; }

    /// <summary>True when a word stands where the digit would (未发现, 均, 为零, a name without a number).</summary>
    public bool CountImplied { get; init; }

    /// <summary>The numerator of a rate where the text prints it.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The denominator of a rate where the text prints it.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>A rate in percent, as printed.</summary>
    public decimal? Rate { get; init; }

    /// <summary>A change, as printed and signed: negative for a decrease.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of <see cref="Value"/> or of a count that is no plain number of things (%, 个百分点, 条, 个工作日).</summary>
    public string? StatedUnit { get; init; }

    /// <summary>What a change is measured against, as written (第四季度, 上季度).</summary>
    public string? Basis { get; init; }

    /// <summary>A bound instead of a value: &lt;, &lt;=, &gt;, &gt;=.</summary>
    public string? Comparator { get; init; }

    /// <summary>A unit's total in a ranking.</summary>
    public decimal? Score { get; init; }

    /// <summary>A unit's printed rank.</summary>
    public int? Rank { get; init; }

    /// <summary>Where the number stands, with its measure word and brackets left out.</summary>
    public Span Span { get; init; }

    /// <summary>The place in the file: line, paragraph, page or cell.</summary>
    public string Location { get; init; } = "";

    /// <summary>The clause the number was read from.</summary>
    public string Words { get; init; } = "";

    /// <summary>The day a finding was found (发现时间), for rows of tables; null when not stated.</summary>
    public DateOnly? FoundOn { get; init; }

    /// <summary>The printed number, whichever property carries it.</summary>
    public decimal? Number => Count ?? Rate ?? Value ?? Score;
}
