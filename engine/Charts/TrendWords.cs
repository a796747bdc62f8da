using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Charts;

/// <summary>How a trend tells its values and changes, in figures and in sentences.</summary>
/// <param name="kind">The unit of its changes, which says whether values are rates, ranks, points or counts.</param>
/// <param name="subject">What is measured.</param>
/// <param name="decimals">The decimals of values.</param>
/// <param name="say">The language.</param>
internal sealed class TrendWords(string kind, TrendSubject subject, int decimals, ChartLanguage say)
{
    private const string Points = "个百分点";
    private const string Places = "名";
    private const string Score = "分";

    /// <summary>Whether values are 0 to 1 and printed in percent.</summary>
    public static bool IsRateIn(string kind) => kind == Points;

    /// <summary>Whether values are ranks: 1 is best and stands on top.</summary>
    public static bool IsRankIn(string kind) => kind == Places;

    /// <summary>Whether values are points.</summary>
    public static bool IsScoreIn(string kind) => kind == Score;

    public string Subtitle =>
        say[
            $"{subject.Unit}{subject.Measure}，按季度，单位：{UnitOfValue}",
            $"{subject.Measure}, {subject.Unit}, by quarter, {UnitOfValue}"
        ];

    /// <summary>The head of the values in a table.</summary>
    public string HeadOfValues =>
        subject.Measure + (say.IsEnglish && !IsRate ? "" : say.InBrackets(IsRate ? "%" : kind));

    private bool IsRate => IsRateIn(kind);

    private bool IsRank => IsRankIn(kind);

    private int ChangeDecimals => IsRate ? 1 : 2;

    private string UnitOfValue =>
        IsRate ? say["%", "in percent"]
        : IsRank ? say[kind, "rank 1 is best"]
        : kind == Score ? say[kind, "in points"]
        : say[kind, "number of " + subject.Many];

    /// <summary>A value as printed beside its point or at the axis.</summary>
    public string ValueText(decimal value, int? places = null) =>
        ChartNumbers.Text(IsRate ? value * 100 : value, places ?? decimals) + (IsRate ? "%" : "");

    /// <summary>▲ +5.8个百分点, ▲ +5.8 pp. The sign and the word carry the direction, colour never does.</summary>
    public string SignedText(decimal change)
    {
        var amount = AmountText(change);
        return IsZero(change) ? say["持平", "unchanged"]
            : IsRank
                ? (change < 0 ? say[$"▲ 前进{amount}", $"▲ up {amount}"] : say[$"▼ 后退{amount}", $"▼ down {amount}"])
            : change > 0 ? $"▲ +{amount}"
            : $"▼ -{amount}";
    }

    /// <summary>The changes that are known, each with what it is measured against.</summary>
    public IEnumerable<string> Changes(TrendPoint row) =>
        new[] { (Against: say["环比", "QoQ"], row.Change), (Against: say["同比", "YoY"], Change: row.YearChange) }
            .Where(change => change.Change is not null)
            .Select(change => $"{change.Against} {SignedText(change.Change!.Value)}");

    /// <summary>All that is known of a quarter with a value.</summary>
    public string WordsOf(TrendPoint row)
    {
        var value = say[$"{ValueText(row.Value!.Value)}{(IsRate ? "" : kind)}", Stated(row.Value.Value)];
        return string.Join(
                say["，", ", "],
                Changes(row)
                    .Prepend(
                        $"{say.Of(row.Quarter)}{say["：", ": "]}{value}"
                            + (
                                row is { Numerator: { } part, Denominator: { } whole }
                                    ? say.InBrackets($"{part}/{whole}")
                                    : ""
                            )
                    )
            ) + SampleMark.Behind(row.IsSample, say);
    }

    /// <summary>The headline.</summary>
    /// <param name="last">The latest quarter with a value; null where there is none.</param>
    /// <param name="extreme">What else is true of it, as a clause of its own; or nothing.</param>
    public string Headline(TrendPoint? last, string extreme) =>
        last is null
            ? say[
                $"{subject.Unit}{subject.Measure}：所示季度都没有数据",
                $"{subject.Measure}, {subject.Unit}: no data in the quarters shown"
            ]
            : say[
                $"{say.Of(last.Quarter)}{subject.Unit}{subject.Measure}为{Stated(last.Value!.Value)}",
                $"{subject.Measure}, {subject.Unit}: {Stated(last.Value!.Value)} in {say.Of(last.Quarter)}"
            ]
                + ChangeClause(last.Change)
                + extreme;

    /// <summary>The quarters without a value, as a note.</summary>
    public string Missing(IReadOnlyList<Quarter> quarters)
    {
        var named = quarters.Count <= 4 ? say.InBrackets(say.List(quarters.Select(say.Of))) : "";
        return say[
            $"{quarters.Count}个季度没有数据{named}，图中留空，不作零计。",
            $"{ChartLanguage.Count(quarters.Count, "quarter has", "quarters have")} no data{named}: left blank, not counted as zero."
        ];
    }

    /// <summary>What the lines of a control chart are, and how many quarters lie outside.</summary>
    public string Limits(decimal center, int signals) =>
        say[
            $"粗线是均值（{ValueText(center)}），细线是控制限（均值加减三倍标准差）；",
            $"The bold line is the mean ({ValueText(center)}), the thin ones are control limits (the mean plus and minus three standard deviations); "
        ]
        + (
            signals == 0
                ? say[
                    "各季度都在控制限之内，是正常波动。",
                    "every quarter lies within them, which is the usual variation."
                ]
                : say[
                    $"{signals}个季度在控制限之外。",
                    $"{ChartLanguage.Count(signals, "quarter lies", "quarters lie")} outside them."
                ]
        );

    // As a sentence states a value: 53.8%, 第4名, 199条; rank 4, 199 findings.
    private string Stated(decimal value)
    {
        var text = ValueText(value);
        return IsRate ? text
            : IsRank ? say[$"第{text}名", $"rank {text}"]
            : kind == Score ? say[text + kind, ChartLanguage.Count(text, "point")]
            : say[text + kind, ChartLanguage.Count(text, subject.One, subject.Many)];
    }

    private string ChangeClause(decimal? change) =>
        change switch
        {
            null => "",
            { } value when IsZero(value) => say["，与上季度持平", ", as in the quarter before"],
            { } value when IsRank => Compared(value < 0, "前进", "后退", value),
            { } value when kind is "条" or "次" or "个" or "家" or "件" => Compared(value > 0, "增加", "减少", value),
            { } value => Compared(value > 0, "上升", "下降", value),
        };

    private string Compared(bool isUp, string up, string down, decimal change) =>
        say[
            $"，比上季度{(isUp ? up : down)}{AmountText(change)}",
            $", {(isUp ? "up" : "down")} {AmountText(change)} on the quarter before"
        ];

    private bool IsZero(decimal change) => decimal.Round(change, ChangeDecimals, MidpointRounding.AwayFromZero) == 0;

    private string AmountText(decimal change)
    {
        var amount = Math.Abs(change);
        var text = ChartNumbers.Text(amount, IsRate ? 1 : ChartNumbers.Decimals([amount], ChangeDecimals));
        return IsRate ? say[text + kind, text + " pp"]
            : IsRank ? say[text + kind, ChartLanguage.Count(text, "place")]
            : kind == Score ? say[text + kind, ChartLanguage.Count(text, "point")]
            : say[text + kind, text];
    }
}
