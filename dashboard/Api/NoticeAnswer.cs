using System.Text.Json.Serialization;
using Analytics.Domain;
using Analytics.Metrics;

namespace Analytics.Dashboard.Api;

/// <summary>A notice (通报) as <see cref="Ingest.NoticeJson"/> prints it, with what the warehouse knows of its file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">The file.</param>
/// <param name="Sha256">The hash of the file.</param>
/// <param name="Batch">The batch that loaded it.</param>
/// <param name="Text">The normalised text with personal data masked; spans are offsets into it.</param>
/// <param name="Document">The head.</param>
/// <param name="Facts">Every printed number that was understood, in the order of the text.</param>
/// <param name="Checks">What agrees.</param>
/// <param name="Discrepancies">What does not.</param>
/// <param name="Unrecognised">Clauses with a number that was not understood.</param>
internal sealed record NoticeAnswer(
    string Id,
    string FileName,
    string Sha256,
    long Batch,
    string Text,
    NoticeHead Document,
    IReadOnlyList<NoticeFact> Facts,
    IReadOnlyList<NoticeCheck> Checks,
    IReadOnlyList<NoticeDiscrepancy> Discrepancies,
    IReadOnlyList<NoticeClause> Unrecognised
)
{
    public static NoticeAnswer Of(NoticeRow row, Notice notice) =>
        new(
            row.Id,
            row.FileName,
            row.Sha256,
            row.Batch,
            notice.Text,
            NoticeHead.Of(notice.Document),
            [.. notice.Facts.Select(NoticeFact.Of)],
            [
                .. notice.Checks.Select(check => new NoticeCheck(
                    check.What,
                    check.Stated,
                    check.Computed,
                    [.. check.Spans.Select(Pair)]
                )),
            ],
            [.. notice.Discrepancies.Select(NoticeDiscrepancy.Of)],
            [.. notice.Unrecognised.Select(clause => new NoticeClause(Pair(clause.Span), clause.Words))]
        );

    internal static int[] Pair(Span span) => [span.Start, span.End];
}

/// <summary>The head of a notice.</summary>
internal sealed record NoticeHead
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Issuer { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? IssuedOn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Quarter? Quarter { get; init; }

    public static NoticeHead Of(NoticeDocument document) =>
        new()
        {
            Number = document.Number,
            Title = document.Title,
            Issuer = document.Issuer,
            IssuedOn = document.IssuedOn,
            Quarter = document.Quarter,
        };
}

/// <summary>One printed number of a notice.</summary>
/// <param name="Measure">What it measures.</param>
/// <param name="Span">Where it stands in the text, [start, end).</param>
/// <param name="Location">Its place in the file.</param>
/// <param name="Words">The clause it was read from.</param>
internal sealed record NoticeFact(string Measure, int[] Span, string Location, string Words)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Channel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Period { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Platform { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Account { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Target { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Level { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Count { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountImplied { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Numerator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Denominator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Rate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StatedUnit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Basis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comparator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Score { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Rank { get; init; }

    public static NoticeFact Of(Fact fact) =>
        new(fact.Measure, NoticeAnswer.Pair(fact.Span), fact.Location, fact.Words)
        {
            Channel = fact.Channel,
            Period = fact.Period,
            Unit = fact.Unit,
            Group = fact.Group,
            Platform = fact.Platform,
            Account = fact.Account,
            Category = fact.Category,
            Column = fact.Column,
            Target = fact.Target,
            Level = fact.Level,
            Count = fact.Count,
            CountImplied = fact.CountImplied,
            Numerator = fact.Numerator,
            Denominator = fact.Denominator,
            Rate = fact.Rate,
            Value = fact.Value,
            StatedUnit = fact.StatedUnit,
            Basis = fact.Basis,
            Comparator = fact.Comparator,
            Score = fact.Score,
            Rank = fact.Rank,
        };
}

/// <summary>Figures that agree.</summary>
internal sealed record NoticeCheck(string What, decimal Stated, decimal Computed, IReadOnlyList<int[]> Spans);

/// <summary>Something that does not agree.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Severity">error, doubtful or style.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Spans">The places it comes from, the stated figure first.</param>
internal sealed record NoticeDiscrepancy(string Code, string Severity, string Message, IReadOnlyList<int[]> Spans)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Stated { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Computed { get; init; }

    public static NoticeDiscrepancy Of(Discrepancy found) =>
        new(
            found.Code,
            found.Severity.ToString().ToLowerInvariant(),
            found.Message,
            [.. found.Spans.Select(NoticeAnswer.Pair)]
        )
        {
            Stated = found.Stated,
            Computed = found.Computed,
        };
}

/// <summary>A clause with a number that was not understood.</summary>
internal sealed record NoticeClause(int[] Span, string Words);
