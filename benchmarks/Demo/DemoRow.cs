using System.Globalization;

namespace Analytics.Benchmarks.Demo;

/// <summary>One fact of the sample data (示例数据), in the columns of a table of facts.</summary>
/// <param name="Channel">A code of <see cref="Domain.Channel"/>.</param>
/// <param name="Measure">A code of <see cref="Domain.Measure"/>.</param>
/// <param name="Unit">The unit it speaks of.</param>
/// <param name="Count">The number.</param>
/// <param name="Words">What a source would have said, marked as a sample.</param>
internal sealed record DemoRow(string Channel, string Measure, DemoUnit Unit, int Count, string Words)
{
    /// <summary>Stands before every text, so that none is taken for a real one.</summary>
    public const string Mark = "【示例】";

    /// <summary>The head row.</summary>
    public const string Header =
        "sample,channel,measure,period,unit,group,platform,account,category,column,target,level,count,"
        + "rate,value,statedUnit,basis,comparator,score,rank,words";

    /// <summary>The platform; empty for a website.</summary>
    public string Platform { get; init; } = "";

    /// <summary>A code of <c>categories.csv</c>.</summary>
    public string Category { get; init; } = "";

    /// <summary>Where information went.</summary>
    public string Target { get; init; } = "";

    /// <summary>Who found it: 自治区, 市, 旗.</summary>
    public string Level { get; init; } = "";

    /// <summary>The row as a line of the table, without its end.</summary>
    /// <param name="period">The quarter, for example 2022Q1.</param>
    /// <exception cref="InvalidOperationException">A value would need quotes.</exception>
    public string ToCsv(string period)
    {
        string[] values =
        [
            "true",
            Channel,
            Measure,
            period,
            Unit.Name,
            Unit.Group,
            Platform,
            "",
            Category,
            "",
            Target,
            Level,
            Count.ToString(CultureInfo.InvariantCulture),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Mark + Words,
        ];
        return Array.Find(values, value => value.AsSpan().ContainsAny(",\"\n")) is { } wrong
            ? throw new InvalidOperationException($"'{wrong}' would need quotes in a table; use Chinese punctuation.")
            : string.Join(',', values);
    }
}
